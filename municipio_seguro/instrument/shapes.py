"""What an instrument is made of, once read: plain values that nobody changes."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

STRUCTURE, PROCESS, RESULT = "structure", "process", "result"
KINDS = (STRUCTURE, PROCESS, RESULT)
STAFF, CITIZEN = "staff", "citizen"


@dataclass(frozen=True)
class Texts:
    """One text in both languages."""

    es: str
    en: str

    def in_language(self, language: str | None) -> str:
        """The text in a language; Spanish is the reference."""
        return self.en if language == "en" else self.es


@dataclass(frozen=True)
class Numeric:
    """The figure an indicator asks for, and the thresholds of its levels."""

    unit: str
    minimum: Decimal
    maximum: Decimal
    thresholds: tuple[Decimal, ...]


@dataclass(frozen=True)
class CitizenQuestion:
    """An indicator as it is put to citizens."""

    question: Texts
    levels: tuple[Texts, ...]
    groups: tuple[str, ...] = ()
    child_ok: bool = False
    child_question: Texts | None = None

    def is_put_to(self, voice: str) -> bool:
        """True when this voice is asked: children only what is fit for them."""
        if self.groups:
            return voice in self.groups
        return self.child_ok if voice == "children" else True

    @property
    def is_common(self) -> bool:
        """True when it is put to every voice, and so counts in its dimension."""
        return not self.groups


@dataclass(frozen=True)
class Indicator:
    """One scored question with its four levels."""

    code: str
    revision: int
    kind: str
    label: Texts
    question: Texts
    levels: tuple[Texts, ...]
    evidence: Texts
    sources: tuple[str, ...]
    numeric: Numeric | None = None
    na_allowed: bool = False
    citizen: CitizenQuestion | None = None
    equivalent_to: str = ""

    @property
    def key(self) -> str:
        """Code and revision: the same question over time."""
        return f"{self.code}/{self.revision}"


@dataclass(frozen=True)
class Dimension:
    """A dimension and its indicators."""

    code: str
    name: Texts
    weight: Decimal
    seed_phrase: str
    indicators: tuple[Indicator, ...]

    def asked_of(self, voice: str) -> tuple[str, ...]:
        """The common citizen questions that are put to a voice."""
        return tuple(
            each.code
            for each in self.indicators
            if each.citizen and each.citizen.is_common and each.citizen.is_put_to(voice)
        )


@dataclass(frozen=True)
class VoiceGroup:
    """One of the voices that speak in a consultation."""

    code: str
    name: Texts
    facilitated_only: bool = False
    facilitated_only_under: int | None = None


@dataclass(frozen=True)
class ContextIndicator:
    """A figure shown beside the report, never scored."""

    code: str
    label: Texts
    unit: Texts
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """Where a question comes from."""

    title: str
    url: str


@dataclass(frozen=True)
class Instrument:
    """A whole version of the instrument."""

    version: str
    title: Texts
    rule: Texts
    numeric_rule: Texts
    scale: tuple[Texts, ...]
    strengths: tuple[Texts, ...]
    bands: dict[str, Texts]
    voices: tuple[VoiceGroup, ...]
    dimensions: tuple[Dimension, ...]
    context_rule: Texts
    context: tuple[ContextIndicator, ...]
    sources: dict[str, Source]
    # The file as read, plain: what is kept and compared.
    plain: dict[str, Any]

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by its code, in order."""
        return {i.code: i for each in self.dimensions for i in each.indicators}

    @cached_property
    def dimension_of(self) -> dict[str, Dimension]:
        """The dimension of each indicator's code."""
        return {i.code: each for each in self.dimensions for i in each.indicators}

    @cached_property
    def by_code(self) -> dict[str, Dimension]:
        """Dimensions by their code."""
        return {each.code: each for each in self.dimensions}

    @cached_property
    def weights(self) -> dict[str, Fraction]:
        """The weight of each dimension, exact."""
        return {each.code: Fraction(each.weight) for each in self.dimensions}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each indicator."""
        return {code: each.kind for code, each in self.indicators.items()}

    @cached_property
    def citizen_questions(self) -> dict[str, CitizenQuestion]:
        """What citizens are asked, by indicator."""
        return {c: i.citizen for c, i in self.indicators.items() if i.citizen}

    def asked_of(self, voice: str) -> tuple[str, ...]:
        """Every question put to a voice, its own ones included."""
        return tuple(
            code
            for code, each in self.citizen_questions.items()
            if each.is_put_to(voice)
        )

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Major, minor and patch."""
        return numbers_of(self.version)


def numbers_of(version: str) -> tuple[int, int, int]:
    """Major, minor and patch of a version. Raises ValueError for another form."""
    parts = version.split(".")
    if len(parts) != 3 or not all(p.isdecimal() and p.isascii() for p in parts):
        raise ValueError(version)
    major, minor, patch = map(int, parts)
    return major, minor, patch
