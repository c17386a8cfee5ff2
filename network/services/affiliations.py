"""Verbs of a municipality's belonging to associations; one of them reviews it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import Affiliation, Organisation, User
from network.services import audit
from network.services.listing import keep_in_step, relist_of
from network.services.refusals import Refused


@dataclass
class Outcome:
    """What joining municipalities to an association changed, and what it left."""

    joined: list[Organisation] = field(default_factory=list)
    already: list[Organisation] = field(default_factory=list)
    reviewed_elsewhere: list[Organisation] = field(default_factory=list)


@audit.keeps_refusals(Act.AFFILIATION_SAVED, of="association")
@transaction.atomic
def affiliate_municipalities(
    *,
    association: Organisation,
    municipalities: Iterable[Organisation],
    by: User,
    reviews: bool,
    valid_from: datetime.date | None = None,
    source: str = "",
) -> Outcome:
    """Join municipalities to an association, all of them or none.

    Who reviews a municipality stays single: one that another association reviews
    joins without passing to this one. Raises Refused for anyone but the secretariat.
    """
    _refuse_others(by)
    if not association.is_association:
        raise Refused(_("Municipalities join associations."))
    outcome = Outcome()
    for municipality in municipalities:
        _affiliate(
            outcome,
            municipality=municipality,
            association=association,
            reviews=reviews,
            dates=(valid_from, source),
        )
    for municipality in outcome.joined:
        relist_of(municipality)
    audit.record(
        Act.AFFILIATION_SAVED,
        by=by,
        of=association,
        joined=[each.key for each in outcome.joined],
        reviews=reviews,
    )
    return outcome


@audit.keeps_refusals(Act.AFFILIATION_SAVED, of="affiliation")
@transaction.atomic
def end_affiliation(
    *, affiliation: Affiliation, by: User, last_day: datetime.date | None = None
) -> Affiliation:
    """End a municipality's belonging on a day, today unless told otherwise."""
    _refuse_others(by)
    current = Affiliation.objects.select_for_update().get(pk=affiliation.pk)
    if current.valid_to is not None:
        raise Refused(_("This affiliation has already ended."))
    current.valid_to = last_day or timezone.localdate()
    if current.valid_from and current.valid_to < current.valid_from:
        raise Refused(_("The end cannot be before the start."))
    current.save()
    keep_in_step(current)
    audit.record(Act.AFFILIATION_SAVED, by=by, of=current, ended=True)
    return current


@audit.keeps_refusals(Act.AFFILIATION_SAVED, of="affiliation")
@transaction.atomic
def make_reviewer(*, affiliation: Affiliation, by: User) -> Affiliation:
    """Let this association review the municipality, and no other any longer."""
    _refuse_others(by)
    current = Affiliation.objects.select_for_update().get(pk=affiliation.pk)
    today = timezone.localdate()
    if current.valid_to is not None and current.valid_to < today:
        raise Refused(_("This affiliation has already ended."))
    others = _open(current.municipality, today).filter(reviews=True)
    for other in others.exclude(pk=current.pk):
        other.reviews = False
        other.save()
    current.reviews = True
    current.save()
    audit.record(Act.AFFILIATION_SAVED, by=by, of=current, reviews=True)
    return current


def _affiliate(
    outcome: Outcome,
    *,
    municipality: Organisation,
    association: Organisation,
    reviews: bool,
    dates: tuple[datetime.date | None, str],
) -> None:
    valid_from, source = dates
    day = valid_from or timezone.localdate()
    # Only its own rows: their order joins the organisations, which must stay free.
    open_ones = list(_open(municipality, day).select_for_update(of=("self",)))
    reviewed = [row for row in open_ones if row.reviews]
    elsewhere = any(row.association_id != association.pk for row in reviewed)
    own = next((row for row in open_ones if row.association_id == association.pk), None)
    if reviews and elsewhere:
        outcome.reviewed_elsewhere.append(municipality)
    takes_review = reviews and not reviewed
    if own is None:
        Affiliation.objects.create(
            municipality=municipality,
            association=association,
            reviews=takes_review,
            valid_from=valid_from,
            source=source,
        )
        outcome.joined.append(municipality)
        return
    outcome.already.append(municipality)
    if takes_review:
        own.reviews = True
        own.save()


def _open(municipality: Organisation, day: datetime.date) -> QuerySet[Affiliation]:
    return Affiliation.objects.filter(municipality=municipality).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    )


def _refuse_others(by: User) -> None:
    if not (by.is_superuser or by.standing.secretariat):
        raise Refused(_("Only the secretariat changes affiliations."))
