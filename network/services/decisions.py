"""Verbs that bring approved activities up to what was decided after their approval."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import ReviewState
from network.models import (
    Activity,
    ActivityKind,
    Organisation,
    PopulationGroup,
    ReviewStep,
    User,
)
from network.services.publication import decide_publication, public_day
from network.services.refusals import Refused


@transaction.atomic
def keep_delay(*, organisation: Organisation) -> int:
    """Apply an organisation's publication delay to what is already approved."""
    moved = 0
    approved = Activity.objects.select_for_update().filter(
        owner=organisation, review_state=ReviewState.APPROVED
    )
    for activity in approved:
        day = public_day(activity)
        if day != activity.publish_from:
            activity.publish_from = day
            activity.save(update_fields=["publish_from"])
            moved += 1
    return moved


@transaction.atomic
def protect_what_became_sensitive(
    *, entry: ActivityKind | PopulationGroup, by: User
) -> int:
    """Give the activities of a kind or group that is now sensitive its protection.

    What is approved loses its exact place and small numbers; where a text names the
    place, the activity is hidden until its people correct it. Returns how many changed.
    """
    if not entry.sensitive:
        return 0
    named = "kind" if isinstance(entry, ActivityKind) else "groups"
    of_it = Activity.objects.filter(is_sensitive=False, **{named: entry})
    changed = list(of_it.select_for_update())
    for activity in changed:
        _protect(activity, by)
    return len(changed)


def _protect(activity: Activity, by: User) -> None:
    activity.is_sensitive = True
    if activity.review_state == ReviewState.APPROVED:
        try:
            decide_publication(activity)
        except Refused as refusal:
            _hide(activity, by, str(refusal))
    activity.version += 1
    activity.save()


def _hide(activity: Activity, by: User, reason: str) -> None:
    if activity.hidden_at is None:
        activity.hidden_at, activity.hidden_by = timezone.now(), by
    ReviewStep.objects.create(
        activity=activity,
        from_state=activity.review_state,
        to_state=activity.review_state,
        by=by,
        note=_("Hidden from the public") + ". " + reason,
    )
