"""The money of a measure: an amount in its currency, and where each part comes from."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import FundingSource, Purpose
from municipio_seguro.forms.listing import OF_THE_LIST, ROOM
from municipio_seguro.models import FundingShare
from municipio_seguro.rounding import plainly
from municipio_seguro.services.measures import WHOLE, Share
from network.choices import Currency
from network.forms.fields import name_the_blank
from network.forms.money import MoneyField
from network.forms.told import WholeNumberField

NUMBER = {
    "invalid": _(
        "Write the amount with figures and at most two decimals, for example 1250.50 "
        "or 1250,50."
    ),
    "min_value": _("Write the amount without a minus sign."),
    "max_digits": _("Check the amount: it has too many figures."),
    "max_whole_digits": _("Check the amount: it has too many figures."),
}

SHARE = dict.fromkeys(
    ("invalid", "min_value", "max_value", "max_digits", "max_whole_digits"),
    _("Write a share from 1 to 100, for example 40 or 33.5."),
)


def whole(source: str, purpose: str) -> list[Share]:
    """All of the money from one source."""
    emergency = source == FundingSource.EMERGENCY_FUND
    return [Share(source, WHOLE, purpose if emergency else "")]


def number(most: int, **kwargs: Any) -> MoneyField:
    """An amount, as people of the region write it."""
    return MoneyField(max_digits=most, error_messages=NUMBER, **kwargs)


def ask_for_currency(form: forms.Form, cleaned: Mapping[str, Any]) -> None:
    """An amount has its currency."""
    if cleaned.get("budget_amount") is not None and not cleaned.get("currency"):
        form.add_error("currency", _("Choose the currency of the amount."))


def amount_box() -> MoneyField:
    """What it costs."""
    return number(
        16,
        label=_("How much does it cost?"),
        help_text=_("Blank if you do not know it yet."),
    )


def currency_box() -> forms.ChoiceField:
    """In which currency; never added across."""
    return forms.ChoiceField(
        choices=[("", ""), *Currency.choices],
        required=False,
        label=_("In which currency?"),
        error_messages=OF_THE_LIST,
    )


def purpose_box(label: Any, first: str = "") -> forms.ChoiceField:
    """What the emergency fund is used for."""
    return forms.ChoiceField(
        choices=[("", ""), *Purpose.choices],
        required=False,
        initial=first,
        label=label,
        error_messages=OF_THE_LIST,
    )


def first_source() -> dict[str, forms.Field]:
    """The boxes of a new measure: an amount, and one source for all of it."""
    return {
        "budget_amount": amount_box(),
        "currency": currency_box(),
        "source": forms.ChoiceField(
            choices=FundingSource.choices,
            initial=FundingSource.NONE,
            label=_("Where does the money come from?"),
            help_text=_("Several sources are written later, on its sheet."),
            error_messages=OF_THE_LIST,
        ),
        "purpose": purpose_box(_("If it is the emergency fund: used for what?")),
    }


class MoneyForm(forms.Form):
    """An amount and the shares of its sources, which add up to 100."""

    budget_amount = amount_box()
    currency = currency_box()
    fiscal_year = WholeNumberField(
        least=2000, most=2100, required=False, label=_("Of which fiscal year?")
    )

    def offer_shares(self, known: Iterable[FundingShare]) -> None:
        """A place for each source, and two more."""
        rows = [(each.source, each.share, each.purpose) for each in known]
        for turn, (source, share, purpose) in enumerate(
            [*rows, *[("", None, "")] * ROOM]
        ):
            told = {"number": turn + 1}
            self.fields[f"source_{turn}"] = forms.ChoiceField(
                choices=[("", ""), *FundingSource.choices],
                required=False,
                initial=source,
                label=_("Source %(number)d") % told,
                error_messages=OF_THE_LIST,
            )
            self.fields[f"share_{turn}"] = MoneyField(
                max_digits=5,
                error_messages=SHARE,
                initial=None if share is None else plainly(share),
                label=_("Its share, in percent (source %(number)d)") % told,
                max_value=100,
            )
            self.fields[f"purpose_{turn}"] = purpose_box(
                _("If it is the emergency fund: used for what? (source %(number)d)")
                % told,
                purpose,
            )
        name_the_blank(self)

    def clean(self) -> dict[str, Any]:
        """Money has its currency, each source its share."""
        cleaned = super().clean() or self.cleaned_data
        ask_for_currency(self, cleaned)
        for name in self._sources():
            share = name.replace("source", "share")
            if bool(cleaned.get(name)) != bool(cleaned.get(share)):
                wrong = share if cleaned.get(name) else name
                if wrong not in self.errors:
                    self.add_error(wrong, _("Write the source and its share."))
        return cleaned

    def shares(self) -> list[Share]:
        """The sources that were written."""
        told = self.cleaned_data
        return [
            Share(
                told[name],
                told[name.replace("source", "share")] or Decimal(0),
                told.get(name.replace("source", "purpose"), ""),
            )
            for name in self._sources()
            if told.get(name)
        ]

    def _sources(self) -> list[str]:
        return [name for name in self.fields if name.startswith("source_")]
