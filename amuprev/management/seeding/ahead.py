"""Makes the chunks ahead, in another process where there is a processor for it."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from amuprev.management.seeding.chunks import CHUNK, Made, Maker, make_chunk

FEW_CHUNKS = 20
AHEAD = 4
# Set in the process that makes chunks: a maker is too large to be sent each time.
_makers: list[Maker] = []


def chunks_of(maker: Maker, first: int, numbers: range) -> Iterator[Made]:
    """The chunks that hold the numbers, in order."""
    wanted = range(numbers.start // CHUNK, -(-numbers.stop // CHUNK))
    if len(wanted) < FEW_CHUNKS or (os.cpu_count() or 1) == 1:
        yield from (make_chunk(maker, chunk, first, numbers) for chunk in wanted)
        return
    with ProcessPoolExecutor(
        1,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_makers.append,
        initargs=(maker,),
    ) as pool:
        made: deque[Future[Made]] = deque()
        for chunk in wanted:
            made.append(pool.submit(_make, chunk, first, numbers))
            if len(made) > AHEAD:
                yield made.popleft().result()
        while made:
            yield made.popleft().result()


def _make(chunk: int, first: int, numbers: range) -> Made:
    return make_chunk(_makers[0], chunk, first, numbers)
