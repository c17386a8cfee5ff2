"""Parts of a file, as a browser asks for them when somebody jumps in a film (RFC 9110)."""

import re
from dataclasses import dataclass

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """From one byte to another, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return self.last - self.first + 1


class Unsatisfiable(Exception):  # noqa: N818  it is an answer, not an error
    """No byte of what was asked for exists."""


def part_asked(header: str, size: int) -> Part | None:
    """The part that a Range header asks for; None means the whole file.

    What is not understood, and several parts at once, are answered with the whole, as
    the standard allows. Raises Unsatisfiable when nothing of it exists.
    """
    found = RANGE.fullmatch(header.strip().replace(" ", ""))
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return _ending(int(last), size)
    begin = int(first)
    end = min(int(last), size - 1) if last else size - 1
    if last and int(last) < begin:
        return None
    if begin >= size:
        raise Unsatisfiable
    return Part(begin, end)


def _ending(length: int, size: int) -> Part:
    if length == 0 or size == 0:
        raise Unsatisfiable
    return Part(max(0, size - length), size - 1)
