"""The feed of what was published last, in one language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from network.feeds import FeedHead, atom_of
from network.views.public.feeds import ATOM, kept_for_a_minute
from twinnings.addresses import feed_address, landing_address
from twinnings.feeds import newest_entries


def twinning_feed(request: HttpRequest, page: Page) -> HttpResponse:
    """The newest twinnings and exchanges."""
    address = feed_address()
    if request.path != address:
        return redirect(address, permanent=True)
    head = FeedHead(page.title, landing_address(), address, "twinnings")
    return kept_for_a_minute(request, atom_of(head, newest_entries()), ATOM)
