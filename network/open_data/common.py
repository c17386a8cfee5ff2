"""Fields that several tables of the network share."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from network.choices import Country, DatePrecision
from network.dates import machine

KEY = fields.text(
    "key",
    _("Key"),
    _("Permanent: it names the same record in every table and never changes."),
    "#meta+id",
)
NAME = fields.translated(
    "name", _("Name"), _("As the record's own language has it."), "#meta+name"
)
COUNTRY = fields.code(
    "country", _("Country"), _("ISO 3166-1, two letters."), Country, "#country"
)
SOURCES = Field(
    "sources",
    _("Sources"),
    _("Where it was learnt: title, address and title in English, divided by bars."),
    Holds.LINES,
    fields.lines("sources"),
    "#meta+source",
)
SOURCE = fields.text("source", _("Source"), _("Where this was learnt."), "#meta+source")
DOUBTS = fields.translated(
    "doubts",
    _("What we do not know"),
    _("Uncertain things, said plainly."),
    "#meta+doubts",
)
FROM = fields.day(
    "valid_from",
    _("From"),
    _("First day on which it holds; empty when it is not known."),
    "#date+start",
)
TO = fields.day(
    "valid_to",
    _("To"),
    _("Last day on which it holds; empty while it does, or when it is not known."),
    "#date+end",
)


def web_address(name: str) -> Callable[[Any], Any]:
    """An address only if a browser just goes there."""

    def read(record: Any) -> Any:
        address = getattr(record, name)
        return address if address.lower().startswith(("https://", "http://")) else None

    return read


def known_day(name: str) -> Callable[[Any], Any]:
    """A day with as many parts as are known."""

    def read(record: Any) -> Any:
        day = getattr(record, name)
        return machine(day, record.date_precision) if day else None

    return read


def happened() -> tuple[Field, ...]:
    """When something happened, no more exactly than its source says."""
    return (
        fields.day(
            "started",
            _("Start"),
            _("With as many parts as are known: year, month, day."),
            "#date+start",
            known_day("started"),
        ),
        fields.day(
            "ended",
            _("End"),
            _("Empty when it was one day or is not known."),
            "#date+end",
            known_day("ended"),
        ),
        fields.code(
            "date_precision",
            _("Date known to the"),
            _("How much of the date is known."),
            DatePrecision,
            "#date+precision",
        ),
        fields.yes_no(
            "date_uncertain",
            _("Date uncertain"),
            _("Yes where sources disagree or only suggest it."),
            "#date+uncertain",
        ),
    )
