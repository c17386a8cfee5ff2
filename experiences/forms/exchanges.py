"""Which exchange of a twinning an experience grew from."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from experiences.models import Experience
from experiences.services.origins import exchanges_of
from twinnings.lines import when_of
from twinnings.models import Exchange


class ExchangeField(forms.ModelChoiceField):
    """One of the exchanges of its organisation, told by its title and when it was."""

    def __init__(self) -> None:
        super().__init__(
            Exchange.objects.none(),
            required=False,
            label=_("From which exchange did it grow?"),
            help_text=_(
                "What was seen or learnt in an exchange of a twinning. Its public page "
                "leads to the experience, and back."
            ),
            empty_label=_("None"),
        )

    def label_from_instance(self, obj: Any) -> str:
        """Its title and when it was."""
        return f"{obj} ({when_of(obj)})"


def offer_exchanges(form: Any, experience: Experience) -> None:
    """Offer those it may name; nothing is asked where its organisation had none."""
    rows = exchanges_of(experience)
    if not rows.exists():
        del form.fields["exchange"]
        return
    form.fields["exchange"].queryset = rows
    form.initial["exchange"] = experience.exchange
