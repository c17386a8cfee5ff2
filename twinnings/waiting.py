"""What waits for whom in the twinnings: pure queries, for front pages and letters."""

import datetime
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from network.choices import OrganisationKind, ReviewState, Role
from network.models import Organisation, User
from network.rules import OPEN_STATES, REVIEWERS, WRITERS
from network.waiting import holders, reviewing
from twinnings.choices import CommitmentState
from twinnings.models import (
    Commitment,
    Exchange,
    FollowUp,
    OfficerLink,
    Party,
    StatusEntry,
    Twinning,
)

# Nobody plans by a longer queue than this.
MOST_COUNTED = 100
PATIENCE = datetime.timedelta(days=30)
Record = Twinning | Exchange


def open_twinnings(user: User) -> QuerySet[Twinning]:
    """Drafts and returned ones of the organisations the person belongs to."""
    rows = Twinning.objects.kept().filter(owner__in=user.standing.organisation_ids)
    rows = rows.filter(review_state__in=OPEN_STATES)
    return rows.select_related("owner").order_by("-written_at", "-pk")


def open_exchanges(user: User) -> QuerySet[Exchange]:
    """Exchanges being planned or reported in the person's organisations."""
    rows = Exchange.objects.kept().filter(owner__in=user.standing.organisation_ids)
    rows = rows.filter(review_state__in=OPEN_STATES)
    return rows.select_related("owner", "twinning").order_by("-written_at", "-pk")


def twinnings_to_decide(user: User) -> QuerySet[Twinning]:
    """Those that wait for this person's decision, at most MOST_COUNTED."""
    return Twinning.objects.reviewable_by(user).order_by()[:MOST_COUNTED]


def exchanges_to_decide(user: User) -> QuerySet[Exchange]:
    """Those that wait for this person's decision, at most MOST_COUNTED."""
    return Exchange.objects.reviewable_by(user).order_by()[:MOST_COUNTED]


def exchanges_to_read(user: User) -> QuerySet[Exchange]:
    """Published ones to which something was added that this person has to read."""
    standing = user.standing
    rows = Exchange.objects.filter(review_state=ReviewState.APPROVED)
    if not standing.secretariat:
        rows = rows.filter(owner__in=standing.reviewed | standing.reviews_own)
    own = Commitment.objects.filter(exchange=OuterRef("pk"))
    shown = Q(evidence_es__gt="") | Q(evidence_link__gt="") | Q(evidence_file__gt="")
    proved = own.filter(shown, evidence_public=False).exclude(
        state=CommitmentState.OPEN
    )
    answered = FollowUp.objects.filter(
        exchange=OuterRef("pk"), public=False, answered_at__isnull=False
    )
    added = Exists(own.filter(public=False)) | Exists(proved) | Exists(answered)
    return rows.exclude(writers=user).filter(added).order_by("pk")


def twinnings_to_read(user: User) -> QuerySet[Twinning]:
    """Published ones with a note or an act that this person has to read."""
    standing = user.standing
    rows = Twinning.objects.filter(review_state=ReviewState.APPROVED)
    if not standing.secretariat:
        rows = rows.filter(owner__in=standing.reviewed | standing.reviews_own)
    written = Q(note_es__gt="") | Q(note_en__gt="")
    entries = StatusEntry.objects.filter(twinning=OuterRef("pk"), note_public=False)
    acts = Party.objects.filter(twinning=OuterRef("pk"), act_public=False)
    added = Exists(entries.filter(written)) | Exists(acts.exclude(ratified_act=""))
    return rows.exclude(writers=user).filter(added).order_by("pk")


def overdue_commitments(user: User) -> QuerySet[Commitment]:
    """What is late, for its own people and for whoever reviews them; oldest first."""
    rows = Commitment.objects.overdue().of_people(user)
    return rows.select_related(
        "exchange__owner",
        "exchange__twinning",
        "party__place",
        "party__organisation",
    ).order_by("due", "pk")


def late_follow_ups(user: User) -> QuerySet[FollowUp]:
    """Asked more than a month ago and not answered, for the same people."""
    standing = user.standing
    rows = FollowUp.objects.filter(
        asked_at__lt=timezone.now() - PATIENCE,
        answered_at__isnull=True,
        exchange__discarded_at__isnull=True,
    )
    near = Q(exchange__owner__in=standing.organisation_ids | standing.reviewed)
    if standing.secretariat:
        near |= ~Q(exchange__review_state=ReviewState.DRAFT)
    rows = rows.filter(near)
    return rows.select_related("exchange__owner").order_by("asked_at", "pk")


def corrections_to_settle(user: User) -> QuerySet[OfficerLink]:
    """What an officer of the counterpart says is wrong, and nobody has dealt with."""
    mine = user.standing.holding(WRITERS) | user.standing.reviewed
    rows = OfficerLink.objects.filter(answer="wrong", settled_at__isnull=True)
    return rows.filter(exchange__owner__in=mine).order_by("pk")


def deciders_of(record: Record) -> list[User]:
    """The reviewers of its association today, else the secretariat; never its writers."""
    networks = Organisation.objects.filter(kind=OrganisationKind.NETWORK)
    near = holders(reviewing(record.owner), REVIEWERS)
    return _not_its_own(near, record) or _not_its_own(
        holders(networks.values_list("pk", flat=True), {Role.SECRETARIAT}), record
    )


def _not_its_own(people: QuerySet[User], record: Record) -> list[User]:
    others = people.exclude(pk__in=record.writers.values("pk"))
    if record.created_by_id:
        others = others.exclude(pk=record.created_by_id)
    return list(others)


def writers_of(record: Record) -> list[User]:
    """Those who wrote it and still belong there; when all left, who writes there now."""
    staff = holders([record.owner_id], Role.values)
    still = list(staff.filter(pk__in=record.writers.values("pk")))
    return still or list(holders([record.owner_id], WRITERS))


def whoever_follows(exchange: Exchange) -> Iterable[User]:
    """The coordination of whoever tells of it and those who wrote it, each once."""
    coordinating = holders([exchange.owner_id], {Role.COORDINATES, Role.ADMINISTERS})
    people = {person.pk: person for person in (*coordinating, *writers_of(exchange))}
    return list(people.values())


def counterparts_with_mail(exchange: Exchange) -> QuerySet[Party]:
    """The other parties whose office gave an address."""
    others = exchange.twinning.parties.exclude(contact_email="")
    own = Q(organisation__isnull=False, organisation=exchange.owner_id)
    return others.exclude(own).order_by("position", "pk")
