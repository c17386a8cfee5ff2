"""Adjectives of twinnings, parties, exchanges and commitments."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from network.choices import ReviewState, Sex
from network.rules import WRITERS
from twinnings.choices import CommitmentState, ExchangeStatus

if TYPE_CHECKING:
    from network.models import User


# So long the address of what is corrected says so; then it is one that there is not.
CORRECTION_TOLD_DAYS = 60


def shown_twinning(prefix: str = "") -> Q:
    """Approved, not hidden, of an organisation shown; seen from a relation to it."""
    return Q(
        **{
            f"{prefix}review_state": ReviewState.APPROVED,
            f"{prefix}hidden_at__isnull": True,
            f"{prefix}owner__shown": True,
        }
    )


def shown_alone(prefix: str = "") -> Q:
    """An exchange approved, held, over and past its delay, whatever its twinning is."""
    own = Q(
        **{
            f"{prefix}status": ExchangeStatus.HELD,
            f"{prefix}publish_from__lte": timezone.localdate(),
        }
    )
    return own & shown_twinning(prefix)


def shown_exchange(prefix: str = "") -> Q:
    """The same, of a twinning that is public itself."""
    return shown_alone(prefix) & shown_twinning(f"{prefix}twinning__")


def in_correction(prefix: str = "") -> Q:
    """Public until somebody took it out to correct it, not long ago, and not yet back."""
    since = timezone.now() - datetime.timedelta(days=CORRECTION_TOLD_DAYS)
    return Q(
        **{
            f"{prefix}corrected_since__gte": since,
            f"{prefix}hidden_at__isnull": True,
            f"{prefix}owner__shown": True,
        }
    )


class RecordQuerySet(models.QuerySet):
    """What twinnings and exchanges are asked alike."""

    # From a record to the parties of its twinning.
    to_parties = "parties"

    def kept(self) -> Self:
        """Those that nobody threw away."""
        return self.filter(discarded_at__isnull=True)

    def of_organisations(self, keys: "frozenset[int]") -> Self:
        """Those that the organisations tell of, or take part in as a party."""
        model: Any = self.model
        parties = model._meta.get_field("owner").related_model  # an organisation
        party: Any = parties._meta.get_field("twinning_parties").related_model
        mine = party.objects.filter(organisation__in=keys)
        field = "pk" if self.to_parties == "parties" else "twinning_id"
        taking_part = Q(**{f"{field}__in": mine.values("twinning")})
        return self.filter(Q(owner__in=keys) | taking_part)

    def written_by_organisations_of(self, user: "User") -> Self:
        """Those of the person's organisations and of the municipalities it reviews."""
        standing = user.standing
        return self.kept().of_organisations(
            standing.organisation_ids | standing.reviewed
        )

    def visible_to(self, user: "User") -> Self:
        """What the person may read in the workspace; a partner's drafts are not told."""
        standing = user.standing
        past_draft = ~Q(review_state=ReviewState.DRAFT)
        near = Q(owner_id__in=standing.organisation_ids | standing.reviewed)
        if standing.secretariat:
            near |= Q(published_at__isnull=False) | self._written_by(user)
        if standing.secretariat or standing.editor:
            return self.kept().filter(past_draft | near)
        return self.written_by_organisations_of(user).filter(past_draft | near)

    def in_trash_of(self, user: "User") -> Self:
        """Thrown away, of the organisations the person writes for or reviews."""
        mine = user.standing.holding(WRITERS) | user.standing.reviewed
        near = Q(owner_id__in=mine)
        if user.standing.secretariat:
            near |= self._written_by(user)
        return self.filter(near, discarded_at__isnull=False)

    def _written_by(self, user: "User") -> Q:
        model: Any = self.model
        saved = model.writers.through.objects.filter(user=user)
        return Q(pk__in=saved.values(model._meta.model_name))

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

    def newest_first(self) -> Self:
        """By when they began, those without a date last; the key breaks ties."""
        return self.order_by(F("started").desc(nulls_last=True), "-pk")

    def in_year(self, year: int) -> Self:
        """Those that may have been going on in a year, as far as their dates tell.

        What has no date is in no year; an uncertain one is in each that it may be.
        """
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        same_year = Q(ended__isnull=True, started__gte=first)
        return self.filter(Q(started__lte=last) & (same_year | Q(ended__gte=first)))


