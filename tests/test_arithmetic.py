"""The arithmetic that looks for hidden figures finds those that can be found."""

import pytest

from tests.arithmetic import determined


@pytest.mark.parametrize(
    ("sums", "found"),
    [
        ([], {}),
        ([("a", 3)], {"a": 3}),
        ([("ab", 5)], {}),
        # The difference of two sums is one figure.
        ([("abc", 7), ("ab", 4)], {"c": 3}),
        ([("ab", 5), ("bc", 4), ("ac", 3)], {"a": 2, "b": 3, "c": 1}),
        # Nobody in two cells, or everybody: the bounds alone tell.
        ([("ab", 0)], {"a": 0, "b": 0}),
        ([("ab", 8)], {"a": 4, "b": 4}),
        ([("ab", 5), ("abc", 5)], {"c": 0}),
        ([("abcd", 9), ("ab", 5)], {}),
    ],
)
def test_what_sums_give_away(sums, found):
    asked = [(frozenset(members), total) for members, total in sums]
    assert determined("abcd", asked, most=4) == found
