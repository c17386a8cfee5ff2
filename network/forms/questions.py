"""Forms of those who answer readers: the answer, and what is published of it."""

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.personal_data import personal_data
from network.forms.fields import ShortText
from network.models import Question
from network.services.questions import PUBLIC_TEXTS

LONGEST_QUESTION = 600
LONGEST_ANSWER = 5000


class AnswerForm(forms.Form):
    """What is answered to one reader."""

    answer = ShortText(
        max_length=LONGEST_ANSWER,
        rows=8,
        label=_("Your answer"),
        help_text=_(
            "Without data about other people. The portal mails it; nobody sees an address."
        ),
        error_messages={"required": _("Write the answer.")},
    )


def _english(most: int, rows: int, label: Any) -> ShortText:
    field = ShortText(max_length=most, rows=rows, label=label, required=False)
    field.widget.attrs["lang"] = "en"
    return field


class PublishForm(forms.Form):
    """Question and answer in the words that everybody reads."""

    public_question_es = ShortText(
        max_length=LONGEST_QUESTION,
        rows=3,
        label=_("The question, in Spanish"),
        help_text=_(
            "In your own words: do not copy names or anything that tells who asked."
        ),
        error_messages={"required": _("Write the question in Spanish.")},
    )
    public_question_en = _english(LONGEST_QUESTION, 3, _("The question, in English"))
    public_answer_es = ShortText(
        max_length=LONGEST_ANSWER,
        rows=8,
        label=_("The answer, in Spanish"),
        help_text=_("For any municipality that reads it, not only for whoever asked."),
        error_messages={"required": _("Write the answer in Spanish.")},
    )
    public_answer_en = _english(LONGEST_ANSWER, 8, _("The answer, in English"))
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, question: Question) -> None:
        stored = {name: getattr(question, name) or "" for name in PUBLIC_TEXTS}
        if question.published_at is None:
            stored["public_answer_es"] = question.answer
        super().__init__(data, initial=stored)
        self.question = question
        self.stored = stored

    @property
    def texts(self) -> dict[str, str]:
        """The four texts as they were sent."""
        return {name: self.cleaned_data.get(name, "") for name in PUBLIC_TEXTS}

    @property
    def mark(self) -> str:
        """Stands for these very texts, so that «I looked» speaks of them alone."""
        return hashlib.sha256("\0".join(self.texts.values()).encode()).hexdigest()[:16]

    @property
    def asks_to_look(self) -> bool:
        """True when a text seems to hold somebody's data and nobody said it is right."""
        noticed = any(personal_data(text) for text in self.texts.values())
        return noticed and self.cleaned_data.get("looked") != self.mark

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        address = self.question.email.lower()
        for name in PUBLIC_TEXTS:
            if address and address in str(cleaned.get(name, "")).lower():
                held = _("Take the address of whoever asked out of the text.")
                self.add_error(name, ValidationError(held, "address"))
        return cleaned
