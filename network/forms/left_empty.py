"""A box of public forms that only programs fill in."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class LeftEmpty(forms.Form):
    """A form with a box that people do not see; what fills in everything shows itself."""

    website = forms.CharField(
        required=False,
        max_length=500,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self) -> str:
        """Nothing; refused when something was written."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Leave that box empty."), "robot")
        return ""
