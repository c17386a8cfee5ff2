"""«Pregúnteles»: what a reader writes to an association, whose address nobody sees."""

import re
from operator import itemgetter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.forms.fields import ShortText
from network.forms.left_empty import LeftEmpty
from network.forms.mail_address import MailAddressField
from network.lines import country_words
from network.models import Organisation
from network.services.asking import asked_thing, associations_to_ask, whom_to_ask

MOST_LINKS = 2
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
# What only programs write in a message: links dressed in code.
CODE = re.compile(r"<\s*a\b|\[\s*(?:url|link)\b", re.IGNORECASE)


def _told(association: Organisation) -> str:
    """By its country, which readers know, then its acronym."""
    country = country_words(association.country)
    return f"{country} · {association}" if country else str(association)


class AskForm(LeftEmpty):
    """Which association, what about and, for an answer, where to."""

    of = forms.SlugField(required=False, max_length=80, widget=forms.HiddenInput)
    record = forms.CharField(
        required=False, max_length=200, widget=forms.HiddenInput, empty_value=""
    )
    to = forms.ChoiceField(
        label=_("To which association?"),
        help_text=_("If you are unsure, choose that of your country."),
        error_messages={
            "required": _("Choose an association."),
            "invalid_choice": _("Choose one of the list."),
        },
    )
    words = ShortText(
        max_length=3000,
        rows=7,
        label=_("What would you like to ask or say?"),
        help_text=_(
            "Do not write names of minors or victims, or numbers of documents."
        ),
        error_messages={"required": _("Write your question.")},
    )
    email = MailAddressField(
        required=False,
        label=_("Your e-mail, if you want an answer"),
        help_text=_(
            "Only to answer you. It is not shown to anybody, and it is erased 30 days "
            "after the answer, or after 180 days without one."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.associations = {each.slug: each for each in associations_to_ask()}
        to: Any = self.fields["to"]
        told = {slug: _told(each) for slug, each in self.associations.items()}
        by_words = sorted(told.items(), key=itemgetter(1))
        to.choices = [("", _("Choose one")), *by_words]
        self.thing = asked_thing(self._named("record"))
        owner = self.thing.owner if self.thing else None
        self.about: Organisation | None = None
        asked, self.about = whom_to_ask(owner.slug if owner else self._named("of"))
        if asked is not None:
            self.initial.setdefault("to", asked.slug)

    def _named(self, name: str) -> str:
        """What the address, or the form that was sent, names."""
        named = str(self.data.get(name) or self.initial.get(name) or "")
        # PostgreSQL refuses to be asked about a null byte.
        return named.replace("\x00", "")[:200]

    def clean_words(self) -> str:
        """The message; refused with more links than somebody who asks would write."""
        words = str(self.cleaned_data["words"])
        if CODE.search(words):
            raise ValidationError(
                _("Write the links as plain addresses, without code."), "code"
            )
        if len(LINK.findall(words)) > MOST_LINKS:
            raise ValidationError(
                _("Leave at most two links: with more, mail services refuse it."),
                "links",
            )
        return words
