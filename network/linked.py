"""What the network's pages tell machines of themselves, in the words of schema.org."""

from typing import Any

from django.conf import settings

from network.addresses import activity_address, organisation_address
from network.choices import OrganisationKind
from network.dates import machine
from network.lines import country_words
from network.models import Activity, Organisation

Linked = dict[str, Any]
KINDS = {
    OrganisationKind.MUNICIPALITY.value: "GovernmentOrganization",
    OrganisationKind.ASSOCIATION.value: "Organization",
}


def organisation_linked(organisation: Organisation) -> Linked:
    """An association or a town hall."""
    told: Linked = {
        "@type": KINDS.get(organisation.kind, "Organization"),
        "name": organisation.name,
        "url": _whole(organisation_address(organisation.kind, organisation.slug)),
    }
    if organisation.acronym:
        told["alternateName"] = organisation.acronym
    if organisation.website.lower().startswith(("https://", "http://")):
        told["sameAs"] = organisation.website
    if organisation.country:
        told["areaServed"] = country_words(organisation.country)
    return told


def activity_linked(activity: Activity, title: str) -> Linked:
    """An activity: what, when, in which municipality and by whom, no finer."""
    told: Linked = {
        "@type": "Event",
        "name": title,
        "url": _whole(activity_address(activity.pk)),
        "organizer": {"@type": "Organization", "name": activity.owner.name},
    }
    for name, day in (("startDate", activity.started), ("endDate", activity.ended)):
        if day:
            told[name] = machine(day, activity.date_precision)
    place = activity.venue or activity.owner.place
    told["location"] = {
        "@type": "Place",
        "name": place.name if place else activity.owner.name,
        "address": {"@type": "PostalAddress", "addressCountry": activity.country},
    }
    return told


def _whole(path: str) -> str:
    return f"{settings.SITE_URL}{path}" if path else settings.SITE_URL
