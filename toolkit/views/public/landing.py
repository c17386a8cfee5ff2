"""The landing: the steps in three parts, the countries, and where each person begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from amuprev.foundation.near import every
from network.lines import country_words
from toolkit.addresses import (
    feed_address,
    landing_address,
    section_address,
    with_country,
)
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.choosing import read_for_a_country
from toolkit.lines import body_told, told
from toolkit.models import Audience
from toolkit.reading import body_of, missing_in, outline
from toolkit.views.public.common import frame

SHELVES = (
    "norms",
    "documents",
    "policies",
    "progress",
    "publications",
    "guide",
    "pack",
)


@read_for_a_country
def toolkit_landing(request: HttpRequest, page: Page) -> HttpResponse:
    """The front page of the toolkit."""
    context = frame(request, page, lambda language: landing_address(language=language))
    country = context["country"]
    parts = outline(country)
    steps = [
        step for part in parts for phase in part["phases"] for step in phase["steps"]
    ]
    context |= {
        "parts": parts,
        "steps": len(steps),
        "first_url": steps[0]["url"] if steps else "",
        "audiences": [
            {
                "title": told(each, "title")[0],
                "url": with_country(section_address("audiences", each.slug), country),
            }
            for each in every(Audience)
        ],
        "countries": [
            (country_words(code), with_country(landing_address(), code))
            for code in GUIDE_COUNTRIES
        ],
        "body": body_told(body_of(country), country),
        "missing": missing_in(country),
        "shelves": {
            name: with_country(section_address(name), country) for name in SHELVES
        },
        "feed_url": feed_address(),
    }
    return render(request, "toolkit/public/landing.html", context)
