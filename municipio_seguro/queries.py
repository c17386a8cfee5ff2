"""Adjectives of instruments, assessments, consultations, risks and measures."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Max, Q
from django.utils import timezone

from municipio_seguro import matrix
from municipio_seguro.choices import (
    FICTITIOUS_KEY,
    LIVE_STATUSES,
    OPEN_STATES,
    PUBLIC_STATES,
    STANDING_STATUSES,
    STATUS_PATH,
    AssessmentKind,
    AssessmentState,
    InstrumentState,
    MeasureStatus,
    TransferType,
    Visibility,
)

if TYPE_CHECKING:
    from municipio_seguro.models import Risk
    from network.models import Organisation, User

ASLEEP = datetime.timedelta(days=90)
WARNED = datetime.timedelta(days=60)


def shown_town(prefix: str = "municipality__") -> Q:
    """Of a municipality that is shown, or of the fictitious one of the demonstration."""
    return Q(**{f"{prefix}shown": True}) | Q(**{f"{prefix}key": FICTITIOUS_KEY})


class InstrumentVersionQuerySet(models.QuerySet):
    """Versions of the instrument."""

    def offered(self) -> Self:
        """Those that new assessments may use, the last one first."""
        active = self.filter(state=InstrumentState.ACTIVE)
        return active.order_by("-activated_at", "-pk")


class OfMunicipalities(models.QuerySet):
    """Records of municipalities that its staff and its association may read."""

    def of_people(self, user: "User") -> Self:
        """Those of the person's organisations and of the municipalities it reviews."""
        standing = user.standing
        if standing.secretariat:
            return self
        near = standing.organisation_ids | standing.reviewed
        return self.filter(municipality__in=near)


class ReadByPeople(OfMunicipalities):
    """Records of which each says who may read it."""

    def readable_by(self, user: "User", town: "Organisation") -> Self:
        """Those of a municipality that this person may read: what is reserved is read
        by its own people alone."""
        rows = self.filter(municipality=town)
        own = town.pk in user.standing.organisation_ids
        return rows if own else rows.exclude(visibility=Visibility.RESERVED)


class AssessmentQuerySet(OfMunicipalities):
    """Assessments."""

    def public(self) -> Self:
        """Those whose figures the world may read."""
        return self.filter(
            shown_town(), state__in=PUBLIC_STATES, hidden_at__isnull=True
        )

    def announced(self) -> Self:
        """Of which the world may know that they exist, and no figure."""
        known = (*PUBLIC_STATES, *OPEN_STATES, AssessmentState.WITHDRAWN)
        return self.filter(shown_town(), state__in=known, hidden_at__isnull=True)

    def current(self) -> Self:
        """The published one of each municipality."""
        return self.public().filter(state=AssessmentState.PUBLISHED)

    def counted(self) -> Self:
        """Those of the network's median: whole, published, not expired."""
        return self.current().filter(
            kind=AssessmentKind.FULL,
            index__isnull=False,
            expires_on__gte=timezone.localdate(),
            fictitious=False,
        )

    def open(self) -> Self:
        """Those in which something is left to decide."""
        return self.filter(state__in=OPEN_STATES)

    def visible_to(self, user: "User") -> Self:
        """What the person may read in the workspace."""
        return self.of_people(user)

    def newest_first(self) -> Self:
        """By publication, then as they were opened."""
        return self.order_by(models.F("published_at").desc(nulls_last=True), "-pk")

    def for_lists(self) -> Self:
        """With what a line of a list shows."""
        return self.select_related("municipality__place", "instrument", "consultation")


class AnswerEvidenceQuerySet(models.QuerySet):
    """Evidence of answers."""

    def kept(self) -> Self:
        """What nobody removed."""
        return self.filter(removed_at__isnull=True)

    def openable_by_all(self) -> Self:
        """Whose file the world may open."""
        return self.kept().filter(visibility=Visibility.PUBLIC)


