"""Forms of take-downs: what a stranger asks, and why its people decide as they do."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.choices import TakeDownWhy
from network.forms.fields import ShortText
from network.forms.left_empty import LeftEmpty
from network.forms.mail_address import MailAddressField
from network.services.takedowns import Thing, find_thing, thing_at


class TakeDownForm(LeftEmpty):
    """Ask that something public be taken down; a name is never asked."""

    of = forms.CharField(
        required=False, max_length=200, widget=forms.HiddenInput, empty_value=""
    )
    address = ShortText(
        max_length=300,
        required=False,
        label=_("Address of the page"),
        help_text=_(
            "Copy it from your browser, for example https://…/en/activities/12/"
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "url"}),
    )
    why = forms.ChoiceField(
        label=_("Why?"),
        choices=TakeDownWhy.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose why it should be taken down."),
            "invalid_choice": _("Choose one of the list."),
        },
    )
    words = ShortText(
        max_length=2000,
        rows=4,
        required=False,
        label=_("What should we know?"),
        help_text=_(
            "For example, which photo or which sentence. Do not write names of "
            "minors or numbers of documents."
        ),
    )
    email = MailAddressField(
        required=False,
        label=_("Your e-mail, if you want an answer"),
        help_text=_(
            "Only to answer you. It is not shown to anybody, and it is erased 30 days "
            "after the answer."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.thing: Thing | None = None
        named = self.data.get("of") or self.initial.get("of") or ""
        found = find_thing(str(named))
        if found is not None and found.is_public:
            self.thing = found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.thing is None and "address" in cleaned:
            self._find(cleaned["address"])
        return cleaned

    def _find(self, address: str) -> None:
        if not address:
            self.add_error("address", _("Copy the address of the page."))
            return
        found = thing_at(address)
        if found is None:
            self.add_error("address", _("Copy the address of a page of this portal."))
        elif not found.is_public:
            self.add_error("address", _("That is no longer published."))
        else:
            self.thing = found


class KeepForm(forms.Form):
    """Why something stays public."""

    reason = ShortText(
        max_length=1000,
        rows=3,
        label=_("Why does it stay?"),
        help_text=_("Whoever asked reads this, if they left an e-mail."),
        error_messages={"required": _("Write why it stays.")},
    )


class ReasonForm(forms.Form):
    """Why something was hidden."""

    reason = ShortText(
        max_length=1000,
        rows=3,
        label=_("Why was it hidden?"),
        help_text=_(
            "One or two sentences, without names. Your association and the "
            "secretariat of the network read them; the public does not."
        ),
        error_messages={"required": _("Write why it was hidden.")},
    )
