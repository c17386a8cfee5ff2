"""Reads of the network: queryset adjectives that chain."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Sum, When
from django.utils import timezone

from amuprev.foundation.collation import by_name
from network.choices import NOT_DONE, OrganisationKind, ReviewState
from network.rules import PEOPLE_MANAGERS, WRITERS

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

    def with_staff(self) -> Self:
        """Those whose people have accounts: partners log nothing."""
        return self.exclude(kind=OrganisationKind.PARTNER)

    def by_kind(self) -> Self:
        """The network, associations, municipalities; each kind by name."""
        rank = Case(
            *(When(kind=kind, then=n) for n, kind in enumerate(OrganisationKind))
        )
        return self.order_by(rank, by_name())

    def public(self) -> Self:
        """Those shown to the world."""
        return self.filter(shown=True)

    def managed_by(self, user: "User") -> Self:
        """Those whose people this person invites and dismisses."""
        standing = user.standing
        if standing.secretariat:
            return self
        managing = standing.holding(PEOPLE_MANAGERS)
        return self.filter(pk__in=standing.administered | managing)

    def named(self, words: str) -> Self:
        """Those whose name or acronym, in either language, holds these words."""
        if not words:
            return self
        return self.filter(
            Q(acronym__icontains=words)
            | Q(name_es__icontains=words)
            | Q(name_en__icontains=words)
        )

    def with_people_counts(self) -> Self:
        """With how many people have a role there today, and invitations waiting."""
        appointments: Any = self.model._meta.get_field("appointments").related_model
        holders = (
            appointments.objects.in_force()
            .filter(organisation=OuterRef("pk"))
            .order_by()
            .values("organisation")
            .annotate(how_many=models.Count("person", distinct=True))
        )
        return self.annotate(people_count=Subquery(holders.values("how_many")))

    def in_order(self) -> Self:
        """By the name the reader sees."""
        return self.order_by(by_name())


class InvitationQuerySet(models.QuerySet):
    """Invitations to the portal."""

    def waiting(self) -> Self:
        """Neither accepted nor revoked; they may have expired."""
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True)


class HeldPostQuerySet(models.QuerySet):
    """Forms kept for their writers."""

    def waiting(self) -> Self:
        """Neither sent nor past their time."""
        return self.filter(sent_at__isnull=True, expires_at__gt=timezone.now())

    def to_remind(self) -> Self:
        """Waiting, and not set aside by their writer."""
        return self.waiting().filter(set_aside_at__isnull=True)

    def over(self) -> Self:
        """Past their time, or sent more than a day ago."""
        now = timezone.now()
        yesterday = now - datetime.timedelta(days=1)
        return self.filter(Q(expires_at__lte=now) | Q(sent_at__lte=yesterday))


class ActivityQuerySet(models.QuerySet):
    """Prevention activities."""

    def public(self) -> Self:
        """Approved, not hidden, over, past their delay, of an organisation shown."""
        return self.filter(
            review_state=ReviewState.APPROVED,
            hidden_at__isnull=True,
            owner__shown=True,
            publish_from__lte=timezone.localdate(),
        ).exclude(status__in=NOT_DONE)

    def kept(self) -> Self:
        """Those that nobody threw away."""
        return self.filter(discarded_at__isnull=True)

    def discarded(self) -> Self:
        """Drafts in the trash."""
        return self.filter(discarded_at__isnull=False)

    def in_trash_of(self, user: "User") -> Self:
        """Drafts in the trash of the organisations this person writes for."""
        own = user.standing.holding(WRITERS)
        return self.discarded().filter(owner_id__in=own)

    def owned_by(self, organisation_ids: "frozenset[int]") -> Self:
        """Those of the given organisations."""
        return self.kept().filter(owner_id__in=organisation_ids)

    def visible_to(self, user: "User") -> Self:
        """What the person may read in the workspace."""
        standing = user.standing
        own = Q(owner_id__in=standing.organisation_ids)
        past_draft = ~Q(review_state=ReviewState.DRAFT)
        if standing.secretariat:
            return self.kept().filter(own | past_draft)
        return self.kept().filter(
            own | (Q(owner_id__in=standing.reviewed) & past_draft)
        )

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

    def of_association(self, association_id: int) -> Self:
        """Its own, and those of the municipalities it gathers, since it gathers them."""
        gathered = (
            self._related("owner", "affiliations")
            .today()
            .filter(
                Q(valid_from__isnull=True)
                | Q(valid_from__lte=OuterRef("started"))
                | Q(valid_from__lte=OuterRef("ended")),
                association=association_id,
                municipality=OuterRef("owner"),
            )
        )
        return self.filter(Q(owner=association_id) | Exists(gathered))

    def _related(self, *names: str) -> Any:
        """All rows of the model at the end of a chain of relations."""
        model: Any = self.model
        for name in names:
            model = model._meta.get_field(name).related_model
        return model._default_manager.all()

    def _related_through(self) -> Any:
        """Which places took part in which activities."""
        model: Any = self.model
        return model.places.through.objects.all()

    def in_place(self, place_id: int) -> Self:
        """Those of its municipality, and those in which the place took part."""
        took_part = self._related_through().filter(place=place_id)
        return self.filter(
            Q(owner__place=place_id)
            | Q(venue=place_id)
            | Q(pk__in=took_part.values("activity"))
        )

    def in_country(self, country: str) -> Self:
        """Those of its organisations, and those in which its places took part."""
        took_part = self._related_through().filter(place__country=country)
        return self.filter(Q(country=country) | Q(pk__in=took_part.values("activity")))

    def between(self, since: datetime.date | None, until: datetime.date | None) -> Self:
        """Those that happened, in part at least, between two days."""
        found = self
        if since:
            found = found.filter(Q(started__gte=since) | Q(ended__gte=since))
        if until:
            found = found.filter(started__lte=until)
        return found

    def for_public_lists(self) -> Self:
        """With what a public line shows: where, what, and the people that may be told."""
        counts = self._related("counts").filter(activity=OuterRef("pk"))
        told = (
            counts.filter(hidden=False)
            .order_by()
            .values("activity")
            .annotate(sum=Sum("people"))
        )
        return (
            self.select_related("owner__place", "venue", "kind")
            .prefetch_related("places")
            .annotate(
                people=Subquery(told.values("sum")),
                has_hidden=Exists(counts.filter(hidden=True)),
            )
        )

    def newest_first(self) -> Self:
        """By the day they began, newest first; the key breaks ties."""
        return self.order_by("-started", "-pk")
