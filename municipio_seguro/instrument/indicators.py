"""Reads one dimension of an instrument file with its indicators."""

import re
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from municipio_seguro.instrument import fixed
from municipio_seguro.instrument.lined import Listed, Mapped
from municipio_seguro.instrument.shapes import (
    CITIZEN,
    KINDS,
    STAFF,
    CitizenQuestion,
    Dimension,
    Indicator,
    Numeric,
    Source,
)
from municipio_seguro.instrument.taking import Taking

DIMENSION_CODE = re.compile(r"[A-Z]{3}")
KNOWN = (
    "code", "revision", "kind", "label", "question", "levels", "evidence", "audience",
    "source", "unit", "numeric", "na_allowed", "citizen", "equivalent_to",
)  # fmt: skip


def read_dimension(
    take: Taking, row: Mapped, sources: dict[str, Source], voices: set[str]
) -> Dimension:
    """One dimension; what is wrong in it is noted."""
    code = take.word(row, "code", "dimensions")
    take.only(row, ("code", "name", "weight", "seed_phrase", "indicators"), code)
    if not DIMENSION_CODE.fullmatch(code):
        take.wrong(take.line(row, "code"), code, _("three capital letters"))
    found: list[Indicator] = []
    for each in take.rows(row, "indicators", code):
        indicator = _indicator(take, each, sources, voices)
        if not re.fullmatch(rf"{re.escape(code)}-\d\d", indicator.code):
            line = take.line(each, "code")
            take.wrong(line, indicator.code, _("write it as %(code)s-01"), code=code)
        if indicator.code in {other.code for other in found}:
            take.wrong(take.line(each, "code"), indicator.code, _("it is repeated"))
        found.append(indicator)
    return Dimension(
        code=code,
        name=take.texts_at(row, "name", code),
        weight=take.number(row, "weight", code),
        seed_phrase=take.word(row, "seed_phrase", code),
        indicators=tuple(found),
    )


def _indicator(
    take: Taking, row: Mapped, sources: dict[str, Source], voices: set[str]
) -> Indicator:
    code = take.word(row, "code", "indicators")
    take.only(row, KNOWN, code)
    kind = take.word(row, "kind", code)
    if kind not in KINDS:
        take.wrong(
            take.line(row, "kind"), code, _("unknown kind «%(kind)s»"), kind=kind
        )
    revision = row.get("revision")
    if not isinstance(revision, int) or isinstance(revision, bool) or revision < 1:
        take.wrong(take.line(row, "revision"), code, _("its revision begins with 1"))
        revision = 1
    return Indicator(
        code=code,
        revision=revision,
        kind=kind,
        label=take.texts_at(row, "label", code),
        question=take.texts_at(row, "question", code),
        levels=take.steps(row, code),
        evidence=take.texts_at(row, "evidence", code),
        sources=fixed.sources_of(take, row, code, sources),
        numeric=_numeric(take, row, code),
        na_allowed=take.flag(row, "na_allowed", code),
        citizen=_citizen(take, row, code, voices),
        equivalent_to=row.get("equivalent_to") or "",
    )


def _numeric(take: Taking, row: Mapped, code: str) -> Numeric | None:
    if "numeric" not in row:
        return None
    said = take.mapping(row, "numeric", code)
    take.only(said, ("unit", "min", "max", "thresholds", "better"), code)
    if said.get("better") != "higher":
        take.wrong(said.line, code, _("only «better: higher» is known"))
    low, high = take.number(said, "min", code), take.number(said, "max", code)
    rows = said.get("thresholds")
    steps = [
        Decimal(each)
        for each in (rows if isinstance(rows, Listed) else ())
        if isinstance(each, int | Decimal)
    ]
    rising = len(steps) == 3 and low < steps[0] < steps[1] < steps[2] <= high
    if not rising:
        line = take.line(said, "thresholds")
        take.wrong(line, code, _("three rising thresholds between min and max"))
    return Numeric(take.word(said, "unit", code), low, high, tuple(steps))


def _citizen(
    take: Taking, row: Mapped, code: str, voices: set[str]
) -> CitizenQuestion | None:
    audience = row.get("audience")
    if audience not in ([STAFF], [STAFF, CITIZEN]):
        line = take.line(row, "audience")
        take.wrong(line, code, _("audience is [staff] or [staff, citizen]"))
    asked = isinstance(audience, list) and CITIZEN in audience
    if asked != ("citizen" in row):
        line = take.line(row, "citizen")
        take.wrong(line, code, _("its audience and its «citizen» do not agree"))
    if not asked or "citizen" not in row:
        return None
    said = take.mapping(row, "citizen", code)
    what = f"{code}, citizen"
    take.only(
        said, ("question", "levels", "groups", "child_ok", "child_question"), what
    )
    groups = said.get("groups", [])
    if not isinstance(groups, list) or set(groups) - voices:
        take.wrong(take.line(said, "groups"), what, _("unknown group"))
        groups = []
    child = "child_question" in said
    return CitizenQuestion(
        question=take.texts_at(said, "question", what),
        levels=take.steps(said, what),
        groups=tuple(groups),
        child_ok=take.flag(said, "child_ok", what),
        child_question=take.texts_at(said, "child_question", what) if child else None,
    )
