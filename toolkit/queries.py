"""Reads of the toolkit: queryset adjectives that chain."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from toolkit.choices import Answer, InstrumentStatus, LinkState, MeetingState

if TYPE_CHECKING:
    from network.models import User

GONE = (
    InstrumentStatus.REPEALED,
    InstrumentStatus.EXPIRED,
    InstrumentStatus.DRAFT,
)


class StepQuerySet(models.QuerySet):
    """Steps of the guide."""

    def in_order(self) -> Self:
        """As they are read, with phase and part."""
        return self.select_related("phase__part").order_by("position")

    def in_country(self, country: str) -> Self:
        """With the norms of one country, or its «falta», as `norms_here`."""
        relation: Any = self.model._meta.get_field("norms")
        norms = relation.related_model.objects
        rows = norms.filter(country=country).select_related("instrument")
        return self.prefetch_related(Prefetch("norms", rows, to_attr="norms_here"))


class InstrumentQuerySet(models.QuerySet):
    """Norms."""

    def of_country(self, country: str) -> Self:
        """Those of one country."""
        return self.filter(country=country)

    def standing(self) -> Self:
        """Those not known to be repealed, over or a draft."""
        return self.exclude(status__in=GONE)

    def unchecked_since(self, day: datetime.date) -> Self:
        """Those nobody checked on that day or after."""
        return self.filter(Q(checked_on__isnull=True) | Q(checked_on__lt=day))

    def broken(self) -> Self:
        """Those whose official address did not answer."""
        return self.filter(link_state=LinkState.BROKEN)

    def with_address(self) -> Self:
        """Those whose official address is known."""
        return self.exclude(address="")

    def with_everything(self) -> Self:
        """With their articles and what they do to others, for a page."""
        return self.select_related("place").prefetch_related(
            "articles", "changes_made__of", "changes_met__by"
        )

    def in_timeline(self) -> Self:
        """Oldest first; those of an unknown day last."""
        return self.order_by(
            models.functions.Coalesce("adopted", "in_force_from").asc(nulls_last=True),
            "pk",
        )


class StepNormQuerySet(models.QuerySet):
    """Norms of steps."""

    def missing(self) -> Self:
        """Steps and countries without a norm."""
        return self.filter(instrument__isnull=True)


PUBLIC_POLICIES = Q(
    published_at__isnull=False, hidden_at__isnull=True, owner__shown=True
)


class PolicyQuerySet(models.QuerySet):
    """Policies and plans of municipalities."""

    def public(self) -> Self:
        """What the world may read."""
        return self.filter(PUBLIC_POLICIES)

    def visible_to(self, user: "User") -> Self:
        """Public ones, one's own, and those one reviews."""
        standing = user.standing
        if standing.secretariat:
            return self
        near = standing.organisation_ids | standing.reviewed
        return self.filter(PUBLIC_POLICIES | Q(owner__in=near))

    def awaiting(self, user: "User") -> Self:
        """Those that wait for this person to publish them, not what they wrote."""
        rows = self.filter(published_at__isnull=True).exclude(proposed_by=user)
        rows = rows.exclude(written_by=user)
        if user.standing.secretariat:
            return rows
        return rows.filter(owner__in=user.standing.reviewed)


class BodyQuerySet(models.QuerySet):
    """Prevention bodies."""

    def visible_to(self, user: "User") -> Self:
        """One's own, those one's association reviews, all for the secretariat."""
        standing = user.standing
        if standing.secretariat:
            return self
        return self.filter(
            organisation__in=standing.organisation_ids | standing.reviewed
        )

    def sharing(self) -> Self:
        """Those of municipalities that agreed to show how far they have come."""
        return self.filter(shares_progress=True, organisation__shown=True)


class MemberQuerySet(models.QuerySet):
    """Seats of a body."""

    def on(self, day: datetime.date) -> Self:
        """Those held on a day."""
        return self.filter(
            Q(joined_on__isnull=True) | Q(joined_on__lte=day),
            Q(left_on__isnull=True) | Q(left_on__gte=day),
        )

    def sitting(self) -> Self:
        """Those held today."""
        return self.on(timezone.localdate())


class MeetingQuerySet(models.QuerySet):
    """Meetings."""

    def visible_to(self, user: "User") -> Self:
        """Those of bodies that the person may see."""
        standing = user.standing
        if standing.secretariat:
            return self
        near = standing.organisation_ids | standing.reviewed
        return self.filter(body__organisation__in=near)

    def held(self) -> Self:
        """Those that took place."""
        return self.filter(state=MeetingState.HELD)

    def newest_first(self) -> Self:
        """Newest first."""
        return self.order_by("-held_on", "-pk")


class AgreementQuerySet(models.QuerySet):
    """Agreements of meetings."""

    def open(self) -> Self:
        """Neither met nor dropped."""
        return self.filter(state="open")

    def overdue(self) -> Self:
        """Open, and their day has passed."""
        return self.open().filter(due__lt=timezone.localdate())

    def of_organisation(self, organisation_id: int) -> Self:
        """Those of the body of one municipality."""
        return self.filter(meeting__body__organisation=organisation_id)


class CheckQuerySet(models.QuerySet):
    """Checks of steps."""

    def of_organisation(self, organisation_id: int) -> Self:
        """Those of one municipality, as the guide is read."""
        rows = self.filter(organisation=organisation_id).select_related("step__phase")
        return rows.order_by("step__position")

    def done(self) -> Self:
        """Those answered «yes»."""
        return self.filter(answer=Answer.YES)


class StepEvidenceQuerySet(models.QuerySet):
    """Evidence of steps."""

    def standing(self) -> Self:
        """What was not removed."""
        return self.filter(removed_at__isnull=True)
