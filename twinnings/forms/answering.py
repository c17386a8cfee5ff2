"""What somebody without an account answers through a signed link."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.addresses import language_in_use
from network.forms.fields import ShortText
from network.forms.left_empty import LeftEmpty
from network.services.refusals import Refused
from twinnings.choices import FactsAnswer, FollowedUp
from twinnings.models import OfficerLink
from twinnings.services.follow_ups import answer_by_link
from twinnings.services.links import confirm_facts

LONGEST = 4_000


class FactsForm(LeftEmpty):
    """Whether the facts of an exchange are right; if not, what has to be corrected."""

    answer = forms.ChoiceField(
        label=_("Are these facts right?"),
        choices=FactsAnswer.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say whether the facts are right."),
            "invalid_choice": _("Choose one of the list."),
        },
    )
    words = ShortText(
        max_length=LONGEST,
        rows=6,
        required=False,
        label=_("What is wrong, or missing?"),
        help_text=_("Offices rather than names of persons."),
    )

    def send(self, link: OfficerLink) -> None:
        """Keep it. Raises Refused as the service does."""
        values = self.cleaned_data
        confirm_facts(link=link, answer=values["answer"], words=values["words"])


class FollowUpForm(LeftEmpty):
    """The three questions, some months later."""

    done = forms.ChoiceField(
        label=_("Was what was agreed done?"),
        choices=FollowedUp.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say whether what was agreed was done."),
            "invalid_choice": _("Choose one of the list."),
        },
    )
    what_changed = ShortText(
        max_length=LONGEST,
        rows=5,
        required=False,
        label=_("What changed?"),
        help_text=_("Two lines are enough. Offices rather than names of persons."),
    )
    what_stopped = ShortText(
        max_length=LONGEST,
        rows=5,
        required=False,
        label=_("What stopped it?"),
        help_text=_("If something was not done: what was missing, or who left."),
    )
    language = forms.ChoiceField(
        label=_("You write in"),
        choices=[("es", "Español"), ("en", "English")],
        widget=forms.RadioSelect,
        initial=language_in_use,
        error_messages={"invalid_choice": _("Choose one of the list.")},
        required=False,
    )

    def send(self, link: OfficerLink) -> None:
        """Keep it. Raises Refused as the service does."""
        values: dict[str, Any] = {
            name: self.cleaned_data[name]
            for name in ("done", "what_changed", "what_stopped")
        }
        language = self.cleaned_data["language"] or language_in_use()
        answer_by_link(link=link, language=language, **values)


def refused(form: forms.Form, refusal: Refused) -> None:
    """Say it beside the field that it is about."""
    field = refusal.code if refusal.code in form.fields else None
    form.add_error(field, str(refusal))
