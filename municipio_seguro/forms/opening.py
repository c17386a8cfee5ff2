"""The first step of an assessment: of which municipality, and how much of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import AssessmentKind
from network.models import Organisation

WORDS = {
    AssessmentKind.FIRST_LOOK: _(
        "First look: 16 questions without percentages, for one meeting"
    ),
    AssessmentKind.FULL: _("Full assessment: 8 dimensions, 53 indicators"),
}


class OpenForm(forms.Form):
    """Which municipality, and the whole instrument or sixteen questions of it."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    municipality = forms.TypedChoiceField(
        coerce=int,
        label=_("Municipality"),
        error_messages={"required": _("Choose the municipality.")},
    )
    kind = forms.ChoiceField(
        choices=list(WORDS.items()),
        widget=forms.RadioSelect,
        label=_("How much of it?"),
        error_messages={"required": _("Choose how much of it you will answer.")},
    )

    def __init__(self, *args: Any, towns: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["municipality"]
        offered.choices = [(each.pk, str(each)) for each in towns]
