"""Verbs of what is public: publish, correct, hide, show, withdraw; the medians after."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.personal_data import personal_data
from municipio_seguro import rules
from municipio_seguro.choices import (
    PUBLIC_STATES,
    AssessmentKind,
    AssessmentState,
)
from municipio_seguro.horizons import months_after
from municipio_seguro.matrix import CURRENT
from municipio_seguro.medians import COUNTED_MONTHS, median
from municipio_seguro.messages import say
from municipio_seguro.models import Assessment, NetworkMedian, Snapshot
from municipio_seguro.scoring import FORMULA
from municipio_seguro.services.moving import (
    answers_hash,
    digest,
    held,
    move,
    refused_move,
    require,
)
from municipio_seguro.services.snapshots import build_content
from municipio_seguro.withheld import middle_of
from network.choices import Act, PublicKind
from network.models import User
from network.services import audit
from network.services.hiding import note_hidden, note_shown
from network.services.refusals import Refused

STATE = AssessmentState
SHORTEST_REASON = 20
PERSONAL = "G-W08"


@audit.keeps_refusals(Act.ASSESSMENT_PUBLISHED, of="assessment")
@transaction.atomic
def publish(
    *, assessment: Assessment, by: User, sure: Collection[str] = ()
) -> Assessment:
    """Let the world read it: snapshot, permanent address, medians; the one before is
    superseded.

    Raises Refused for another role or state (G-E24), and for texts that seem to hold
    personal data unless «G-W08» is among what somebody is `sure` of.
    """
    current = held(assessment)
    require(rules.may_publish(by, current), current, STATE.PUBLISHED)
    step = current.moves.filter(to_state=STATE.VALIDATED).last()
    if step is None or step.answers_hash != answers_hash(current):
        raise refused_move(
            current, STATE.PUBLISHED, _("answers changed after they were validated")
        )
    _supersede(current)
    before = current.compared_with()
    current.published_at = timezone.now()
    current.slug = current.slug or _free_slug(current)
    current.expires_on = months_after(timezone.localdate(), COUNTED_MONTHS)
    snapshot = build_snapshot(current, by=by, before=before, sure=sure)
    keep_scores(current, snapshot)
    move(
        current,
        STATE.PUBLISHED,
        by=by,
        act=Act.ASSESSMENT_PUBLISHED,
        snapshot=snapshot.sha256,
    )
    keep_medians(current.instrument.instrument.numbers[0])
    return current


def build_snapshot(
    assessment: Assessment,
    *,
    by: User | None,
    before: Assessment | None = None,
    erratum: tuple[str | None, str | None] | None = None,
    sure: Collection[str] = (),
) -> Snapshot:
    """Keep the next revision of what is published, with the hash of all it says.

    A corrected one tells of the same day as the first. Raises Refused when anything in
    it seems to hold personal data of which nobody is `sure` (G-W08).
    """
    last = assessment.snapshots.order_by("-revision").first()
    told = build_content(assessment, before=before, kept=last.content if last else None)
    if PERSONAL not in sure and holds_personal_data([told, *(erratum or ())]):
        raise Refused(say(PERSONAL), code=PERSONAL)
    return Snapshot.objects.create(
        assessment=assessment,
        revision=last.revision + 1 if last else 1,
        content=told,
        sha256=digest(told),
        formula=FORMULA,
        matrix_version=CURRENT,
        erratum_es=erratum[0] if erratum else None,
        erratum_en=erratum[1] if erratum else None,
        built_by=by,
    )


@audit.keeps_refusals(Act.ASSESSMENT_WITHDRAWN, of="assessment")
@transaction.atomic
def withdraw(
    *, assessment: Assessment, by: User, reason_es: str, reason_en: str = ""
) -> Assessment:
    """Take the figures away for good: one side asks, the other does it.

    The page stays with the reason. Asked twice by one side changes nothing. Raises
    Refused without a reason of 20 characters.
    """
    current = held(assessment)
    require(rules.may_withdraw(by, current), current, STATE.WITHDRAWN)
    if len(reason_es.strip()) < SHORTEST_REASON:
        raise Refused(_("Write why it is withdrawn; everybody will read it."))
    side = "mayor" if rules.is_mayor(by, current.municipality) else "network"
    if not current.withdrawal_side:
        current.withdrawal_side, current.withdrawal_asked_by = side, by
        current.reason_es = reason_es.strip()
        current.reason_en = reason_en.strip() or None
        current.save()
        audit.record(Act.ASSESSMENT_WITHDRAWN, by=by, of=current, asked=side)
        return current
    if side == current.withdrawal_side:
        return current
    current.reason_es = reason_es.strip()
    current.reason_en = reason_en.strip() or None
    current.index, current.scores, current.ended_at = None, {}, timezone.now()
    move(current, STATE.WITHDRAWN, by=by, act=Act.ASSESSMENT_WITHDRAWN, note=reason_es)
    _note_hidden(current, by, asked_only=True)
    keep_medians(current.instrument.instrument.numbers[0])
    return current


@audit.keeps_refusals(Act.ASSESSMENT_HIDDEN, of="assessment")
@transaction.atomic
def hide(*, assessment: Assessment, by: User) -> Assessment:
    """Hide it everywhere; pressed again it stays so. Raises Refused."""
    return _set_hidden(assessment, by, hidden=True)


@audit.keeps_refusals(Act.ASSESSMENT_SHOWN, of="assessment")
@transaction.atomic
def show(*, assessment: Assessment, by: User) -> Assessment:
    """Show it to the public again."""
    return _set_hidden(assessment, by, hidden=False)


def keep_medians(major: int) -> list[NetworkMedian]:
    """Make the network's medians of a major version anew, once per publication."""
    # One after the other: who counts second sees what the first published.
    NetworkMedian.objects.get_or_create(
        major=major, dimension="", defaults={"municipalities": 0}
    )
    NetworkMedian.objects.select_for_update().get(major=major, dimension="")
    counted = Assessment.objects.counted().filter(
        instrument__number__startswith=f"{major}."
    )
    values: dict[str, list[Decimal]] = {"": []}
    for index, scores in counted.values_list("index", "scores").iterator():
        values[""].append(index)
        for code, score in scores.items():
            values.setdefault(code, []).append(Decimal(score))
    made = []
    for code, each in values.items():
        row, _new = NetworkMedian.objects.update_or_create(
            major=major,
            dimension=code,
            defaults={
                "value": median(each),
                "municipalities": len(each),
                "made_at": timezone.now(),
            },
        )
        made.append(row)
    gone = NetworkMedian.objects.filter(major=major).exclude(dimension__in=values)
    gone.update(value=None, municipalities=0, made_at=timezone.now())
    return made


