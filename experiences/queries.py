"""Adjectives of the experiences: which rows a person, or the world, may read."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from network.choices import OrganisationKind, ReviewState, Role
from network.models import Appointment
from network.rules import OPEN_STATES, WRITERS

if TYPE_CHECKING:
    from network.models import User


# What came with the portal, and what corrects that.
RECORDED = Q(content_key__isnull=False) | Q(corrects__content_key__isnull=False)


def _secretariat() -> models.QuerySet:
    """Whoever holds or held a role in the network's secretariat."""
    held = Appointment.objects.filter(
        organisation__kind=OrganisationKind.NETWORK,
        role=Role.SECRETARIAT,
        approved_at__isnull=False,
    )
    return held.values("person")


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
        return self.kept().filter(self._of(own, user))

    def in_trash_of(self, user: "User") -> Self:
        """Thrown away, of the organisations the person writes for or reviews."""
        standing = user.standing
        mine = standing.holding(WRITERS) | standing.reviewed
        return self.filter(self._of(mine, user), discarded_at__isnull=False)

    def visible_to(self, user: "User") -> Self:
        """What the person may read in the workspace."""
        standing = user.standing
        if standing.secretariat or standing.editor:
            past_draft = ~Q(review_state=ReviewState.DRAFT)
            own = standing.organisation_ids | standing.reviewed
            return self.kept().filter(past_draft | self._of(own, user))
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

    def taken_by_network(self) -> Self:
        """Taken in hand by somebody of its secretariat of then or now: begun, or taken
        back to be corrected."""
        steps: Any = self.model.steps  # type: ignore[attr-defined]  # the reverse of its steps
        field = steps.field.name
        moved: Any = steps.rel.related_model._default_manager
        back = moved.filter(**{field: OuterRef("pk")}, to_state=ReviewState.DRAFT)
        newest = back.order_by("-pk").values("by")[:1]
        return self.alias(
            taken_by=Coalesce(
                Subquery(newest),
                F("created_by_id"),
                output_field=models.BigIntegerField(),
            )
        ).filter(taken_by__in=_secretariat())

    def _of(self, organisations: frozenset[int], user: "User") -> Q:
        """Of these organisations; the secretariat's also what came with the portal, but
        for what others took in hand and have not sent."""
        own = Q(owner_id__in=organisations)
        if not user.standing.secretariat:
            return own
        every: Any = self.model._default_manager
        is_open = Q(review_state__in=OPEN_STATES)
        taken = every.filter(RECORDED, is_open).taken_by_network().values("pk")
        return own | RECORDED & (~is_open | Q(pk__in=taken))


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
        """With how many steps were written in each, and how many are done."""
        written = ~models.Q(plan_steps__text="")
        done = models.Q(plan_steps__done=True)
        return self.annotate(
            steps_all=models.Count("plan_steps", filter=written),
            steps_done=models.Count("plan_steps", filter=written & done),
        )
