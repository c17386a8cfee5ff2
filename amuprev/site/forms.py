"""What readers type into the roof's public forms."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.forms.mail_address import MailAddressField


class BulletinForm(forms.Form):
    """Where to and in which language."""

    email = MailAddressField(
        label=_("Your e-mail"),
        help_text=_("Only for the bulletin. It is erased when you leave."),
    )
    language = forms.ChoiceField(
        label=_("In which language?"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a language."),
            "invalid_choice": _("Choose one of the list."),
        },
    )
    # People do not see it; what fills in everything gives itself away.
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
