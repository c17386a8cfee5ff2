"""Dates of which only the year, or the month, may be known."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format, time_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.figures import figure
from amuprev.foundation.people_told import office_told, people_told
from network.choices import DatePrecision
from network.forms.fields import DateBoxes, ForgivingDateField, ShortText

LONGEST_TEXT = 20_000


@dataclass(frozen=True)
class Known:
    """A date, and how exactly it is known."""

    on: datetime.date
    precision: str


class PartialDateBoxes(DateBoxes):
    """Day, month and year, of which the first ones may stay blank."""

    def decompress(self, value: Any) -> list[Any]:
        if not isinstance(value, Known):
            return super().decompress(value)
        boxes = super().decompress(value.on)
        if value.precision == DatePrecision.YEAR:
            return ["", "", boxes[2]]
        return ["", *boxes[1:]] if value.precision == DatePrecision.MONTH else boxes


class PartialDateField(ForgivingDateField):
    """A date and how exactly it is known: a year alone, a month, or a day."""

    widget = PartialDateBoxes
    default_error_messages = {
        "required": _("Write at least the year."),
        "incomplete": _("Write the year; a day also needs its month."),
    }

    def clean(self, value: list[str] | None) -> Any:
        boxes = [str(box or "").replace("\x00", "").strip() for box in value or []]
        if not any(boxes):
            return super().clean(value)
        day, month, year = boxes if len(boxes) == 3 else ("", "", "")
        if not year or (day and not month):
            raise ValidationError(self.error_messages["incomplete"], "incomplete")
        on: Any = super().clean([day or "1", month or "1", year])
        if day:
            return Known(on, DatePrecision.DAY.value)
        return Known(on, (DatePrecision.MONTH if month else DatePrecision.YEAR).value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        boxes = PartialDateBoxes().decompress(initial)
        return [str(box) for box in boxes] != [str(box or "") for box in data or []]


LONGEST_YEAR = 9999


def _limit(number: int) -> Any:
    """A limit as it is told: a year as it is, what is larger with its thousands apart."""
    return number if number <= LONGEST_YEAR else lazy(figure, str)(number)


class WholeNumberField(forms.IntegerField):
    """A whole number typed in a plain box; its limits are said in words."""

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        told = format_lazy(
            _("Write a whole number from {least} to {most}."),
            least=_limit(least),
            most=_limit(most),
        )
        super().__init__(
            min_value=least,
            max_value=most,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), told),
            **kwargs,
        )


class ToldText(ShortText):
    """A text that is written to be public: names and days to come are noticed too."""

    notices = staticmethod(people_told)


class OfficeText(ShortText):
    """A post or an office: a person's name there is noticed, also without a title."""

    notices = staticmethod(office_told)


def spanish(label: Any, most: int, **kwargs: Any) -> ShortText:
    """The Spanish of a text: written first."""
    return ToldText(max_length=most, label=label, **kwargs)


def english(label: Any, most: int, **kwargs: Any) -> ShortText:
    """Its English, which may come later."""
    field = ToldText(max_length=most, required=False, label=label, **kwargs)
    field.widget.attrs["lang"] = "en"
    return field


def coarser(*known: Known | None) -> str:
    """How exactly a pair of dates is known: as the less exact of both."""
    order = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)
    found = [order.index(DatePrecision(each.precision)) for each in known if each]
    return order[min(found)].value if found else DatePrecision.YEAR.value


def in_words(field: forms.Field, value: Any) -> str:
    """An answer as a person reads it."""
    if isinstance(value, Known):
        value = value.on
    if isinstance(value, bool):
        return str(_("Yes")) if value else str(_("No"))
    if isinstance(value, datetime.time):
        return time_format(value, "H:i")
    if hasattr(value, "isoformat"):
        return date_format(value, "DATE_FORMAT")
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(str(each) for each in value or ()))
    labels = dict(getattr(field, "choices", ()))
    if isinstance(value, list | tuple):
        return ", ".join(str(labels.get(each, each)) for each in value)
    return str(labels.get(value, "" if value is None else value))
