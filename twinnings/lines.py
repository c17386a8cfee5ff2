"""Twinnings, parties and exchanges in words for lists and pages; no database.

They come with their parties, and these with their places, already read.
"""

import datetime
import re
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import figure
from network.addresses import organisation_address
from network.choices import DatePrecision
from network.dates import describe
from network.lines import country_words
from twinnings.addresses import (
    counterpart_address,
    exchange_address,
    twinning_address,
)
from twinnings.choices import CommitmentState, Direction
from twinnings.maps import Drawn, End
from twinnings.models import Party

BEGINS_WITH_I = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)


def joined(names: Sequence[str]) -> str:
    """Names as one says them: «Colón y San Miguelito», «Apopa e Ilopango»."""
    if len(names) == 1:
        return names[0]
    *most, last = names
    told = {"several": ", ".join(most), "last": last}
    if BEGINS_WITH_I.match(last):
        # Spanish says «e» here, so that the two vowels do not become one.
        return (
            pgettext("before a word that begins with i", "%(several)s and %(last)s")
            % told
        )
    return _("%(several)s and %(last)s") % told


def told(record: Any, name: str) -> tuple[str, str]:
    """A text for the reader and, where it is not in their language, in which it is.

    The other language is given whichever that is: an officer answers in English alone.
    """
    active = language_in_use()
    for language in (active, "es", "en"):
        if text := getattr(record, f"{name}_{language}", None):
            return str(text), "" if language == active else language
    return "", ""


def dated(
    started: datetime.date | None,
    ended: datetime.date | None,
    precision: str,
    *,
    uncertain: bool,
) -> str:
    """When something was, no more exactly than it is known; «year uncertain» where not
    even that is."""
    first = started or ended
    if first is None:
        return _("year uncertain") if uncertain else _("no date recorded")
    return describe(first, ended, precision=precision, uncertain=uncertain)


def when_of(record: Any) -> str:
    """When an exchange was, a status began or a twinning lived."""
    return dated(
        record.started,
        record.ended,
        record.date_precision,
        uncertain=record.date_uncertain,
    )


def life_of(twinning: Any) -> str:
    """From when until when it lived; an end that is not known is not told."""
    words = when_of(twinning)
    if twinning.started and twinning.ended is None:
        whole_day = twinning.date_precision == DatePrecision.DAY
        since = _("since %(date)s") if whole_day else pgettext("year", "since %(date)s")
        return since % {"date": words}
    if twinning.ended and twinning.started is None:
        return _("until %(date)s") % {"date": words}
    return words


def place_address(place: Any) -> str:
    """The page of a place: its town hall's in the network, or its own as a counterpart;
    empty while its town hall is hidden."""
    organisation = getattr(place, "organisation", None)
    if organisation is None:
        return counterpart_address(place.slug)
    if not organisation.shown:
        return ""
    return organisation_address(organisation.kind, organisation.slug)


def party_address(party: Any) -> str:
    """Where a party is read about; empty for one without a page."""
    if party.place is not None:
        return place_address(party.place)
    organisation = party.organisation
    if organisation is None or not organisation.shown:
        return ""
    return organisation_address(organisation.kind, organisation.slug)


def party_line(party: Party) -> dict[str, Any]:
    """What a line says of a party."""
    return {
        "party": party,
        "name": party.name,
        "url": party_address(party),
        "country": country_words(party.country),
        "unknown": bool(party.unnamed),
        "uncertain": party.uncertain,
    }


def by_country(parties: Sequence[Any]) -> list[dict[str, Any]]:
    """The parties under their countries, in their order."""
    lines: dict[str, list[dict[str, Any]]] = {}
    for party in parties:
        lines.setdefault(country_words(party.country), []).append(party_line(party))
    return [{"country": country, "parties": own} for country, own in lines.items()]


def kept_words(commitments: int, met: int) -> str:
    """How many promises were kept, never rounded up."""
    if not commitments:
        return _("no follow-up recorded")
    if commitments == 1:
        return _("one commitment, met") if met else _("one commitment, not met yet")
    words = ngettext(
        "of %(all)s commitments, %(met)s met",
        "of %(all)s commitments, %(met)s met",
        met,
    )
    return words % {"all": figure(commitments), "met": figure(met)}


def met_of(commitments: Sequence[Any]) -> int:
    """How many of these were met."""
    return sum(each.state == CommitmentState.MET for each in commitments)


def row_of(twinning: Any) -> dict[str, Any]:
    """A line of the table: all that the map tells, and more."""
    title, language = told(twinning, "title")
    parties = list(twinning.parties.all())
    return {
        "number": twinning.pk,
        "title": title,
        "lang": language,
        "url": twinning_address(twinning.slug),
        "who": by_country(parties),
        "when": life_of(twinning),
        "kind": twinning.get_type_display(),
        "status": twinning.get_status_display(),
        "status_code": twinning.status,
        "exchanges": twinning.exchanges_count,
        "kept": kept_words(twinning.commitments_count, twinning.met_count),
    }


def exchange_line(exchange: Any) -> dict[str, Any]:
    """What one line of a list of exchanges shows."""
    title, language = told(exchange, "title")
    tags = [str(exchange.get_modality_display())]
    if language:
        tags.append(_("Text in Spanish") if language == "es" else _("Text in English"))
    return {
        "where": " · ".join(filter(None, (place_of(exchange), when_of(exchange)))),
        "when": when_of(exchange),
        "title": title or exchange.get_modality_display(),
        "lang": language,
        "url": exchange_address(exchange.pk),
        "number": exchange.number,
        "tags": tags,
    }


def direction_of(exchange: Any) -> str:
    """Who went where, as somebody from outside tells it."""
    return {
        Direction.OUTGOING: _("It visited its counterpart"),
        Direction.INCOMING: _("It received its counterpart"),
        Direction.BOTH: _("Both visited each other"),
        Direction.VIRTUAL: _("Nobody travelled"),
    }.get(exchange.direction, "")


def place_of(exchange: Any) -> str:
    """Where it was; the organisation that tells of it where no place is named."""
    return exchange.place.name if exchange.place else exchange.owner.name


def drawn_of(twinning: Any) -> Drawn:
    """A twinning as the map shows it."""
    ends = tuple(_end(party) for party in twinning.parties.all())
    return Drawn(told(twinning, "title")[0], twinning_address(twinning.slug), ends)


def _end(party: Any) -> End:
    place = party.place
    known = place is not None and place.latitude is not None
    return End(
        key=party.identity or f"u{party.pk}",
        name=party.name,
        country=party.country,
        url=party_address(party),
        latitude=float(place.latitude) if known else None,
        longitude=float(place.longitude) if known else None,
        uncertain=party.uncertain,
    )
