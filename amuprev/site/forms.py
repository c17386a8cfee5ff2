"""What readers type into the roof's public forms."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.forms.left_empty import LeftEmpty
from network.forms.mail_address import MailAddressField


class BulletinForm(LeftEmpty):
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
