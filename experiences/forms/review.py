"""What editors ask for when they return an experience, or withhold an old version."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from experiences.choices import WhyWithheld
from network.forms.fields import ShortText

LONGEST_NOTE = 2_000


class NotesForm(forms.Form):
    """A note for each section, and one for the whole."""

    whole = ShortText(
        max_length=LONGEST_NOTE,
        rows=3,
        required=False,
        label=_("Note for the whole experience"),
    )

    def __init__(self, *args: Any, sections: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections
        for section in sections:
            self.fields[self.name_of(section)] = ShortText(
                max_length=LONGEST_NOTE,
                rows=2,
                required=False,
                label=_("What should be corrected here?"),
            )

    @staticmethod
    def name_of(section: str) -> str:
        """The box of a section's note."""
        return f"note_{section}"

    def notes(self) -> dict[str, str]:
        """The notes by their section."""
        return {each: self.cleaned_data[self.name_of(each)] for each in self.sections}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(text.strip() for text in cleaned.values()):
            raise ValidationError({"whole": _("Write what should be corrected.")})
        return cleaned


class WithholdForm(forms.Form):
    """Which earlier version is told no more, and why."""

    since = forms.ChoiceField(
        label=_("Which version?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the version."),
            "invalid_choice": _("That version is no longer told: choose another one."),
        },
    )
    before = forms.BooleanField(
        required=False,
        initial=True,
        label=_("Also every version before it"),
        help_text=_("The same words usually stand in them too."),
    )
    why = forms.ChoiceField(
        choices=WhyWithheld.choices,
        label=_("Why is it withheld?"),
        help_text=_("Readers are told this, and nothing of what it said."),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say why: readers are told."),
            "invalid_choice": _("Say why: readers are told."),
        },
    )

    def __init__(
        self, *args: Any, versions: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["since"]
        field.choices = self.versions = versions
