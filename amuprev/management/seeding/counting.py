"""How many people took part in a sample, counted in the several ways people count."""

from collections.abc import Callable

from network.choices import SMALL_NUMBER, AgeBand, CountingMethod, Sex
from network.services.publication import MINORS

Cell = tuple[str, str, int, int]
Draw = Callable[[], float]

MINOR_BANDS = frozenset(band.value for band in MINORS)
AGES = tuple(band.value for band in AgeBand if band != AgeBand.UNKNOWN)
METHODS = tuple(method.value for method in CountingMethod)
WOMEN, MEN, OTHER, UNKNOWN = (
    Sex.WOMEN.value, Sex.MEN.value, Sex.OTHER.value, Sex.UNKNOWN.value,
)  # fmt: skip
WITHOUT_AGE = AgeBand.UNKNOWN.value


def cells_of(draw: Draw, *, strict: bool, decided: bool) -> tuple[str, list[Cell]]:
    """How they were counted, and (sex, age, people, hidden) of each cell.

    Small cells are hidden as an approval would: of minors always, of a sensitive
    activity (strict) all, and only once it was decided.
    """
    chance = draw()
    if chance < 0.12:
        return "", []
    if chance < 0.62:
        asked = [(WOMEN, WITHOUT_AGE), (MEN, WITHOUT_AGE)]
    elif chance < 0.72:
        asked = [(UNKNOWN, WITHOUT_AGE)]
    else:
        first = int(draw() * 4)
        bands = AGES[first : first + 1 + int(draw() * 3)]
        asked = [(sex, band) for band in bands for sex in (WOMEN, MEN)]
        if draw() < 0.05:
            asked.append((OTHER, WITHOUT_AGE))
    cells = []
    for sex, age in asked:
        people = int(draw() ** 2 * 60)
        small = people < SMALL_NUMBER and (strict or age in MINOR_BANDS)
        cells.append((sex, age, people, int(decided and small)))
    return METHODS[int(draw() * len(METHODS))], cells
