"""«Salir rápido» and help lines: which pages offer them, and which numbers each shows."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.collation import sort_key
from network.choices import REGION_COUNTRIES, RegionalAxis, ViolenceType
from network.lines import country_words
from network.models import Activity, HelpLine

# Themes whose readers may live with the violence they read about.
THEMES = frozenset({"gender", "victims", "trafficking"})
# Where the way out leads: a page that says nothing about who looks at it.
NEUTRAL = {
    "es": "https://es.wikipedia.org/wiki/Meteorolog%C3%ADa",
    "en": "https://en.wikipedia.org/wiki/Weather",
}


@dataclass(frozen=True)
class CountryHelp:
    """A country and its lines; none while none was found in a source."""

    country: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True)
class Safety:
    """What a page about such violence offers: the way out and whom to call."""

    exit_url: str
    countries: tuple[CountryHelp, ...]


def is_about_close_violence(activity: Activity) -> bool:
    """True when it deals with domestic, sexual or child violence."""
    return bool(
        ViolenceType.FAMILY in activity.violence_types
        or activity.regional_axis == RegionalAxis.WOMEN
        or activity.inspire_strategies
        or _has_such_a_theme(activity)
    )


def with_close_theme(activities: Any) -> Any:
    """Activities that know whether a theme of theirs is such a one, asked with them."""
    themes = activities.model.themes.through.objects
    such = themes.filter(activity=OuterRef("pk"), theme__key__in=THEMES)
    return activities.annotate(has_close_theme=Exists(such))


def _has_such_a_theme(activity: Any) -> bool:
    known: bool | None = getattr(activity, "has_close_theme", None)
    if known is not None:
        return known
    return bool(THEMES & {theme.key for theme in activity.themes.all()})


def safety_of(activity: Activity) -> Safety | None:
    """The way out and its country's lines; None where it is about something else."""
    return safety_in(activity.country) if is_about_close_violence(activity) else None


def safety_of_list(codes: dict[str, str]) -> Safety | None:
    """The same for a list narrowed to such a theme; the codes are those of its filters."""
    about_it = codes.get("theme") in THEMES
    return safety_in(codes.get("country", "")) if about_it else None


def safety_in(country: str = "") -> Safety:
    """The way out and the lines of a country of the region, or of all of them."""
    asked = [country] if country in REGION_COUNTRIES else _in_order()
    found: dict[str, list[HelpLine]] = {code: [] for code in asked}
    for line in HelpLine.objects.filter(country__in=asked):
        found[line.country].append(line)
    every = tuple(CountryHelp(code, tuple(lines)) for code, lines in found.items())
    return Safety(NEUTRAL[language_in_use()], every)


def _in_order() -> list[str]:
    """The countries of the region in the reader's alphabetical order."""
    return sorted(REGION_COUNTRIES, key=lambda code: sort_key(country_words(code)))
