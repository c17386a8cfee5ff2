"""Verbs of review: each checks the rule, moves the state, records it and tells people."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network import rules
from network.choices import ReviewState
from network.models import Activity, ReviewStep, User
from network.services import mail
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
    _move(current, ReviewState.SUBMITTED, by=by)
    transaction.on_commit(lambda: mail.tell_reviewers(current), robust=True)
    return current


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
    _move(current, ReviewState.RETURNED, by=by, note=note.strip())
    transaction.on_commit(lambda: mail.tell_writers(current, "returned"), robust=True)
    return current


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
    _move(current, ReviewState.APPROVED, by=by)
    transaction.on_commit(lambda: mail.tell_writers(current, "approved"), robust=True)
    return current


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
            approved.append(approve_activity(activity=activity, by=by, version=read))
        except Refused as refusal:
            refused.append((activity, str(refusal)))
    return approved, refused


@transaction.atomic
def withdraw_activity(*, activity: Activity, by: User, note: str = "") -> Activity:
    """Take an approved activity out of the public for good, or to correct it."""
    current = _locked(activity)
    if not rules.may_withdraw_activity(by, current):
        raise Refused(_("Only an approved activity can be withdrawn."))
    _move(current, ReviewState.WITHDRAWN, by=by, note=note.strip())
    transaction.on_commit(lambda: mail.tell_writers(current, "withdrawn"), robust=True)
    return current


@transaction.atomic
def reopen_activity(*, activity: Activity, by: User) -> Activity:
    """Take a submitted or withdrawn activity back as a draft to correct it."""
    current = _locked(activity)
    if not rules.may_reopen_activity(by, current):
        raise Refused(_("This activity cannot be taken back now."))
    current.hidden_at = current.hidden_by = None
    _move(current, ReviewState.DRAFT, by=by)
    return current


@transaction.atomic
def hide_activity(*, activity: Activity, by: User) -> Activity:
    """Hide an approved activity everywhere at once; pressed again it stays hidden."""
    current = _locked(activity)
    if not rules.may_hide_activity(by, current):
        raise Refused(_("Only an approved activity can be hidden."))
    if current.hidden_at is None:
        current.hidden_at, current.hidden_by = timezone.now(), by
        _keep_and_record(current, by=by, note=_("Hidden from the public"))
    return current


@transaction.atomic
def show_activity(*, activity: Activity, by: User) -> Activity:
    """Show a hidden activity to the public again."""
    current = _locked(activity)
    if not rules.may_hide_activity(by, current):
        raise Refused(_("Only an approved activity can be hidden."))
    if current.hidden_at is not None:
        current.hidden_at = current.hidden_by = None
        _keep_and_record(current, by=by, note=_("Shown to the public again"))
    return current


def _keep_and_record(activity: Activity, *, by: User, note: str) -> None:
    activity.version += 1
    activity.save()
    _record(activity, activity.review_state, by=by, note=note)


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


def _move(activity: Activity, state: str, *, by: User, note: str = "") -> None:
    before = activity.review_state
    activity.review_state = state
    activity.version += 1
    activity.save()
    _record(activity, before, by=by, note=note)


def _record(activity: Activity, before: str, *, by: User, note: str) -> None:
    ReviewStep.objects.create(
        activity=activity,
        from_state=before,
        to_state=activity.review_state,
        by=by,
        note=note,
    )
