"""The agenda: editors' events and the network's assemblies, told as far as they may be."""

import calendar
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.formats import time_format
from django.utils.translation import gettext as _

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.templatetags.foundation_tags import page_path
from amuprev.site.hours import ZONES
from network.addresses import organisation_address
from network.choices import DatePrecision
from network.dates import describe, one_day, one_month
from network.lines import country_words, dates_of
from network.models import Assembly

if TYPE_CHECKING:
    from amuprev.site.models import EventPage

NOON = datetime.time(12)
MOST_COMING = 100


def _hour(hour: datetime.time) -> str:
    return time_format(hour, "H:i")


def _hours_of(event: "EventPage") -> str:
    if event.start_time is None:
        return ""
    said = {
        "start": _hour(event.start_time),
        "place": str(dict(ZONES)[event.time_zone]),
    }
    if event.end_time is None:
        return _("%(start)s (hour of %(place)s)") % said
    said["end"] = _hour(event.end_time)
    if event.last_day != event.day:
        said["end"] = f"{one_day(event.last_day)}, {said['end']}"
    return _("%(start)s to %(end)s (hour of %(place)s)") % said


def when_of(event: "EventPage") -> str:
    """Its days and hours; its month alone while that is all that may be told."""
    if not event.told_in_full:
        return one_month(event.day)
    hours = _hours_of(event)
    if not hours:
        return describe(event.day, event.last_day)
    return f"{one_day(event.day)}, {hours}"


def where_of(event: "EventPage") -> str:
    """Its place and country; its country alone while that is all that may be told."""
    country = country_words(event.country)
    if not event.told_in_full or not event.place_name:
        return country
    return f"{event.place_name}, {country}"


def title_of(event: "EventPage") -> str:
    """Its title, unless that would tell too much."""
    return event.title if event.told_in_full else _("Event by invitation")


@dataclass(frozen=True)
class Entry:
    """One line of the agenda, whether a page or a record tells it."""

    order: datetime.datetime
    title: str
    where: str
    url: str = ""
    text: str = ""
    tag: str = ""
    # Of title and text, where it is not the reader's.
    lang: str = ""


def entry_of(event: "EventPage") -> Entry:
    """An editor's event as a line."""
    full = event.told_in_full
    return Entry(
        order=order_of(event),
        title=title_of(event),
        where=f"{when_of(event)} · {where_of(event)}",
        url=page_path(event) if full else "",
        text=event.lead if full else "",
        tag=str(event.get_admission_display()),
    )


def entry_of_assembly(assembly: Assembly) -> Entry:
    """A national assembly of mayors as a line; before it is over, month and country."""
    association = assembly.association
    country = country_words(association.country)
    order = order_of_assembly(assembly)
    tag = _("National assembly of mayors")
    if not assembly.is_over:
        known = DatePrecision(assembly.date_precision)
        coarse = known if known == DatePrecision.YEAR else DatePrecision.MONTH
        when = describe(assembly.started, precision=coarse)
        where = f"{when} · {country}"
        return Entry(order=order, title=tag, where=where, tag=_("By invitation"))
    english = getattr(assembly, "title_en", None)
    spanish = str(getattr(assembly, "title_es", ""))
    place = ", ".join(part for part in (assembly.place_name, country) if part)
    reader = language_in_use()
    return Entry(
        order=order,
        title=str(english) if reader == "en" and english else spanish,
        where=f"{dates_of(assembly)} · {place}",
        url=organisation_address(association.kind, association.slug),
        tag=tag,
        lang="es" if reader == "en" and not english else "",
    )


def assemblies() -> list[Assembly]:
    """The national assemblies of mayors of associations that are shown, with those."""
    return list(Assembly.objects.shown().select_related("association"))


def order_of(event: "EventPage") -> datetime.datetime:
    """When it begins; of what is not told in full, the end of its month."""
    return event.starts_at if event.told_in_full else _end_of_month(event.day)


def order_of_assembly(assembly: Assembly) -> datetime.datetime:
    """The same of an assembly, whose hour nobody keeps."""
    if not assembly.is_over:
        return _end_of_month(assembly.started)
    return datetime.datetime.combine(assembly.started, NOON, datetime.UTC)


def _end_of_month(day: datetime.date) -> datetime.datetime:
    """Where what has a month alone stands: between two others it would tell its day."""
    last = calendar.monthrange(day.year, day.month)[1]
    return datetime.datetime.combine(day.replace(day=last), NOON, datetime.UTC)


def coming(events: Any, known: list[Assembly]) -> list[Entry]:
    """What comes, the next first."""
    entries = [entry_of(event) for event in events.coming()[:MOST_COMING]]
    entries += [entry_of_assembly(each) for each in known if not each.is_over]
    return sorted(entries, key=lambda entry: (entry.order, entry.where, entry.title))


class Past(Sequence[Entry]):
    """What is over, the latest first; only the part that is shown is read whole."""

    def __init__(self, events: Any, known: list[Assembly]) -> None:
        self.events = events
        self.known = {each.pk: each for each in known if each.is_over}
        keys = [
            (at, "page", pk) for at, pk in events.over().values_list("starts_at", "pk")
        ]
        keys += [
            (entry_of_assembly(each).order, "assembly", each.pk)
            for each in self.known.values()
        ]
        self.keys = sorted(keys, reverse=True)

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, asked: Any) -> Any:
        part = self.keys[asked]
        pages = self.events.in_bulk([pk for _at, kind, pk in part if kind == "page"])
        return [
            entry_of(pages[pk]) if kind == "page" else entry_of_assembly(self.known[pk])
            for _at, kind, pk in part
        ]
