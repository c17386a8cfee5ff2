"""What citizens answered, by voice, beside the official score and never inside it.

No cell under eleven, nor any figure from which one could be had: totals are sums of
shown voices, counts are bands, and nothing is shown before the consultation closed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from municipio_seguro.rounding import shown
from municipio_seguro.scoring import HIGHEST, HUNDRED, Given

FEWEST = 11
FEWEST_VOICES = 2
FEWEST_RESPONSES = 30
GAP = 25
# How many answered is told as a band only.
COUNT_BANDS = ((11, 20), (21, 50), (51, 100), (101, 250), (251, None))


@dataclass(frozen=True)
class Cell:
    """The answers of one voice to one question: how many, and the sum of levels."""

    answers: int
    points: int

    @property
    def score(self) -> Fraction | None:
        """Its mean from 0 to 100; None of fewer than eleven."""
        if self.answers < FEWEST:
            return None
        return HUNDRED * self.points / (HIGHEST * self.answers)

    @property
    def shown_score(self) -> Decimal | None:
        """It, as shown."""
        return None if self.score is None else shown(self.score)


def count_band(answers: int) -> tuple[int, int | None] | None:
    """The band of a count; None of fewer than eleven."""
    found = (b for b in COUNT_BANDS if answers >= b[0] and (b[1] or answers) >= answers)
    return next(found, None)


@dataclass(frozen=True)
class VoiceScore:
    """One voice in one dimension."""

    exact: Fraction
    responses: int
    indicators: frozenset[str]

    @property
    def score(self) -> Decimal:
        """Its score as shown."""
        return shown(self.exact)


def voice_score(cells: Mapping[str, Cell], asked: Iterable[str]) -> VoiceScore | None:
    """A voice over the questions put to it; None when too few can be shown."""
    questions = frozenset(asked)
    scores = {
        code: score
        for code in questions & cells.keys()
        if (score := cells[code].score) is not None
    }
    if not scores or 2 * len(scores) < len(questions):
        return None
    mean = sum(scores.values(), Fraction(0)) / len(scores)
    return VoiceScore(mean, max(cells[c].answers for c in scores), frozenset(scores))


@dataclass(frozen=True)
class CitizenScore:
    """What the population sees in one dimension, and how far the town hall is from it."""

    voices: Mapping[str, VoiceScore]
    hidden: tuple[str, ...]
    staff: Mapping[str, Given]
    cells: Mapping[str, Mapping[str, Cell]]

    @property
    def responses(self) -> int:
        """Responses in the voices that are shown; to be told as a band."""
        return sum(each.responses for each in self.voices.values())

    @property
    def shown(self) -> bool:
        """True when enough voices, and enough people in them, spoke."""
        return len(self.voices) >= FEWEST_VOICES and self.responses >= FEWEST_RESPONSES

    @property
    def exact(self) -> Fraction | None:
        """The plain mean of the shown voices, whatever their number."""
        if not self.shown:
            return None
        scores = (each.exact for each in self.voices.values())
        return sum(scores, Fraction(0)) / len(self.voices)

    @property
    def score(self) -> Decimal | None:
        """It, as shown."""
        return None if self.exact is None else shown(self.exact)

    @property
    def in_common(self) -> frozenset[str]:
        """The indicators that shown voices and staff both answered."""
        spoken = frozenset[str]().union(*(v.indicators for v in self.voices.values()))
        return frozenset(c for c in spoken if isinstance(self.staff.get(c), int))

    @property
    def staff_score(self) -> Decimal | None:
        """The official score over the same indicators."""
        levels = [int(self.staff[code] or 0) for code in self.in_common]
        if not self.shown or not levels:
            return None
        return shown(HUNDRED * sum(levels) / (HIGHEST * len(levels)))

    @property
    def compared_score(self) -> Decimal | None:
        """The population's score over what staff answered too."""
        if not self.shown or not self.in_common:
            return None
        scores = []
        for code, voice in self.voices.items():
            own = [
                cell.score or Fraction(0)
                for indicator, cell in self.cells[code].items()
                if indicator in voice.indicators & self.in_common
            ]
            if own:
                scores.append(sum(own, Fraction(0)) / len(own))
        return shown(sum(scores, Fraction(0)) / len(scores)) if scores else None

    @property
    def gap(self) -> Decimal | None:
        """How much more the town hall sees than the population."""
        staff, citizens = self.staff_score, self.compared_score
        return None if staff is None or citizens is None else staff - citizens

    @property
    def reply_required(self) -> bool:
        """True when the mayor's office must say something about the gap."""
        return self.gap is not None and self.gap >= GAP


def citizen_score(
    cells: Mapping[str, Mapping[str, Cell]],
    asked: Mapping[str, Iterable[str]],
    staff: Mapping[str, Given],
) -> CitizenScore:
    """One dimension from the cells of each voice and the questions put to it."""
    found = {voice: voice_score(own, asked[voice]) for voice, own in cells.items()}
    return CitizenScore(
        {voice: score for voice, score in found.items() if score is not None},
        tuple(voice for voice, score in found.items() if score is None),
        staff,
        cells,
    )
