"""The X-ray of an assessment: what blocks it, what should be looked at, what to know.

Pure: it is given facts. Each finding names the code of section G and what it is about,
so that a screen can lead to the answer.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from municipio_seguro import matrix
from municipio_seguro.confidence import lacks_proof
from municipio_seguro.instrument import Instrument
from municipio_seguro.messages import say
from municipio_seguro.scoring import HIGHEST, Given, index_published, tally

ASLEEP_DAYS = 90
# The severity of a code is its letter.
ERROR, WARNING, NOTE = "E", "W", "N"
JUMP = 2


@dataclass(frozen=True)
class Finding:
    """One thing found."""

    code: str
    about: str
    message: str

    @property
    def severity(self) -> str:
        """E blocks, W warns, N informs."""
        return self.code[2]


@dataclass(frozen=True)
class AnswerFact:
    """An answer as the X-ray needs it."""

    given: Given
    strength: int = 0
    not_measured: bool = False
    # The newest date of its evidence when all of it is old.
    old_since: datetime.date | None = None


@dataclass(frozen=True)
class RiskFact:
    """A risk as the X-ray needs it."""

    key: int
    title: str
    level: str
    rated_on: datetime.date
    # Some measure of the plan is for it, whatever became of it.
    measured: bool = False
    # Some measure for it was approved.
    approved: bool = False
    accepted: bool = False
    reason: str = ""
    until: datetime.date | None = None
    # Read by the municipality's own people alone.
    reserved: bool = False


@dataclass(frozen=True)
class MeasureFact:
    """A measure as the X-ray needs it."""

    key: int
    title: str
    due_on: datetime.date
    open: bool
    done: bool = False
    proved: bool = False
    last_told: datetime.date | None = None
    reserved: bool = False


@dataclass(frozen=True)
class Facts:
    """All that is known of an assessment on a day."""

    instrument: Instrument
    today: datetime.date
    answers: Mapping[str, AnswerFact] = field(default_factory=dict)
    # Of the last assessment, by «CODE/REVISION».
    before: Mapping[str, Given] = field(default_factory=dict)
    # Gap and whether a reply stands, by dimension.
    gaps: Mapping[str, tuple[Any, bool]] = field(default_factory=dict)
    risks: tuple[RiskFact, ...] = ()
    measures: tuple[MeasureFact, ...] = ()
    cover_in_force: bool = False
    private_agreement: bool = False
    # Of a first look: the questions it asks; nothing for the whole instrument.
    only: tuple[str, ...] = ()

    def given(self, code: str) -> Given:
        """The answer of an indicator."""
        fact = self.answers.get(code)
        return fact.given if fact else None

    def at_least(self, code: str, level: int) -> bool:
        """True when an indicator stands at a level or above."""
        found = self.given(code)
        return isinstance(found, int) and found >= level


def x_ray_for_others(facts: Facts) -> list[Finding]:
    """What is found, and would be without what the municipality's people alone read."""
    told = replace(
        facts,
        risks=tuple(each for each in facts.risks if not each.reserved),
        measures=tuple(each for each in facts.measures if not each.reserved),
    )
    without = x_ray(told)
    return [each for each in x_ray(facts) if each in without]


def x_ray(facts: Facts) -> list[Finding]:
    """Everything found, errors first."""
    found = [
        *_proofs(facts),
        *_lacking(facts),
        *_gaps(facts),
        *_jumps(facts),
        *_sameness(facts),
        *_contradictions(facts),
        *_risks(facts),
        *_measures(facts),
        *_not_measured(facts),
    ]
    return sorted(found, key=lambda each: (ERROR, WARNING, NOTE).index(each.severity))


def blocking(found: Iterable[Finding]) -> list[Finding]:
    """What has to be mended first."""
    return [each for each in found if each.severity == ERROR]


def _found(code: str, about: str, /, **values: Any) -> Finding:
    return Finding(code, about, say(code, **values))


def _proofs(facts: Facts) -> Iterator[Finding]:
    for code, fact in facts.answers.items():
        if lacks_proof(fact.given, fact.strength):
            sentence = "G-E07" if fact.given == HIGHEST else "G-E07 any"
            said = say(sentence, code=code, level=fact.given)
            yield Finding("G-E07", code, said)
        if fact.old_since is not None:
            yield _found("G-W01", code, code=code, date=fact.old_since)


