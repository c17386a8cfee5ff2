"""Adjectives of the experiences: which rows a person, or the world, may read."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from network.choices import ReviewState

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

    def written_by_organisations_of(self, user: "User") -> Self:
        """Those of the person's organisations and of the municipalities it reviews."""
        standing = user.standing
        return self.filter(owner_id__in=standing.organisation_ids | standing.reviewed)

    def visible_to(self, user: "User") -> Self:
        """What the person may read in the workspace."""
        standing = user.standing
        if standing.secretariat or standing.editor:
            past_draft = ~Q(review_state=ReviewState.DRAFT)
            own = standing.organisation_ids | standing.reviewed
            return self.filter(past_draft | Q(owner_id__in=own))
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
