"""What the public search finds of the activity log."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from amuprev.foundation.by_key import by_key
from amuprev.foundation.prose import plain_prose
from amuprev.foundation.search.documents import Document, Source
from network import lines
from network.addresses import activity_address
from network.models import Activity
from network.search.texts import ACTIVITY, in_both, numbers, told, years_of


def public_activities(keys: Sequence[str]) -> Any:
    """Those of these activities that the world may read now, with what is told of them."""
    return (
        by_key(Activity.objects.public(), numbers(keys))
        .select_related("owner__place", "venue", "kind", "setting")
        .prefetch_related("places", "themes", "groups", "partners")
        .order_by("pk")
    )


def _activity(activity: Activity, language: str) -> Document:
    title, title_language = told(activity, "title", language)
    story, text_language = told(activity, "what_happened", language)
    texts = [story]
    for name in ("result", "difficulty", "doubts"):
        text, written_in = told(activity, name, language)
        texts += [text] if written_in == text_language else []
    kind = lines.kind_of(activity)
    return Document(
        kind="activity",
        key=str(activity.pk),
        language=language,
        rank=ACTIVITY,
        title=title or kind or activity.number,
        title_language=title_language if title else language,
        text=" ".join(plain_prose(text) for text in texts if text),
        text_language=text_language,
        note=lines.where_of(activity),
        address=activity_address(activity.pk, language),
        facts=(kind, *_facts_of(activity)),
        day=activity.started,
        country=activity.country,
        countries=frozenset(place.country for place in activity.places.all()),
        years=years_of(activity.started, activity.ended),
    )


def _facts_of(activity: Activity) -> list[str]:
    """What its page tells besides: where, about what, for whom, with whom."""
    linked: list[Any] = [
        *activity.places.all(),
        *activity.themes.all(),
        *activity.groups.all(),
    ]
    owner: Any = activity.owner
    return [
        lines.place_of(activity),
        owner.name,
        owner.acronym,
        str(activity.setting or ""),
        *(each.name or "" for each in linked),
        *(partner.public_name for partner in activity.partners.all()),
    ]


def activities(keys: Sequence[str]) -> Iterator[Document]:
    """The documents of activities."""
    return in_both(_activity)(public_activities(keys))


def still_public(keys: Sequence[str]) -> set[str]:
    """Those of these activities that may be shown now."""
    rows = by_key(Activity.objects.public(), numbers(keys))
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def every_activity() -> Any:
    """The numbers of all that is public."""
    return Activity.objects.public().order_by("pk").values_list("pk", flat=True)


ACTIVITIES = Source(
    "activity",
    gettext_lazy("Activity"),
    every=every_activity,
    documents=activities,
    public=still_public,
)
