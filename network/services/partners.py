"""The verb that writes with whom an activity was done."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from network import rules
from network.choices import Act
from network.models import Activity, ActivityPartner, User
from network.services import audit
from network.services.activities import StaleVersion, why_closed
from network.services.refusals import Refused


@audit.keeps_refusals(Act.PARTNERS_SAVED, of="activity")
@transaction.atomic
def write_partners(
    *,
    activity: Activity,
    by: User,
    version: int | None,
    partners: Sequence[dict[str, Any]],
) -> Activity:
    """Replace the activity's partners by the given ones.

    Raises StaleVersion when somebody saved meanwhile, Refused when it is closed.
    """
    current = Activity.objects.select_for_update().get(pk=activity.pk)
    if not rules.may_edit_activity(by, current):
        raise Refused(why_closed(current))
    if version is not None and version != current.version:
        raise StaleVersion(current)
    current.partners.all().delete()
    ActivityPartner.objects.bulk_create(
        ActivityPartner(activity=current, **partner) for partner in partners
    )
    current.version += 1
    current.updated_by, current.written_at = by, timezone.now()
    current.save()
    current.writers.add(by)
    audit.record(Act.PARTNERS_SAVED, by=by, of=current, partners=len(partners))
    return current
