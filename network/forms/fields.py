"""Fields that forgive: dates in three boxes, numbers of people."""

import calendar
import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BoundField
from django.forms.models import ModelChoiceIteratorValue
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.collation import bare
from amuprev.foundation.figures import figure
from amuprev.foundation.near import every
from amuprev.foundation.personal_data import Found, personal_data
from network.choices import MOST_PEOPLE
from network.models.lists import ListEntry

ACTIVE = {"active": True}
FIRST_YEAR = 1990
# A key of eighteen figures still fits in the database's columns.
MOST_DIGITS = 18

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene january jan",
            "febrero feb february",
            "marzo mar march",
            "abril abr april apr",
            "mayo may",
            "junio jun june",
            "julio jul july",
            "agosto ago august aug",
            "septiembre setiembre sep set september sept",
            "octubre oct october",
            "noviembre nov november",
            "diciembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}


class DateBoxes(forms.MultiWidget):
    """Day, month and year in three boxes; the month may be written as a word."""

    use_fieldset = True

    def __init__(self, attrs: dict | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": forms.TextInput(attrs={"inputmode": "numeric"}),
            "month": forms.TextInput(),
            "year": forms.TextInput(attrs={"inputmode": "numeric"}),
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: datetime.date | str | None) -> list[Any]:
        if isinstance(value, str):
            try:
                value = datetime.date.fromisoformat(value)
            except ValueError:
                return ["", "", ""]
        return [value.day, value.month, value.year] if value else ["", "", ""]


class ForgivingDateField(forms.Field):
    """A date typed in three boxes; each mistake gets the sentence that mends it."""

    widget = DateBoxes
    # How far ahead a day may lie.
    years_ahead = 5
    default_error_messages = {
        "required": _("Write the date of the activity."),
        "incomplete": _("Write the day, the month and the year."),
        "year": _("Write the year with four figures, for example 2026."),
        "month": _("Write the month as a number from 1 to 12, or by its name."),
        "day": _("That month does not have that day. Check the day and the month."),
        "far": _("Write a year between 1990 and %(last)d."),
    }

    def clean(self, value: list[str] | None) -> datetime.date | None:
        boxes = [str(box or "").replace("\x00", "").strip() for box in value or []]
        if not any(boxes):
            if self.required:
                raise ValidationError(self.error_messages["required"], "required")
            return None
        if len(boxes) != 3 or not all(boxes):
            raise ValidationError(self.error_messages["incomplete"], "incomplete")
        day, month, year = boxes
        return self._date(day, self._month(month), self._year(year))

    def has_changed(self, initial: Any, data: Any) -> bool:
        boxes = DateBoxes().decompress(initial)
        return [str(box) for box in boxes] != [str(box or "") for box in data or []]

    def _year(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) == 4):
            raise ValidationError(self.error_messages["year"], "year")
        year, last = int(text), datetime.date.today().year + self.years_ahead  # noqa: DTZ011  a wide bound
        if not FIRST_YEAR <= year <= last:
            raise ValidationError(self.error_messages["far"], "far", {"last": last})
        return year

    def _month(self, text: str) -> int:
        plain = _plain(text)
        if plain.isdigit() and plain.isascii() and len(plain) <= 2:
            month = int(plain)
        else:
            month = MONTHS.get(plain, 0)
        if not 1 <= month <= 12:
            raise ValidationError(self.error_messages["month"], "month")
        return month

    def _date(self, text: str, month: int, year: int) -> datetime.date:
        plain = text.strip(".º°")
        days = calendar.monthrange(year, month)[1]
        if not (plain.isascii() and plain.isdigit() and len(plain) <= 2):
            raise ValidationError(self.error_messages["day"], "day")
        if not 1 <= int(plain) <= days:
            raise ValidationError(self.error_messages["day"], "day")
        return datetime.date(year, month, int(plain))


