"""A whole assessment computed from its answers."""

import time

from bench.figure import Measured, Size
from municipio_seguro import content
from municipio_seguro.assessing import assess, plain_figures

TIMES = 20


def measure(size: Size) -> Measured:
    """Milliseconds of one recomputation; the size of the log is all one to it."""
    instrument = content.current_instrument()
    answers = {code: n % 4 for n, code in enumerate(instrument.indicators)}
    strengths = dict.fromkeys(answers, 2)
    took = []
    for _each in range(TIMES):
        start = time.perf_counter()
        plain_figures(assess(instrument, answers, strengths))
        took.append(1000 * (time.perf_counter() - start))
    return {"recomputing an assessment": min(took)}
