"""Verbs of the steps of a municipality: answer, show it, and what follows when the
evidence goes."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.uploads import clean_document, storage_name
from network.choices import Act
from network.models import Organisation, User
from network.services import audit
from network.services.refusals import Refused, refuse_stale
from network.services.trash import trash_days
from toolkit.choices import Answer, EvidenceKind
from toolkit.models import CheckEvidence, Step, StepCheck
from toolkit.models.storage import FOLDER, toolkit_storage
from toolkit.services.bodies import refuse_stranger
from toolkit.services.keeping import refuse_names, saved

MOST_EVIDENCE = 10
BATCH = 100


@audit.keeps_refusals(Act.STEP_ANSWERED)
@transaction.atomic
def answer_step(
    *,
    organisation: Organisation,
    step: Step,
    by: User,
    answer: str,
    note: str = "",
    version: int | None = None,
    reference: str = "",
    sure: tuple[str, ...] = (),
) -> StepCheck:
    """Say how far the municipality has come with a step; `reference` says where what
    shows it is kept.

    Raises Stale, Refused for a «yes» that nothing shows and for a stranger, Doubtful
    for a person's name.
    """
    refuse_stranger(organisation, by)
    if answer not in Answer.values:
        raise Refused(_("Choose one of the answers."), code="answer")
    refuse_names(sure, note=note, reference=reference)
    check = _held(organisation, step)
    refuse_stale(check, version)
    if reference.strip():
        _add(check, by, kind=EvidenceKind.REFERENCE, reference=reference.strip())
    if answer == Answer.YES and not check.evidence_count:
        raise Refused(
            _("«Yes» needs what shows it: say where it is kept, or attach it."),
            code="evidence",
        )
    check.answer, check.note = answer, note.strip()
    check.lowered_at = None
    check.answered_by, check.answered_at = by, timezone.now()
    return saved(check, by, Act.STEP_ANSWERED, owner=organisation, answer=answer)


@audit.keeps_refusals(Act.STEP_EVIDENCE)
def add_evidence(
    *,
    organisation: Organisation,
    step: Step,
    by: User,
    upload: UploadedFile | None = None,
    reference: str = "",
    sure: tuple[str, ...] = (),
) -> CheckEvidence:
    """Keep what shows that a step was done: a cleaned file, or where it is kept.

    The same twice is one. Raises Refused with neither, for a stranger or too many;
    ValidationError for a file that is not accepted.
    """
    refuse_stranger(organisation, by)
    refuse_names(sure, reference=reference)
    if upload is None:
        if not reference.strip():
            raise Refused(
                _("Say where it is kept, or attach the file."), code="evidence"
            )
        with transaction.atomic():
            check = _held(organisation, step)
            made = _add(
                check, by, kind=EvidenceKind.REFERENCE, reference=reference.strip()
            )
            _counted(check)
            return made
    return _filed(organisation, step, by, upload, reference.strip())


@audit.keeps_refusals(Act.STEP_EVIDENCE_REMOVED, of="evidence")
@transaction.atomic
def remove_evidence(*, evidence: CheckEvidence, by: User) -> StepCheck:
    """Take a piece of evidence away; it can be brought back for 30 days.

    A «yes» that nothing shows any more becomes «in part», and says so.
    """
    check = _of(evidence, by)
    current = CheckEvidence.objects.select_for_update().get(pk=evidence.pk)
    if current.removed_at is None:
        current.removed_at, current.removed_by = timezone.now(), by
        current.save()
        owner = check.organisation
        audit.record(Act.STEP_EVIDENCE_REMOVED, by=by, of=current, owner=owner)
        _counted(check)
    return check


@audit.keeps_refusals(Act.STEP_EVIDENCE_RESTORED, of="evidence")
@transaction.atomic
def restore_evidence(*, evidence: CheckEvidence, by: User) -> StepCheck:
    """Bring a piece of evidence back; the answer stays as it is until somebody says.

    Raises Refused once its file is gone.
    """
    check = _of(evidence, by)
    current = CheckEvidence.objects.select_for_update().filter(pk=evidence.pk).first()
    if current is None or (current.kind == EvidenceKind.FILE and not current.file):
        raise Refused(_("It is no longer there to be brought back."), code="gone")
    if current.removed_at is not None:
        current.removed_at, current.removed_by = None, None
        current.save()
        owner = check.organisation
        audit.record(Act.STEP_EVIDENCE_RESTORED, by=by, of=current, owner=owner)
        _counted(check)
    return check


def empty_removed() -> int:
    """Delete evidence removed more than 30 days ago, with its file, some at a time; how
    many."""
    emptied = 0
    due = CheckEvidence.objects.filter(removed_at__lt=timezone.now() - trash_days())
    for key in list(due.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        emptied += _emptied(due, key)
    return emptied


def _emptied(due: Any, key: int) -> bool:
    """Delete one piece, unless it was brought back since it was found; its file goes
    once the row is gone for good."""
    with transaction.atomic():
        piece = due.select_for_update().filter(pk=key).first()
        if piece is None:
            return False
        name = piece.file.name
        piece.delete()
    if name:
        toolkit_storage().delete(name)
    return True


def _held(organisation: Organisation, step: Step) -> StepCheck:
    """The check, held; made at the first answer."""
    StepCheck.objects.get_or_create(organisation=organisation, step=step)
    rows = StepCheck.objects.select_for_update()
    return rows.get(organisation=organisation, step=step)


def _of(evidence: CheckEvidence, by: User) -> StepCheck:
    rows = StepCheck.objects.select_for_update(of=("self",))
    check = rows.select_related("organisation").get(pk=evidence.check_of_id)
    refuse_stranger(check.organisation, by)
    return check


def _filed(
    organisation: Organisation, step: Step, by: User, upload: UploadedFile, words: str
) -> CheckEvidence:
    """The file stands before its row does, and goes when there is no row."""
    cleaned = clean_document(upload)
    name = f"{FOLDER}/{storage_name(cleaned.extension)}"
    stored = toolkit_storage().save(name, cleaned.file)
    made = None
    try:
        with transaction.atomic():
            check = _held(organisation, step)
            made = _add(
                check,
                by,
                kind=EvidenceKind.FILE,
                reference=words,
                file=stored,
                content_type=cleaned.content_type,
                sha256=cleaned.sha256,
            )
            _counted(check)
    finally:
        if made is None or made.file.name != stored:
            toolkit_storage().delete(stored)
    return made


def _add(check: StepCheck, by: User, **values: str) -> CheckEvidence:
    """A piece of evidence more; the same one that stands already is it."""
    same = {k: v for k, v in values.items() if k in ("kind", "sha256")}
    if values["kind"] == EvidenceKind.REFERENCE:
        same["reference"] = values["reference"]
    standing = CheckEvidence.objects.standing().filter(check_of=check)
    found = standing.filter(**same).first()
    if found is not None:
        return found
    if standing.count() >= MOST_EVIDENCE:
        said = _("A step has at most %(most)d pieces of evidence.")
        raise Refused(said % {"most": MOST_EVIDENCE})
    made = CheckEvidence.objects.create(check_of=check, added_by=by, **values)
    check.evidence_count = standing.count()
    audit.record(Act.STEP_EVIDENCE, by=by, of=made, owner=check.organisation)
    return made


def _counted(check: StepCheck) -> None:
    """Keep the number of pieces, and lower a «yes» that nothing shows."""
    standing = CheckEvidence.objects.standing().filter(check_of=check)
    check.evidence_count = standing.count()
    if check.answer == Answer.YES and not check.evidence_count:
        check.answer, check.lowered_at = Answer.PARTLY, timezone.now()
    check.version += 1
    check.save()
