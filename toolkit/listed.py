"""What the toolkit tells on the pages of a municipality and of a country."""

from collections import Counter, defaultdict
from typing import Any

from django.db.models import Count, F, Q

from amuprev.foundation.near import remembered
from amuprev.foundation.together import read_together
from network.addresses import organisation_address
from network.lines import country_words
from network.models import Organisation
from network.offered import OF_COUNTRY, OF_MUNICIPALITY, Part
from toolkit.addresses import landing_address, section_address, with_country
from toolkit.choices import GUIDE_COUNTRIES, TOLD, Answer
from toolkit.lines import period_of, told
from toolkit.models import MunicipalPolicy, StepCheck
from toolkit.reading import steps_in_order

# More than the network has today.
MOST_POLICIES, MOST_TOWNS = 2_000, 400
SHARED = Q(
    organisation__prevention_body__shares_progress=True, organisation__shown=True
)


def of_municipality(place_slug: str) -> Part | None:
    """Its registered policies, and how far it has come where it agreed to show it."""
    policies, done = remembered(TOLD, _told_of_places)
    if place_slug not in policies and place_slug not in done:
        return None
    return {
        "template": "toolkit/public/of-municipality.html",
        "policies": [_line(each) for each in policies.get(place_slug, ())],
        "done": done.get(place_slug, 0),
        "steps": len(steps_in_order()),
        "url": section_address("progress"),
        "policies_url": section_address("policies"),
    }


def _told_of_places() -> tuple[dict[str, list[Any]], dict[str, int]]:
    """The public policies, and how many steps are done and shown, by place."""
    policies: dict[str, list[Any]] = defaultdict(list)
    rows = MunicipalPolicy.objects.public().filter(owner__place__isnull=False)
    for policy in rows.annotate(of_place=F("owner__place__slug"))[:MOST_POLICIES]:
        policies[policy.of_place].append(policy)
    shown = StepCheck.objects.done().filter(SHARED).order_by()
    counted = shown.values_list("organisation__place__slug").annotate(Count("pk"))
    return dict(policies), dict(counted)


def _line(policy: Any) -> dict[str, Any]:
    title, language = told(policy, "title")
    return {
        "title": title,
        "lang": language,
        "period": period_of(policy),
        "address": policy.address,
    }


def of_country(code: str) -> Part | None:
    """The guide, the norms and the register, read for this country."""
    if code not in set(GUIDE_COUNTRIES):
        return None
    sections = ("norms", "documents", "policies", "progress")
    return {
        "template": "toolkit/public/of-country.html",
        "country": country_words(code),
        "guide_url": with_country(landing_address(), code),
        "urls": {name: with_country(section_address(name), code) for name in sections},
    }


def progress_told(country: str) -> list[dict[str, Any]]:
    """The municipalities that agreed to show how far they have come, by name; of each
    how many steps of each phase are done."""
    towns = Organisation.objects.municipalities().public()
    towns = towns.filter(prevention_body__shares_progress=True)
    if country:
        towns = towns.filter(country=country)
    found = read_together(
        towns=towns.order_by("country", "name_es", "pk")[:MOST_TOWNS],
        checks=StepCheck.objects.filter(SHARED, answer=Answer.YES),
    )
    phase_of = {step.pk: step.phase_id for step in steps_in_order()}
    done: dict[int, Counter] = defaultdict(Counter)
    for check in found["checks"]:
        done[check.organisation_id][phase_of.get(check.step_id)] += 1
    return [
        {
            "town": town,
            "url": organisation_address(town.kind, town.slug),
            "country": country_words(town.country),
            "done": done[town.pk].total(),
            "phases": [
                {"phase": phase, "all": number, "done": done[town.pk][phase.pk]}
                for phase, number in phases_counted()
            ],
        }
        for town in found["towns"]
    ]


def phases_counted() -> list[tuple[Any, int]]:
    """The phases of the guide in their order, and how many steps each has."""
    steps = steps_in_order()
    numbers = Counter(step.phase_id for step in steps)
    phases = {step.phase_id: step.phase for step in steps}
    return [(phase, numbers[key]) for key, phase in phases.items()]


def offer() -> None:
    """Have the pages of municipalities and countries tell of it."""
    for tellers, tell in ((OF_MUNICIPALITY, of_municipality), (OF_COUNTRY, of_country)):
        if tell not in tellers:
            tellers.append(tell)