def _lacking(facts: Facts) -> Iterator[Finding]:
    if facts.only:
        missing = sum(1 for code in facts.only if facts.given(code) is None)
        if missing:
            name = _("the first look")
            yield _found("G-E14", "", count=missing, dimension=name)
        return
    answered = applicable = 0
    lacking = False
    for each in facts.instrument.dimensions:
        counted = tally(facts.given(i.code) for i in each.indicators)
        answered += counted.answered
        applicable += counted.applicable
        if not counted.published:
            lacking = True
            name = each.name.in_language(get_language())
            yield _found(
                "G-E14", each.code, count=max(1, counted.lacking), dimension=name
            )
    if not lacking and not index_published(answered, applicable):
        short = -(-4 * applicable // 5) - answered
        yield _found("G-E14", "", count=short, dimension=_("the index"))


def _gaps(facts: Facts) -> Iterator[Finding]:
    for code, (gap, replied) in facts.gaps.items():
        if not replied:
            name = facts.instrument.by_code[code].name.in_language(get_language())
            yield _found("G-E17", code, dimension=name, gap=gap)


def _jumps(facts: Facts) -> Iterator[Finding]:
    for code, indicator in facts.instrument.indicators.items():
        now, then = facts.given(code), facts.before.get(indicator.key)
        if isinstance(now, int) and isinstance(then, int) and abs(now - then) >= JUMP:
            yield _found("G-W02", code, code=code, a=then, b=now)


def _sameness(facts: Facts) -> Iterator[Finding]:
    for each in facts.instrument.dimensions:
        levels = [
            given
            for i in each.indicators
            if isinstance(given := facts.given(i.code), int)
        ]
        if len(levels) == len(each.indicators) and len(set(levels)) == 1:
            name = each.name.in_language(get_language())
            yield _found("G-W03", each.code, dimension=name)


def _contradictions(facts: Facts) -> Iterator[Finding]:
    register = _("the risk register")
    high = any(
        each.level in matrix.PRESSING and not each.measured and not each.accepted
        for each in facts.risks
    )
    for holds, one, other, why in (
        (
            facts.at_least("EVA-04", 2) and not facts.risks,
            "EVA-04",
            register,
            _("no risk was rated"),
        ),
        (
            facts.at_least("EVA-05", 2) and high,
            "EVA-05",
            register,
            _("a high risk has no measure"),
        ),
        (
            facts.at_least("CON-03", 2) and facts.given("CON-01") == 0,
            "CON-03",
            "CON-01",
            _("a plan is tested that does not exist"),
        ),
        (
            facts.at_least("FIN-05", 1) and not facts.cover_in_force,
            "FIN-05",
            _("the risk-transfer instruments"),
            _("none is in force"),
        ),
        (
            facts.at_least("PAR-05", 2) and not facts.private_agreement,
            "PAR-05",
            _("its evidence"),
            _("there is no agreement among it"),
        ),
    ):
        if holds:
            yield _found("G-W04", one, code1=one, code2=other, detail=why)


def _risks(facts: Facts) -> Iterator[Finding]:
    for each in facts.risks:
        about = f"risk:{each.key}"
        if each.accepted:
            over = each.until is None or each.until < facts.today
            if over or not each.reason.strip():
                yield _found("G-W07", about, title=each.title)
        elif each.level in matrix.PRESSING and (
            not each.measured or _is_late(each, facts.today)
        ):
            yield _found("G-W05", about, title=each.title, level=_level(each.level))


def _is_late(risk: RiskFact, today: datetime.date) -> bool:
    """True when the days in which a measure should be approved are over."""
    due = matrix.measure_due(risk.level, risk.rated_on)
    return not risk.approved and due is not None and due < today


def _level(level: str) -> str:
    names = {"B": _("low"), "M": _("medium"), "A": _("high"), "E": _("extreme")}
    return names[level]


def _measures(facts: Facts) -> Iterator[Finding]:
    rest = datetime.timedelta(days=ASLEEP_DAYS)
    for each in facts.measures:
        about, title = f"measure:{each.key}", each.title
        if each.open and each.due_on < facts.today:
            yield _found("G-W06", about, title=title, date=each.due_on)
        if each.open and each.last_told and each.last_told + rest < facts.today:
            yield Finding("G-W06", about, say("G-W06 asleep", title=title))
        if each.done and not each.proved:
            yield Finding("G-W06", about, say("G-W06 unproved", title=title))


def _not_measured(facts: Facts) -> Iterator[Finding]:
    for code, fact in facts.answers.items():
        if fact.not_measured and fact.given == 0:
            yield _found("G-N05", code)
