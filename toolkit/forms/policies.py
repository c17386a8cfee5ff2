"""The register of what a municipality approved to prevent violence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.told import WholeNumberField, english, spanish
from toolkit.choices import PolicyKind
from toolkit.forms.kept import KeptForm, day
from toolkit.services.policies import YEARS


def year(label: Any) -> WholeNumberField:
    """A year, or nothing where it is not known."""
    return WholeNumberField(least=YEARS[0], most=YEARS[-1], required=False, label=label)


class PolicyForm(KeptForm):
    """A policy or plan: its title, its period, its act, where it can be read."""

    kind = forms.ChoiceField(
        choices=PolicyKind.choices,
        label=_("What is it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the list."),
            "invalid_choice": _("Choose one of the list."),
        },
    )
    title_es = spanish(
        _("Title"), 250, error_messages={"required": _("Write its title.")}
    )
    title_en = english(_("Title, in English"), 250)
    from_year = year(_("From which year?"))
    to_year = year(_("Until which year?"))
    act_es = spanish(
        _("Act that approved it"),
        250,
        required=False,
        help_text=_("For example: council minutes 12, agreement 4."),
    )
    act_en = english(_("Act that approved it, in English"), 250)
    act_on = day(_("Day of the act"))
    address = forms.URLField(
        required=False,
        assume_scheme="https",
        max_length=500,
        label=_("Where it can be read"),
        error_messages={
            "invalid": _("Copy the whole address, beginning with https://.")
        },
    )

    def clean(self) -> dict[str, Any]:
        """A period runs forwards."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("from_year"), cleaned.get("to_year")
        if first and last and last < first:
            self.add_error("to_year", _("The end cannot be before the start."))
        return cleaned
