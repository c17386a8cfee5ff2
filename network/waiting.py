"""What waits for whom in the network: pure queries, for front pages and filters."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from network.choices import Act, MembershipStatus, Role
from network.models import (
    Activity,
    Affiliation,
    Appointment,
    AuditEntry,
    HelpLine,
    Invitation,
    NetworkMembership,
    Office,
    Organisation,
    User,
)
from network.models.help_lines import TRUSTED
from network.rules import OPEN_STATES, PEOPLE_MANAGERS, REVIEWERS, WRITERS

EXPIRING_SOON = datetime.timedelta(days=3)
ENDING_SOON = datetime.timedelta(days=30)
PATIENCE = datetime.timedelta(days=settings.REVIEW_PATIENCE_DAYS)
# Nobody plans by a longer queue than this; every page of the workspace counts it.
MOST_COUNTED = 1_000


def overdue_reviews() -> QuerySet[Activity]:
    """Activities that have waited for their review longer than the network's patience."""
    return Activity.objects.waiting().filter(submitted_at__lt=timezone.now() - PATIENCE)


def hidden_activities() -> QuerySet[Activity]:
    """Approved activities that were taken out of the public's sight."""
    return Activity.objects.filter(hidden_at__isnull=False)


def reviewers_of(activity: Activity) -> list[User]:
    """The people who may review the activity today, without its writers."""
    people = holders(reviewing(activity.owner), REVIEWERS)
    return list(people.exclude(pk__in=activity.writers.values("pk")))


def writers_of(activity: Activity) -> list[User]:
    """Those who wrote it and still belong there; when all left, who writes there now."""
    staff = holders([activity.owner_id], Role.values)
    still = list(staff.filter(pk__in=activity.writers.values("pk")))
    return still or list(holders([activity.owner_id], WRITERS))


def managers_of(organisation: Organisation) -> list[User]:
    """Those who look after its people today: its own, and its association's."""
    own = holders([organisation.pk], PEOPLE_MANAGERS)
    above = [key for key in reviewing(organisation) if key != organisation.pk]
    return list((own | holders(above, {Role.ADMINISTERS})).distinct())


def holders(organisation_ids: Iterable[int], roles: Iterable[str]) -> QuerySet[User]:
    """The people who hold one of the roles in one of the organisations today."""
    held = Appointment.objects.in_force().filter(
        organisation__in=list(organisation_ids), role__in=list(roles)
    )
    return User.objects.filter(pk__in=held.values("person")).order_by("pk")


def reviewing(organisation: Organisation) -> list[int]:
    """Whoever reviews it: itself, or the association of a municipality."""
    if not organisation.is_municipality:
        return [organisation.pk]
    return list(
        organisation.affiliations.today()
        .filter(reviews=True)
        .values_list("association_id", flat=True)
    )


def unused_invitations() -> QuerySet[Invitation]:
    """Invitations nobody has accepted or revoked."""
    return Invitation.objects.filter(accepted_at__isnull=True, revoked_at__isnull=True)


def open_invitations() -> QuerySet[Invitation]:
    """Invitations that can still be accepted."""
    return unused_invitations().filter(expires_at__gt=timezone.now())


def expiring_invitations() -> QuerySet[Invitation]:
    """Open invitations that lapse within three days."""
    return open_invitations().filter(expires_at__lte=timezone.now() + EXPIRING_SOON)


def lapsed_invitations() -> QuerySet[Invitation]:
    """Invitations that lapsed unused, unless the same address was invited again."""
    later = Invitation.objects.filter(
        email=OuterRef("email"),
        organisation=OuterRef("organisation"),
        created_at__gt=OuterRef("created_at"),
    )
    return unused_invitations().filter(~Exists(later), expires_at__lte=timezone.now())


def unreviewed_municipalities() -> QuerySet[Organisation]:
    """Municipalities whose activities no association reviews today."""
    reviewed = Affiliation.objects.today().filter(
        municipality=OuterRef("pk"), reviews=True
    )
    return Organisation.objects.municipalities().filter(~Exists(reviewed))


def ending_appointments() -> QuerySet[Appointment]:
    """Appointments in force that end within a month."""
    until = timezone.localdate() + ENDING_SOON
    return Appointment.objects.in_force().filter(valid_to__lte=until)


def lapsed_appointments() -> QuerySet[Appointment]:
    """Those whose last day is over and that the audit trail does not yet know of."""
    recorded = AuditEntry.objects.filter(
        act=Act.MEMBERSHIP_LAPSED,
        record_kind="network.appointment",
        record_key=Cast(OuterRef("pk"), CharField()),
        at__date__gt=OuterRef("valid_to"),
    )
    return Appointment.objects.filter(
        ~Exists(recorded),
        approved_at__isnull=False,
        ended_at__isnull=True,
        valid_to__lt=timezone.localdate(),
    )


def unapproved_appointments() -> QuerySet[Appointment]:
    """Appointments that nobody has approved yet."""
    return Appointment.objects.filter(
        approved_at__isnull=True, valid_to__isnull=True, person__is_active=True
    )


def associations_without_focal_point() -> QuerySet[Organisation]:
    """Associations that belong to the network and name no focal point."""
    office = Office.objects.today().filter(
        organisation=OuterRef("pk"), is_focal_point=True
    )
    membership = NetworkMembership.objects.today().filter(
        association=OuterRef("pk"), status=MembershipStatus.ACTIVE
    )
    return Organisation.objects.associations().filter(
        ~Exists(office), Exists(membership)
    )


def stale_help_lines() -> QuerySet[HelpLine]:
    """Help lines that nobody has checked for a year."""
    return HelpLine.objects.filter(checked__lt=timezone.localdate() - TRUSTED)


def late(activity: Activity) -> bool:
    """True when a submitted activity has waited longer than the network's patience."""
    sent = activity.submitted_at
    return bool(sent and sent < timezone.now() - PATIENCE)


def open_work(user: User) -> QuerySet[Activity]:
    """Drafts and returned activities of the person's organisations, last saved first."""
    return (
        Activity.objects.owned_by(user.standing.organisation_ids)
        .filter(review_state__in=OPEN_STATES)
        .select_related("owner", "kind", "updated_by")
        .order_by("-updated_at")
    )


def to_review(user: User) -> QuerySet[Activity]:
    """What waits for this person's decision, oldest first."""
    return (
        Activity.objects.reviewable_by(user)
        .select_related("owner", "kind")
        .order_by("submitted_at", "pk")
    )


def some_to_review(user: User) -> QuerySet[Activity]:
    """What waits for this person's decision, to be counted: so many, and one for more."""
    return Activity.objects.reviewable_by(user).order_by()[: MOST_COUNTED + 1]


def lately_decided(user: User) -> QuerySet[Activity]:
    """What was sent, approved or withdrawn lately in the person's organisations."""
    return (
        Activity.objects.owned_by(user.standing.organisation_ids)
        .exclude(review_state__in=OPEN_STATES)
        .select_related("owner", "kind")
        .order_by("-updated_at")
    )
