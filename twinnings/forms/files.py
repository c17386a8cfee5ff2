"""The forms of the documents and photos of twinnings and exchanges."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms import pieces
from twinnings.choices import DocumentKind


class DocumentForm(pieces.DocumentForm):
    """A document of an exchange, attached or at its own address."""

    kind = forms.ChoiceField(
        choices=DocumentKind.choices,
        label=_("Kind"),
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )
    public = forms.BooleanField(
        required=False, label=_("It may be shown to the public")
    )

    def values(self) -> dict[str, Any]:
        """All but the file; nobody outside reads it until somebody says so."""
        return super().values() | {"public": self.cleaned_data["public"]}
