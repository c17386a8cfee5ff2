"""An activity in words for public lists and pages: where, when, what; no database.

The activity comes with its owner, venue, kind and places already read.
"""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.collation import sort_key
from amuprev.foundation.figures import figure
from amuprev.foundation.prose import first_words, plain_prose
from network.addresses import activity_address
from network.choices import Country
from network.dates import describe
from network.models import Activity

PLACES_NAMED = 3
EXCERPT_WORDS = 34


def country_words(code: str) -> str:
    """A country's name from its code; empty for an unknown code."""
    return str(Country(code).label) if code in Country.values else ""


def in_a_row(names: list[str]) -> str:
    """Up to three names; the rest counted."""
    rest = len(names) - PLACES_NAMED
    if rest > 0:
        return ngettext(
            "%(names)s and %(count)d more", "%(names)s and %(count)d more", rest
        ) % {"names": ", ".join(names[:PLACES_NAMED]), "count": rest}
    if len(names) > 1:
        return _("%(names)s and %(last)s") % {
            "names": ", ".join(names[:-1]),
            "last": names[-1],
        }
    return "".join(names)


def dates_of(record: Any) -> str:
    """When an activity, agreement or milestone happened, as exactly as is known."""
    return describe(
        record.started,
        record.ended,
        precision=record.date_precision,
        uncertain=record.date_uncertain,
    )


def _town(activity: Activity) -> tuple[str, str]:
    """The municipality, or the several that took part, and the country."""
    place = activity.venue or activity.owner.place
    if place:
        return place.name, place.country
    names = sorted((place.name for place in activity.places.all()), key=sort_key)
    if names or activity.public_place_name:
        return in_a_row(names), activity.country
    return activity.owner.acronym or activity.owner.name, activity.country


def place_of(activity: Activity) -> str:
    """Where it was done, never finer than the public may know."""
    town, country = _town(activity)
    parts = [activity.public_place_name, town, country_words(country)]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def where_of(activity: Activity) -> str:
    """Place and date, the first thing a line tells."""
    return f"{place_of(activity)} · {dates_of(activity)}"


def kind_of(activity: Activity) -> str:
    """What kind of activity it was, in words."""
    return activity.other_kind or (activity.kind.name if activity.kind else "")


def people_of(activity: Any) -> str:
    """How many took part, when that may be told; nothing if a cell is hidden."""
    people = getattr(activity, "people", None)
    if not people or activity.has_hidden:
        return ""
    return ngettext("%(people)s person", "%(people)s people", people) % {
        "people": figure(people)
    }


def excerpt(markdown: str) -> str:
    """The first words of a text, without its marks."""
    return first_words(plain_prose(markdown), EXCERPT_WORDS)


def line_of(activity: Any) -> dict[str, Any]:
    """What one line of a public list shows; text only in Spanish is marked and said."""
    language = language_in_use()
    title = getattr(activity, f"title_{language}") or ""
    story = excerpt(getattr(activity, f"what_happened_{language}") or "")
    spanish_story = "" if story else excerpt(activity.what_happened_es or "")
    kind = kind_of(activity)
    tags = [tag for tag in (kind, people_of(activity)) if tag]
    if language != "es" and ((activity.title_es and not title) or spanish_story):
        tags.append(_("Text in Spanish"))
    return {
        "where": where_of(activity),
        "title": title or activity.title_es or kind or activity.number,
        "url": activity_address(activity.pk),
        "text": story or _marked(spanish_story, language),
        "plain_text": story or spanish_story,
        "lang": "es" if activity.title_es and not title else "",
        "tags": tags,
    }


def _marked(spanish: str, language: str) -> str:
    """Spanish text in a page of another language carries its own language."""
    if not spanish or language == "es":
        return spanish
    return format_html('<span lang="es">{}</span>', spanish)
