"""Records of what the network did before the portal: approved from the start."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from network.choices import COMMUNITY_PARTNERS as NAMED_ONLY_BY_CONSENT
from network.choices import ActivityStatus, PartnerKind, ReviewState
from network.models import (
    Activity,
    ActivityCount,
    ActivityPartner,
    Organisation,
    ReviewStep,
)
from network.services.listing import relist
from network.services.publication import decide_publication

MANY = ("places", "themes", "groups")


@dataclass(frozen=True)
class Count:
    """How many people of a sex and age band a source gives."""

    sex: str
    age_band: str
    people: int


@dataclass(frozen=True)
class Partner:
    """An institution a source names beside the owner."""

    kind: str
    organisation: Organisation | None
    name: str


@transaction.atomic
def record_history(*, activity: Activity | None, values: dict[str, Any]) -> Activity:
    """Make or rewrite an approved record of the past, with all that approval decides.

    Raises Refused when a sensitive record's text names its exact place.
    """
    activity = activity or Activity()
    plain = {
        name: value
        for name, value in values.items()
        if name not in (*MANY, "counts", "partners")
    }
    for name, value in plain.items():
        setattr(activity, name, value)
    activity.country = activity.owner.country
    activity.status = ActivityStatus.CLOSED
    # Saved as a draft first: what approval decides rests on groups and counts.
    activity.review_state = ReviewState.DRAFT
    activity.save()
    for name in MANY:
        getattr(activity, name).set(values.get(name, []))
    _rewrite_counts(activity, values.get("counts", []))
    _rewrite_partners(activity, values.get("partners", []))
    decide_publication(activity)
    activity.review_state = ReviewState.APPROVED
    activity.reviewed_at = activity.reviewed_at or timezone.now()
    activity.save()
    if not activity.steps.exists():
        ReviewStep.objects.create(activity=activity, to_state=ReviewState.APPROVED)
    relist([activity.pk])
    return activity


def _rewrite_counts(activity: Activity, counts: list[Count]) -> None:
    activity.counts.all().delete()
    for count in counts:
        ActivityCount.objects.create(
            activity=activity,
            sex=count.sex,
            age_band=count.age_band,
            people=count.people,
        )


def _rewrite_partners(activity: Activity, partners: list[Partner]) -> None:
    activity.partners.all().delete()
    for partner in partners:
        ActivityPartner.objects.create(
            activity=activity,
            kind=partner.kind,
            organisation=partner.organisation,
            name=partner.name,
            agreed_to_be_named=PartnerKind(partner.kind) not in NAMED_ONLY_BY_CONSENT,
        )
