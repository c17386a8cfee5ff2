"""What the pages of twinnings tell machines of themselves, in the words of schema.org."""

from typing import Any

from django.conf import settings

from amuprev.foundation.addresses import language_in_use
from network.dates import machine
from network.lines import country_words
from twinnings.addresses import counterpart_address, exchange_address, twinning_address
from twinnings.lines import party_address, told

Linked = dict[str, Any]


def twinning_linked(twinning: Any) -> Linked:
    """A project of its parties, with what it is for."""
    title, other = told(twinning, "title")
    linked: Linked = {
        "@type": "Project",
        "name": title,
        "url": settings.SITE_URL + twinning_address(twinning.slug),
        "member": [
            _member(party) for party in twinning.parties.all() if not party.unnamed
        ],
    }
    objective, language = told(twinning, "objective")
    if objective and language == other:
        linked["description"] = objective
    linked |= _days(twinning, "foundingDate", "dissolutionDate")
    return linked


def _member(party: Any) -> Linked:
    member: Linked = {
        "@type": "GovernmentOrganization",
        "name": party.name,
        "areaServed": country_words(party.country),
    }
    if address := party_address(party):
        member["url"] = settings.SITE_URL + address
    return member


def exchange_linked(exchange: Any) -> Linked:
    """An event that is over."""
    title, _other = told(exchange, "title")
    linked: Linked = {
        "@type": "Event",
        "name": title or str(exchange),
        "url": settings.SITE_URL + exchange_address(exchange.pk),
        "inLanguage": language_in_use(),
        "organizer": {"@type": "Organization", "name": exchange.owner.name},
        **_days(exchange, "startDate", "endDate"),
    }
    if exchange.place is not None:
        place = exchange.place
        linked["location"] = {
            "@type": "Place",
            "name": place.name,
            "address": {"@type": "PostalAddress", "addressCountry": place.country},
        }
    return linked


def _days(record: Any, first: str, last: str) -> Linked:
    """Its days with as many parts as are known; none while they are uncertain."""
    if record.date_uncertain:
        return {}
    days = ((first, record.started), (last, record.ended))
    return {name: machine(day, record.date_precision) for name, day in days if day}


def counterpart_linked(place: Any) -> Linked:
    """A city, a county or another territory."""
    linked: Linked = {
        "@type": "AdministrativeArea",
        "name": place.name,
        "url": settings.SITE_URL + counterpart_address(place.slug),
        "containedInPlace": {
            "@type": "Country",
            "name": country_words(place.country),
        },
    }
    if place.latitude is not None:
        linked["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(place.latitude),
            "longitude": float(place.longitude),
        }
    return linked
