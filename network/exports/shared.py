"""Columns that the public and staff read alike."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amuprev.foundation.exports.columns import Column, Kind, Read
from network.choices import (
    ActivityStatus,
    AgeBand,
    Approach,
    CountingMethod,
    Country,
    DatePrecision,
    Sex,
)
from network.exports import reading

FIELDS = (
    "pk",
    "started",
    "ended",
    "date_precision",
    "date_uncertain",
    "country",
    "owner_id",
    "venue_id",
    "place_name",
    "is_sensitive",
    "kind_id",
    "other_kind",
    "status",
    "prevention_level",
    "approach",
    "setting_id",
    "sessions",
    "counting_method",
)


def with_texts(
    fields: tuple[str, ...], texts: tuple[str, ...], language: str
) -> tuple[str, ...]:
    """The columns of the database that a file needs; English ones fall back to Spanish."""
    languages = ("es",) if language == "es" else ("es", "en")
    return (*fields, *(f"{text}_{code}" for text in texts for code in languages))


def text(name: str, heading: Any, width: int = 50) -> Column:
    """A text in two languages."""
    return Column(name, heading, reading.text(name), Kind.TEXT, width)


def written(key: str, heading: Any, read: Read, width: int = 30) -> Column:
    """What somebody wrote, or names that somebody gave."""
    return Column(key, heading, read, Kind.TEXT, width)


def number(key: str, heading: Any, read: Read, width: int = 9) -> Column:
    """A whole figure, or nothing."""
    return Column(key, heading, read, Kind.WHOLE, width)


def amount(key: str, heading: Any, read: Read, width: int = 12) -> Column:
    """A figure that may have decimals, or nothing."""
    return Column(key, heading, read, Kind.NUMBER, width)


def words(key: str, heading: Any, read: Read, width: int = 14) -> Column:
    """Words of ours."""
    return Column(key, heading, read, Kind.WORDS, width)


def day(key: str, heading: Any, read: Read) -> Column:
    """A day."""
    return Column(key, heading, read, Kind.DAY, 12)


def people() -> list[Column]:
    """Everybody, and each sex."""
    everybody = pgettext_lazy("heading of a column", "People")
    sexes = [number(sex.value, sex.label, reading.sum_of(sex.value), 11) for sex in Sex]
    return [number("people", everybody, reading.total, 11), *sexes]


def cells() -> list[Column]:
    """A column for each sex and age."""
    return [
        number(
            f"{sex.value}_{age.value}",
            format_lazy("{sex}: {age}", sex=sex.label, age=age.label),
            reading.cell(sex.value, age.value),
            12,
        )
        for sex in Sex
        for age in AgeBand
    ]


NUMBER = number("number", _("Number"), reading.plain("pk"))
WHEN = (
    number("year", _("Year"), reading.year, 7),
    day("started", _("First day"), reading.day("started")),
    day("ended", _("Last day"), reading.day("ended")),
    words(
        "date_precision",
        _("Date known to the"),
        reading.choice("date_precision", DatePrecision),
    ),
    words("date_uncertain", _("Date uncertain"), reading.yes_no("date_uncertain")),
)
COUNTRY = words("country", _("Country"), reading.choice("country", Country), 16)
TOWN = written("municipality", _("Municipality"), reading.town, 24)
OWNER = written(
    "organisation", _("Organisation"), reading.entry("owner_id", "owners"), 32
)
KIND = written("kind", _("Kind of activity"), reading.kind, 28)
TITLE = text("title", _("Name of the activity"))
STATUS = words(
    "status", _("How far it has come"), reading.choice("status", ActivityStatus)
)
APPROACH = words("approach", _("Approach"), reading.choice("approach", Approach), 24)
AUDIENCE = (
    written("themes", _("Themes"), reading.entries("themes")),
    written("groups", _("People it is for"), reading.entries("groups")),
)
PLACES = written(
    "places", _("Municipalities that took part"), reading.entries("places")
)
SESSIONS = number("sessions", _("Sessions"), reading.plain("sessions"))
COUNTING = words(
    "counting_method",
    _("How people were counted"),
    reading.choice("counting_method", CountingMethod),
    20,
)
STORY = (
    text("what_happened", _("What happened"), 60),
    text("result", _("What came of it")),
    text("difficulty", _("What was difficult")),
)
ADDRESS = Column("address", _("Address"), reading.addresses, Kind.PLAIN, 40)
