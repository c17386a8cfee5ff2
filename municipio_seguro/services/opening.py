"""Verbs that begin an assessment: open it, with the answers of last time proposed."""

import uuid

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import FICTITIOUS_KEY, AssessmentKind, AssessmentState
from municipio_seguro.models import Answer, Assessment
from municipio_seguro.models.answers import AnswerEvidence
from municipio_seguro.services.instruments import offered_instrument
from municipio_seguro.services.moving import answers_hash, office_of
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused

PROPOSED = (
    "level", "figure", "part", "total", "not_measured", "not_applicable",
    "na_reason_es", "na_reason_en",
)  # fmt: skip
COPIED = (
    "title_es", "title_en", "type", "strength", "dated", "ends", "visibility", "file",
    "address", "kept_at", "content_type", "size", "sha256", "added_by", "added_at",
)  # fmt: skip


@audit.keeps_refusals(Act.ASSESSMENT_OPENED)
@transaction.atomic
def open_assessment(
    *,
    municipality: Organisation,
    by: User,
    kind: str = AssessmentKind.FULL,
    client_uuid: uuid.UUID,
) -> tuple[Assessment, bool]:
    """Open an assessment on the instrument offered now, once per form identifier.

    The answers of last time are proposed, and count once somebody confirms them.
    Returns it and whether it is new. Raises Refused when the person may not, when the
    municipality has an open one, and while no instrument is offered.
    """
    existing = Assessment.objects.filter(client_uuid=client_uuid).first()
    if existing is not None and existing.municipality_id == municipality.pk:
        return existing, False
    if existing is not None or not rules.may_open(by, municipality):
        raise Refused(_("You cannot open an assessment of this municipality."))
    version = offered_instrument()
    if version is None:
        raise Refused(_("No version of the instrument is in use yet."))
    last = last_answered(municipality)
    made = Assessment(
        municipality=municipality,
        instrument=version,
        kind=kind,
        client_uuid=client_uuid,
        begun_from=last,
        fictitious=municipality.key == FICTITIOUS_KEY,
        created_by=by,
    )
    again = _kept(made)
    if again is not None:
        return again, False
    _begin(made, last, by)
    audit.record(Act.ASSESSMENT_OPENED, by=by, of=made, kind=kind)
    return made, True


def _begin(made: Assessment, last: Assessment | None, by: User) -> None:
    """Its proposals, and its first step."""
    if last is not None:
        propose_answers(made, last)
    made.moves.create(
        to_state=AssessmentState.DRAFT,
        by=by,
        office=office_of(by, made),
        answers_hash=answers_hash(made),
    )


def _kept(made: Assessment) -> Assessment | None:
    """Save it; the one of the same form that was quicker. Raises Refused for another."""
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        again = Assessment.objects.filter(client_uuid=made.client_uuid).first()
        if again is not None:
            return again
        raise Refused(
            _("This municipality has an open assessment already."), code="open"
        ) from None
    return None


def last_answered(municipality: Organisation) -> Assessment | None:
    """The assessment whose answers are proposed: the last that was not cancelled."""
    rows = Assessment.objects.filter(municipality=municipality)
    kept = rows.exclude(state=AssessmentState.CANCELLED)
    return kept.order_by("-pk").first()


def propose_answers(made: Assessment, last: Assessment) -> int:
    """Copy answers to the same questions, with their evidence, as proposals; how many.

    «Same» is the same code and revision: another meaning is asked anew.
    """
    asked = made.instrument.instrument.indicators
    wanted = {asked[code].key for code in made.codes if code in asked}
    before = last.answers.filter(proposed=False).prefetch_related("evidence")
    copied = 0
    for old in before:
        if old.key not in wanted or old.given is None:
            continue
        answer = Answer(assessment=made, code=old.code, revision=old.revision)
        for name in PROPOSED:
            setattr(answer, name, getattr(old, name))
        answer.proposed = True
        answer.save()
        for piece in old.evidence.all():
            if piece.removed_at is None:
                AnswerEvidence.objects.create(
                    answer=answer, **{name: getattr(piece, name) for name in COPIED}
                )
        copied += 1
    return copied
