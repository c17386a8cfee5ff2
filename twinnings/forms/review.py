"""What a reviewer asks for when a twinning or an exchange goes back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.fields import ShortText

LONGEST_NOTE = 2_000


class NoteForm(forms.Form):
    """What should be corrected; needed only to return it."""

    note = ShortText(
        max_length=LONGEST_NOTE,
        rows=3,
        required=False,
        label=_("What should be corrected?"),
        help_text=_("Only needed to return it."),
    )
