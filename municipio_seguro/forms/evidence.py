"""What shows an answer: a file, an address, or where it is kept on paper."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import EvidenceType, Visibility
from municipio_seguro.instrument import Instrument
from network.forms.fields import ForgivingDateField, ShortText

FILES = _("PDF, JPG, PNG, DOCX, XLSX, ODT, ODS or CSV up to 20 MB.")


class EvidenceForm(forms.Form):
    """One piece of evidence; its strength and its date are what confidence is made of."""

    title_es = ShortText(
        max_length=200,
        label=_("What the document is"),
        error_messages={"required": _("Write what the document is.")},
    )
    title_en = ShortText(max_length=200, required=False, label=_("The same in English"))
    type = forms.ChoiceField(choices=EvidenceType.choices, label=_("Kind"))
    strength = forms.TypedChoiceField(
        coerce=int,
        widget=forms.RadioSelect,
        label=_("How strong it is"),
        error_messages={"required": _("Choose how strong it is.")},
    )
    dated = ForgivingDateField(required=False, label=_("Date of the document"))
    ends = ForgivingDateField(required=False, label=_("In force until"))
    file = forms.FileField(
        required=False,
        label=_("File"),
        help_text=FILES,
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
    kept_at = ShortText(
        max_length=200,
        required=False,
        label=_("Or where it is kept on paper"),
        help_text=_("For example: archive of the secretariat, folder 12, page 3."),
    )
    visibility = forms.ChoiceField(
        choices=Visibility.choices,
        initial=Visibility.MUNICIPALITY,
        label=_("Who may open it"),
        help_text=_(
            "Continuity plans, policies, lists of people and addresses of refuges are "
            "for the municipality alone."
        ),
    )

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language()
        offered: Any = self.fields["strength"]
        offered.choices = [
            (number, f"{number}. {text.in_language(language)}")
            for number, text in enumerate(instrument.strengths)
        ]

    def values(self) -> dict[str, Any]:
        """All but the file."""
        told = dict(self.cleaned_data)
        told.pop("file", None)
        told["title_en"] = told["title_en"] or None
        return told
