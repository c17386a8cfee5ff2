"""One association, municipality or country: what the portal holds about it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from amuprev.foundation.together import complete, read_together, related_to
from network.addresses import (
    COUNTRY_SLUGS,
    country_address,
    country_feed_address,
    country_of_slug,
    feed_address,
    organisation_address,
)
from network.choices import AnswerKnown, OrganisationKind
from network.chronicle import chronicle_of
from network.facets import Dimension, country_facet, facet
from network.linked import organisation_linked
from network.listing import Choice, newest_of
from network.models import Activity, Affiliation, Organisation
from network.offered import OF_COUNTRY, OF_MUNICIPALITY, offered
from network.territory import level_sentence, towns
from network.totals import sums_table, totals_of
from network.views.public.landing import (
    LANGUAGES,
    any_language_section,
    associations_and_partners,
    crumbs,
    region_country,
)

LATEST = 10


def network_record(
    request: HttpRequest, page: Page, section: str, slug: str
) -> HttpResponse:
    """Hand over by section; a word of the other language leads to the right address."""
    key = any_language_section(section)
    if key == "countries":
        return _country(request, page, section, slug)
    if key not in TOLD:
        raise Http404
    kind, tell = TOLD[key]
    address = organisation_address(kind, slug)
    if request.path != address:
        return redirect(address, permanent=True)
    record = (
        Organisation.objects.public()
        .filter(kind=kind, slug=slug)
        .select_related("place")
        .first()
    )
    if record is None:
        raise Http404
    context = {
        "page": page,
        "record": record,
        "linked": organisation_linked(record),
        "crumbs": crumbs(page),
        "country_url": country_address(record.country),
        "record_alternates": {
            code: organisation_address(kind, slug, code) for code in LANGUAGES
        },
        **tell(record),
    }
    return render(request, f"network/public/{kind}.html", context)


def _latest(choice: Choice, query: str) -> dict[str, Any]:
    """The newest of a record's activities, how many there are, and where to read all."""
    rows: list[Any] = newest_of(choice, LATEST)
    return {
        "activities": rows,
        "activity_count": rows[0].of_all if rows else 0,
        "estimated": rows[0].estimated if rows else 0,
        "log_url": f"{area_address('activities')}?{query}",
    }


def _association(record: Organisation) -> dict[str, Any]:
    gathered = (
        Affiliation.objects.today()
        .filter(association=record, municipality__shown=True)
        .select_related("municipality__place")
    )
    latest = _latest(
        Choice((facet(Dimension.ASSOCIATION, record.pk),)),
        f"association={record.slug}",
    )
    chronicle = chronicle_of(record.pk)
    offices: Any = record.offices
    own = read_together(
        gathered=gathered,
        memberships=record.memberships.order_by("-valid_from", "-pk"),
        plans=record.strategic_plans.all(),
        offices=offices.today().filter(public=True),
    )
    plans = own["plans"]
    return {
        "memberships": own["memberships"],
        "offices": own["offices"],
        "plans": plans,
        "plan_known": any(
            plan.includes_prevention != AnswerKnown.UNKNOWN for plan in plans
        ),
        "municipalities": sorted(
            (row.municipality for row in own["gathered"]), key=lambda town: town.name
        ),
        "terms": [event for event in chronicle if event.kind == "term"],
        "events": [event for event in chronicle if event.kind != "term"],
        **latest,
        "heading": _association_heading(record, latest["activities"]),
    }


def _association_heading(record: Organisation, activities: list[Activity]) -> str:
    """Whose work the list tells: the association's, its municipalities', or both."""
    own = [activity.owner_id == record.pk for activity in activities]
    if all(own):
        return _("What it does")
    if any(own):
        return _("What it and its municipalities do")
    return _("What its municipalities do")


def _municipality(record: Organisation) -> dict[str, Any]:
    place: Any = record.place
    chosen = Choice((facet(Dimension.PLACE, place.pk),))
    totals = totals_of(chosen)
    affiliations = record.affiliations.filter(association__shown=True)
    facts = complete(
        place,
        "levels",
        "names",
        parents=related_to(place, "parents").select_related("parent"),
        populations=place.populations.order_by("-year", "pk"),
        affiliations=affiliations.select_related("association").order_by(
            "-reviews", "valid_from", "pk"
        ),
    )
    parents = facts["parents"]
    # ISO 3166-2 ends at departments: below them a place bears its department's code.
    above = {link.parent.iso_3166_2 for link in parents}
    return {
        "place": place,
        "feed_url": feed_address("municipalities", record.slug),
        "changed": level_sentence(place),
        "parents": parents,
        "own_code": "" if place.iso_3166_2 in above else place.iso_3166_2,
        "names": facts["names"],
        "populations": facts["populations"],
        "affiliations": facts["affiliations"],
        "offered": offered(OF_MUNICIPALITY, place.slug),
        "people": totals.people,
        "table": sums_table(totals.cells, totals.withheld),
        **_latest(chosen, f"place={place.slug}"),
    }


def _country(request: HttpRequest, page: Page, section: str, slug: str) -> HttpResponse:
    code = next(
        (c for c in (country_of_slug(slug, lang) for lang in LANGUAGES) if c), ""
    )
    name = region_country(code)
    address = country_address(code)
    if request.path != address:
        return redirect(address, permanent=True)
    listed = towns(lit=set(), country=code)
    groups, partners = associations_and_partners(code)
    context = {
        "page": page,
        "code": code,
        "name": name,
        "feed_url": country_feed_address(code),
        "crumbs": crumbs(page),
        "offered": offered(OF_COUNTRY, code),
        "associations": groups,
        "towns": listed,
        "partners": partners,
        "record_alternates": {
            lang: country_address(code, lang) for lang in COUNTRY_SLUGS[code]
        },
        **_latest(Choice((country_facet(code),)), f"country={code}"),
    }
    context["gaps"] = _country_gaps(context)
    return render(request, "network/public/country.html", context)


def _country_gaps(held: dict[str, Any]) -> list[str]:
    """What the portal does not know of a country, said plainly."""
    gaps = []
    if not held["associations"]:
        gaps.append(_("Which association of municipalities takes part in the network."))
    if not held["towns"]:
        gaps.append(_("Which of its municipalities do prevention work."))
    alone = [town.place.name for town in held["towns"] if not town.associations]
    if alone:
        gaps.append(
            _("To which association these belong: %(names)s.")
            % {"names": ", ".join(alone)}
        )
    if not held["activities"]:
        gaps.append(_("What has been done: nobody has recorded an activity yet."))
    return gaps


TOLD = {
    "associations": (OrganisationKind.ASSOCIATION, _association),
    "municipalities": (OrganisationKind.MUNICIPALITY, _municipality),
}
