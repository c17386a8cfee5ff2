"""The feeds of what was published last, in one language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from amuprev.foundation.addresses import area_address
from experiences.addresses import feed_address
from experiences.feeds import newest_entries, newest_films
from experiences.film_addresses import film_feed_address
from network.feeds import FeedHead, atom_of
from network.views.public.feeds import ATOM, kept_for_a_minute


def experience_feed(request: HttpRequest, page: Page) -> HttpResponse:
    """The newest experiences."""
    address = feed_address()
    if request.path != address:
        return redirect(address, permanent=True)
    head = FeedHead(page.title, area_address("experiences"), address, "experiences")
    return kept_for_a_minute(request, atom_of(head, newest_entries()), ATOM)


def film_feed(request: HttpRequest, page: Page) -> HttpResponse:
    """The newest films."""
    address = film_feed_address()
    if request.path != address:
        return redirect(address, permanent=True)
    head = FeedHead(page.title, area_address("videos"), address, "videos")
    return kept_for_a_minute(request, atom_of(head, newest_films()), ATOM)
