"""The register of policies, the programme's publications, the entries by who one is."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.near import every
from network.addresses import organisation_address
from network.lines import country_words
from toolkit.addresses import landing_address, section_address, with_country
from toolkit.lines import act_day, period_of, step_line, told
from toolkit.listed import progress_told
from toolkit.models import Audience, Publication
from toolkit.open_data import TABLES
from toolkit.reading import audience_with_steps, policies_told, steps_in_order
from toolkit.views.public.common import frame


def policy_list(request: HttpRequest, page: Page) -> HttpResponse:
    """The public register of municipalities' policies and plans."""
    context = frame(
        request, page, lambda language: section_address("policies", language=language)
    )
    context |= {
        "policies": [_policy(each) for each in policies_told(context["country"])],
        "table_url": area_address("data", TABLES[1].words[language_in_use()]),
        "all_url": context["picker"]["forget_url"],
    }
    return render(request, "toolkit/public/policies.html", context)


def progress_list(request: HttpRequest, page: Page) -> HttpResponse:
    """How far the municipalities that agreed to show it have come."""
    context = frame(
        request, page, lambda language: section_address("progress", language=language)
    )
    context |= {
        "towns": progress_told(context["country"]),
        "steps": len(steps_in_order()),
        "guide_url": with_country(landing_address(), context["country"]),
        "all_url": context["picker"]["forget_url"],
    }
    return render(request, "toolkit/public/progress.html", context)


def _policy(policy: Any) -> dict[str, Any]:
    title, language = told(policy, "title")
    act, act_language = told(policy, "act")
    owner = policy.owner
    return {
        "policy": policy,
        "title": title,
        "lang": language,
        "kind": str(policy.get_kind_display()),
        "town": owner.name,
        "town_url": organisation_address(owner.kind, owner.slug),
        "country": country_words(owner.country),
        "period": period_of(policy),
        "act": act,
        "act_lang": act_language,
        "act_on": act_day(policy),
    }


def publication_list(request: HttpRequest, page: Page) -> HttpResponse:
    """What the programme published: described and linked, never copied."""
    context = frame(
        request,
        page,
        lambda language: section_address("publications", language=language),
    )
    context["publications"] = list(Publication.objects.all())
    return render(request, "toolkit/public/publications.html", context)


def audience_list(request: HttpRequest, page: Page) -> HttpResponse:
    """Who reads the guide, and where each begins."""
    context = frame(
        request, page, lambda language: section_address("audiences", language=language)
    )
    country = context["country"]
    context["audiences"] = [
        {
            "audience": each,
            "url": with_country(section_address("audiences", each.slug), country),
        }
        for each in every(Audience)
    ]
    return render(request, "toolkit/public/audiences.html", context)


def audience_detail(request: HttpRequest, page: Page, slug: str) -> HttpResponse:
    """The steps that concern somebody most."""
    found = audience_with_steps(slug)
    if found is None:
        raise Http404
    audience, steps = found
    context = frame(
        request,
        page,
        lambda language: section_address("audiences", slug, language=language),
        {"title": _("Who I am"), "url": section_address("audiences")},
    )
    title, title_language = told(audience, "title")
    country = context["country"]
    context |= {
        "audience": audience,
        "title": title,
        "title_language": title_language,
        "steps": [
            step_line(step, country)
            | {"why": told(step, "why")[0], "why_lang": told(step, "why")[1]}
            for step in steps
        ],
    }
    return render(request, "toolkit/public/audience.html", context)
