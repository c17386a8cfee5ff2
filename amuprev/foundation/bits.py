"""Sets of positions as bits of whole numbers: narrowed, counted and paged at once.

A hundred thousand experiences are 12.5 KB a set; two sets are met in a microsecond.
"""

from collections.abc import Iterable, Iterator


def of_bytes(stored: bytes | memoryview) -> int:
    """The set stored as little-endian bytes."""
    return int.from_bytes(stored, "little")


def to_bytes(bits: int) -> bytes:
    """The set as little-endian bytes, as few as hold it."""
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def with_position(bits: int, position: int, *, present: bool) -> int:
    """The set with or without a position."""
    mark = 1 << position
    return bits | mark if present else bits & ~mark


def of_positions(positions: Iterable[int]) -> int:
    """The set of these positions."""
    listed = list(positions)
    if not listed:
        return 0
    stored = bytearray(max(listed) // 8 + 1)
    for position in listed:
        stored[position // 8] |= 1 << (position % 8)
    return of_bytes(bytes(stored))


def highest_first(bits: int, below: int | None = None) -> Iterator[int]:
    """The positions from the highest down, those under `below` alone if it is given."""
    if below is not None:
        bits &= (1 << max(below, 0)) - 1
    while bits:
        position = bits.bit_length() - 1
        yield position
        bits ^= 1 << position


def lowest_first(bits: int, above: int | None = None) -> Iterator[int]:
    """The positions from the lowest up, those over `above` alone if it is given."""
    if above is not None:
        bits = bits >> (above + 1) << (above + 1)
    while bits:
        mark = bits & -bits
        yield mark.bit_length() - 1
        bits ^= mark
