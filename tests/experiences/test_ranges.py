"""Parts of a file, as a browser asks for them."""

import pytest

from experiences.media.ranges import Part, Unsatisfiable, part_asked


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-", Part(0, 99)),
        ("bytes=0-0", Part(0, 0)),
        ("bytes=10-19", Part(10, 19)),
        ("bytes=90-500", Part(90, 99)),
        ("bytes=-10", Part(90, 99)),
        ("bytes=-500", Part(0, 99)),
        ("bytes = 5 - 6", Part(5, 6)),
    ],
)
def test_one_part(header, part):
    assert part_asked(header, 100) == part


@pytest.mark.parametrize(
    "header", ["", "bytes=-", "bytes=20-10", "items=0-1", "bytes=0-1,5-6", "bytes=a-b"]
)
def test_what_is_not_understood_is_answered_with_the_whole(header):
    assert part_asked(header, 100) is None


@pytest.mark.parametrize(
    ("header", "size"),
    [("bytes=100-", 100), ("bytes=500-600", 100), ("bytes=-0", 100), ("bytes=-5", 0)],
)
def test_what_does_not_exist_is_said(header, size):
    with pytest.raises(Unsatisfiable):
        part_asked(header, size)


def test_a_part_knows_how_long_it_is():
    assert Part(10, 19).length == 10
