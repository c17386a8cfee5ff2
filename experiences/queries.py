"""Adjectives of the experiences: which rows a person, or the world, may read."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from network.choices import ReviewState
from network.rules import WRITERS

if TYPE_CHECKING:
    from network.models import User


class ExperienceQuerySet(models.QuerySet):
    """Experiences."""

    def public(self) -> Self:
        """Published, not hidden, of an organisation shown."""
        return self.filter(
            review_state=ReviewState.APPROVED,
            hidden_at__isnull=True,
            owner__shown=True,
        )

    def kept(self) -> Self:
        """Those that nobody threw away."""
        return self.filter(discarded_at__isnull=True)

    def written_by_organisations_of(self, user: "User") -> Self:
        """Those of the person's organisations and of the municipalities it reviews."""
        standing = user.standing
        own = standing.organisation_ids | standing.reviewed
        return self.kept().filter(owner_id__in=own)

    def in_trash_of(self, user: "User") -> Self:
        """Thrown away, of the organisations the person writes for or reviews."""
        standing = user.standing
        mine = standing.holding(WRITERS) | standing.reviewed
        return self.filter(discarded_at__isnull=False, owner_id__in=mine)

    def visible_to(self, user: "User") -> Self:
        """What the person may read in the workspace."""
        standing = user.standing
        if standing.secretariat or standing.editor:
            past_draft = ~Q(review_state=ReviewState.DRAFT)
            own = standing.organisation_ids | standing.reviewed
            return self.kept().filter(past_draft | Q(owner_id__in=own))
        return self.written_by_organisations_of(user)

    def waiting(self) -> Self:
        """Sent to the editors and not yet decided."""
        return self.filter(review_state=ReviewState.SUBMITTED)

    def reviewable_by(self, user: "User") -> Self:
        """Waiting for this person's decision, without what they wrote."""
        standing = user.standing
        if not (standing.secretariat or standing.editor):
            return self.none()
        return self.waiting().exclude(writers=user)

    def for_lists(self) -> Self:
        """With what a line of a list shows."""
        return self.select_related("owner", "owner__place").prefetch_related(
            "places", "outcomes"
        )

    def newest_first(self) -> Self:
        """By their first publication, newest first."""
        return self.order_by("-position")


class AdaptationQuerySet(models.QuerySet):
    """Plans that adapt an experience."""

    def kept(self) -> Self:
        """Those that nobody threw away."""
        return self.filter(discarded_at__isnull=True)

    def public(self) -> Self:
        """Those of which the original tells: said, not hidden, of a municipality shown."""
        return self.kept().filter(
            said_at__isnull=False, hidden_at__isnull=True, owner__shown=True
        )

    def of_people(self, user: "User") -> Self:
        """Those of the person's municipalities, and of those it reviews."""
        standing = user.standing
        return self.filter(owner_id__in=standing.organisation_ids | standing.reviewed)

    def in_trash_of(self, user: "User") -> Self:
        """Thrown away, of the municipalities the person writes for."""
        mine = user.standing.holding(WRITERS)
        return self.filter(discarded_at__isnull=False, owner_id__in=mine)

    def decidable_by(self, user: "User") -> Self:
        """Whose changes wait for this person's decision, without what they wrote."""
        waiting = self.kept().filter(review_state=ReviewState.SUBMITTED)
        if not user.standing.secretariat:
            waiting = waiting.filter(owner_id__in=user.standing.reviewed)
        return waiting.exclude(writers=user).exclude(created_by=user)

    def sent_to(self, user: "User") -> Self:
        """Whose changes were sent, now or before, to this person."""
        sent = self.kept().filter(submitted_at__isnull=False)
        if user.standing.secretariat:
            return sent
        return sent.filter(owner_id__in=user.standing.reviewed)

    def with_progress(self) -> Self:
        """With how many steps each has, and how many are done."""
        done = models.Q(plan_steps__done=True)
        return self.annotate(
            steps_all=models.Count("plan_steps"),
            steps_done=models.Count("plan_steps", filter=done),
        )
