"""Records of what was done before the portal: published from the start, as short ones."""

import datetime
from dataclasses import dataclass, field
from typing import Any, Self

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from experiences.models import (
    Experience,
    ExperienceMilestone,
    ExperienceOutcome,
    ExperienceStep,
)
from experiences.services.completeness import is_full
from experiences.services.editions import keep_edition
from experiences.services.facets import hold_facets
from experiences.services.sight import keep_in_sight
from network.choices import ReviewState

MANY = ("themes", "groups", "settings", "guide_steps")
# The columns of an outcome that a file tells, by whatever language, and its keys.
TOLD_BY_FILES = frozenset({
    "id", "experience_id", "text", "text_es", "text_en", "evidence",
})  # fmt: skip


@dataclass(frozen=True)
class MilestoneTold:
    """Something dated that a source tells."""

    on: datetime.date
    precision: str
    es: str
    en: str

    @classmethod
    def of(cls, row: Any) -> Self:
        """The same of a stored milestone."""
        return cls(row.on, row.precision, row.text_es, row.text_en)


@dataclass(frozen=True)
class OutcomeTold:
    """An outcome that a source tells, and how strong its evidence is."""

    es: str
    en: str
    evidence: str
    # What its people added to it here: no file tells that.
    added: str = field(default="", repr=False)

    def __str__(self) -> str:
        """By which a load sees whether it is still what the file told."""
        return f"{self!r}{self.added}"

    @classmethod
    def of(cls, row: Any) -> Self:
        """The same of a stored outcome."""
        return cls(row.text_es, row.text_en, row.evidence, _added(row))


def _added(row: ExperienceOutcome) -> str:
    """Effect, cost, evaluation and the rest, where they are not as a file leaves them."""
    bare = ExperienceOutcome()
    told = [
        f"{name}={value}"
        for name in (each.attname for each in row._meta.concrete_fields)
        if name not in TOLD_BY_FILES
        and (value := getattr(row, name)) not in (None, "", getattr(bare, name))
    ]
    return "; ".join(told)


@transaction.atomic
def record_experience(
    *, experience: Experience | None, values: dict[str, Any]
) -> Experience:
    """Make or rewrite a published record of the past; its number is given once."""
    hold_facets()
    if experience is not None:
        keep_edition(experience)
    experience = experience or Experience()
    for name, value in values.items():
        if name not in (*MANY, "milestones", "outcomes"):
            setattr(experience, name, value)
    experience.country = experience.owner.country
    experience.review_state = ReviewState.APPROVED
    # A correction that waits in the trash began from other words than these.
    experience.reviewed_at = timezone.now()
    experience.published_at = experience.published_at or timezone.now()
    if experience.position is None:
        last = Experience.objects.aggregate(last=Max("position"))["last"] or 0
        experience.position = last + 1
    experience.full = is_full(experience)
    experience.save()
    for name in MANY:
        getattr(experience, name).set(values.get(name, []))
    if experience.owner.place_id:
        experience.places.add(experience.owner.place_id)
    _rewrite(experience, values)
    if not experience.steps.exists():
        ExperienceStep.objects.create(
            experience=experience, to_state=ReviewState.APPROVED
        )
    keep_edition(experience)
    keep_in_sight(experience)
    return experience


def _rewrite(experience: Experience, values: dict[str, Any]) -> None:
    experience.milestones.all().delete()
    for milestone in values.get("milestones", []):
        ExperienceMilestone.objects.create(
            experience=experience,
            on=milestone.on,
            precision=milestone.precision,
            text_es=milestone.es,
            text_en=milestone.en,
        )
    experience.outcomes.all().delete()
    for outcome in values.get("outcomes", []):
        ExperienceOutcome.objects.create(
            experience=experience,
            text_es=outcome.es,
            text_en=outcome.en,
            evidence=outcome.evidence,
        )
