"""Forms of whoever manages an organisation's people."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.choices import Role
from network.forms.account import WHOLE_EMAIL
from network.forms.fields import ShortText


class InviteForm(forms.Form):
    """Whom to invite, and to what."""

    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("The person's own address: they will sign in with it."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write the person's e-mail address."),
            "invalid": WHOLE_EMAIL,
        },
    )
    name = ShortText(
        max_length=120,
        label=_("Name"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the person's name.")},
    )
    role = forms.ChoiceField(
        label=_("What will this person do?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what this person will do."),
            "invalid_choice": _("Choose one of the roles shown."),
        },
    )
    position = ShortText(
        max_length=120,
        required=False,
        label=_("Post"),
        help_text=_("For example: head of the prevention office."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the invitation"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a language."),
            "invalid_choice": _("Choose one of the languages shown."),
        },
    )

    def __init__(self, *args: Any, roles: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = cast(forms.ChoiceField, self.fields["role"])
        offered.choices = [(role, Role(role).label) for role in roles]


class NewAddressForm(forms.Form):
    """The new address of someone who lost their mailbox."""

    email = forms.EmailField(
        label=_("New e-mail"),
        help_text=_("From now on the person signs in with this address."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write the person's new e-mail address."),
            "invalid": WHOLE_EMAIL,
        },
    )


class EndForm(forms.Form):
    """Why an appointment ends."""

    reason = ShortText(
        max_length=200,
        required=False,
        label=_("Reason"),
        help_text=_("For example: changed jobs. Only those who manage people see it."),
    )
