"""Sets of positions as bits."""

import pytest

from amuprev.foundation import bits

POSITIONS = [
    [],
    [0],
    [7],
    [8],
    [1, 2, 3],
    [0, 63, 64, 65, 1_000],
    list(range(0, 900, 7)),
]


@pytest.mark.parametrize("positions", POSITIONS)
def test_a_set_is_kept_and_read_back(positions):
    held = bits.of_positions(positions)
    assert bits.of_bytes(bits.to_bytes(held)) == held
    assert held.bit_count() == len(positions)
    assert list(bits.lowest_first(held)) == positions
    assert list(bits.highest_first(held)) == positions[::-1]


@pytest.mark.parametrize("limit", [-1, 0, 1, 63, 64, 65, 2_000])
def test_a_page_goes_on_from_a_position(limit):
    positions = [0, 1, 63, 64, 65, 1_000]
    held = bits.of_positions(positions)
    below = [each for each in positions[::-1] if each < limit]
    assert list(bits.highest_first(held, limit)) == below
    above = [each for each in positions if each > limit]
    assert list(bits.lowest_first(held, max(limit, -1))) == above


def test_a_position_comes_and_goes():
    held = bits.with_position(0, 9, present=True)
    assert list(bits.lowest_first(held)) == [9]
    assert bits.with_position(held, 9, present=True) == held
    assert bits.with_position(held, 9, present=False) == 0
    assert bits.with_position(0, 9, present=False) == 0