class ConsultationQuerySet(models.QuerySet):
    """Consultations."""

    def open(self) -> Self:
        """In which people may answer today."""
        today = timezone.localdate()
        return self.filter(
            closed_at__isnull=True,
            opens_on__lte=today,
            closes_on__gte=today,
            assessment__state=AssessmentState.CONSULTING,
        )

    def due(self) -> Self:
        """Whose last day has passed, and which nobody closed."""
        return self.filter(
            closed_at__isnull=True,
            closes_on__lt=timezone.localdate(),
            assessment__state=AssessmentState.CONSULTING,
        )

    def public(self) -> Self:
        """Open ones of municipalities that are shown."""
        return self.open().filter(
            shown_town("assessment__municipality__"),
            assessment__hidden_at__isnull=True,
        )

    def reachable(self) -> Self:
        """Whose address says something to whoever was given it: early, open, closed.

        Also of a municipality that no list shows yet: its own people ask.
        """
        rows = self.filter(assessment__hidden_at__isnull=True)
        return rows.exclude(assessment__state=AssessmentState.CANCELLED)

    def with_counts(self) -> Self:
        """With how many answered: for staff only, and only that it grows."""
        return self.annotate(how_many=Count("responses", distinct=True))


class WeaknessQuerySet(models.QuerySet):
    """Weaknesses of municipalities."""

    def offered_for(self, risk: "Risk") -> Self:
        """Those of its municipality that still hold, and those it names already."""
        holds = Q(municipality=risk.municipality_id, ended_at__isnull=True)
        return self.filter(holds | Q(risks=risk)).distinct()


class RiskQuerySet(ReadByPeople):
    """Risks."""

    def worst_first(self) -> Self:
        """By level, then as they were noted."""
        order = models.Case(
            *(
                models.When(level=level, then=turn)
                for turn, level in enumerate(reversed(matrix.LEVELS))
            ),
            default=len(matrix.LEVELS),
        )
        return self.order_by(order, "number")

    def kept(self) -> Self:
        """Those that stand in the register."""
        return self.filter(closed_at__isnull=True)

    def public(self) -> Self:
        """Whose summary the world may read."""
        told = ~Q(public_summary_es="") & Q(public_summary_es__isnull=False)
        return self.kept().filter(
            told,
            shown_town(),
            visibility=Visibility.PUBLIC,
            hidden_at__isnull=True,
        )

    def to_review(self) -> Self:
        """Whose next review has come."""
        return self.kept().filter(next_review__lte=timezone.localdate())


class MeasureQuerySet(ReadByPeople):
    """Measures."""

    def public(self) -> Self:
        """What the world may read."""
        return self.filter(
            shown_town(), visibility=Visibility.PUBLIC, hidden_at__isnull=True
        )

    def standing(self) -> Self:
        """Which a risk or an indicator has for its own: all but those given up."""
        return self.filter(status__in=STANDING_STATUSES)

    def decided(self) -> Self:
        """Approved at least, and neither suspended nor given up."""
        return self.filter(status__in=STATUS_PATH[1:])

    def live(self) -> Self:
        """In which something is left to do."""
        return self.filter(status__in=LIVE_STATUSES)

    def overdue(self) -> Self:
        """Past their day and not finished."""
        return self.live().filter(due_on__lt=timezone.localdate())

    def asleep(self) -> Self:
        """Under way, of which nobody told for 90 days."""
        since = timezone.localdate() - ASLEEP
        return (
            self.live()
            .exclude(status=MeasureStatus.PROPOSED)
            .annotate(last_told=Max("entries__on"))
            .filter(Q(last_told__lt=since) | Q(last_told=None, approved_on__lt=since))
        )

    def waiting_to_be_verified(self) -> Self:
        """Finished, without the second person."""
        return self.filter(status=MeasureStatus.FINISHED)


class EntryQuerySet(models.QuerySet):
    """Follow-up of measures."""

    def public(self) -> Self:
        """What was marked for the world."""
        return self.filter(public=True)


class TransferQuerySet(OfMunicipalities):
    """Risk-transfer instruments."""

    def in_force(self) -> Self:
        """Today; sovereign cover pays the treasury and does not count."""
        today = timezone.localdate()
        return self.filter(valid_from__lte=today, valid_to__gte=today).exclude(
            type=TransferType.SOVEREIGN
        )

    def ending(self) -> Self:
        """Ending within 60 days."""
        today = timezone.localdate()
        return self.filter(valid_to__gte=today, valid_to__lte=today + WARNED)
