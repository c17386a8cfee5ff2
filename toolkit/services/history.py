"""Records of what is known from before the portal: norms, their use, policies."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from toolkit.models import (
    Article,
    Instrument,
    InstrumentChange,
    MunicipalPolicy,
    Step,
    StepNorm,
)

APART = ("articles", "changes")


@transaction.atomic
def record_instrument(
    *, instrument: Instrument | None, values: Mapping[str, Any]
) -> Instrument:
    """Make or rewrite a norm, its articles and what it does to others.

    `articles` are [number, Spanish, English]; `changes` are [kind, key of the other].
    """
    instrument = instrument or Instrument()
    for name, value in values.items():
        if name not in APART:
            setattr(instrument, name, value)
    instrument.save()
    instrument.articles.all().delete()
    for at, (number, spanish, english) in enumerate(values.get("articles", ())):
        Article.objects.create(
            instrument=instrument,
            number=number,
            summary_es=spanish,
            summary_en=english,
            position=at,
        )
    instrument.changes_made.all().delete()
    for kind, other in values.get("changes", ()):
        InstrumentChange.objects.create(
            by=instrument, of_id=other, kind=kind, on=instrument.adopted
        )
    return instrument


@transaction.atomic
def record_step_norms(*, step: Step, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put these norms, and absences of norms, in the place of those of a step."""
    step.norms.all().delete()
    for row in rows:
        StepNorm.objects.create(step=step, **row)


@transaction.atomic
def record_policy(
    *, policy: MunicipalPolicy | None, values: Mapping[str, Any]
) -> MunicipalPolicy:
    """Make or rewrite a policy of the past: public from the start."""
    policy = policy or MunicipalPolicy()
    for name, value in values.items():
        setattr(policy, name, value)
    policy.published_at = policy.published_at or timezone.now()
    policy.save()
    return policy
