"""One dimension as a form: an answer an indicator, as many as were touched.

What cannot be understood is refused by the services with the sentence of section G;
here boxes are only named, so that nothing typed is lost on the way.
"""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from municipio_seguro.instrument import Indicator
from municipio_seguro.models import Answer
from municipio_seguro.rounding import plainly
from municipio_seguro.services.answering import Said
from municipio_seguro.services.moving import digest
from network.forms.fields import ShortText

FIGURE, NOT_MEASURED, NA = "figure", "not_measured", "na"
SAID = (
    "level", "figure", "part", "total", "na_reason_es", "na_reason_en", "note",
    "change_reason",
)  # fmt: skip
# The box to which each sentence of section G belongs.
BOX_OF = {
    "G-E02": "figure", "G-E03": "figure", "G-E04": "part", "G-E04 none": "part",
    "G-E06": "na_reason_es", "reason": "change_reason",
}  # fmt: skip


def held_values(row: Answer | None, *, numeric: bool) -> dict[str, str]:
    """What stands saved for an indicator, as its boxes hold it."""
    if row is None:
        return dict.fromkeys(SAID, "")
    figures = {
        name: "" if value is None else plainly(value)
        for name, value in (
            ("figure", row.figure), ("part", row.part), ("total", row.total)
        )
    }  # fmt: skip
    return {
        **figures,
        "level": _level_of(row, numeric=numeric),
        "na_reason_es": _lined(row.na_reason_es or ""),
        "na_reason_en": _lined(row.na_reason_en or ""),
        "note": _lined(row.note),
        # Each correction says its own.
        "change_reason": "",
    }


def _lined(text: str) -> str:
    """A text as it is, whatever ends its lines: browsers send them another way."""
    return text.replace("\r\n", "\n").strip()


def _level_of(row: Answer, *, numeric: bool) -> str:
    if row.not_applicable:
        return NA
    if row.not_measured:
        return NOT_MEASURED
    if row.figure is not None:
        return FIGURE
    return "" if numeric or row.level is None else str(row.level)


class AnswersForm(forms.Form):
    """The indicators of one dimension, each with its own version."""

    def __init__(
        self,
        *args: Any,
        indicators: list[Indicator],
        rows: dict[str, Answer],
        reason: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicators, self.rows = indicators, rows
        for each in indicators:
            self._ask(each, rows.get(each.code), reason=reason)

    def _ask(self, each: Indicator, row: Answer | None, *, reason: bool) -> None:
        code, language = each.code, get_language()
        boxes: dict[str, forms.Field] = {
            "level": forms.ChoiceField(
                choices=_choices(each, language),
                widget=forms.RadioSelect,
                required=False,
                label=f"{code} · {each.label.in_language(language)}",
            ),
            "note": _text(_("Note of the municipality; not published"), rows=2),
            "version": forms.CharField(widget=forms.HiddenInput, required=False),
            "was": forms.CharField(widget=forms.HiddenInput, required=False),
        }
        if each.numeric is not None:
            unit = each.numeric.unit
            boxes["figure"] = _number(_("The figure (%(unit)s)") % {"unit": unit})
            if unit == "%":
                boxes["part"] = _number(_("Or so many…"))
                boxes["total"] = _number(_("…of so many"))
        if each.na_allowed:
            boxes["na_reason_es"] = _text(_("Why it does not apply; it is published"))
            boxes["na_reason_en"] = _text(_("The same in English"))
        if reason:
            boxes["change_reason"] = _text(_("Why this answer changes"))
        if row is not None and row.proposed:
            boxes["same"] = forms.BooleanField(
                required=False, label=_("It is still so")
            )
        saved = held_values(row, numeric=each.numeric is not None)
        saved["was"] = digest(saved)
        saved["version"] = str(row.version if row is not None and row.pk else 0)
        for name, field in boxes.items():
            self.fields[f"{code}-{name}"] = field
            self.initial[f"{code}-{name}"] = saved.get(name, "")

    def typed(self, code: str) -> dict[str, str]:
        """What stands in the boxes of an indicator, as it was sent."""
        return {name: _lined(self.data.get(f"{code}-{name}", "")) for name in SAID}

    def touched(self) -> list[str]:
        """The indicators in which something was written, chosen or taken out."""
        return [
            each.code
            for each in self.indicators
            if f"{each.code}-version" in self.data
            and digest(_whole(self.typed(each.code)))
            != self.data.get(f"{each.code}-was")
        ]

    def confirmed(self) -> list[str]:
        """The proposals of which somebody says that they are still so."""
        return [
            each.code for each in self.indicators if f"{each.code}-same" in self.data
        ]

    def version(self, code: str) -> int | None:
        """The version of the answer that was read; None when nobody knows."""
        text = self.data.get(f"{code}-version", "")
        return int(text) if text.isascii() and text.isdecimal() else None

    def said(self, code: str) -> Said:
        """What the services are told."""
        typed, numeric = self.typed(code), self._is_numeric(code)
        level = typed.pop("level")
        saved = held_values(self.rows.get(code), numeric=numeric)
        shared = typed["part"] and typed["total"]
        if level in (NA, NOT_MEASURED):
            typed |= {"figure": "", "part": "", "total": ""}
        elif shared and typed["figure"] == saved["figure"]:
            typed["figure"] = ""
        elif typed["part"] == saved["part"] and typed["total"] == saved["total"]:
            # The figure was written anew: the share it came from no longer holds.
            typed |= {"part": "", "total": ""}
        return Said(
            **typed,
            level="" if numeric or level in (NA, NOT_MEASURED) else level,
            not_measured=level == NOT_MEASURED,
            not_applicable=level == NA,
        )

    def says_both(self, code: str) -> bool:
        """True when a figure was written, and that there is none."""
        typed = self.typed(code)
        saved = held_values(self.rows.get(code), numeric=self._is_numeric(code))
        written = any(
            typed[name] and typed[name] != saved[name] for name in ("figure", "part")
        )
        return typed["level"] in (NA, NOT_MEASURED) and written

    def _is_numeric(self, code: str) -> bool:
        return any(each.code == code and each.numeric for each in self.indicators)

    def refuse(self, code: str, wrong: str, message: str) -> None:
        """Set a sentence of section G beside the box it is about."""
        name = f"{code}-{BOX_OF.get(wrong, 'level')}"
        self.add_error(name if name in self.fields else f"{code}-level", message)


def _whole(typed: dict[str, str]) -> dict[str, str]:
    """As `held_values` gives it: which choice a figure means need not be pressed."""
    given = typed["figure"] or typed["part"]
    if given and typed["level"] in ("", FIGURE):
        return {**typed, "level": FIGURE}
    return typed


def _choices(each: Indicator, language: str | None) -> list[tuple[str, Any]]:
    if each.numeric is None:
        found: list[tuple[str, Any]] = [
            (str(level), text.in_language(language))
            for level, text in enumerate(each.levels)
        ]
    else:
        found = [
            (FIGURE, _("We have the figure")),
            (NOT_MEASURED, _("It is not measured: level 0")),
        ]
    if each.na_allowed:
        found.append((NA, _("It does not apply")))
    return found


def _number(label: Any) -> forms.CharField:
    attributes = {"inputmode": "decimal", "autocomplete": "off", "maxlength": 30}
    return forms.CharField(
        required=False, label=label, widget=forms.TextInput(attrs=attributes)
    )


def _text(label: Any, rows: int = 2) -> ShortText:
    return ShortText(max_length=2_000, required=False, label=label, rows=rows)
