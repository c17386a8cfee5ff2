"""One experience, in brief first; and its published versions."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from amuprev.foundation.data_saving import (
    kept_choice,
    saves_data,
    switch_address,
    told_apart,
)
from experiences.adapted import Adapter, adapted_words, adapter_of, adapters_of
from experiences.addresses import (
    FILE_FORMS,
    compare_address,
    experience_address,
    file_address,
    versions_address,
)
from experiences.citing import apa, cited
from experiences.film_lines import told_beside
from experiences.grown_here import grown_from
from experiences.lines import (
    brief_of,
    dates_of,
    form_of,
    own_cost,
    place_of,
    title_of,
    where_of,
)
from experiences.linked import experience_linked
from experiences.models import Experience
from experiences.reading import (
    beside,
    public_experiences,
    with_parts,
)
from experiences.safety import safety_of
from experiences.sections import doubts_in, outcomes_told, sections_of
from experiences.steps_done import steps_of
from experiences.versions import asked_of, rows_between, versions_of
from network.addresses import country_address, organisation_address
from network.choices import PublicKind
from network.maps import Lamp, region_map
from network.territory import map_countries

LANGUAGES = ("es", "en")


def public_experience(slug: str) -> Any:
    """An experience the world may read now, or not found without a hint."""
    found = with_parts(public_experiences().filter(slug=slug)[:1])
    if not found:
        raise Http404
    return found[0]


def crumbs(page: Page, *more: dict[str, str]) -> list[dict[str, str]]:
    """From the home page down to the list, and further."""
    return [
        {"title": _("Home"), "url": f"/{page.locale.language_code}/"},
        {"title": page.title, "url": area_address("experiences")},
        *more,
    ]


def told_about(
    experience: Any, adapters: list[Adapter] | None = None
) -> dict[str, Any]:
    """What page and PDF tell alike."""
    if adapters is None:
        adapters = adapters_of(experience)
    title, title_language = title_of(experience)
    return {
        "experience": experience,
        "title": title,
        "title_language": title_language,
        "where": where_of(experience),
        "place": place_of(experience),
        "dates": dates_of(experience),
        "form": form_of(experience),
        "cost": own_cost(experience),
        "sections": sections_of(experience),
        "outcomes": outcomes_told(experience),
        "adapters": adapters,
        "reference": apa(cited(experience)),
    }


def experience_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """One published experience."""
    experience = public_experience(slug)
    owner, lamps = experience.owner, _lamps(experience)
    saving = saves_data(request)
    around = beside(experience)
    told = told_about(experience, [adapter_of(plan) for plan in around["plans"]])
    context = {
        "page": page,
        **told,
        "adapted": adapted_words(len(told["adapters"])),
        "adapt_url": reverse("experiences:adapt", args=[slug]),
        "brief": brief_of(experience)[0],
        "doubts_in": doubts_in(told["sections"]),
        "linked": experience_linked(experience),
        "safety": safety_of(experience),
        "grown_from": grown_from(experience),
        "films": [
            told_beside(each, kept=kept_choice(request)) for each in around["films"]
        ],
        "questions": around["questions"],
        "guide_steps": steps_of(around["steps"], experience.country),
        "map": region_map(lamps, map_countries()) if lamps else None,
        "saving": saving,
        "switch_url": switch_address(request, saving=saving),
        "owner_url": organisation_address(owner.kind, owner.slug),
        "country_url": country_address(experience.country),
        "address": request.build_absolute_uri(experience.get_absolute_url()),
        "versions_url": versions_address(slug),
        "compare_url": compare_address(slug),
        "files": {form: file_address(slug, form) for form in FILE_FORMS},
        "record_alternates": {
            code: experience_address(slug, code) for code in LANGUAGES
        },
        "crumbs": crumbs(page),
    }
    return told_apart(render(request, "experiences/public/experience.html", context))


def _lamps(experience: Any) -> list[Lamp]:
    """Its municipalities as points of light, where their position is known."""
    return [
        Lamp(
            place.name,
            _address_of(place),
            float(place.latitude),
            float(place.longitude),
            lit=True,
            label=True,
        )
        for place in experience.places.all()
        if place.latitude is not None and place.longitude is not None
    ]


def _address_of(place: Any) -> str:
    organisation = getattr(place, "organisation", None)
    if organisation is None or not organisation.shown:
        return ""
    return organisation_address(organisation.kind, organisation.slug)


def experience_versions(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """Every published version, and what one of them changed of the one before."""
    address = versions_address(slug)
    if request.path != address:
        return redirect(address, permanent=True)
    experience = Experience.objects.public().filter(slug=slug).first()
    if experience is None:
        raise Http404
    every = versions_of(experience)
    shown, changes = asked_of(every, request.GET.get("version", ""))
    title, title_language = title_of(experience)
    context = {
        "page": page,
        "title": title,
        "title_language": title_language,
        "versions": every[::-1],
        "shown": shown,
        "changes": changes,
        "rows": rows_between(every, shown, experience),
        "withheld": experience.withheld.all(),
        "of": f"{PublicKind.EXPERIENCE}-{experience.pk}",
        "crumbs": crumbs(page, {"title": title, "url": experience_address(slug)}),
        "record_alternates": {code: versions_address(slug, code) for code in LANGUAGES},
    }
    return render(request, "experiences/public/versions.html", context)
