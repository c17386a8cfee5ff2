"""Sign-in and passwords in our words: allauth's forms without placeholders."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network import session_limits
from network.forms.fields import ShortText
from network.models import User
from network.services.entrance import ask_for_new_password

PASSWORD_RULES = _(
    "At least 12 characters. A sentence of four words that only you would put "
    "together works well. Do not use your name, your e-mail or a very common password."
)
WRITE_EMAIL = _("Write your e-mail address.")
WRITE_PASSWORD = _("Write your password.")
WHOLE_EMAIL = _("Write a whole e-mail address, such as name@example.org.")


def say(
    form: forms.Form, name: str, label: Any, help_text: Any = "", required: Any = ""
) -> None:
    """Give a field of allauth our label, hint and sentence; placeholders go."""
    field = form.fields[name]
    field.label = label
    field.help_text = help_text
    field.widget.attrs.pop("placeholder", None)
    if required:
        field.error_messages["required"] = required


def say_email(form: forms.Form, name: str) -> None:
    """An e-mail field of allauth, in our words."""
    say(form, name, _("E-mail"), required=WRITE_EMAIL)
    form.fields[name].error_messages["invalid"] = WHOLE_EMAIL
    form.fields[name].widget.attrs["autocomplete"] = "username"


class SignInForm(allauth_forms.LoginForm):
    """Address, password, and whose computer it is: shared, unless somebody says no."""

    shared = forms.BooleanField(
        required=False, initial=True, label=_("This is a shared computer")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_email(self, "login")
        say(self, "password", _("Password"), required=WRITE_PASSWORD)
        self.fields["shared"].help_text = gettext(
            "Leave it ticked if other people use it too: nothing of yours stays here "
            "when you sign out, and after %(minutes)d minutes without use you enter "
            "your password again."
        ) % {"minutes": session_limits.SHARED.idle.seconds // 60}

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> Any:
        answer = super().login(request, redirect_url)
        shared = self.cleaned_data["shared"]
        session_limits.remember_computer(request.session, shared=shared)
        return answer


class InPlaceForm(SignInForm):
    """The password of somebody known, whose form waits for them."""

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        data = kwargs.get("data")
        if data is not None:
            # Whoever else is named in the post: it is this person's form.
            kwargs["data"] = {
                "login": person.email,
                "password": data.get("password", ""),
                "shared": data.get("shared", ""),
            }
        super().__init__(*args, **kwargs)
        self.fields["login"].widget = forms.HiddenInput()

    def clean(self) -> Any:
        try:
            return super().clean()
        except ValidationError as problem:
            if problem.code != "email_password_mismatch":
                raise
            self.add_error(
                "password",
                _("The password does not match. Try again, or ask for a new one."),
            )
            return self.cleaned_data


def explain_passwords(form: forms.Form) -> None:
    """Say the rules of a new password beforehand."""
    say(
        form,
        "password1",
        _("New password"),
        PASSWORD_RULES,
        _("Write a new password."),
    )
    say(
        form,
        "password2",
        _("New password, once more"),
        required=_("Write the new password once more."),
    )


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    """The present password and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "oldpassword", _("Present password"), required=WRITE_PASSWORD)
        explain_passwords(self)


class NewPasswordForm(allauth_forms.ResetPasswordKeyForm):
    """A new password after following the link of a mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        explain_passwords(self)


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    """The address to which a link for a new password goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_email(self, "email")

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Asks for the link; the answer does not tell whether anybody gets one."""
        ask_for_new_password(person=next(iter(self.users), None))
        return self.cleaned_data["email"]


class ConfirmPasswordForm(allauth_forms.ReauthenticateForm):
    """The password once more before something delicate."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "password", _("Password"), required=WRITE_PASSWORD)


class AcceptForm(forms.Form):
    """Who accepts an invitation, and the password they choose."""

    name = ShortText(
        max_length=120,
        label=_("Your name"),
        help_text=_("As your colleagues know you. It is never shown to the public."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name.")},
    )
    password1 = forms.CharField(
        label=_("Password"),
        help_text=PASSWORD_RULES,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Write a password.")},
    )
    password2 = forms.CharField(
        label=_("Password, once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Write the password once more.")},
    )

    def __init__(self, *args: Any, email: str, recovers: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        if recovers:
            del self.fields["name"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, again = cleaned.get("password1"), cleaned.get("password2")
        if not first:
            return cleaned
        if again and first != again:
            self.add_error("password2", _("The two passwords are not the same."))
        someone = User(email=self.email, name=cleaned.get("name") or "")
        try:
            password_validation.validate_password(first, someone)
        except ValidationError as refused:
            self.add_error("password1", refused)
        return cleaned


class LetterCodeForm(forms.Form):
    """What a printed letter holds."""

    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("The address the letter names."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={
            "required": _("Write the e-mail address the letter names."),
            "invalid": WHOLE_EMAIL,
        },
    )
    code = forms.CharField(
        label=_("Code of the letter"),
        help_text=_("Twelve letters and figures, such as ABCD-EFGH-2345."),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": _("Write the code of the letter.")},
    )


class OwnDetailsForm(forms.Form):
    """One's own name, and the language in which the portal writes."""

    name = ShortText(
        max_length=120,
        label=_("Your name"),
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the mails and of the administration"),
        choices=[("es", "Español"), ("en", "English")],
        widget=forms.RadioSelect,
    )
