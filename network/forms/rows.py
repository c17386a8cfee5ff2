"""Rows of a record in a form: a blank one is left out, an untouched one left to others."""

from typing import Any

from django import forms

from network.forms.bounded import BoundedFormSet, bounded
from network.forms.fields import name_the_blank
from network.forms.marks import mark_of

MOST_ROWS = 40
LARGEST_KEY = 2**63 - 1
Row = dict[str, Any]


class RowForm(forms.Form):
    """One row; blank ones are left out, which is how a row is removed."""

    pk = forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST_KEY, widget=forms.HiddenInput
    )
    # What the row said when the page was opened: who left it so left it to others.
    shown = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    # What of a row decides whether there is one.
    telling: tuple[str, ...] = ("text_es",)
    required_texts: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_the_blank(self)

    @property
    def is_blank(self) -> bool:
        """True when nothing that tells anything was written."""
        return not any(self.cleaned_data.get(name) for name in self.telling)

    def clean(self) -> Row:
        cleaned = super().clean() or self.cleaned_data
        if any(cleaned.get(name) for name in self.telling):
            for name, sentence in self.required_texts.items():
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return cleaned

    def row(self) -> Row:
        """The values of the row as the model names them."""
        return {k: value for k, value in self.cleaned_data.items() if k != "shown"}

    @property
    def is_untouched(self) -> bool:
        """True for a row sent as the page showed it."""
        if self.cleaned_data.get("pk") is None:
            return False
        return self.cleaned_data.get("shown") == self.print_of(self.cleaned_data)

    @classmethod
    def initial_of(cls, stored: Any) -> Row:
        """What the form shows of a stored row."""
        return {
            name: getattr(stored, name) for name in cls.base_fields if name != "shown"
        }

    @classmethod
    def opened(cls, stored: Any) -> Row:
        """The same, with what tells later whether somebody touched it."""
        initial = cls.initial_of(stored)
        return initial | {"shown": cls.print_of(initial)}

    @classmethod
    def print_of(cls, values: Row) -> str:
        """Alike for rows that say the same, whatever their key."""
        return mark_of(values, set(cls.base_fields) - {"pk", "shown"})


class RowSet(BoundedFormSet):
    """The rows of a section."""

    def rows(self) -> list[Row]:
        """Those that tell something, in their order; an untouched one by its key alone."""
        return [
            {"pk": form.cleaned_data["pk"]} if form.is_untouched else form.row()
            for form in self.forms
            if not form.is_blank
        ]


def row_set(form: type[RowForm]) -> Any:
    """A class of form sets with room for two more rows."""
    return bounded(form, MOST_ROWS, RowSet)
