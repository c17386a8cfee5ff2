"""What the passing of days lists, or lists elsewhere."""

import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from network.models import Activity, Affiliation, ListedActivity
from network.services.listing.filling import fill_when_empty
from network.services.listing.keeping import keep_in_step, relist

# A worker that stood still for longer is caught up by `check_totals --repair`.
LATELY = datetime.timedelta(days=60)
CHANGED = datetime.timedelta(days=3)


def list_what_is_due() -> int:
    """List what became public since, and everything where nothing is listed yet."""
    if filled := fill_when_empty():
        return filled
    listed = ListedActivity.objects.filter(pk=OuterRef("pk"))
    due = Activity.objects.public().filter(
        ~Exists(listed), publish_from__gte=timezone.localdate() - LATELY
    )
    keys = list(due.order_by().values_list("pk", flat=True))
    return relist(keys) if keys else 0


def follow_affiliations() -> int:
    """List anew the work of municipalities that joined or left an association lately."""
    today = timezone.localdate()
    begun = Q(valid_from__gt=today - CHANGED, valid_from__lte=today)
    over = Q(valid_to__gte=today - CHANGED, valid_to__lt=today)
    changed = Affiliation.objects.filter(begun | over).order_by("pk")
    return keep_in_step(*changed)
