"""Cards: pages and records told in a title and a sentence, with no more than is public."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from amuprev.foundation.templatetags.foundation_tags import page_path
from network.addresses import organisation_address
from network.lines import country_words, line_of
from network.models import Activity, Organisation


@dataclass(frozen=True)
class Told:
    """What a card prints."""

    title: str
    url: str
    text: str


def cards_of(values: Iterable[Any]) -> list[Told]:
    """Each card of a block; none for what is gone, hidden or not yet to be told."""
    values = list(values)
    pages = _pages([value["page"].pk for value in values if value["page"]])
    activities = _activities([value["activity"] for value in values])
    told = []
    for value in values:
        chosen = pages.get(value["page"].pk) if value["page"] else None
        card = (
            _of_page(chosen)
            or _of_organisation(value["organisation"])
            or _of_activity(activities.get(value["activity"]))
        )
        if card is not None:
            told.append(Told(card.title, card.url, value["text"] or card.text))
    return told


def _pages(keys: list[int]) -> dict[int, Page]:
    found = Page.objects.live().filter(pk__in=keys).select_related("locale").specific()
    return {page.pk: page for page in found} if keys else {}


def _activities(numbers: list[int | None]) -> dict[int | None, Activity]:
    keys = [number for number in numbers if number]
    if not keys:
        return {}
    public = Activity.objects.public().for_public_lists()
    return {activity.pk: activity for activity in public.filter(pk__in=keys)}


def _of_page(page: Any) -> Told | None:
    if page is None or not getattr(page, "told_in_full", True):
        return None
    summary = getattr(page, "summary", "") or page.search_description
    return Told(page.title, page_path(page), summary)


def _of_organisation(organisation: Organisation | None) -> Told | None:
    if organisation is None or not organisation.shown:
        return None
    address = organisation_address(organisation.kind, organisation.slug)
    title = organisation.name or str(organisation)
    return Told(title, address, country_words(organisation.country))


def _of_activity(activity: Activity | None) -> Told | None:
    if activity is None:
        return None
    line = line_of(activity)
    return Told(str(line["title"]), line["url"], line["where"])