class TwinningQuerySet(RecordQuerySet):
    """Twinnings."""

    def public(self) -> Self:
        """Those that the world reads."""
        return self.filter(shown_twinning())

    def being_corrected(self) -> Self:
        """Those whose address says that they are corrected."""
        return self.filter(in_correction())

    def in_country(self, country: str) -> Self:
        """Those with a party of a country."""
        return self.filter(
            pk__in=self._parties().filter(country=country).values("twinning")
        )

    def of_place(self, place_id: int) -> Self:
        """Those in which a place takes part."""
        return self.filter(
            pk__in=self._parties().filter(place=place_id).values("twinning")
        )

    def about(self, theme_id: int) -> Self:
        """Those with a theme of the list."""
        return self.filter(themes=theme_id)

    def in_year(self, year: int) -> Self:
        """Those that may have been going on in a year; an open one goes on."""
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        goes_on = Q(ended__isnull=True)
        return self.filter(Q(started__lte=last) & (goes_on | Q(ended__gte=first)))

    def for_lists(self) -> Self:
        """With what a line of a list shows: its parties, themes, and the two counts."""
        return (
            self.select_related("owner")
            .prefetch_related("parties__place", "parties__organisation", "themes")
            .with_counts()
        )

    def with_counts(self) -> Self:
        """With how many public exchanges and commitments it has, and how many were met."""
        model: Any = self.model
        exchange = model._meta.get_field("exchanges").related_model
        commitment = exchange._meta.get_field("commitments").related_model
        exchanges = exchange.objects.public().filter(twinning=OuterRef("pk"))
        promised = commitment.objects.public().filter(exchange__twinning=OuterRef("pk"))
        met = promised.filter(state=CommitmentState.MET)
        return self.annotate(
            exchanges_count=_counted(exchanges, "twinning"),
            commitments_count=_counted(promised, "exchange__twinning"),
            met_count=_counted(met, "exchange__twinning"),
        )

    def _parties(self) -> Any:
        model: Any = self.model
        return model._meta.get_field("parties").related_model.objects.order_by()


def _counted(rows: Any, by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(how_many=Count("pk"))
    return Coalesce(
        Subquery(counted.values("how_many"), output_field=IntegerField()), 0
    )


class PartyQuerySet(models.QuerySet):
    """Parties of twinnings."""

    def public(self) -> Self:
        """Those of twinnings that the world reads."""
        return self.filter(shown_twinning("twinning__"))

    def named(self) -> Self:
        """Those whose name a source gives."""
        return self.filter(unnamed=0)

    def for_map(self) -> Self:
        """All that arcs are drawn of, in one question; in the order of the twinnings."""
        return self.select_related("place", "organisation", "twinning").order_by(
            "twinning_id", "position", "pk"
        )


class ExchangeQuerySet(RecordQuerySet):
    """Exchanges."""

    to_parties = "twinning__parties"

    def public(self) -> Self:
        """Those that are over, past their delay and approved."""
        return self.filter(shown_exchange())

    def being_corrected(self) -> Self:
        """Those whose address says that they, or their twinning, are corrected."""
        of_twinning = in_correction("twinning__")
        own = in_correction() & (shown_twinning("twinning__") | of_twinning)
        return self.filter(own | shown_alone() & of_twinning)

    def newly_public(self) -> Self:
        """Public ones whose delay was over this week: the search finds them now."""
        since = timezone.localdate() - datetime.timedelta(days=7)
        return self.public().filter(publish_from__gte=since)

    def held(self) -> Self:
        """Those that took place."""
        return self.filter(status=ExchangeStatus.HELD)

    def in_country(self, country: str) -> Self:
        """Those with a party of a country."""
        model: Any = self.model
        twinnings = model._meta.get_field("twinning").related_model.objects
        return self.filter(twinning__in=twinnings.in_country(country).order_by())

    def for_lists(self) -> Self:
        """With what a line of a list shows."""
        return self.select_related("owner", "twinning", "place").with_people()

    def with_people(self) -> Self:
        """With how many took part, women and men, of the figures that may be told."""
        model: Any = self.model
        row: Any = model._meta.get_field("delegation").related_model
        rows = row.objects.filter(exchange=OuterRef("pk"))
        told = rows.filter(hidden=False)
        return self.annotate(
            people=_summed(told),
            women=_summed(told.filter(sex=Sex.WOMEN)),
            men=_summed(told.filter(sex=Sex.MEN)),
            has_hidden=Exists(rows.filter(hidden=True)),
        )


def _summed(rows: Any) -> Subquery:
    """Nothing, where no figure is known: that is not none."""
    summed = rows.order_by().values("exchange").annotate(sum=Sum("people"))
    return Subquery(summed.values("sum"), output_field=IntegerField())


class CommitmentQuerySet(models.QuerySet):
    """Commitments."""

    def public(self) -> Self:
        """Those that somebody who reviews has read, of exchanges that are public."""
        return self.filter(shown_exchange("exchange__"), public=True)

    def overdue(self) -> Self:
        """Open after their day, of exchanges that nobody threw away."""
        return self.filter(
            state=CommitmentState.OPEN,
            due__lt=timezone.localdate(),
            exchange__discarded_at__isnull=True,
        )

    def of_people(self, user: "User") -> Self:
        """Those of exchanges of the person's organisations and of those it reviews."""
        standing = user.standing
        near = Q(exchange__owner__in=standing.organisation_ids | standing.reviewed)
        if standing.secretariat:
            return self.filter(~Q(exchange__review_state=ReviewState.DRAFT) | near)
        return self.filter(near)
