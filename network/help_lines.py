"""Where somebody who lives with violence can call, by country; only what was confirmed."""

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.content import Shape, read_entries
from network.choices import Country, RegionalAxis, ViolenceType
from network.models import Activity

FILE = Path(__file__).parent / "content" / "help_lines.yaml"
SHAPE = Shape(texts=("who",), required=("country", "number", "source", "checked"))
# Themes whose readers may live with the violence they read about.
THEMES = frozenset({"gender", "victims", "trafficking"})
# Where the way out leads: a page that says nothing about who looks at it.
NEUTRAL = {
    "es": "https://es.wikipedia.org/wiki/Meteorolog%C3%ADa",
    "en": "https://en.wikipedia.org/wiki/Weather",
}


@dataclass(frozen=True)
class HelpLine:
    """A number, who answers it, and in which official source it was read when."""

    country: str
    number: str
    source: str
    checked: datetime.date
    who_es: str
    who_en: str


@dataclass(frozen=True)
class Safety:
    """What a page about such violence offers: the way out and whom to call."""

    exit_url: str
    country: str
    lines: tuple[HelpLine, ...]


def is_about_close_violence(activity: Activity) -> bool:
    """True when it deals with domestic, sexual or child violence."""
    return bool(
        ViolenceType.FAMILY in activity.violence_types
        or activity.regional_axis == RegionalAxis.WOMEN
        or activity.inspire_strategies
        or THEMES & {theme.key for theme in activity.themes.all()}
    )


def safety_of(activity: Activity) -> Safety | None:
    """The way out and its country's lines; None where it is about something else."""
    if not is_about_close_violence(activity):
        return None
    neutral = NEUTRAL[language_in_use()]
    return Safety(neutral, activity.country, help_lines(activity.country))


def help_lines(country: str) -> tuple[HelpLine, ...]:
    """A country's lines; none while no official source confirmed one."""
    return tuple(line for line in _all_lines() if line.country == country)


@cache
def _all_lines() -> tuple[HelpLine, ...]:
    lines = []
    for entry in read_entries(FILE, SHAPE):
        if entry.values["country"] not in Country.values:
            raise entry.refuse("write the code of a country")
        lines.append(HelpLine(**entry.values))
    return tuple(lines)
