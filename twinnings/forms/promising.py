"""Commitments, what shows that they were met, and whom the counterpart is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import (
    ForgivingDateField,
    name_the_blank,
    offer_rows,
)
from network.forms.told import OfficeText, english, spanish
from network.models import User
from twinnings.forms.answering import FollowUpForm
from twinnings.models import Commitment, Exchange, FollowUp, Party
from twinnings.services.follow_ups import answer_follow_up


class CommitmentForm(forms.Form):
    """What one side promised, who answers for it, until when."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    text_es = spanish(
        _("What was promised?"),
        300,
        error_messages={"required": _("Write what was promised.")},
    )
    text_en = english(_("What was promised, in English?"), 300)
    party: Any = forms.ModelChoiceField(
        Party.objects.none(),
        required=False,
        label=_("Which side answers for it?"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    office_es = OfficeText(
        max_length=160,
        label=_("Which office?"),
        required=False,
        help_text=_("The office, never the person."),
    )
    office_en = english(_("Which office, in English?"), 160)
    due = ForgivingDateField(
        required=False,
        label=_("Until when?"),
        help_text=_("Leave blank if no day was said."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        exchange: Exchange,
        commitment: Commitment | None = None,
    ) -> None:
        told: dict[str, Any] = {}
        if commitment is not None:
            told = {name: getattr(commitment, name) for name in self.base_fields}
            told["party"] = commitment.party_id
        super().__init__(data, initial=told)
        parties = Party.objects.filter(twinning=exchange.twinning_id)
        offer_rows(self, "party", parties.select_related("place", "organisation"))
        name_the_blank(self)

    def values(self) -> dict[str, Any]:
        """What the services take."""
        return {k: v for k, v in self.cleaned_data.items() if k != "version"}


class MeetForm(forms.Form):
    """What shows that a commitment was met."""

    evidence_es = spanish(_("What shows it?"), 2_000, rows=4, required=False)
    evidence_en = english(_("What shows it, in English?"), 2_000, rows=3)
    link = forms.URLField(
        required=False,
        assume_scheme="https",
        max_length=500,
        label=_("Or its address"),
        error_messages={
            "invalid": _("Copy the whole address, beginning with https://.")
        },
    )
    file = forms.FileField(
        required=False,
        label=_("Or its file"),
        help_text=_("PDF, DOCX or ODT up to 15 MB, without lists of people."),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )
    on = ForgivingDateField(
        required=False, label=_("When was it met?"), help_text=_("Blank for today.")
    )

    def clean(self) -> dict[str, Any]:
        """Words, an address or a file."""
        cleaned = super().clean() or self.cleaned_data
        given = any(cleaned.get(name) for name in ("evidence_es", "link", "file"))
        if not given and not {"evidence_es", "link", "file"} & self.errors.keys():
            self.add_error(
                "evidence_es",
                _("Say what shows it: write it, or give its address or its file."),
            )
        return cleaned


class DropForm(forms.Form):
    """Why a commitment will not be done."""

    reason_es = spanish(
        _("Why will it not be done?"),
        2_000,
        rows=4,
        error_messages={"required": _("Say why it was dropped.")},
    )
    reason_en = english(_("Why will it not be done, in English?"), 2_000, rows=3)


class OfficerForm(forms.Form):
    """To which office of the counterpart the facts are sent."""

    email = forms.EmailField(
        max_length=254,
        label=_("E-mail of the office"),
        help_text=_("It is erased 30 days after the answer. It is never public."),
        error_messages={
            "required": _("Write an e-mail address."),
            "invalid": _("Write an e-mail address."),
        },
    )
    office = OfficeText(
        max_length=160,
        required=False,
        label=_("Office"),
        help_text=_("The office, never the person."),
    )
    language = forms.ChoiceField(
        choices=[("en", "English"), ("es", "Español")],
        label=_("Language of the letter"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )


class StaffAnswerForm(FollowUpForm):
    """The three questions, answered by somebody who signed in."""

    website = None  # type: ignore[assignment]  # Django drops the box of strangers

    def send_of(self, follow_up: FollowUp, by: User) -> None:
        """Keep it. Raises Refused as the service does."""
        said = self.cleaned_data
        answer_follow_up(
            follow_up=follow_up,
            by=by,
            done=said["done"],
            what_changed=said["what_changed"],
            what_stopped=said["what_stopped"],
            language=said["language"] or "es",
        )