def follow_expiry() -> int:
    """Make the medians anew when an assessment left them by its age; how many majors."""
    today = timezone.localdate()
    over = Assessment.objects.filter(
        state=STATE.PUBLISHED, kind=AssessmentKind.FULL, expires_on__lt=today
    )
    majors = {number.split(".")[0] for number in _numbers(over)}
    made = 0
    for major in map(int, majors):
        row = NetworkMedian.objects.filter(major=major, dimension="").first()
        if row is None or timezone.localdate(row.made_at) < today:
            with transaction.atomic():
                keep_medians(major)
            made += 1
    return made


def _numbers(rows: Any) -> set[str]:
    return set(rows.values_list("instrument__number", flat=True))


def _supersede(current: Assessment) -> Assessment | None:
    """The one that was published until now, held and superseded by the system."""
    rows = Assessment.objects.select_for_update(of=("self",))
    before = (
        rows.select_related("municipality", "instrument")
        .filter(
            municipality=current.municipality_id,
            kind=current.kind,
            state=STATE.PUBLISHED,
        )
        .first()
    )
    if before is not None:
        act = Act.ASSESSMENT_SUPERSEDED
        move(before, STATE.SUPERSEDED, by=None, act=act, by_assessment=current.pk)
    return before


def keep_scores(current: Assessment, snapshot: Snapshot) -> None:
    """Copy to the row what lists and medians read of the snapshot."""
    figures = snapshot.content["figures"]
    if figures is None:
        return
    index = middle_of(figures, "index")
    current.index = None if index is None else Decimal(index)
    scores = {
        code: middle_of(each, "score") for code, each in figures["dimensions"].items()
    }
    current.scores = {code: each for code, each in scores.items() if each is not None}


def _free_slug(current: Assessment) -> str:
    """The municipality's own address name with the year, and a number if need be."""
    town = current.municipality.slug
    base = f"{town}-{timezone.localdate():%Y}"
    taken = set(
        Assessment.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    )
    free = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(s for s in free if s not in taken)


def holds_personal_data(told: Any) -> bool:
    """True when any text of what is to be published seems to: all of it is read."""
    if isinstance(told, dict):
        return any(holds_personal_data(each) for each in told.values())
    if isinstance(told, list | tuple):
        return any(holds_personal_data(each) for each in told)
    return isinstance(told, str) and bool(personal_data(told))


def _set_hidden(assessment: Assessment, by: User, *, hidden: bool) -> Assessment:
    current = held(assessment)
    if not rules.may_hide(by, current.municipality):
        raise Refused(_("You cannot hide or show this assessment."))
    if current.state not in (*PUBLIC_STATES, STATE.CONSULTING):
        raise refused_move(current, current.state, _("only what is public is hidden"))
    if (current.hidden_at is not None) == hidden:
        return current
    current.hidden_at = timezone.now() if hidden else None
    current.hidden_by = by if hidden else None
    current.version += 1
    current.save()
    act = Act.ASSESSMENT_HIDDEN if hidden else Act.ASSESSMENT_SHOWN
    audit.record(act, by=by, of=current)
    keep_medians(current.instrument.instrument.numbers[0])
    if hidden:
        _note_hidden(current, by)
    else:
        note_shown(kind=PublicKind.ASSESSMENT, key=str(current.pk))
    return current


def _note_hidden(assessment: Assessment, by: User, *, asked_only: bool = False) -> None:
    note_hidden(
        kind=PublicKind.ASSESSMENT,
        key=str(assessment.pk),
        title=str(assessment),
        owner=assessment.municipality,
        by=by,
        asked_only=asked_only,
    )
