"""Verbs of weaknesses: proposed from low answers, or written by the municipality."""

from django.db import transaction
from django.utils import timezone

from municipio_seguro.choices import AssessmentState, WeaknessOrigin
from municipio_seguro.instrument import Indicator
from municipio_seguro.models import Answer, Assessment, Weakness
from network.models import Organisation

LOW = 1
LONGEST = 300


@transaction.atomic
def propose_weaknesses(*, assessment: Assessment) -> list[Weakness]:
    """One weakness for each answer at level 0 or 1; those that rose are ended.

    Said again it changes nothing. They are the municipality's to reword.
    """
    rows = Answer.objects.filter(
        assessment=assessment, proposed=False, level__isnull=False
    )
    found = (weakness_of(assessment, row) for row in rows)
    return [each for each in found if each is not None]


def weakness_of(assessment: Assessment, row: Answer) -> Weakness | None:
    """The weakness that an answer shows; one that it showed before is ended when it
    rose. What an older assessment is corrected to changes nothing of what a newer one
    says. Called in the transaction that saves the answer."""
    if row.level is None:
        return None
    # Two assessments may be written to at once: the municipality's weaknesses are held.
    held = Organisation.objects.select_for_update(of=("self",), no_key=True)
    town = held.get(pk=assessment.municipality_id)
    if _is_answered_since(assessment, row.code):
        return None
    known = Weakness.objects.filter(municipality=town, code=row.code).first()
    if row.level > LOW:
        if known is not None and known.ended_at is None:
            known.ended_at = timezone.now()
            known.save(update_fields=["ended_at"])
        return None
    if known is None:
        known = Weakness(municipality=town, code=row.code, origin=WeaknessOrigin.ANSWER)
    if known.pk is None or known.ended_at is not None:
        indicator = assessment.instrument.instrument.indicators[row.code]
        _word(known, indicator, row.level)
        known.ended_at, known.noted_at = None, timezone.now()
        known.save()
    return known


def _is_answered_since(assessment: Assessment, code: str) -> bool:
    """True when a newer assessment of the municipality that counts says it already."""
    newer = Answer.objects.filter(
        assessment__municipality=assessment.municipality_id,
        assessment__pk__gt=assessment.pk,
        code=code,
        proposed=False,
        level__isnull=False,
    )
    gone = (AssessmentState.CANCELLED, AssessmentState.WITHDRAWN)
    return newer.exclude(assessment__state__in=gone).exists()


def written_weakness(municipality: Organisation, text: str) -> Weakness:
    """A weakness in the municipality's own words; the same words are the same one."""
    words = " ".join(text.split())[:LONGEST]
    own = Weakness.objects.filter(municipality=municipality, code="")
    known = own.filter(text_es__iexact=words, ended_at__isnull=True).first()
    return known or Weakness.objects.create(
        municipality=municipality, origin=WeaknessOrigin.TYPED, text_es=words
    )


def _word(weakness: Weakness, indicator: Indicator, level: int) -> None:
    words = indicator.levels[level]
    weakness.text_es = f"{indicator.label.es}: {words.es}"[:LONGEST]
    weakness.text_en = f"{indicator.label.en}: {words.en}"[:LONGEST]
