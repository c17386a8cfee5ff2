"""What a new version may change beside those already there.

A code means one thing for ever; what it means changes only with its revision, and the
version's number says how much changed. Texts of the same revision change only in a
patch, by which whoever loads it says that the meaning stayed.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from municipio_seguro.instrument.faults import Fault, InstrumentRefused
from municipio_seguro.instrument.shapes import Indicator, Instrument

# What belongs to the scale and the formulas, and so to the major number.
FORMULA_PARTS = ("min", "max")


def refuse_changes(
    new: Instrument, known: Iterable[Instrument], lines: dict[str, int] | None = None
) -> None:
    """Hold a version against those loaded before.

    Raises InstrumentRefused for an edit of one of them, a code used again, a meaning
    changed without its revision, or a number too small for what changed.
    """
    checked = _Checked(new, lines or {})
    for old in known:
        checked.against(old)
    lower = [each for each in known if each.numbers < new.numbers]
    if lower:
        checked.after(max(lower, key=lambda each: each.numbers), lower)
    if checked.faults:
        raise InstrumentRefused(checked.faults)


class _Checked:
    def __init__(self, new: Instrument, lines: dict[str, int]) -> None:
        self.new = new
        self.lines = lines
        self.faults: list[Fault] = []

    def wrong(self, code: str, why: "str | Promise") -> None:
        self.faults.append(Fault(self.lines.get(code, 1), code, why))

    def against(self, old: Instrument) -> None:
        """The same version says the same; the same revision means the same."""
        if old.version == self.new.version:
            if old.plain != self.new.plain:
                self.wrong("version", _("it is in use: give it a new number"))
            return
        patch = old.numbers[:2] == self.new.numbers[:2]
        for code, indicator in self.new.indicators.items():
            before = old.indicators.get(code)
            if before is None or before.revision != indicator.revision:
                continue
            if _structure(self.new, before=indicator) != _structure(old, before=before):
                self.wrong(code, _("its meaning changed; raise its revision"))
            elif not patch and _wording(before) != _wording(indicator):
                self.wrong(
                    code,
                    _(
                        "its words changed; raise its revision, or mend words alone in"
                        " a patch"
                    ),
                )

    def after(self, last: Instrument, lower: list[Instrument]) -> None:
        """What changed since the last version, against how its number rose."""
        gone = {c for each in lower for c in each.indicators} - last.indicators.keys()
        for code in sorted(gone & self.new.indicators.keys()):
            self.wrong(code, _("a code that left is not used again"))
        for code, indicator in self.new.indicators.items():
            before = last.indicators.get(code)
            if before is not None and indicator.revision < before.revision:
                self.wrong(code, _("its revision fell"))
        raised_major = self.new.numbers[0] > last.numbers[0]
        raised_minor = raised_major or self.new.numbers[:2] > last.numbers[:2]
        if _formula(self.new) != _formula(last) and not raised_major:
            self.wrong(
                "version", _("scale, dimension or formula changed: a major number")
            )
        if _questions(self.new) != _questions(last) and not raised_minor:
            self.wrong("version", _("indicators or revisions changed: a minor number"))


def _formula(of: Instrument) -> dict[str, Any]:
    scale = of.plain["scale"]
    scoring = {k: v for k, v in of.plain["scoring"].items() if k != "bands"}
    return {
        "scale": [scale[part] for part in FORMULA_PARTS],
        "scoring": scoring,
        "bands": [(row["from"], row["code"]) for row in of.plain["scoring"]["bands"]],
        "dimensions": [(each.code, each.weight) for each in of.dimensions],
    }


def _questions(of: Instrument) -> set[str]:
    return {each.key for each in of.indicators.values()}


def _structure(of: Instrument, *, before: Indicator) -> tuple:
    asked = before.citizen
    return (
        of.dimension_of[before.code].code,
        before.kind,
        before.numeric,
        before.na_allowed,
        asked and (asked.groups, asked.child_ok),
    )


def _wording(of: Indicator) -> tuple:
    asked = of.citizen
    citizen = asked and (asked.question.es, [each.es for each in asked.levels])
    return (of.question.es, [each.es for each in of.levels], citizen)
