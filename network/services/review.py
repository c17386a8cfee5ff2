"""Verbs of review: each checks the rule, moves the state, records it and tells people."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from network import rules, tasks
from network.choices import Act, PublicKind, ReviewState
from network.models import Activity, ReviewStep, User
from network.services import audit
from network.services.hiding import note_hidden, note_shown
from network.services.listing import relist
from network.services.marks import marks_of
from network.services.publication import decide_publication
from network.services.refusals import Refused


def missing_to_submit(activity: Activity) -> dict[str, str]:
    """What the clerk must still say, by field, in words that say what to do."""
    missing = {}
    if not activity.kind:
        missing["kind"] = _("Choose what was done.")
    elif activity.kind.key == "other" and not activity.other_kind:
        missing["other_kind"] = _("Write what was done.")
    if not activity.started:
        missing["started"] = _("Write the date of the activity.")
    if not (activity.what_happened_es or "").strip():
        missing["what_happened"] = _("Write in one or two lines what happened.")
    return missing


@audit.keeps_refusals(Act.ACTIVITY_SUBMITTED, of="activity")
@transaction.atomic
def submit_activity(*, activity: Activity, by: User) -> Activity:
    """Send a draft or returned activity to review; the same press twice is one.

    Raises Refused when the person may not, or something required is missing.
    """
    current = _locked(activity)
    if current.review_state == ReviewState.SUBMITTED and rules.may_read_activity(
        by, current
    ):
        return current
    if not rules.may_submit_activity(by, current):
        raise Refused(_("This activity cannot be sent to review now."))
    missing = missing_to_submit(current)
    if missing:
        raise Refused(" ".join(missing.values()))
    current.submitted_at = timezone.now()
    _move(current, ReviewState.SUBMITTED, by=by, act=Act.ACTIVITY_SUBMITTED)
    return current


def unanswered_note(activity: Activity) -> str:
    """What the review asked of a returned activity in which nothing changed since."""
    if activity.review_state != ReviewState.RETURNED or activity.reviewed_at is None:
        return ""
    before: Any = Activity.history.filter(  # type: ignore[attr-defined]  # simple_history adds it
        id=activity.pk, version=activity.version - 1
    )
    if not before.filter(review_state=ReviewState.SUBMITTED).exists():
        return ""
    pieces = activity.evidence.filter(
        Q(uploaded_at__gt=activity.reviewed_at) | Q(removed_at__gt=activity.reviewed_at)
    )
    return "" if pieces.exists() else activity.review_note


@audit.keeps_refusals(Act.ACTIVITY_RETURNED, of="activity")
@transaction.atomic
def return_activity(
    *, activity: Activity, by: User, note: str, version: int | None = None
) -> Activity:
    """Return a submitted activity with a note.

    Raises Refused without one, and when it is not the version that was read.
    """
    current = _reviewable(activity, by, version)
    if not note.strip():
        raise Refused(_("Write what should be corrected."))
    current.review_note = note.strip()
    _decided(current, by)
    _move(
        current,
        ReviewState.RETURNED,
        by=by,
        act=Act.ACTIVITY_RETURNED,
        note=note.strip(),
    )
    return current


@audit.keeps_refusals(Act.ACTIVITY_APPROVED, of="activity")
@transaction.atomic
def approve_activity(
    *,
    activity: Activity,
    by: User,
    corrections: dict | None = None,
    version: int | None = None,
) -> Activity:
    """Approve a submitted activity: it becomes public once over and past its delay.

    Small numbers of sensitive groups are decided here, once. Raises Refused when
    the person wrote it, does not review its organisation, or read another version.
    """
    current = _reviewable(activity, by, version)
    _correct(current, corrections or {})
    decide_publication(current)
    current.review_note = ""
    _decided(current, by)
    _move(current, ReviewState.APPROVED, by=by, act=Act.ACTIVITY_APPROVED)
    return current


def approve_unopened(
    *, activity: Activity, by: User, version: int | None = None
) -> Activity:
    """Approve without opening it; raises Refused where something must be read first."""
    if marks_of(activity):
        raise Refused(
            _(
                "Open it and read it whole before you approve it: it seems to hold "
                "personal data or a figure that gives another away, or its day has not "
                "come yet."
            ),
            code="marks",
        )
    return approve_activity(activity=activity, by=by, version=version)


def approve_activities(
    *,
    activities: Iterable[Activity],
    by: User,
    versions: Mapping[int, int | None] | None = None,
) -> tuple[list[Activity], list[tuple[Activity, str]]]:
    """Approve several; returns the approved ones and those refused with the reason."""
    approved, refused = [], []
    for activity in activities:
        read = (versions or {}).get(activity.pk)
        try:
            approved.append(approve_unopened(activity=activity, by=by, version=read))
        except Refused as refusal:
            refused.append((activity, str(refusal)))
    return approved, refused


@audit.keeps_refusals(Act.ACTIVITY_WITHDRAWN, of="activity")
@transaction.atomic
def withdraw_activity(*, activity: Activity, by: User, note: str = "") -> Activity:
    """Take an approved activity out of the public for good, or to correct it."""
    current = _locked(activity)
    if not rules.may_withdraw_activity(by, current):
        raise Refused(_("Only an approved activity can be withdrawn."))
    _move(
        current,
        ReviewState.WITHDRAWN,
        by=by,
        act=Act.ACTIVITY_WITHDRAWN,
        note=note.strip(),
    )
    _note_hidden(current, by, asked_only=True)
    return current


@audit.keeps_refusals(Act.ACTIVITY_REOPENED, of="activity")
@transaction.atomic
def reopen_activity(*, activity: Activity, by: User) -> Activity:
    """Take a submitted or withdrawn activity back as a draft to correct it."""
    current = _locked(activity)
    if not rules.may_reopen_activity(by, current):
        raise Refused(_("This activity cannot be taken back now."))
    current.hidden_at = current.hidden_by = None
    _move(current, ReviewState.DRAFT, by=by, act=Act.ACTIVITY_REOPENED)
    note_shown(kind=PublicKind.ACTIVITY, key=str(current.pk))
    return current


@audit.keeps_refusals(Act.ACTIVITY_HIDDEN, of="activity")
@transaction.atomic
def hide_activity(*, activity: Activity, by: User) -> Activity:
    """Hide an approved activity everywhere at once; pressed again it stays hidden."""
    current = _locked(activity)
    if not rules.may_hide_activity(by, current):
        raise Refused(_("Only an approved activity can be hidden."))
    if current.hidden_at is None:
        current.hidden_at, current.hidden_by = timezone.now(), by
        _keep_and_record(
            current, by=by, act=Act.ACTIVITY_HIDDEN, note=_("Hidden from the public")
        )
        _note_hidden(current, by)
    return current


@audit.keeps_refusals(Act.ACTIVITY_SHOWN, of="activity")
@transaction.atomic
def show_activity(*, activity: Activity, by: User) -> Activity:
    """Show a hidden activity to the public again."""
    current = _locked(activity)
    if not rules.may_hide_activity(by, current):
        raise Refused(_("Only an approved activity can be hidden."))
    if current.hidden_at is not None:
        current.hidden_at = current.hidden_by = None
        _keep_and_record(
            current,
            by=by,
            act=Act.ACTIVITY_SHOWN,
            note=_("Shown to the public again"),
        )
        note_shown(kind=PublicKind.ACTIVITY, key=str(current.pk))
    return current


def _note_hidden(activity: Activity, by: User, *, asked_only: bool = False) -> None:
    note_hidden(
        kind=PublicKind.ACTIVITY,
        key=str(activity.pk),
        title=activity.title or activity.number,
        owner=activity.owner,
        by=by,
        asked_only=asked_only,
    )


def _keep_and_record(activity: Activity, *, by: User, act: Act, note: str) -> None:
    activity.version += 1
    activity.save()
    relist([activity.pk])
    _record(activity, activity.review_state, by=by, act=act, note=note)


def _locked(activity: Activity) -> Activity:
    return Activity.objects.select_for_update().get(pk=activity.pk)


def _reviewable(activity: Activity, by: User, version: int | None) -> Activity:
    current = _locked(activity)
    if current.was_written_by(by):
        raise Refused(
            _("Nobody approves what they wrote: ask a colleague to review it.")
        )
    if not rules.may_review_activity(by, current):
        raise Refused(_("This activity is not waiting for your review."))
    if version is not None and version != current.version:
        raise Refused(
            _("It changed since you opened it: read it again before you decide.")
        )
    return current


def _decided(activity: Activity, by: User) -> None:
    activity.reviewed_by = by
    activity.reviewed_at = timezone.now()


def _correct(activity: Activity, corrections: dict) -> None:
    """Write a reviewer's corrections of the classification; the text stays its author's."""
    for name, value in corrections.items():
        if name in ("themes", "groups"):
            getattr(activity, name).set(value)
        else:
            setattr(activity, name, value)


def _move(
    activity: Activity, state: str, *, by: User, act: Act, note: str = ""
) -> None:
    before = activity.review_state
    activity.review_state = state
    activity.version += 1
    activity.save()
    if ReviewState.APPROVED in (before, state):
        relist([activity.pk])
    step = _record(activity, before, by=by, act=act, note=note)
    tasks.tell_of_step.enqueue(step.pk)


def _record(
    activity: Activity, before: str, *, by: User, act: Act, note: str
) -> ReviewStep:
    step = ReviewStep.objects.create(
        activity=activity,
        from_state=before,
        to_state=activity.review_state,
        by=by,
        note=note,
    )
    after = activity.review_state
    audit.record(act, by=by, of=activity, before=before, after=after)
    return step
