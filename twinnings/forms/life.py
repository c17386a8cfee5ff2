"""The life of a twinning: how it stands from when, who ratified it, who signs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import ShortText, name_the_blank
from network.forms.told import Known, PartialDateField, english, spanish
from twinnings.choices import EndedBy, Ratification, TwinningStatus
from twinnings.models import Party, Twinning
from twinnings.services.statuses import When


class Dated(forms.Form):
    """A date that may be known only in part, or not at all."""

    when = PartialDateField(
        required=False,
        label=_("When?"),
        help_text=_("The year is enough: leave blank what is not known."),
    )
    uncertain = forms.BooleanField(required=False, label=_("The date is uncertain"))

    @property
    def told_when(self) -> When:
        """The date as the services take it; without one it is uncertain."""
        known: Known | None = self.cleaned_data["when"]
        if known is None:
            return When(uncertain=True)
        uncertain = self.cleaned_data["uncertain"]
        return When(known.on, known.precision, uncertain)


class StatusForm(Dated):
    """How it stands from a day on; of an end, how it came."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    status = forms.ChoiceField(
        choices=TwinningStatus.choices,
        label=_("How does it stand now?"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    ended_by = forms.ChoiceField(
        choices=[("", ""), *EndedBy.choices],
        required=False,
        label=_("If it ended: how?"),
    )
    note_es = spanish(
        _("Note"),
        300,
        required=False,
        help_text=_("It is public once somebody who reviews has read it."),
    )
    note_en = english(_("Note, in English"), 300)
    field_order = ("status", "when", "uncertain", "ended_by", "note_es", "note_en")

    def __init__(self, data: Any = None, *, twinning: Twinning) -> None:
        told = {"status": twinning.status, "version": twinning.version}
        super().__init__(data, initial=told)
        name_the_blank(self)

    def clean(self) -> dict[str, Any]:
        """An end says how it came; nothing else does."""
        cleaned = super().clean() or self.cleaned_data
        ends = cleaned.get("status") == TwinningStatus.ENDED
        if ends and not cleaned.get("ended_by") and "ended_by" not in self.errors:
            self.add_error("ended_by", _("Say how the twinning ended."))
        return cleaned


class RatificationForm(Dated):
    """Whether the governing body of a party ratified it: its act, its day, its file."""

    ratification = forms.ChoiceField(
        choices=Ratification.choices,
        label=_("Did its governing body ratify it?"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    act = ShortText(
        max_length=160,
        required=False,
        label=_("Act, with its number"),
        help_text=_("For example: council minutes 12, agreement 4."),
    )
    file = forms.FileField(
        required=False,
        label=_("File of the act"),
        help_text=_(
            "PDF, DOCX or ODT up to 15 MB. Only your team and the review see it."
        ),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )
    field_order = ("ratification", "when", "uncertain", "act", "file")

    def __init__(self, data: Any = None, files: Any = None, *, party: Party) -> None:
        day = party.ratified_on
        known = Known(day, party.ratified_precision) if day else None
        told = {
            "ratification": party.ratification,
            "when": known,
            "uncertain": party.ratified_uncertain,
            "act": party.ratified_act,
        }
        super().__init__(data, files, initial=told)

    def clean(self) -> dict[str, Any]:
        """What was not ratified has neither act nor file."""
        cleaned = super().clean() or self.cleaned_data
        ratified = cleaned.get("ratification") == Ratification.RATIFIED
        for name in ("act", "file"):
            if cleaned.get(name) and not ratified and name not in self.errors:
                self.add_error(name, _("Say that it was ratified."))
        return cleaned


class PartyForm(forms.Form):
    """Which offices of a party sign and answer: never a person."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    body_es = spanish(_("Police or department that takes part"), 160, required=False)
    body_en = english(_("Police or department that takes part, in English"), 160)
    signing_office_es = spanish(
        _("Office that signs"),
        160,
        required=False,
        help_text=_("The office, never the person."),
    )
    signing_office_en = english(_("Office that signs, in English"), 160)
    contact_office_es = spanish(_("Office that answers letters"), 160, required=False)
    contact_office_en = english(_("Office that answers letters, in English"), 160)
    contact_email = forms.EmailField(
        max_length=254,
        required=False,
        label=_("E-mail of that office"),
        help_text=_("It is asked there how an exchange went on. It is never public."),
        error_messages={"invalid": _("Write an e-mail address.")},
    )
    contact_language = forms.ChoiceField(
        choices=[("es", "Español"), ("en", "English")],
        label=_("Language of that office"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    uncertain = forms.BooleanField(
        required=False, label=_("Whether it took part is uncertain")
    )

    def __init__(self, data: Any = None, *, party: Party) -> None:
        told = {name: getattr(party, name, "") for name in self.base_fields}
        super().__init__(data, initial={**told, "version": party.twinning.version})

    def values(self) -> dict[str, Any]:
        """The columns of the party."""
        return {k: v for k, v in self.cleaned_data.items() if k != "version"}
