"""Forms of the documents of an experience."""

from django import forms
from django.utils.translation import gettext_lazy as _

from experiences.choices import DocumentKind
from network.forms import pieces


class DocumentForm(pieces.DocumentForm):
    """A document of an experience, attached or at its own address."""

    kind = forms.ChoiceField(choices=DocumentKind.choices, label=_("Kind"))
