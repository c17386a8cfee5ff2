"""What is written beside an act: a reason, comments, a signed act, a reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from municipio_seguro.services.lifecycle import SHORTEST_NOTE, SHORTEST_REPLY
from municipio_seguro.services.publishing import PERSONAL, SHORTEST_REASON
from network.forms.fields import ShortText


def _words(label: Any, **kwargs: Any) -> ShortText:
    return ShortText(max_length=2_000, rows=4, label=label, **kwargs)


class PressForm(forms.Form):
    """Nothing to write."""

    def given(self) -> dict[str, Any]:
        """What the verb is told besides."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if value is not None
        }


class CommentsForm(PressForm):
    """What should be corrected."""

    comments = _words(_("What should be corrected"), min_length=SHORTEST_NOTE)


class AnswerForm(PressForm):
    """What was done about the comments."""

    comments_answered = _words(
        _("What was done about the comments"), min_length=SHORTEST_NOTE
    )


class ReasonForm(PressForm):
    """Why it ends."""

    reason = _words(_("Why"), min_length=SHORTEST_NOTE)


class PublicReasonForm(PressForm):
    """Why it is taken away, for everybody to read."""

    reason_es = _words(_("Why; everybody will read it"), min_length=SHORTEST_REASON)
    reason_en = _words(_("The same in English"), required=False)


class ActForm(PressForm):
    """The act that the mayor signed."""

    upload = forms.FileField(
        label=_("Signed act"),
        help_text=_("A scan or a photo of the whole act, with its signature."),
        error_messages={
            "required": _("Choose the file of the act."),
            "empty": _("The file is empty. Choose another one."),
        },
    )


class SeenForm(PressForm):
    """The answers that were read, by their hash."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class SureForm(PressForm):
    """That somebody looked at what seems personal data."""

    looked = forms.BooleanField(
        required=False,
        label=_("I looked: the texts hold no personal data of anybody"),
    )

    def given(self) -> dict[str, Any]:
        """The findings of which somebody is sure."""
        return {"sure": {PERSONAL} if self.cleaned_data["looked"] else set()}


class ReplyForm(forms.Form):
    """What the town hall says where the population sees less."""

    text_es = _words(
        _("The reply of the town hall"),
        min_length=SHORTEST_REPLY,
        help_text=_("At least 50 characters. It is published beside the figure."),
    )
    text_en = _words(_("The same in English"), required=False)
