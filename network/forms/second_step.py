"""The second step in our words: codes of the application, of paper, of a mail; keys."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as base_forms
from allauth.mfa.totp import forms as app_forms
from allauth.mfa.webauthn import forms as key_forms
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network import tries
from network.forms.account import say
from network.models import User
from network.services import second_step

WRITE_CODE = _("Write the code.")
WRONG_CODE = _(
    "This code is not right, or it was already used. Wait for the next one and write "
    "it as soon as it appears."
)
WRONG_MAILED_CODE = _("This code is not right. Copy it from the last message we sent.")
BROKEN_KEY = _("The passkey could not be read. Try again.")
NAME_LENGTH = 60


def digits_box(form: forms.Form, label: Any, help_text: Any, *, most: int) -> None:
    """The field of a code: figures, filled in by the telephone that received it."""
    say(form, "code", label, help_text, WRITE_CODE)
    form.fields["code"].widget.attrs.update(
        {
            "autocomplete": "one-time-code",
            "inputmode": "numeric",
            "maxlength": str(most),
            "class": "short",
            "spellcheck": "false",
        }
    )


class CountedCode(forms.Form):
    """Spends a code of its person; each try is counted before it is looked at."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        digits_box(
            self,
            _("Code"),
            _(
                "The 6 figures that your application shows now, or one of the "
                "recovery codes that you printed."
            ),
            most=20,
        )

    def clean_code(self) -> str:
        """Raises Slowed after many tries."""
        attempt = tries.begin(
            account=tries.code_account(self.user.pk),
            address=get_adapter().get_client_ip(context.request),
        )
        code = self.cleaned_data["code"]
        found = second_step.spend_code(person=self.user, code=code)
        if found is None:
            second_step.note_failed(person=self.user)
            raise ValidationError(WRONG_CODE, code="incorrect_code")
        attempt.succeeded()
        found.user = self.user
        self.authenticator = found
        return code


class SecondStepForm(CountedCode, base_forms.AuthenticateForm):
    """The second step of a sign-in."""


class MailedCodeForm(account_forms.ConfirmLoginCodeForm):
    """The code mailed to whoever must set up a second step and has none yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        digits_box(
            self,
            _("Code of the message"),
            _("8 figures. It works for 15 minutes."),
            most=12,
        )

    def clean_code(self) -> str:
        """Raises Slowed after many tries."""
        stage = context.request._login_stage
        attempt = tries.begin(
            account=tries.code_account(stage.login.user.pk),
            address=get_adapter().get_client_ip(context.request),
        )
        try:
            code = super().clean_code()
        except ValidationError:
            raise ValidationError(WRONG_MAILED_CODE, code="incorrect_code")
        attempt.succeeded()
        return code


class AddAppForm(app_forms.ActivateTOTPForm):
    """The first code of an application: it proves that the telephone has the key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        digits_box(
            self,
            _("Code"),
            _("The 6 figures that your application shows now."),
            most=10,
        )

    def clean_code(self) -> str:
        """The code, which will not open anything a second time."""
        code = super().clean_code()
        digits = "".join(filter(str.isdecimal, code))
        second_step.mark_spent(person=self.user, code=digits)
        return code


class SafelyRead(forms.Form):
    """Takes whatever a browser sends as a passkey; what is none is refused."""

    def full_clean(self) -> None:
        """The library reads what was sent as if it were well made."""
        try:
            super().full_clean()
        except tries.Slowed:
            raise
        except Exception:  # noqa: BLE001  keys, types, lengths: anything may be wrong
            self.cleaned_data = {}
            self.add_error("credential", ValidationError(BROKEN_KEY, code="broken"))


class UseKeyForm(SafelyRead, key_forms.AuthenticateWebAuthnForm):
    """A passkey as the second step."""


class EnterWithKeyForm(SafelyRead, key_forms.LoginWebAuthnForm):
    """A passkey instead of password and second step."""


class AddKeyForm(SafelyRead, key_forms.AddWebAuthnForm):
    """A passkey: what to call it, and whether it also opens without a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(
            self,
            "name",
            _("What do you call it?"),
            _("So that you know it again: “My telephone”, “Key of the office”."),
        )
        self.fields["name"].widget.attrs.update(
            {"autocomplete": "off", "maxlength": str(NAME_LENGTH)}
        )
        passwordless = self.fields["passwordless"]
        passwordless.label = _("Use it also to sign in without a password")
        passwordless.help_text = _(
            "The telephone or computer then asks for your finger, your face or its PIN."
        )
        passwordless.initial = True

    def clean_name(self) -> str:
        """Never empty and never longer than shown."""
        return super().clean_name()[:NAME_LENGTH]
