"""Cropping and covering: nothing of what was covered remains, in any size."""

from io import BytesIO

import pytest
from PIL import Image

from amuprev.foundation.uploads import Cut, covered, grid_of, small_copy
from amuprev.foundation.uploads.covering import COVER
from tests.foundation.upload_samples import saved


def noise(size=(640, 480)) -> bytes:
    return saved(Image.effect_noise(size, 100).convert("RGB"), "JPEG", quality=82)


def opened(file) -> Image.Image:
    return Image.open(BytesIO(file.read())).convert("RGB")


def is_flat(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """One colour, as nearly as JPEG draws it."""
    return all(
        abs(value - wanted) <= 6
        for band, wanted in zip(picture.crop(box).getextrema(), COVER, strict=True)
        for value in band
    )


@pytest.mark.parametrize(
    ("size", "columns", "rows"),
    [
        ((1600, 1200), 16, 12), ((1200, 1600), 12, 16), ((1600, 1600), 16, 16),
        ((1600, 200), 16, 2), ((200, 1600), 12, 28), ((1, 1), 16, 16),
    ],
)  # fmt: skip
def test_squares_are_nearly_square(size, columns, rows):
    grid = grid_of(*size)
    assert (grid.columns, grid.rows) == (columns, rows)
    assert [number for line in grid.lines for number, _ in line] == list(
        range(columns * rows)
    )


def test_nothing_of_a_covered_square_remains():
    before = noise()
    after = opened(covered(before, squares={0, 17, 18}, cut=Cut()).large)
    # Two squares side by side are one surface: not even a line shows between them.
    # At its rim JPEG mixes in a little of what stands beside it.
    for box in ((0, 0, 32, 32), (48, 48, 112, 72)):
        assert is_flat(after, box)
    assert not is_flat(after, (160, 160, 200, 200))


def test_what_was_below_cannot_matter():
    """Two photos that differ only below the cover come out the same, byte by byte."""
    one = Image.new("RGB", (640, 480), "white")
    other = one.copy()
    other.paste("red", (40, 40, 80, 80))
    cleaned = [
        covered(
            saved(each, "JPEG", quality=100, subsampling=0),
            squares={17, *AROUND},
            cut=Cut(),
        )
        for each in (one, other)
    ]
    assert cleaned[0].sha256 == cleaned[1].sha256


# The squares around number 17, into which JPEG's blocks may reach.
AROUND = {0, 1, 2, 16, 18, 32, 33, 34}


def test_the_small_copy_is_drawn_from_the_covered_photo():
    large = covered(noise(), squares=range(16 * 12), cut=Cut()).large.read()
    small = opened(small_copy(large))
    assert small.width == 360
    assert is_flat(small, (0, 0, small.width, small.height))


def test_what_is_cut_is_gone():
    picture = Image.new("RGB", (1000, 500), "red")
    picture.paste("blue", (500, 0, 1000, 500))
    cleaned = covered(
        saved(picture, "JPEG"), squares=(), cut=Cut(left=50, top=10, bottom=20)
    )
    assert (cleaned.width, cleaned.height) == (500, 350)
    red, _green, blue = opened(cleaned.large).getextrema()
    assert red[1] < 40
    assert blue[0] > 180


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 3)])
def test_the_smallest_photo_stays_a_photo(size):
    cut = Cut(left=40, right=40, top=40, bottom=40)
    cleaned = covered(noise(size), squares={0}, cut=cut)
    assert cleaned.width >= 1
    assert cleaned.height >= 1


@pytest.mark.parametrize(
    "cut", [Cut(left=50, right=35), Cut(top=85), Cut(left=-5), Cut(bottom=-80, top=80)]
)
def test_a_fifth_is_left(cut):
    assert not cut.leaves_enough
    assert Cut(left=40, right=40, top=80).leaves_enough
