"""What the verbs of an assessment have in common: hold it, refuse, move it, hash it."""

import hashlib
import json
import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.personal_data import personal_data
from municipio_seguro.choices import AssessmentState
from municipio_seguro.messages import say
from municipio_seguro.models import Assessment, AssessmentMove
from network.choices import Act
from network.models import Appointment, Organisation, User
from network.services import audit, refusals
from network.services.refusals import Refused


class Stale(refusals.Stale):
    """Somebody saved it meanwhile: carries what stands now; says it as G-E15."""

    def __init__(self, record: Any, name: str, at: Any) -> None:
        time = timezone.localtime(at).strftime("%H:%M") if at else ""
        super().__init__(record)
        self.said = say("G-E15", name=name or _("Somebody"), time=time)

    def __str__(self) -> str:
        return self.said


def refuse_stale_sheet(
    record: Any, version: int | None, section: str, apart: set[str]
) -> None:
    """Two people may save two sheets of a record; not the same one without seeing both.

    What was saved since that version under one of the names that stand `apart` touched
    nothing that this sheet shows. Raises Stale.
    """
    if version is None or version == record.version:
        return
    since = record.history.filter(version__gt=version)
    others = since.exclude(history_change_reason__in=apart)
    if not section or version > record.version or others.exists():
        name = record.updated_by.get_short_name() if record.updated_by else ""
        raise Stale(record, name, record.updated_at)


def made_before(
    model: Any, municipality: Organisation, client_uuid: uuid.UUID | None
) -> Any:
    """What the same form made already, or nothing. Raises Refused for a form that was
    opened for another municipality."""
    if client_uuid is None:
        return None
    found = model.objects.filter(client_uuid=client_uuid).first()
    if found is not None and found.municipality_id != municipality.pk:
        raise Refused(_("Open the form again: its identifier was already used."))
    return found


def refuse_personal(record: Any, names: Iterable[str], sure: Collection[str]) -> None:
    """Raise Doubtful (G-W08) when these texts of a record, which everybody reads, seem to
    hold personal data and nobody is `sure` that they do not."""
    if any(personal_data(getattr(record, name) or "") for name in names):
        refusals.refuse_doubts({"G-W08": say("G-W08")}, sure)


def held(assessment: Assessment) -> Assessment:
    """The assessment as it stands now, held until the transaction ends.

    Raises Refused for one that is gone.
    """
    rows = Assessment.objects.select_for_update(of=("self",))
    found = (
        rows.select_related("municipality", "instrument")
        .filter(pk=assessment.pk)
        .first()
    )
    if found is None:
        raise Refused(_("It was deleted meanwhile."), code="gone")
    return found


def refused_move(assessment: Assessment, to: str, reason: str) -> Refused:
    """The refusal to move from where it stands, with its reason (G-E24)."""
    names = dict(AssessmentState.choices)
    words = {"from": names[assessment.state], "to": names[to], "reason": reason}
    return Refused(say("G-E24", **words), code="G-E24")


def require(allowed: bool, assessment: Assessment, to: str) -> None:
    """Refuse a move that a rule does not allow: from this state, or by this role."""
    if not allowed:
        raise refused_move(assessment, to, _("not now, or not with your role"))


def answers_hash(assessment: Assessment) -> str:
    """SHA-256 of all answers, the same for the same answers."""
    rows = assessment.answers.order_by("code").values_list(
        "code", "revision", "level", "figure", "not_measured", "not_applicable",
        "na_reason_es", "na_reason_en", "proposed",
    )  # fmt: skip
    return digest([[_plain(value) for value in row] for row in rows])


def digest(value: Any) -> str:
    """SHA-256 of plain values, whatever the order of keys."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int) else str(value)


def move(
    assessment: Assessment,
    to: str,
    *,
    by: User | None,
    act: Act,
    note: str = "",
    **details: Any,
) -> AssessmentMove:
    """Move a held assessment, save it, and tell the trail with the hash of its answers.

    Nobody is the system itself. Called in the transaction of the verb.
    """
    before = assessment.state
    assessment.state = to
    assessment.version += 1
    assessment.updated_by = by
    assessment.save()
    told = answers_hash(assessment)
    step = assessment.moves.create(
        from_state=before,
        to_state=to,
        by=by,
        office=office_of(by, assessment),
        note=note.strip(),
        answers_hash=told,
    )
    audit.record(
        act, by=by, of=assessment, before=before, after=to, answers=told, **details
    )
    return step


def office_of(by: User | None, of: models.Model) -> str:
    """The post in which somebody acts for a municipality, as their appointment has it."""
    if by is None:
        return ""
    town = getattr(of, "municipality_id", None)
    held_here = Appointment.objects.in_force().filter(person=by, organisation=town)
    row = held_here.order_by("pk").first()
    return (row.position or row.get_role_display()) if row else ""
