"""The network's front page: map, associations, municipalities, countries; history."""

from collections import defaultdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.collation import sort_key
from amuprev.foundation.together import read_together
from network.addresses import SECTIONS, country_address, section_address, section_key
from network.choices import REGION_COUNTRIES, Country
from network.chronicle import whole_chronicle
from network.filters import NetworkFilter, country_choices
from network.maps import region_map
from network.models import NetworkMembership, Organisation
from network.queries import OrganisationQuerySet
from network.territory import (
    LAMP_DAYS,
    Town,
    found_by,
    lamps,
    lit_places,
    map_countries,
    towns,
)

LANGUAGES = ("es", "en")
TOWNS_SHOWN = 100


def crumbs(page: Page) -> list[dict[str, str]]:
    """From the home page down to the network's landing."""
    return [
        {"title": _("Home"), "url": f"/{language_in_use()}/"},
        {"title": page.title, "url": area_address("network")},
    ]


def any_language_section(word: str) -> str | None:
    """The section a word names in either language."""
    for language in LANGUAGES:
        if key := section_key(word, language):
            return key
    return None


def associations(country: str = "") -> list[Organisation]:
    """Associations with what they are in the network today."""
    listed = Organisation.objects.associations().public()
    return _listed(listed.filter(country=country) if country else listed)[0]


def associations_and_partners(
    country: str,
) -> tuple[list[Organisation], list[Organisation]]:
    """A country's associations, with what they are in the network today, and partners."""
    here = Organisation.objects.public().filter(country=country)
    return _listed(here.associations(), here.partners().in_order())


def _listed(
    listed: OrganisationQuerySet, partners: OrganisationQuerySet | None = None
) -> tuple[list[Organisation], list[Organisation]]:
    today = NetworkMembership.objects.today().order_by("-valid_from", "-pk")
    found = read_together(
        associations=listed,
        memberships=today.filter(association__in=listed),
        partners=Organisation.objects.none() if partners is None else partners,
    )
    held = defaultdict(list)
    for membership in found["memberships"]:
        held[membership.association_id].append(membership)
    for association in found["associations"]:
        association.memberships_today = held[association.pk]
    in_order = sorted(found["associations"], key=lambda each: sort_key(str(each)))
    return in_order, found["partners"]


def _chosen_towns(every: list[Town], values: dict[str, Any]) -> list[Town]:
    chosen = every
    if values.get("country"):
        chosen = [t for t in chosen if t.place.country == values["country"]]
    if values.get("q"):
        chosen = found_by(chosen, values["q"])
    return chosen


def network_landing(request: HttpRequest, page: Page) -> HttpResponse:
    """The map, its table and the filters."""
    form = NetworkFilter(request.GET)
    values = form.cleaned_data
    lit = lit_places()
    every = towns(lit=lit, every=bool(values.get("q")))
    chosen = _chosen_towns(every, values)
    show = values.get("show", "")
    with_pages = [town for town in every if town.url]
    context = {
        "page": page,
        "form": form,
        "clear_url": area_address("network"),
        "map": region_map(lamps(with_pages), map_countries()),
        "lit_count": sum(town.lit for town in with_pages),
        "lamp_days": LAMP_DAYS,
        "associations": associations(values.get("country", "")),
        "show_associations": show != "municipality" and not values.get("q"),
        "show_towns": show != "association",
        "towns": chosen[:TOWNS_SHOWN],
        "more_towns": max(0, len(chosen) - TOWNS_SHOWN),
        "countries": [
            {"name": name, "url": country_address(code)}
            for code, name in country_choices()
        ],
        "anchors": {key: words[language_in_use()] for key, words in SECTIONS.items()},
        "history_url": section_address("history"),
        "record_alternates": {
            code: area_address("network", language=code) for code in LANGUAGES
        },
    }
    return render(request, "network/public/landing.html", context)


def network_section(request: HttpRequest, page: Page, section: str) -> HttpResponse:
    """The history; the other sections are parts of the landing."""
    key = any_language_section(section)
    if key is None:
        raise Http404
    if key != "history":
        anchor = SECTIONS[key][language_in_use()]
        return redirect(f"{area_address('network')}#{anchor}")
    if section != SECTIONS[key][language_in_use()]:
        return redirect(section_address(key), permanent=True)
    events = whole_chronicle()
    context = {
        "page": page,
        "crumbs": crumbs(page),
        "events": [event for event in events if event.kind != "term"],
        "terms": [event for event in events if event.kind == "term"],
        "record_alternates": {
            code: section_address("history", language=code) for code in LANGUAGES
        },
    }
    return render(request, "network/public/history.html", context)


def region_country(code: str) -> str:
    """The country's name; not found outside the region."""
    if code not in REGION_COUNTRIES:
        raise Http404
    return str(Country(code).label)
