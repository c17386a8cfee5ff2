"""The feed of what was registered last, in one language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from network.feeds import FeedHead, atom_of
from network.views.public.feeds import ATOM, kept_for_a_minute
from toolkit.addresses import feed_address, landing_address
from toolkit.feeds import newest_entries


def toolkit_feed(request: HttpRequest, page: Page) -> HttpResponse:
    """The newest policies and plans of municipalities."""
    address = feed_address()
    if request.path != address:
        return redirect(address, permanent=True)
    head = FeedHead(page.title, landing_address(), address, "toolkit")
    return kept_for_a_minute(request, atom_of(head, newest_entries()), ATOM)
