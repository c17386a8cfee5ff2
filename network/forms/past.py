"""Days and years of what has happened: one that has not come is refused beside its field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from network.forms.fields import ForgivingDateField
from network.forms.told import Known, PartialDateField, WholeNumberField


class NotToCome(forms.Field):
    """A date that has come: of a year or a month alone, its first day."""

    default_error_messages = {
        "to_come": _("That date has not come yet. Write only what has happened."),
    }

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        on = found.on if isinstance(found, Known) else found
        if on is not None and on > timezone.localdate():
            raise ValidationError(self.error_messages["to_come"], "to_come")
        return found


class PastDateField(NotToCome, ForgivingDateField):
    """A day that has come."""


class PastPartialDateField(NotToCome, PartialDateField):
    """A day, a month or a year that has come."""


class PastYearField(WholeNumberField):
    """A year up to the one that runs, asked anew each time."""

    def __init__(self, *, least: int, **kwargs: Any) -> None:
        this_year: Any = lazy(lambda: timezone.localdate().year, int)()
        super().__init__(least=least, most=this_year, **kwargs)
        self.error_messages["max_value"] = format_lazy(
            _("That year has not come yet: write one up to {year}."), year=this_year
        )
