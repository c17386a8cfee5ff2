"""What waits for whom in the toolkit: pure queries, for front pages."""

from django.db.models import QuerySet
from django.utils import timezone

from network.models import User
from toolkit.models import Agreement, Instrument, MunicipalPolicy, StepCheck
from toolkit.models.norms import TRUST

# Nobody plans by a longer queue than this.
MOST_COUNTED = 100


def overdue_agreements(user: User) -> QuerySet[Agreement]:
    """Open agreements of the person's municipalities whose day has passed."""
    rows = Agreement.objects.overdue()
    mine = user.standing.organisation_ids
    rows = rows.filter(meeting__body__organisation__in=mine)
    return rows.select_related("meeting__body__organisation").order_by("due", "pk")


def lowered_checks(user: User) -> QuerySet[StepCheck]:
    """Steps of the person's municipalities that lost what showed them."""
    rows = StepCheck.objects.filter(lowered_at__isnull=False)
    rows = rows.filter(organisation__in=user.standing.organisation_ids)
    return rows.select_related("step", "organisation").order_by("-lowered_at", "-pk")


def policies_to_publish(user: User) -> QuerySet[MunicipalPolicy]:
    """Policies that wait for this person, at most MOST_COUNTED."""
    return MunicipalPolicy.objects.awaiting(user).order_by("pk")[:MOST_COUNTED]


def norms_to_check() -> QuerySet[Instrument]:
    """Norms that nobody checked in the last twelve months; the oldest check first."""
    since = timezone.localdate() - TRUST
    rows = Instrument.objects.standing().unchecked_since(since)
    return rows.order_by("checked_on", "pk")


def broken_addresses() -> QuerySet[Instrument]:
    """Norms whose official address does not answer; longest first."""
    return Instrument.objects.broken().order_by("broken_since", "pk")
