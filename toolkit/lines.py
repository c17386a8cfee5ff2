"""Steps, norms and policies in words for lists and pages; no database.

They come with what they name already read.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from network.choices import DatePrecision
from network.dates import describe
from network.lines import country_words
from toolkit.addresses import document_address, norm_address, step_address, with_country
from toolkit.choices import GUIDE_COUNTRIES, ChangeKind
from toolkit.models.keyed import lines_of


def told(record: Any, name: str) -> tuple[str, str]:
    """A text for the reader and, where it is not in their language, in which it is."""
    active = language_in_use()
    for language in dict.fromkeys((active, "es")):
        if text := getattr(record, f"{name}_{language}", None):
            return str(text), "" if language == active else language
    return "", ""


@dataclass(frozen=True)
class Lines:
    """The items of a text that holds one per line; `lang` where they are not in the
    reader's language."""

    items: list[str]
    lang: str


def told_lines(record: Any, name: str) -> Lines:
    """The items for the reader."""
    text, language = told(record, name)
    return Lines(lines_of(text), language)


def country_rows(address: str, chosen: str) -> list[dict[str, Any]]:
    """The countries of the guide, each with the address of this page for it."""
    return [
        {
            "code": code.value.lower(),
            "name": country_words(code),
            "url": with_country(address, code),
            "chosen": code == chosen,
        }
        for code in GUIDE_COUNTRIES
    ]


def step_line(step: Any, country: str) -> dict[str, Any]:
    """A step as lists name it."""
    title, language = told(step, "title")
    return {
        "key": step.key,
        "number": step.position,
        "title": title,
        "lang": language,
        "url": step_address(step.slug, country),
    }


def document_line(document: Any, country: str) -> dict[str, Any]:
    """A model document as lists name it."""
    title, language = told(document, "title")
    return {
        "title": title,
        "lang": language,
        "url": with_country(document_address(document.slug), country),
    }


def day_of(norm: Any, name: str) -> str:
    """A date of a norm, no more exactly than it is known; empty where it is not."""
    day = getattr(norm, name)
    return describe(day, precision=norm.date_precision) if day else ""


def year_of(norm: Any) -> str:
    """The year under which a timeline has it."""
    day = norm.adopted or norm.published or norm.in_force_from
    return str(day.year) if day else _("Date not known")


def norm_line(norm: Any) -> dict[str, Any]:
    """A norm as lists tell it."""
    title, language = told(norm, "title")
    relevance, relevance_language = told(norm, "relevance")
    return {
        "key": norm.key,
        "title": title,
        "lang": language,
        "url": norm_address(norm.slug),
        "number": norm.number,
        "kind": str(norm.get_type_display()),
        "country": country_words(norm.country) or _("International"),
        "year": year_of(norm),
        "when": day_of(norm, "adopted"),
        "status": norm.status,
        "status_words": str(norm.get_status_display()),
        "stands": norm.stands,
        "text": relevance,
        "text_lang": relevance_language,
        "unchecked": norm.needs_checking,
        "broken": norm.link_state == "broken",
    }


def changes_of(norm: Any) -> list[dict[str, Any]]:
    """What it did to others and what others did to it, in words, each with its link."""
    made = [(_made_words(each.kind), each.of, each) for each in norm.changes_made.all()]
    met = [(_met_words(each.kind), each.by, each) for each in norm.changes_met.all()]
    return [
        {
            "words": words,
            "norm": norm_line(other),
            "since": describe(change.on, precision=norm.date_precision)
            if change.on
            else "",
        }
        for words, other, change in (*met, *made)
    ]


def _made_words(kind: str) -> str:
    return _("It repeals") if kind == ChangeKind.REPEALS else _("It amends")


def _met_words(kind: str) -> str:
    return _("Repealed by") if kind == ChangeKind.REPEALS else _("Amended by")


def support_lines(rows: list[Any]) -> list[dict[str, Any]]:
    """The norms that support a step in a country, or its absence («falta»)."""
    lines = []
    for row in rows:
        note, language = told(row, "note")
        lines.append(
            {
                "missing": row.is_missing,
                "norm": norm_line(row.instrument) if row.instrument else None,
                "articles": row.articles,
                "note": note,
                "lang": language,
            }
        )
    return lines


def body_told(body: Any, country: str) -> dict[str, Any] | None:
    """What the body is called in a country, who sits on it, what is missing."""
    if body is None:
        return None
    return {
        "body": body,
        "country": country_words(country),
        "members": told_lines(body, "members"),
        "basis": norm_line(body.basis) if body.basis else None,
    }


def period_of(policy: Any) -> str:
    """The years that a policy covers, as far as they are known."""
    first, last = policy.from_year, policy.to_year
    if first and last:
        return f"{first}" if first == last else f"{first}–{last}"
    if first:
        return _("since %(year)s") % {"year": first}
    if last:
        return _("until %(year)s") % {"year": last}
    return _("period not known")


def act_day(policy: Any) -> str:
    """The day of its act; empty where it is not known."""
    day = policy.act_on
    return describe(day, precision=DatePrecision.DAY) if day else ""
