"""How far a municipality has come with a step, and what shows it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.told import spanish
from toolkit.choices import Answer
from toolkit.forms.kept import KeptForm


class CheckForm(KeptForm):
    """The answer about a step; «yes» says where what shows it is kept."""

    answer = forms.ChoiceField(
        choices=Answer.choices,
        label=_("How far has the municipality come?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the answers."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )
    reference = spanish(
        _("Where is what shows it kept?"),
        250,
        required=False,
        help_text=_(
            "For example «minute 09-2016, municipal secretary's file». Never a list of "
            "people."
        ),
    )
    note = spanish(_("Note for your team"), 300, rows=2, required=False)


class EvidenceForm(forms.Form):
    """A file that shows that a step was done."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, DOCX or ODT up to 15 MB, without lists of people."),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("The file is empty. Choose another one."),
        },
    )
    reference = spanish(
        _("What is it, and where is its original kept?"), 250, required=False
    )
