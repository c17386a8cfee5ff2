"""Verbs of the life of an assessment before it is published: send, return, validate."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import AssessmentKind, AssessmentState, Validation
from municipio_seguro.findings import blocking
from municipio_seguro.messages import say
from municipio_seguro.models import Assessment, GapReply
from municipio_seguro.models.base import private_storage
from municipio_seguro.services.evidence import store
from municipio_seguro.services.moving import (
    answers_hash,
    held,
    move,
    refused_move,
    require,
)
from municipio_seguro.services.x_ray import findings_of
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused

STATE = AssessmentState
SHORTEST_REPLY = 50
SHORTEST_NOTE = 10


@audit.keeps_refusals(Act.ASSESSMENT_AWAITING, of="assessment")
@transaction.atomic
def send_to_validation(
    *, assessment: Assessment, by: User, comments_answered: str = ""
) -> Assessment:
    """Send a draft whose consultation is over, or a first look, to the mayor's office.

    Raises Refused (G-E24) before the consultation closed, while comments wait for
    their reply, and for a first look with an answer missing (G-E14).
    """
    current = held(assessment)
    require(rules.may_resume(by, current), current, STATE.AWAITING)
    if current.kind == AssessmentKind.FULL:
        running = getattr(current, "consultation", None)
        if running is None or running.closed_at is None:
            raise refused_move(
                current, STATE.AWAITING, _("the people have not been asked yet")
            )
    _refuse_lacking(current)
    if current.comments and len(comments_answered.strip()) < SHORTEST_NOTE:
        raise refused_move(
            current, STATE.AWAITING, _("the comments wait for their reply")
        )
    current.comments_answered = comments_answered.strip()
    current.awaiting_since = timezone.now()
    move(
        current,
        STATE.AWAITING,
        by=by,
        act=Act.ASSESSMENT_AWAITING,
        note=current.comments_answered,
    )
    return current


@audit.keeps_refusals(Act.ASSESSMENT_RETURNED, of="assessment")
@transaction.atomic
def send_back(*, assessment: Assessment, by: User, comments: str) -> Assessment:
    """Return it with comments; what citizens said stays frozen. Raises Refused."""
    current = held(assessment)
    require(rules.may_send_back(by, current), current, STATE.DRAFT)
    if len(comments.strip()) < SHORTEST_NOTE:
        raise Refused(_("Write what should be corrected."), code="comments")
    current.comments, current.comments_answered = comments.strip(), ""
    current.validated_at = current.validated_by = None
    current.validated_how = ""
    _forget_act(current)
    move(
        current,
        STATE.DRAFT,
        by=by,
        act=Act.ASSESSMENT_RETURNED,
        note=current.comments,
    )
    return current


@audit.keeps_refusals(Act.GAP_REPLIED, of="assessment")
@transaction.atomic
def reply_to_gap(
    *, assessment: Assessment, by: User, dimension: str, text_es: str, text_en: str = ""
) -> GapReply:
    """Say why the population sees less, in 50 characters at least. Raises Refused."""
    current = held(assessment)
    if not rules.may_reply(by, current):
        raise Refused(_("Replies can no longer be changed here."))
    if dimension not in current.instrument.instrument.by_code:
        raise Refused(_("Choose one of the dimensions."), code="dimension")
    if len(text_es.strip()) < SHORTEST_REPLY:
        raise Refused(_("Write a reply of at least 50 characters."), code="text")
    row, _new = GapReply.objects.update_or_create(
        assessment=current,
        dimension=dimension,
        defaults={
            "text_es": text_es.strip(),
            "text_en": text_en.strip() or None,
            "by": by,
            "at": timezone.now(),
        },
    )
    audit.record(
        Act.GAP_REPLIED,
        by=by,
        of=row,
        owner=current.municipality,
        dimension=dimension,
    )
    return row


@audit.keeps_refusals(Act.ASSESSMENT_VALIDATED, of="assessment")
@transaction.atomic
def validate(
    *, assessment: Assessment, by: User, seen: str | None = None
) -> Assessment:
    """The mayor's office says that it is so, in the portal; `seen` is the hash of the
    answers they read.

    Raises Refused for another role or state (G-E24), for whoever answered (G-E16), for
    answers that changed since they were read, and for the first finding that blocks.
    """
    current = held(assessment)
    require(rules.may_validate(by, current), current, STATE.VALIDATED)
    if seen is not None:
        _refuse_other(current, seen)
    return _validated(current, by, Validation.IN_PERSON)


@audit.keeps_refusals(Act.ASSESSMENT_ACT_FILED, of="assessment")
def file_act(*, assessment: Assessment, by: User, upload: UploadedFile) -> Assessment:
    """Bring the act that the mayor signed; the association confirms it.

    Raises Refused for a file that is not accepted and when nothing awaits validation.
    """
    stored = store(upload)
    kept = False
    try:
        with transaction.atomic():
            current = held(assessment)
            require(rules.may_file_act(by, current), current, STATE.VALIDATED)
            _forget_act(current)
            current.act_file, current.act_filed_by = stored.name, by
            current.act_hash = answers_hash(current)
            current.version += 1
            current.save()
            audit.record(Act.ASSESSMENT_ACT_FILED, by=by, of=current)
        kept = True
    finally:
        if not kept:
            private_storage().delete(stored.name)
    return current


@audit.keeps_refusals(Act.ASSESSMENT_VALIDATED, of="assessment")
@transaction.atomic
def confirm_act(*, assessment: Assessment, by: User) -> Assessment:
    """The association confirms the signed act, which validates. Refused as validating,
    and when an answer changed after it was brought.
    """
    current = held(assessment)
    require(rules.may_confirm_act(by, current), current, STATE.VALIDATED)
    _refuse_other(current, current.act_hash)
    return _validated(current, by, Validation.SIGNED_ACT)


@audit.keeps_refusals(Act.ASSESSMENT_CANCELLED, of="assessment")
@transaction.atomic
def cancel(*, assessment: Assessment, by: User, reason: str) -> Assessment:
    """End it without a result; responses are deleted after 30 days. Raises Refused."""
    current = held(assessment)
    require(rules.may_cancel(by, current), current, STATE.CANCELLED)
    if len(reason.strip()) < SHORTEST_NOTE:
        raise Refused(_("Write why it is cancelled."), code="reason")
    running = getattr(current, "consultation", None)
    if running is not None and running.closed_at is None:
        running.closed_at, running.secret = timezone.now(), ""
        running.save()
        running.devices.all().delete()
    current.reason_es, current.ended_at = reason.strip(), timezone.now()
    move(
        current,
        STATE.CANCELLED,
        by=by,
        act=Act.ASSESSMENT_CANCELLED,
        note=reason,
    )
    return current


def _validated(current: Assessment, by: User, how: str) -> Assessment:
    if current.writers.filter(pk=by.pk).exists():
        raise Refused(say("G-E16"), code="G-E16")
    _refuse_findings(current)
    current.validated_at, current.validated_by = timezone.now(), by
    current.validated_how = how
    move(current, STATE.VALIDATED, by=by, act=Act.ASSESSMENT_VALIDATED, how=str(how))
    return current


def _refuse_other(current: Assessment, seen: str) -> None:
    """What is validated is what was read, and nothing that came after."""
    if answers_hash(current) != seen:
        raise refused_move(
            current, STATE.VALIDATED, _("answers changed after they were read")
        )


def _refuse_lacking(current: Assessment) -> None:
    """What nobody answered holds up the way on, whatever else may still be mended."""
    for each in blocking(findings_of(current)):
        if each.code == "G-E14":
            raise Refused(each.message, code=each.code)


def _refuse_findings(current: Assessment) -> None:
    found = blocking(findings_of(current))
    if found:
        message = " ".join(each.message for each in found[:3])
        raise Refused(message, code=found[0].code)


def _forget_act(current: Assessment) -> None:
    if name := str(current.act_file.name or ""):
        transaction.on_commit(lambda: private_storage().delete(name))
    current.act_file, current.act_filed_by, current.act_hash = "", None, ""
