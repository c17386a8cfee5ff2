"""What staff write of a consultation: its days and texts, groups, and why it is decided."""

import datetime
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import SessionSetting, Voice
from municipio_seguro.instrument import Instrument
from municipio_seguro.messages import say
from municipio_seguro.models.consultations import FEWEST_PRESENT
from municipio_seguro.services.moderating import SHORTEST_REASON
from municipio_seguro.services.voices import asked_of
from network.forms.fields import ForgivingDateField, PeopleField, ShortText

USUAL_DAYS = datetime.timedelta(days=30)
CONSENT = {
    "es": (
        "La municipalidad quiere saber cómo ve usted la seguridad y la prevención donde"
        " vive. Responder es voluntario. No se guarda su nombre, su teléfono ni desde"
        " dónde responde. Los resultados se publican por grupos de 11 personas o más."
    ),
    "en": (
        "The town hall wants to know how you see safety and prevention where you live."
        " Answering is voluntary. Neither your name nor your telephone nor where you"
        " answer from is kept. Results are published for groups of 11 people or more."
    ),
}
HANDS = ("level_0", "level_1", "level_2", "level_3", "dont_know")
# A session of the voice that was not said has no figure.
GROUP_VOICES = [each for each in Voice if each != Voice.UNSAID]


class ConsultForm(forms.Form):
    """From when to when, and what people are told in both languages."""

    opens_on = ForgivingDateField(label=_("First day"))
    closes_on = ForgivingDateField(
        label=_("Last day"),
        help_text=_("A consultation lasts between 14 and 60 days."),
    )
    consent_es = ShortText(
        max_length=2_000,
        rows=5,
        label=_("What people are told before they answer, in Spanish"),
    )
    consent_en = ShortText(max_length=2_000, rows=5, label=_("The same in English"))
    contact_es = ShortText(
        max_length=200,
        label=_("Who facilitates groups of children and adolescents, in Spanish"),
        help_text=_("The office and where it is found: everybody reads it."),
    )
    contact_en = ShortText(max_length=200, label=_("The same office in English"))

    def texts(self) -> dict[str, str]:
        """Its texts in both languages."""
        names = ("consent_es", "consent_en", "contact_es", "contact_en")
        return {name: self.cleaned_data[name] for name in names}

    @staticmethod
    def usual() -> dict[str, Any]:
        """A month from today, and the words that are right for most."""
        today = timezone.localdate()
        return {
            "opens_on": today,
            "closes_on": today + USUAL_DAYS,
            "consent_es": CONSENT["es"],
            "consent_en": CONSENT["en"],
        }


class GroupForm(forms.Form):
    """The hands raised in a group: where, when, how many, and at each level."""

    client_uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    voice = forms.CharField(widget=forms.HiddenInput, max_length=15)
    setting = forms.ChoiceField(
        choices=SessionSetting.choices,
        widget=forms.RadioSelect,
        label=_("Where did the group meet?"),
        error_messages={"required": _("Choose where the group met.")},
    )
    held_on = ForgivingDateField(label=_("When did it meet?"))
    present = PeopleField(
        required=True,
        label=_("How many people were there?"),
        help_text=_("At least 3. No names: only how many."),
    )

    def __init__(
        self, *args: Any, instrument: Instrument, said_by: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.instrument, self.said_by = instrument, said_by
        self.codes = asked_of(instrument, said_by)
        for code in self.codes:
            for hand, words in zip(HANDS, self._levels(code), strict=True):
                self.fields[f"{code}-{hand}"] = PeopleField(label=words)

    def _levels(self, code: str) -> list[str]:
        language = get_language()
        levels = self.instrument.citizen_questions[code].levels
        return [*(each.in_language(language) for each in levels), str(_("Do not know"))]

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The questions with their five boxes, worded for children where they speak."""
        language, found = get_language(), []
        for code in self.codes:
            asked = self.instrument.citizen_questions[code]
            words = asked.question
            if self.said_by == Voice.CHILDREN and asked.child_question:
                words = asked.child_question
            found.append(
                {
                    "code": code,
                    "question": words.in_language(language),
                    "boxes": [self[f"{code}-{hand}"] for hand in HANDS],
                }
            )
        return found

    def tallies(self) -> dict[str, dict[str, int]]:
        """The hands at each question that was put; a question left blank was not."""
        found = {}
        for code in self.codes:
            boxes = {hand: self.cleaned_data.get(f"{code}-{hand}") for hand in HANDS}
            if any(value is not None for value in boxes.values()):
                found[code] = {hand: value or 0 for hand, value in boxes.items()}
        return found

    def clean(self) -> dict[str, Any]:
        """Each question adds up to the people present (G-E22)."""
        told = super().clean() or {}
        present = told.get("present")
        if present is None:
            return told
        if present < FEWEST_PRESENT:
            self.add_error("present", say("G-E22", answers=0, present=present))
            return told
        tallies = self.tallies()
        if not tallies and not self.errors:
            self.add_error(None, _("Write the hands of one question at least."))
        for code, hands in tallies.items():
            total = sum(hands.values())
            if total != present:
                wrong = say("G-E22", answers=total, present=present)
                self.add_error(f"{code}-level_0", wrong)
        return told


class BurstForm(forms.Form):
    """Why identical responses are left out, or counted again."""

    reason = ShortText(
        max_length=1_000, rows=3, min_length=SHORTEST_REASON, label=_("Why")
    )
