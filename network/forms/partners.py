"""With whom an activity was done: one row per institution or group."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import PartnerKind
from network.forms.bounded import bounded
from network.forms.fields import ShortText

MOST_PARTNERS = 20


class PartnerForm(forms.Form):
    """One institution or group."""

    kind = forms.ChoiceField(
        choices=[("", _("Choose a kind")), *PartnerKind.choices],
        required=False,
        label=_("Kind"),
    )
    name = ShortText(max_length=160, required=False, label=_("Name"))
    contribution = ShortText(max_length=200, required=False, label=_("What they did"))
    agreed_to_be_named = forms.BooleanField(
        required=False, label=_("They agreed to be named in public")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        written = cleaned.get("name") or cleaned.get("contribution")
        if written and not cleaned.get("kind"):
            self.add_error("kind", _("Choose what kind of institution or group it is."))
        return cleaned


PartnerFormSet = bounded(PartnerForm, MOST_PARTNERS)
