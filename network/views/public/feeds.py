"""Atom feeds of the public log: the whole, a country's, a municipality's."""

import hashlib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from network.addresses import (
    country_address,
    country_feed_address,
    country_of_slug,
    feed_address,
    organisation_address,
)
from network.choices import Country
from network.exports.names import LANGUAGES
from network.facets import Dimension, country_facet, facet
from network.feeds import FeedHead, as_atom, newest
from network.listing import Choice
from network.models import Organisation
from network.views.public.landing import any_language_section

# What is hidden must be gone from every feed within a minute.
SECONDS = 60
ATOM = "application/atom+xml; charset=utf-8"


def log_feed(request: HttpRequest, page: Page) -> HttpResponse:
    """The newest of the whole log."""
    head = FeedHead(page.title, area_address("activities"), feed_address(), "log")
    return _answer(request, head, Choice())


def log_feed_of(
    request: HttpRequest, page: Page, section: str, slug: str
) -> HttpResponse:
    """The newest of a country or a municipality."""
    key = any_language_section(section)
    tell = {"countries": _country, "municipalities": _municipality}.get(key or "")
    if tell is None:
        raise Http404
    name, its_page, address, scope, chosen = tell(slug)
    title = _("%(log)s: %(name)s") % {"log": page.title, "name": name}
    return _answer(request, FeedHead(title, its_page, address, scope), chosen)


Told = tuple[str, str, str, str, Choice]


def _country(slug: str) -> Told:
    codes = (country_of_slug(slug, language) for language in LANGUAGES)
    code = next((code for code in codes if code), None)
    if code is None:
        raise Http404
    address, chosen = country_feed_address(code), Choice((country_facet(code),))
    name = str(Country(code).label)
    return name, country_address(code), address, code, chosen


def _municipality(slug: str) -> Told:
    town = Organisation.objects.municipalities().public().filter(slug=slug).first()
    if town is None or town.place_id is None:
        raise Http404
    return (
        town.name,
        organisation_address(town.kind, town.slug),
        feed_address("municipalities", town.slug),
        town.slug,
        Choice((facet(Dimension.PLACE, town.place_id),)),
    )


def _answer(request: HttpRequest, head: FeedHead, chosen: Choice) -> HttpResponse:
    # The word of the other language, or a slash too many, leads to the one address.
    if request.path != head.address:
        return redirect(head.address, permanent=True)
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    return kept_for_a_minute(request, as_atom(head, newest(chosen)), ATOM)


def kept_for_a_minute(request: HttpRequest, content: bytes, kind: str) -> HttpResponse:
    """An answer that readers of feeds and calendars ask for again and again."""
    # No date of change: an entry that was hidden makes none, the fingerprint does.
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    answer: Any = HttpResponse(content, content_type=kind)
    answer["ETag"] = etag
    answer["Cache-Control"] = f"public, max-age={SECONDS}"
    return get_conditional_response(request, etag=etag, response=answer) or answer
