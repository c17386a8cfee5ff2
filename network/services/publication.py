"""What the public will see of an activity: decided once, at approval."""

import datetime
import re

from django.utils.translation import gettext as _
from django.utils.translation import override

from network.choices import SMALL_NUMBER, AgeBand
from network.models import Activity
from network.services.refusals import Refused

MINORS = (AgeBand.UNDER_5, AgeBand.FROM_5, AgeBand.FROM_12)


def concerns_sensitive_people(activity: Activity) -> bool:
    """True when its kind, or a group it is meant for, asks for more care."""
    kind_is = bool(activity.kind_id and activity.kind.sensitive)
    return kind_is or activity.groups.filter(sensitive=True).exists()


def proposed_title(activity: Activity, *, with_place: bool) -> str:
    """A Spanish title made of what was done and where; empty without a kind."""
    if not activity.kind_id:
        return ""
    with override("es"):
        kind = activity.other_kind or activity.kind.name_es
        place = activity.place_name if with_place else ""
        if not place and activity.owner.place_id:
            place = activity.owner.place.name_es
        if not place:
            return kind[:160]
        return (_("%(kind)s in %(place)s") % {"kind": kind, "place": place})[:160]


def public_day(activity: Activity) -> datetime.date | None:
    """The first day on which the world may read it: its last day plus the delay."""
    if activity.last_day is None:
        return None
    delay = datetime.timedelta(days=activity.owner.publication_delay_days)
    return activity.last_day + delay


def decide_publication(activity: Activity) -> None:
    """Set sensitivity, public day and hidden cells before the approval is saved.

    Raises Refused when the text of a sensitive activity names its exact place.
    """
    activity.is_sensitive = concerns_sensitive_people(activity)
    activity.publish_from = public_day(activity)
    if activity.is_sensitive:
        keep_place_out_of_texts(activity)
    hide_small_counts(activity)


def hide_small_counts(activity: Activity) -> None:
    """Mark the cells of fewer than 5 people of a sensitive group, and of minors."""
    small = activity.counts.filter(people__lt=SMALL_NUMBER)
    hidden = small if activity.is_sensitive else small.filter(age_band__in=MINORS)
    keys = list(hidden.values_list("pk", flat=True))
    activity.counts.exclude(pk__in=keys).filter(hidden=True).update(hidden=False)
    activity.counts.filter(pk__in=keys, hidden=False).update(hidden=True)


def keep_place_out_of_texts(activity: Activity) -> None:
    """Take the exact place out of a proposed title; raise Refused if a text names it."""
    place = activity.place_name.strip()
    if not place:
        return
    if activity.title_es == proposed_title(activity, with_place=True):
        activity.title_es = proposed_title(activity, with_place=False)
    named = re.compile(rf"(?<!\w){re.escape(place)}(?!\w)", re.IGNORECASE)
    texts = (
        activity.title_es,
        activity.title_en,
        activity.what_happened_es,
        activity.what_happened_en,
        activity.result_es,
        activity.result_en,
        activity.difficulty_es,
        activity.difficulty_en,
    )
    if any(named.search(text or "") for text in texts):
        raise Refused(
            _(
                "The text names the place «%(place)s». For this kind of activity the "
                "public sees only the municipality: return it so that they take the "
                "place out of the text."
            )
            % {"place": place}
        )
