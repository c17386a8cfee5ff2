"""Reads of the network: queryset adjectives that chain."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from amuprev.foundation.collation import by_name
from network.choices import OrganisationKind, ReviewState

if TYPE_CHECKING:
    from network.models import User


class DatedQuerySet(models.QuerySet):
    """Facts that hold from one day to another."""

    def on(self, day: datetime.date) -> Self:
        """Those in force on the given day; an open end holds for ever."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def today(self) -> Self:
        """Those in force today."""
        return self.on(timezone.localdate())


class AppointmentQuerySet(DatedQuerySet):
    """Appointments of people to organisations."""

    def in_force(self) -> Self:
        """Approved, inside their dates, not ended early, of an active person."""
        return self.today().filter(
            approved_at__isnull=False,
            ended_at__isnull=True,
            valid_from__isnull=False,
            person__is_active=True,
        )


class PlaceQuerySet(models.QuerySet):
    """Territory."""

    def in_order(self) -> Self:
        """By the name the reader sees."""
        return self.order_by(by_name())

    def with_facts(self) -> Self:
        """With its dated levels, parents, names and populations."""
        return self.prefetch_related(
            "levels", "parents__parent__levels", "names", "populations"
        )


class OrganisationQuerySet(models.QuerySet):
    """Municipalities, associations, partners and the network itself."""

    def municipalities(self) -> Self:
        """Town halls."""
        return self.filter(kind=OrganisationKind.MUNICIPALITY)

    def associations(self) -> Self:
        """Associations of municipalities."""
        return self.filter(kind=OrganisationKind.ASSOCIATION)

    def partners(self) -> Self:
        """Partner institutions."""
        return self.filter(kind=OrganisationKind.PARTNER)

    def loggable(self) -> Self:
        """Those that may log activities."""
        return self.filter(
            kind__in=(OrganisationKind.MUNICIPALITY, OrganisationKind.ASSOCIATION)
        )

    def public(self) -> Self:
        """Those shown to the world."""
        return self.filter(shown=True)

    def in_order(self) -> Self:
        """By the name the reader sees."""
        return self.order_by(by_name())


class ActivityQuerySet(models.QuerySet):
    """Prevention activities."""

    def public(self) -> Self:
        """Approved, not hidden, over, and past their delay."""
        return self.filter(
            review_state=ReviewState.APPROVED,
            hidden_at__isnull=True,
            publish_from__lte=timezone.localdate(),
        )

    def owned_by(self, organisation_ids: "frozenset[int]") -> Self:
        """Those of the given organisations."""
        return self.filter(owner_id__in=organisation_ids)

    def visible_to(self, user: "User") -> Self:
        """What the person may read in the workspace."""
        standing = user.standing
        own = Q(owner_id__in=standing.organisation_ids)
        past_draft = ~Q(review_state=ReviewState.DRAFT)
        if standing.secretariat:
            return self.filter(own | past_draft)
        return self.filter(own | (Q(owner_id__in=standing.reviewed) & past_draft))

    def waiting(self) -> Self:
        """Sent to review and not yet decided."""
        return self.filter(review_state=ReviewState.SUBMITTED)

    def reviewable_by(self, user: "User") -> Self:
        """Waiting for this person's decision, without what they wrote."""
        standing = user.standing
        waiting = self.waiting().exclude(writers=user)
        if standing.secretariat:
            return waiting
        return waiting.filter(owner_id__in=standing.reviewed | standing.reviews_own)

    def concerning(self, place_id: int) -> Self:
        """Those in which the place took part."""
        return self.filter(places=place_id)

    def for_lists(self) -> Self:
        """With what a line of a list shows."""
        return self.select_related("owner", "owner__place", "kind").prefetch_related(
            "counts",
            "groups",
            "places",
        )

    def newest_first(self) -> Self:
        """By the day they began, newest first; the key breaks ties."""
        return self.order_by("-started", "-pk")
