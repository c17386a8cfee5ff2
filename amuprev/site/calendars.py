"""The agenda as an iCalendar file (RFC 5545): events of editors and national assemblies."""

import calendar
import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site import agenda
from amuprev.site.models import EventPage
from network.addresses import organisation_address
from network.choices import DatePrecision
from network.feeds import writable
from network.lines import country_words
from network.models import Assembly

# Older ones stand on the page; calendars are for what comes and what just was.
MOST = 300
DAY = datetime.timedelta(days=1)
REFRESH = datetime.timedelta(hours=12)
# A record keeps no hour of its publication; a fixed one keeps the file unchanged.
LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def agenda_file() -> bytes:
    """The agenda in the active language."""
    whole = Calendar()
    whole.add("prodid", "-//RED-AMUPREV//AMUPREV//" + language_in_use().upper())
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    title = _("Agenda of RED-AMUPREV")
    whole.add("name", title)
    whole.add("x-wr-calname", title)
    whole.add("url", settings.SITE_URL + area_address("events"))
    whole.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for event in (*_of_editors(), *_assemblies()):
        whole.add_component(event)
    return whole.to_ical()


def _of_editors() -> Iterator[Event]:
    pages = EventPage.objects.live().in_language(language_in_use())
    newest = pages.select_related("locale").order_by("-starts_at", "-pk")[:MOST]
    for page in sorted(newest, key=lambda page: (agenda.order_of(page), page.pk)):
        event = _event(f"event-{page.pk}", page.last_published_at)
        event.add("summary", writable(agenda.title_of(page)))
        event.add("location", writable(agenda.where_of(page)))
        if page.told_in_full:
            event.add("description", writable(page.lead))
            event.add("url", settings.SITE_URL + page_path(page))
            _when(event, page)
        else:
            _whole_month(event, page.day)
        yield event


def _when(event: Event, page: EventPage) -> None:
    times = page.times
    if times.whole_days:
        event.add("dtstart", page.day)
        event.add("dtend", page.last_day + DAY)
        return
    event.add("dtstart", times.start)
    # Without an hour at which it ends, none is invented.
    if page.end_time:
        event.add("dtend", times.end)


def _assemblies() -> Iterator[Event]:
    """National assemblies whose day or month is known; before they are over, the month."""
    rows = (
        Assembly.objects.shown()
        .filter(date_uncertain=False)
        .exclude(date_precision=DatePrecision.YEAR)
        .select_related("association")
        .order_by("-started", "-pk")
    )
    for row in sorted(
        rows[:MOST], key=lambda row: (agenda.order_of_assembly(row), row.pk)
    ):
        event = _event(f"assembly-{row.pk}", None)
        yield event
        if not row.is_over:
            told = agenda.entry_of_assembly(row)
            event.add("summary", told.title)
            event.add("location", country_words(row.association.country))
            _whole_month(event, row.started)
            continue
        event.add("summary", writable(str(row.title)))
        owner = row.association
        address = organisation_address(owner.kind, owner.slug)
        event.add("url", settings.SITE_URL + address)
        if row.place_name:
            event.add("location", writable(row.place_name))
        if row.summary:
            event.add("description", writable(row.summary))
        if row.date_precision == DatePrecision.MONTH:
            _whole_month(event, row.started, row.ended)
        else:
            event.add("dtstart", row.started)
            event.add("dtend", (row.ended or row.started) + DAY)


def _whole_month(
    event: Event, first: datetime.date, last: datetime.date | None = None
) -> None:
    """All the days of its month, for no more is told or known."""
    end = last or first
    days = calendar.monthrange(end.year, end.month)[1]
    event.add("dtstart", first.replace(day=1))
    event.add("dtend", end.replace(day=days) + DAY)
    event.add("transp", "TRANSPARENT")


def _event(name: str, changed: datetime.datetime | None) -> Any:
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    event = Event()
    event.add("uid", f"{name}-{language_in_use()}@{host}")
    moment = (changed or LONG_AGO).astimezone(datetime.UTC)
    event.add("dtstamp", moment)
    if changed:
        event.add("last-modified", moment)
    return event
