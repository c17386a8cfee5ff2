"""Meetings of a body, what they agreed, and what became of it."""

import datetime
import re
import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from network.forms.fields import SeveralOfList, ShortText, offer_rows
from network.forms.told import spanish
from toolkit.choices import AgreementState, MeetingKind, MeetingState
from toolkit.forms.kept import KeptForm, day
from toolkit.models import BodyMember, Meeting, PreventionBody

OF_THE_LIST = {
    "required": _("Choose one of the list."),
    "invalid_choice": _("Choose one of the list."),
}
LONGEST = 20_000
HOUR = re.compile(r"(\d{1,2})(?:[:.h ]+(\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?")


class HourField(forms.CharField):
    """An hour as people write it: 8, 8:30, 14.00, 2:30 p. m."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return time_format(value, "H:i") if isinstance(value, datetime.time) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value).lower()
        if not text:
            return None
        found = HOUR.fullmatch(text) if text.isascii() else None
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
        half = found[3] if found else None
        if half and not 1 <= hour <= 12:
            hour = 24
        if half and hour < 24:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour > 23 or minute > 59:
            raise ValidationError(_("Write the hour, for example 8:30 or 14:00."))
        return datetime.time(hour, minute)


class MeetingForm(KeptForm):
    """A meeting: planned with its agenda, or held with what was said and who was there."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    state = forms.ChoiceField(
        choices=[
            (each.value, each.label)
            for each in (MeetingState.HELD, MeetingState.PLANNED)
        ],
        label=_("Was it held already?"),
        widget=forms.RadioSelect,
        error_messages=OF_THE_LIST,
    )
    kind = forms.ChoiceField(
        choices=MeetingKind.choices,
        initial=MeetingKind.ORDINARY,
        label=_("Kind of meeting"),
        error_messages=OF_THE_LIST,
    )
    held_on = day(_("On which day?"), required=_("Write the day of the meeting."))
    starts = HourField(label=_("From what time?"))
    ends = HourField(label=_("To what time?"))
    place = spanish(_("Place"), 160, required=False)
    agenda = spanish(
        _("Agenda"), LONGEST, rows=5, required=False, help_text=_("One per line.")
    )
    present = SeveralOfList(
        BodyMember.objects.none(),
        required=False,
        label=_("Which seats were there?"),
        help_text=_("By institution and office. The quorum is counted from here."),
        widget=forms.CheckboxSelectMultiple,
    )
    notes = spanish(
        _("What was discussed"),
        LONGEST,
        rows=8,
        required=False,
        help_text=_("What was decided, never who said it; no cases, no names."),
    )
    next_on = day(_("When is the next meeting?"))

    def __init__(self, data: Any = None, *, body: PreventionBody, **more: Any) -> None:
        super().__init__(data, **{"client_uuid": uuid.uuid4(), **more})
        offer_rows(self, "present", body.members.all())

    @classmethod
    def told_of(cls, record: Meeting) -> dict[str, Any]:
        """Who was there as the list offers them."""
        return super().told_of(record) | {"present": list(record.present.all())}

    def values(self) -> dict[str, Any]:
        """The columns of the meeting."""
        apart = ("client_uuid", "present")
        return {k: v for k, v in super().values().items() if k not in apart}


class AgreementForm(KeptForm):
    """What was agreed, which seat or office answers for it, until when."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = spanish(
        _("What was agreed?"),
        400,
        rows=3,
        error_messages={"required": _("Write what was agreed.")},
    )
    member: Any = forms.ModelChoiceField(
        BodyMember.objects.none(),
        required=False,
        label=_("Which seat answers for it?"),
        error_messages=OF_THE_LIST,
    )
    responsible = spanish(
        _("Or another office"),
        200,
        required=False,
        help_text=_("The institution and office, never a person."),
    )
    due = day(_("Until when?"), help_text=_("Leave blank if no day was said."))

    def __init__(self, data: Any = None, *, body: PreventionBody, **more: Any) -> None:
        super().__init__(data, **{"client_uuid": uuid.uuid4(), **more})
        offer_rows(self, "member", body.members.all())

    @classmethod
    def told_of(cls, record: Any) -> dict[str, Any]:
        """The seat by its key; what it is called is not said twice."""
        known = super().told_of(record) | {"member": record.member_id}
        if record.member_id and record.responsible == str(record.member):
            known["responsible"] = ""
        return known

    def clean(self) -> dict[str, Any]:
        """Somebody answers for it: a seat, or an office in words."""
        cleaned = super().clean() or self.cleaned_data
        given = cleaned.get("member") or cleaned.get("responsible")
        if not given and not {"member", "responsible"} & self.errors.keys():
            said = _("Say who answers for it: the institution and the office.")
            self.add_error("responsible", said)
        return cleaned

    def values(self) -> dict[str, Any]:
        """The columns of the agreement."""
        return {k: v for k, v in super().values().items() if k != "client_uuid"}


class SettleForm(forms.Form):
    """What became of an agreement."""

    state = forms.ChoiceField(
        choices=[
            (each.value, each.label)
            for each in (AgreementState.MET, AgreementState.DROPPED)
        ],
        label=_("Was it met?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say whether it was met or dropped."),
            "invalid_choice": _("Say whether it was met or dropped."),
        },
    )
    outcome = spanish(
        _("What became of it?"),
        300,
        rows=3,
        error_messages={"required": _("Say what became of it.")},
    )
    on = day(_("When?"), help_text=_("Blank for today."))


class FillForm(forms.Form):
    """The places of a model document: printed, never kept."""

    LONGEST_WORDS = 1_000
    MAKES = (
        ("docx", _("DOCX, to go on writing")),
        ("pdf", _("PDF, to print")),
    )

    def __init__(self, data: Any = None, *, fields: list[Any], language: str) -> None:
        super().__init__(data)
        at = 2 if language == "en" else 1
        for row in fields:
            self.fields[row[0]] = ShortText(
                max_length=self.LONGEST_WORDS,
                required=False,
                label=str(row[at])[:1].upper() + str(row[at])[1:],
            )
        self.fields["make"] = forms.ChoiceField(
            choices=self.MAKES,
            initial="docx",
            label=_("As what file?"),
            widget=forms.RadioSelect,
            error_messages=OF_THE_LIST,
        )

    def words(self) -> dict[str, str]:
        """What was typed, by place."""
        return {k: v for k, v in self.cleaned_data.items() if k != "make"}
