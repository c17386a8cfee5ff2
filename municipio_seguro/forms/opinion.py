"""What one person says in a consultation: who they speak as, then the questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import Voice
from municipio_seguro.instrument import Instrument
from municipio_seguro.messages import say
from municipio_seguro.services.voices import LONGEST_TEXT, asked_of
from network.forms.fields import ShortText
from network.forms.left_empty import LeftEmpty

DONT_KNOW = "dont_know"
YES, NO = "yes", "no"
# Children are heard in groups only.
VOICES = [(voice.value, voice.label) for voice in Voice if voice != Voice.CHILDREN]


class VoiceForm(forms.Form):
    """Who answers, and that it is an adult: nothing that tells who."""

    voice = forms.ChoiceField(
        choices=VOICES,
        widget=forms.RadioSelect,
        label=_("Who are you answering as?"),
        help_text=_("Choose one: the one that describes you best."),
        error_messages={
            "required": _("Choose who you are answering as."),
            "invalid_choice": _("Choose who you are answering as."),
        },
    )
    adult = forms.ChoiceField(
        choices=[(YES, _("Yes")), (NO, _("No"))],
        widget=forms.RadioSelect,
        label=_("Are you 18 or older?"),
        error_messages={
            "required": _("Say whether you are 18 or older."),
            "invalid_choice": _("Say whether you are 18 or older."),
        },
    )

    @property
    def is_adult(self) -> bool:
        """True when they say so."""
        return self.cleaned_data["adult"] == YES


class OpinionForm(LeftEmpty):
    """The questions put to one voice; any of them may be left blank."""

    voice = forms.CharField(widget=forms.HiddenInput, max_length=15)
    adult = forms.CharField(widget=forms.HiddenInput, max_length=3)
    # What tells this form from the first step.
    answers = forms.CharField(widget=forms.HiddenInput, initial="yes")
    text = ShortText(
        max_length=LONGEST_TEXT,
        rows=3,
        required=False,
        label=_("Would you like to add something?"),
        help_text=_("Do not write names or addresses. Somebody reads it first."),
    )

    def __init__(
        self,
        *args: Any,
        instrument: Instrument,
        said_by: str,
        language: str | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.codes = asked_of(instrument, said_by)
        for code in self.codes:
            asked = instrument.citizen_questions[code]
            levels = [
                (str(level), text.in_language(language))
                for level, text in enumerate(asked.levels)
            ]
            self.fields[code] = forms.ChoiceField(
                choices=[
                    *levels,
                    (DONT_KNOW, _("I do not know, or prefer not to say")),
                ],
                widget=forms.RadioSelect,
                required=False,
                label=asked.question.in_language(language),
                error_messages={"invalid_choice": say("G-E01", code=code)},
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """The boxes of the questions, in their order."""
        return [self[code] for code in self.codes]

    @property
    def levels(self) -> dict[str, str]:
        """What was chosen, by indicator."""
        return {code: self.cleaned_data[code] for code in self.codes}
