"""Cropping a photo, and covering parts of it so that nothing of them remains.

A covered square is filled with one colour that is always the same. A mosaic or a
blur would look kinder, but a face that fills the photo is recognised in a mosaic of
sixteen squares, and large letters are read through one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from amuprev.foundation.uploads.pictures import CleanPicture, encoded

COVER = (85, 96, 107)
LONG_SIDE_SQUARES = 16
SHORT_SIDE_SQUARES = 12
MOST_ROWS = 28
# What is cut off two opposite sides together, in hundredths.
MOST_CUT = 80


@dataclass(frozen=True)
class Grid:
    """The squares laid over a photo, numbered from 0 along each row."""

    columns: int
    rows: int

    @property
    def lines(self) -> list[list[tuple[int, int]]]:
        """Each row as pairs of a square's number and its column, from 1."""
        return [
            [
                (row * self.columns + column, column + 1)
                for column in range(self.columns)
            ]
            for row in range(self.rows)
        ]

    @property
    def squares(self) -> int:
        """How many squares there are."""
        return self.columns * self.rows


@dataclass(frozen=True)
class Cut:
    """How many hundredths of the photo go on each side."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0

    def __bool__(self) -> bool:
        return any((self.left, self.top, self.right, self.bottom))

    @property
    def leaves_enough(self) -> bool:
        """True when a fifth remains in each direction, and nothing is added."""
        sides = (self.left, self.top, self.right, self.bottom)
        return (
            min(sides) >= 0
            and self.left + self.right <= MOST_CUT
            and self.top + self.bottom <= MOST_CUT
        )


def grid_of(width: int, height: int) -> Grid:
    """The grid of a photo: squares, as nearly as its shape allows."""
    columns = LONG_SIDE_SQUARES if width >= height else SHORT_SIDE_SQUARES
    rows = round(columns * height / width) if width else columns
    return Grid(columns=columns, rows=min(MOST_ROWS, max(1, rows)))


def covered(stored: bytes, *, squares: Iterable[int], cut: Cut) -> CleanPicture:
    """A cleaned picture without what was cut and with these squares filled."""
    with Image.open(BytesIO(stored), formats=["JPEG"]) as opened:
        picture = opened.convert("RGB")
    grid = grid_of(picture.width, picture.height)
    draw = ImageDraw.Draw(picture)
    for square in squares:
        row, column = divmod(square, grid.columns)
        draw.rectangle(_corners(picture, grid, column, row), fill=COVER)
    return encoded(picture.crop(_frame(picture, cut)) if cut else picture)


def _corners(
    picture: Image.Image, grid: Grid, column: int, row: int
) -> tuple[int, int, int, int]:
    """A square rounded outwards: between two neighbours no line stays open."""
    return (
        picture.width * column // grid.columns,
        picture.height * row // grid.rows,
        -(-picture.width * (column + 1) // grid.columns),
        -(-picture.height * (row + 1) // grid.rows),
    )


def _frame(picture: Image.Image, cut: Cut) -> tuple[int, int, int, int]:
    left = picture.width * cut.left // 100
    top = picture.height * cut.top // 100
    right = picture.width - picture.width * cut.right // 100
    bottom = picture.height - picture.height * cut.bottom // 100
    return left, top, right, bottom
