"""Forms of evidence: who can be recognised, what they agreed to, and the file itself."""

import datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.people_shown import faults_of_showing
from network.choices import ConsentPurpose, PeopleShown
from network.forms.fields import ForgivingDateField, ShortText
from network.models import Evidence

ASKED = ("people_shown", "consent_purpose", "consent_until")


class Consent(forms.Form):
    """What adults signed for and until when; the paper itself stays where it was signed."""

    consent_purpose = forms.ChoiceField(
        choices=ConsentPurpose.choices,
        required=False,
        label=_("What did they sign for?"),
        help_text=_(
            "The signed paper stays at the town hall. Here goes only what they "
            "signed for and until when."
        ),
        widget=forms.RadioSelect,
    )
    consent_until = ForgivingDateField(
        required=False,
        label=_("Until which day does their consent hold?"),
        help_text=_(
            "For example: 31 / 12 / 2027. The day after, it leaves the public pages "
            "by itself."
        ),
        error_messages={"far": _("Write the year with four figures, up to %(last)d.")},
    )


class ConsentForm(Consent):
    """A new consent of the adults in a photo that is or was public."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, sentence in (
            ("consent_purpose", _("Choose what they signed for.")),
            ("consent_until", _("Write until which day their consent holds.")),
        ):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = sentence

    def clean(self) -> dict[str, Any]:
        """A day that has passed is no consent, nor one too far away."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            faults = faults_of_showing(
                people_shown=PeopleShown.ADULTS,
                public=True,
                purpose=cleaned["consent_purpose"],
                until=cleaned["consent_until"],
            )
            for name, fault in faults.items():
                self.add_error(name, str(fault))
        return cleaned


class WhoIsShown(Consent):
    """Who can be recognised; for adults, what they signed for and until when."""

    people_shown = forms.ChoiceField(
        choices=PeopleShown.choices,
        label=_("Can anybody be recognised?"),
        help_text=_(
            "By the face, a tattoo, a uniform with a name, a badge. After attaching "
            "a photo you can crop it or cover part of it."
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether anybody can be recognised.")},
    )
    public_field = "public"

    def clean(self) -> dict[str, Any]:
        """Put each fault beside its question."""
        cleaned = super().clean() or self.cleaned_data
        shown = cleaned.get("people_shown")
        if not self.asks_who or shown != PeopleShown.ADULTS:
            # Nobody was asked: what stands in those boxes is neither wrong nor kept.
            for name in ("consent_purpose", "consent_until"):
                self.errors.pop(name, None)
                cleaned.pop(name, None)
        if not self.asks_who or not shown:
            return cleaned
        faults = faults_of_showing(
            people_shown=shown,
            public=bool(cleaned.get(self.public_field)),
            purpose=cleaned.get("consent_purpose") or "",
            until=cleaned.get("consent_until"),
        )
        for name, fault in faults.items():
            field = self.public_field if name == "public" else name
            if field not in self.errors:
                self.add_error(field, str(fault))
        return cleaned

    @property
    def asks_who(self) -> bool:
        """True when there is a file to say it of."""
        return True

    def who_is_shown(self) -> dict[str, Any]:
        """What was said of the people shown, as the services take it."""
        said = self.cleaned_data
        until: datetime.date | None = said.get("consent_until")
        return {
            "people_shown": said["people_shown"],
            "public": said[self.public_field],
            "consent_purpose": said.get("consent_purpose") or "",
            "consent_until": until,
        }


class EvidenceWords(WhoIsShown):
    """What is said of a piece of evidence."""

    caption = ShortText(max_length=200, required=False, label=_("What does it show?"))
    public = forms.BooleanField(
        required=False, label=_("It may be shown to the public")
    )

    field_order: tuple[str, ...] = ("caption", *ASKED, "public")


class EvidenceChange(EvidenceWords):
    """What is said of a piece anew; it knows what it showed."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, piece: Evidence) -> None:
        initial = {
            "caption": piece.caption,
            "people_shown": piece.people_shown,
            "public": piece.public,
            "consent_purpose": piece.consent_purpose,
            "consent_until": piece.consent_until,
            "seen": piece.said,
        }
        super().__init__(data, initial=initial)

    def both(self, piece: Evidence) -> list[tuple[Any, str, str]]:
        """Each answer that differs: its label, what is written here, what was saved."""
        saved = EvidenceChange(piece=piece)
        rows = []
        for name in ("caption", *ASKED, "public"):
            mine = _said(self.fields[name], self.cleaned_data.get(name))
            theirs = _said(self.fields[name], saved.initial[name])
            if mine != theirs:
                rows.append((self.fields[name].label, mine, theirs))
        return rows


def _said(field: forms.Field, value: Any) -> str:
    """An answer in words."""
    if isinstance(value, bool):
        return str(_("Yes")) if value else str(_("No"))
    if isinstance(value, datetime.date):
        return date_format(value, "DATE_FORMAT")
    labels = dict(getattr(field, "choices", ()))
    return str(labels.get(value, value or ""))


class EvidenceForm(EvidenceWords):
    """A new piece of evidence."""

    field_order = ("file", "caption", *ASKED, "public")

    file = forms.FileField(
        label=_("Photo or document"),
        help_text=_(
            "JPEG, PNG, WebP or HEIC photo up to 10 MB; PDF, DOCX or ODT document up to "
            "15 MB. Lists of people are not accepted: they hold personal data. Write "
            "«kept on file, page …» instead."
        ),
        error_messages={
            "required": _("Choose a photo or a document."),
            "empty": _("The file is empty. Choose another one."),
        },
    )
