"""Verbs of norms: what one does to another, and that somebody checked it."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused, refuse_doubts
from toolkit import rules
from toolkit.choices import ChangeKind, InstrumentStatus
from toolkit.models import Instrument, InstrumentChange
from toolkit.relating import closes_a_circle, comes_too_early

# What a repeal leaves as it was: a norm that was never in force, or ended by itself.
ENDED = (InstrumentStatus.REPEALED, InstrumentStatus.EXPIRED)
# A worker that rested for longer than this is no ordinary week.
LATELY = datetime.timedelta(days=60)


@audit.keeps_refusals(Act.NORM_CHANGED, of="instrument")
@transaction.atomic
def relate_norms(
    *,
    instrument: Instrument,
    of: Instrument,
    kind: str,
    by: User,
    on: datetime.date | None = None,
    sure: Collection[str] = (),
) -> InstrumentChange:
    """Say that a norm amends or repeals an older one; said again it is changed.

    The older one stands as amended or repealed from that day on. Raises Refused for a
    circle, a day before the older norm was published, or a norm of another country;
    Doubtful (`repealer`) where the repealing norm was itself repealed.
    """
    if not rules.may_keep_norms(by):
        raise Refused(_("Only the secretariat keeps the norms."))
    _hold(instrument, of)
    newer, older = _fresh(instrument), _fresh(of)
    _refuse_impossible(newer, older, on)
    if doubt := doubt_of_change(newer, kind):
        refuse_doubts({"repealer": doubt}, sure)
    change, _made = InstrumentChange.objects.update_or_create(
        by=newer, of=older, defaults={"kind": kind, "on": on}
    )
    _let_stand(older, kind, on)
    audit.record(Act.NORM_CHANGED, by=by, of=newer, other=older.pk, kind=kind)
    return change


@audit.keeps_refusals(Act.NORM_CHANGED, of="instrument")
@transaction.atomic
def part_norms(*, instrument: Instrument, of: Instrument, by: User) -> None:
    """Take back that a norm changes another. How the other stands is left to a person.

    Raises Refused for anybody but the secretariat.
    """
    if not rules.may_keep_norms(by):
        raise Refused(_("Only the secretariat keeps the norms."))
    gone, _rows = InstrumentChange.objects.filter(by=instrument, of=of).delete()
    if gone:
        audit.record(Act.NORM_CHANGED, by=by, of=instrument, other=of.pk, kind="none")


@audit.keeps_refusals(Act.NORM_CHECKED, of="instrument")
@transaction.atomic
def check_norm(
    *, instrument: Instrument, by: User, office: str, on: datetime.date | None = None
) -> Instrument:
    """Say that an office read it against its publication on a day.

    Raises Refused without an office, for a day to come, and for anybody but the
    secretariat.
    """
    if not rules.may_keep_norms(by):
        raise Refused(_("Only the secretariat keeps the norms."))
    day = on or timezone.localdate()
    if day > timezone.localdate():
        raise Refused(_("A check cannot be dated ahead."), code="ahead")
    if not office.strip():
        raise Refused(_("Say which office checked it."), code="office")
    current = Instrument.objects.select_for_update().get(pk=instrument.pk)
    current.checked_on, current.checked_by = day, office.strip()
    current.save()
    audit.record(Act.NORM_CHECKED, by=by, of=current)
    return current


def doubt_of_change(newer: Instrument, kind: str) -> str:
    """Why a change is unlikely, in words; empty when it is not."""
    if kind != ChangeKind.REPEALS or newer.status != InstrumentStatus.REPEALED:
        return ""
    said = _(
        "“%(norm)s” is itself repealed. Say which norm is in force today, or "
        "confirm that it did repeal the other one while it stood."
    )
    return said % {"norm": newer}


def faults_of_change(
    newer: Instrument, older: Instrument, on: datetime.date | None
) -> str:
    """Why a norm cannot change another one, in words; empty when it can."""
    if newer.pk is not None and newer.pk == older.pk:
        return _("A norm cannot amend or repeal itself.")
    if newer.country != older.country:
        return _("These norms are of different countries.")
    dates = {"issued": older.adopted, "published": older.published}
    if comes_too_early(on or newer.published or newer.adopted, dates):
        return _("A norm cannot be amended or repealed before it was published.")
    if newer.pk is None:
        return ""
    edges = InstrumentChange.objects.exclude(by=newer, of=older)
    if closes_a_circle(edges.values_list("by_id", "of_id"), newer.pk, older.pk):
        return _("So the norms would repeal each other in a circle.")
    return ""


def _refuse_impossible(
    newer: Instrument, older: Instrument, on: datetime.date | None
) -> None:
    if fault := faults_of_change(newer, older, on):
        raise Refused(fault, code="change")


def _hold(*instruments: Instrument) -> None:
    """Hold both until the transaction ends, always in the same order."""
    keys = sorted(each.pk for each in instruments)
    rows = Instrument.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    list(rows.values_list("pk", flat=True))


def _fresh(instrument: Instrument) -> Instrument:
    return Instrument.objects.get(pk=instrument.pk)


def let_norms_stand() -> int:
    """Let each norm stand as what was said of it for a day that has come; how many.

    Only for changes of the last weeks: how a norm stood before was left to a person.
    """
    today = timezone.localdate()
    due = InstrumentChange.objects.filter(on__gt=today - LATELY, on__lte=today)
    due = due.exclude(of__status__in=ENDED).exclude(
        kind=ChangeKind.AMENDS, of__status=InstrumentStatus.AMENDED
    )
    changed = 0
    for change in due.select_related("by"):
        with transaction.atomic():
            _hold(change.of)
            _let_stand(_fresh(change.of), change.kind, change.on)
            audit.record(Act.NORM_CHANGED, by=None, of=change.by, other=change.of_id)
        changed += 1
    return changed


def _let_stand(older: Instrument, kind: str, on: datetime.date | None) -> None:
    """As it stands today: what comes later is told by the change itself until then."""
    if older.status in ENDED or (on is not None and on > timezone.localdate()):
        return
    if kind == ChangeKind.AMENDS:
        older.status = InstrumentStatus.AMENDED
    else:
        older.status = InstrumentStatus.REPEALED
        begun = older.in_force_from
        if on is not None and (begun is None or on >= begun):
            older.in_force_to = older.in_force_to or on
    older.save()
