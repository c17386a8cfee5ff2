"""Verbs that bring approved activities up to what was decided after their approval."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act, ReviewState
from network.models import (
    Activity,
    ActivityKind,
    Organisation,
    PopulationGroup,
    ReviewStep,
    Setting,
    Theme,
    User,
)
from network.models.lists import SensitiveEntry
from network.services import audit
from network.services.listing import relist
from network.services.publication import decide_publication, public_day
from network.services.refusals import Refused

# How an activity bears an entry of each list.
BORNE_BY: dict[type, str] = {
    ActivityKind: "kind",
    Setting: "setting",
    PopulationGroup: "groups",
    Theme: "themes",
}


@transaction.atomic
def keep_delay(*, organisation: Organisation) -> int:
    """Apply an organisation's publication delay to what is already approved."""
    moved = []
    # Those being approved at this moment too: they are waited for.
    decided = Activity.objects.select_for_update().filter(
        owner=organisation,
        review_state__in=(ReviewState.SUBMITTED, ReviewState.APPROVED),
    )
    for activity in decided:
        approved = activity.review_state == ReviewState.APPROVED
        day = public_day(activity) if approved else activity.publish_from
        if day != activity.publish_from:
            activity.publish_from = day
            activity.save(update_fields=["publish_from"])
            moved.append(activity.pk)
    if moved:
        relist(moved)
    return len(moved)


@transaction.atomic
def protect_what_became_sensitive(*, entry: SensitiveEntry, by: User | None) -> int:
    """Give the activities of a list's entry that is now sensitive its protection.

    What is approved loses its exact place and small numbers; where a text names the
    place, the activity is hidden until its people correct it. Returns how many changed.
    """
    if not entry.sensitive:
        return 0
    of_it = Activity.objects.filter(
        is_sensitive=False, **{BORNE_BY[type(entry)]: entry}
    )
    changed = list(of_it.select_for_update())
    for activity in changed:
        _protect(activity, by)
    if changed:
        relist(activity.pk for activity in changed)
    return len(changed)


def _protect(activity: Activity, by: User | None) -> None:
    activity.is_sensitive = True
    if activity.review_state == ReviewState.APPROVED:
        try:
            decide_publication(activity)
        except Refused as refusal:
            _hide(activity, by, str(refusal))
    activity.version += 1
    activity.save()
    audit.record(Act.ACTIVITY_PROTECTED, by=by, of=activity)


def _hide(activity: Activity, by: User | None, reason: str) -> None:
    if activity.hidden_at is None:
        activity.hidden_at, activity.hidden_by = timezone.now(), by
    ReviewStep.objects.create(
        activity=activity,
        from_state=activity.review_state,
        to_state=activity.review_state,
        by=by,
        note=_("Hidden from the public") + ". " + reason,
    )
