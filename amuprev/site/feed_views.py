"""Feeds and the calendar at their addresses."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from amuprev.foundation.addresses import AREAS, area_address, language_in_use
from amuprev.site import calendars, feeds
from network.feeds import FeedHead, atom_of
from network.views.public.feeds import ATOM, kept_for_a_minute

CALENDAR = "text/calendar; charset=utf-8"


def _title_of(area: str) -> str:
    """How editors call an area in this language."""
    language = language_in_use()
    pages = Page.objects.live().filter(locale__language_code=language, depth=3)
    titles = pages.filter(slug=AREAS[area][language]).values_list("title", flat=True)
    return titles.first() or area


@require_safe
def section_feed(request: HttpRequest, key: str) -> HttpResponse:
    """The newest of a section."""
    section = feeds.SECTIONS[key]
    address = reverse(f"feed-{key}")
    head = FeedHead(_title_of(key), area_address(key), address, key)
    return kept_for_a_minute(request, atom_of(head, section.entries()), ATOM)


@require_safe
def whole_feed(request: HttpRequest) -> HttpResponse:
    """The newest of the whole portal."""
    home = f"/{language_in_use()}/"
    head = FeedHead(_("Everything new"), home, reverse("feed"), "everything")
    return kept_for_a_minute(request, atom_of(head, feeds.everything()), ATOM)


@require_safe
def agenda_calendar(request: HttpRequest) -> HttpResponse:
    """The agenda for calendar programs."""
    answer = kept_for_a_minute(request, calendars.agenda_file(), CALENDAR)
    answer["Content-Disposition"] = 'inline; filename="amuprev.ics"'
    return answer
