"""An e-mail address as people type it; each mistake gets the sentence that mends it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.mail_addresses import is_mailable

MOST = 254


class MailAddressField(forms.EmailField):
    """One address, of somebody who reads it."""

    default_error_messages = {
        "required": _("Write your e-mail address."),
        "invalid": _("Write a whole e-mail address, such as name@example.org."),
        "lines": _("Write one e-mail address only, in one line."),
        "two_at_signs": _("This address has more than one @: leave only one."),
        "accents": _(
            "Write the address without accents or ñ, as it stands in your mail."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        attributes = {"autocomplete": "email"}
        kwargs.setdefault("widget", forms.EmailInput(attrs=attributes))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """The address; raises ValidationError with what to mend."""
        text = str(value or "").strip()
        name, _at, _host = text.rpartition("@")
        for code, wrong in (
            ("lines", any(sign in text for sign in "\r\n,;\x00")),
            ("two_at_signs", text.count("@") > 1),
            ("accents", not name.isascii()),
            ("invalid", len(text) > MOST),
        ):
            if wrong:
                raise ValidationError(self.error_messages[code], code)
        found = str(super().clean(text)).lower()
        if not is_mailable(found):
            raise ValidationError(self.error_messages["invalid"], "invalid")
        return found
