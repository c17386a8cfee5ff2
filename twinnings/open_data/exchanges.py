"""The public exchanges and commitments as open tables."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from network.choices import Currency
from network.open_data.common import DOUBTS, SOURCES, happened
from network.open_data.paths import site_page
from twinnings.addresses import exchange_address
from twinnings.choices import CommitmentState, Direction, LanguageSupport, Modality
from twinnings.models import Commitment, Exchange
from twinnings.open_data.common import THEMES, of_twinning


def public_exchanges() -> Any:
    """What everybody may read."""
    return (
        Exchange.objects.public()
        .select_related("owner", "twinning", "place")
        .prefetch_related("themes")
        .with_people()
    )


def public_commitments() -> Any:
    """What everybody may read."""
    return Commitment.objects.public().select_related("exchange__twinning", "party")


EXCHANGE_FIELDS = (
    fields.whole(
        "number",
        _("Number"),
        _("Permanent: it is also in the address."),
        "#meta+id",
        lambda row: row.pk,
    ),
    fields.translated("title", _("Title"), _("In each language."), "#meta+title"),
    fields.entry(
        "twinning",
        _("Twinning"),
        _("To which it belongs."),
        "#activity+parent",
        of_twinning(lambda row: row.twinning),
    ),
    fields.entry(
        "organisation",
        _("Seen from"),
        _(
            "The municipality or association that reported it; of what only sources "
            "tell, the one whose side it is on."
        ),
        "#org",
        lambda row: fields.named(row.owner, "slug"),
    ),
    fields.code("modality", _("Kind"), _("What was done."), Modality, "#activity+type"),
    fields.code(
        "direction",
        _("Direction"),
        _("Seen from whoever tells of it."),
        Direction,
        "#activity+direction",
    ),
    fields.entry(
        "place",
        _("Place"),
        _("Where it was; empty when it was in several or is not known."),
        "#loc",
        lambda row: fields.named(row.place) if row.place else None,
    ),
    *happened(),
    fields.translated(
        "what_happened", _("What was done"), _("In each language."), "#description"
    ),
    fields.translated("learnt", _("What was learnt"), _("Where told."), "#lesson"),
    fields.translated("result", _("Results"), _("What came of it."), "#result"),
    fields.whole(
        "people",
        _("People"),
        _("Of the figures that may be told; empty when none is known."),
        "#reached",
    ),
    fields.whole("women", _("Women"), _("Of those separated by sex."), "#reached+f"),
    fields.whole("men", _("Men"), _("Of those separated by sex."), "#reached+m"),
    fields.yes_no(
        "has_hidden",
        _("Small figures left out"),
        _("Yes where fewer than 5 residents or young people are in no sum."),
        "#meta+hidden",
    ),
    THEMES,
    fields.whole(
        "in_kind_hours",
        _("Hours given"),
        _("Free of charge, by those who took part."),
        "#value+hours",
    ),
    Field(
        "cost",
        _("Cost"),
        _("In the currency beside it; empty when it is not known."),
        Holds.NUMBER,
        lambda row: None if row.cost is None else float(row.cost),
        "#value+cost",
    ),
    fields.code("currency", _("Currency"), _("ISO 4217."), Currency, "#currency"),
    fields.translated("payer", _("Who paid"), _("Where told."), "#org+funder"),
    fields.code(
        "language_support",
        _("How people understood each other"),
        _("Those who speak different languages."),
        LanguageSupport,
        "#meta+languages",
    ),
    SOURCES,
    DOUBTS,
    fields.page(lambda row, language: site_page(exchange_address(row.pk, language))),
)

COMMITMENT_FIELDS = (
    fields.whole(
        "number", _("Number"), _("Permanent."), "#meta+id", lambda row: row.pk
    ),
    fields.translated("text", _("Commitment"), _("What was promised."), "#activity"),
    fields.entry(
        "twinning",
        _("Twinning"),
        _("To which it belongs."),
        "#activity+parent",
        of_twinning(lambda row: row.exchange.twinning),
    ),
    fields.whole(
        "exchange",
        _("Exchange"),
        _("Its number in the table of exchanges."),
        "#meta+exchange",
        lambda row: row.exchange_id,
    ),
    fields.translated(
        "office", _("Who answers for it"), _("An office, never a person."), "#org"
    ),
    fields.day("due", _("Due on"), _("Empty when no day was said."), "#date+due"),
    fields.code(
        "state", _("State"), _("What became of it."), CommitmentState, "#status"
    ),
    fields.day(
        "decided_on",
        _("Met or dropped on"),
        _("Empty while it is open."),
        "#date+end",
    ),
    fields.yes_no(
        "is_overdue",
        _("Overdue"),
        _("Yes when its day has passed and it is open."),
        "#status+overdue",
    ),
)