class PeopleField(forms.Field):
    """A number of people: blank is unknown, zero is zero."""

    default_error_messages = {
        "number": _("Write a whole number, without letters, or leave it blank."),
        "negative": _("Write the number without a minus sign."),
        "many": _("Write a number up to 1,000,000, or check the figure."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault(
            "widget",
            forms.TextInput(
                attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 20}
            ),
        )
        super().__init__(**kwargs)

    def clean(self, value: Any) -> int | None:
        text = str(value if value is not None else "").strip()
        if not text:
            return None
        if text.startswith(("-", "\u2212", "\u2013")):
            raise ValidationError(self.error_messages["negative"], "negative")
        digits = text.replace(" ", "").replace("\u00a0", "")
        for mark in (",", "."):
            head, _mark, tail = digits.rpartition(mark)
            if head and len(tail) == 3:
                digits = head.replace(mark, "") + tail
        if not (digits.isascii() and digits.isdigit()):
            raise ValidationError(self.error_messages["number"], "number")
        digits = digits.lstrip("0") or "0"
        if len(digits) > len(str(MOST_PEOPLE)) or int(digits) > MOST_PEOPLE:
            raise ValidationError(self.error_messages["many"], "many")
        return int(digits)


class NoticingField(BoundField):
    """A text that says beside itself when it seems to hold personal data."""

    @property
    def nudges(self) -> list[Found]:
        """What was noticed; it is saved all the same."""
        look = getattr(self.field, "notices", personal_data)
        return list(look(str(self.value() or "")))

    @property
    def aria_describedby(self) -> str | None:
        """The ids Django names, and that of what was noticed."""
        named = [super().aria_describedby or ""]
        if self.auto_id and self.nudges:
            named.append(f"{self.auto_id}_nudge")
        return " ".join(name for name in named if name) or None


class ShortText(forms.CharField):
    """A line or paragraph with a limit said in words; personal data is noticed."""

    def __init__(self, *, max_length: int, rows: int = 0, **kwargs: Any) -> None:
        if rows:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        # The limit is checked here, not cut by the browser: nothing typed is lost.
        super().__init__(**kwargs)
        self.limit = max_length

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> BoundField:
        """The field with what was noticed in it."""
        return NoticingField(form, self, field_name)

    def clean(self, value: Any) -> str:
        if "\x00" in str(value):
            raise ValidationError(
                _("This text holds a character that nobody sees: write it again."),
                "null_characters_not_allowed",
            )
        text = super().clean(value)
        if len(text) > self.limit:
            raise ValidationError(
                _("Shorten this text: it has %(length)s characters and %(limit)s fit."),
                "too_long",
                {"length": figure(len(text)), "limit": figure(self.limit)},
            )
        return text


class SeveralOfList(forms.ModelMultipleChoiceField):
    """Several entries of a list; a key no column can hold is simply not in it."""

    def clean(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else ():
            if len(str(key)) > MOST_DIGITS:
                raise ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": str(key)[:MOST_DIGITS]},
                )
        return super().clean(value)


def name_the_blank(form: forms.BaseForm) -> None:
    """Give the empty option of every list of the form its words."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            if field.empty_label:
                field.empty_label = _("Not said")
        elif isinstance(field, forms.ChoiceField):
            offered: Any = field.choices
            field.choices = [
                (value, label if value not in ("", None) else _("Not said"))
                for value, label in offered
            ]


def offer_rows(form: forms.BaseForm, name: str, entries: QuerySet) -> None:
    """Let a list of the form offer these rows and no others."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = entries


def offer(
    form: forms.BaseForm, name: str, model: type[ListEntry], *, all_of_it: bool = False
) -> None:
    """Let a list of the form offer the entries offered in forms, or all, and no others.

    They are not asked for each time: they hardly change.
    """
    field: Any = form.fields[name]
    field.queryset = model._default_manager.filter(**({} if all_of_it else ACTIVE))
    offered = [each for each in every(model) if all_of_it or each.active]
    # A single choice may be left blank, if the field has words for that.
    blank = getattr(field, "empty_label", None)
    field.choices = [
        *([("", blank)] if blank is not None else []),
        *(
            # As Django gives them: the page reads the entry's key from its value.
            (ModelChoiceIteratorValue(each.pk, each), field.label_from_instance(each))
            for each in offered
        ),
    ]


def _plain(text: str) -> str:
    return bare(text.strip(" ."))
