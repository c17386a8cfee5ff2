"""How a measure goes: told, moved along its path, with what shows it."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import MeasureStatus
from municipio_seguro.forms.funding import number
from municipio_seguro.services.following import ASIDE, PROOF, Told
from network.forms.fields import ShortText
from network.forms.told import WholeNumberField, english, spanish

STRENGTHS = [
    (0, _("Nothing shows it")),
    (1, _("An internal document, without date or not filed")),
    (2, _("A dated and filed document")),
    (3, _("Current and public, or confirmed by others")),
]


class ToldForm(forms.Form):
    """What was done, how far it is, what it cost so far, what shows it."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput)
    text_es = spanish(
        _("What was done?"),
        4_000,
        rows=4,
        help_text=_(
            "Without names of people. What was told is not changed afterwards."
        ),
        error_messages={"required": _("Write what was done.")},
    )
    progress = WholeNumberField(
        least=0, most=99, required=False, label=_("How far is it, in percent?")
    )
    spent = number(16, label=_("How much was spent so far?"))
    strength = forms.TypedChoiceField(
        coerce=int,
        choices=STRENGTHS,
        initial=0,
        widget=forms.RadioSelect,
        label=_("What shows it?"),
        error_messages={"required": _("Choose how strong it is.")},
    )
    file = forms.FileField(
        required=False,
        label=_("Photo or document"),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )
    address = forms.URLField(
        required=False,
        assume_scheme="https",
        max_length=500,
        label=_("Or its address"),
        error_messages={
            "invalid": _("Copy the whole address, beginning with https://.")
        },
    )
    public = forms.BooleanField(
        required=False, label=_("The public may read this, once the measure is public")
    )
    text_en = english(_("The same in English"), 4_000, rows=3)

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"client_uuid": uuid.uuid4()})

    def told(self) -> Told:
        """As the verb takes it."""
        given = self.cleaned_data
        return Told(
            text_es=given.get("text_es", ""),
            text_en=given.get("text_en", ""),
            progress=given.get("progress"),
            spent=given.get("spent"),
            strength=given.get("strength") or 0,
            address=given.get("address", ""),
            public=given.get("public", False),
            upload=given.get("file"),
            client_uuid=given["client_uuid"],
        )


class MoveForm(ToldForm):
    """The same beside a move along its path; set aside it says why."""

    reason = ShortText(
        max_length=1_000,
        rows=3,
        label=_("Why?"),
        error_messages={"required": _("Write why it is set aside.")},
    )
    field_order = ("client_uuid", "reason", "text_es")

    def __init__(self, data: Any = None, files: Any = None, *, to: str) -> None:
        super().__init__(data, files)
        aside, proved = to in ASIDE, to == MeasureStatus.VERIFIED
        self.fields["text_es"].required = proved
        del self.fields["progress"]
        if aside:
            for name in ("spent", "strength", "file", "address"):
                del self.fields[name]
        else:
            del self.fields["reason"]
        if proved:
            strength: Any = self.fields["strength"]
            strength.choices = STRENGTHS[PROOF:]
            strength.initial = PROOF
            del self.fields["spent"]
