"""Verbs of the editors: send, return with notes, publish, withdraw, reopen, hide, show."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules, tasks
from experiences.choices import Section
from experiences.models import Experience, SectionState
from experiences.services.completeness import is_full, missing_to_submit
from experiences.services.corrections import open_correction, take_over
from experiences.services.editions import keep_edition
from experiences.services.facets import hold_facets
from experiences.services.hidden_pictures import keep_hidden
from experiences.services.meanwhile import locked, refuse_unread
from experiences.services.moving import (
    decided,
    moved,
    refuse_own_or_other,
    set_hidden,
    told_hidden,
)
from experiences.services.sight import keep_in_sight
from experiences.services.slugs import free_slug
from experiences.services.writing import who_answers
from network.choices import Act, PublicKind, ReviewState
from network.models import User
from network.services import audit
from network.services.hiding import note_shown
from network.services.refusals import Refused


@audit.keeps_refusals(Act.EXPERIENCE_SUBMITTED, of="experience")
@transaction.atomic
def submit_experience(*, experience: Experience, by: User) -> Experience:
    """Send a draft or returned experience to the editors; the same press twice is one.

    Raises Refused when the person may not, or something required is missing.
    """
    current = locked(experience)
    if current.review_state == ReviewState.SUBMITTED and rules.may_read(by, current):
        return current
    if not rules.may_submit(by, current):
        raise Refused(_("This experience cannot be sent now."))
    _refuse_missing(current)
    # The municipality may have joined an association since it began to write.
    current.association = current.association or who_answers(current.owner)
    current.submitted_at = timezone.now()
    _move(current, ReviewState.SUBMITTED, by=by, act=Act.EXPERIENCE_SUBMITTED)
    return current


@audit.keeps_refusals(Act.EXPERIENCE_RETURNED, of="experience")
@transaction.atomic
def return_experience(
    *,
    experience: Experience,
    by: User,
    notes: Mapping[str, str],
    version: int | None = None,
    note: str = "",
) -> Experience:
    """Return it with a note for each section that needs work, and one for the whole.

    Raises Refused without any note, and when it is not the version that was read.
    """
    current = _reviewable(experience, by, version)
    asked = {Section(key): text.strip() for key, text in notes.items() if text.strip()}
    if not asked and not note.strip():
        raise Refused(_("Write what should be corrected."))
    current.section_states.update(note="", noted_at=None)
    for section, text in asked.items():
        SectionState.objects.update_or_create(
            experience=current,
            section=section,
            defaults={"note": text, "noted_at": timezone.now()},
        )
    current.review_note = note.strip()
    decided(current, by)
    _move(
        current,
        ReviewState.RETURNED,
        by=by,
        act=Act.EXPERIENCE_RETURNED,
        note=note.strip(),
    )
    return current


@audit.keeps_refusals(Act.EXPERIENCE_PUBLISHED, of="experience")
@transaction.atomic
def publish_experience(
    *,
    experience: Experience,
    by: User,
    version: int | None = None,
    original: int | None = None,
) -> Experience:
    """Publish what was sent; its address and its number are given once, for ever.

    Raises Refused when the person wrote it, read another version of it or, as
    `original`, of what it corrects, or something that the public must find is missing.
    """
    hold_facets()
    current = _reviewable(experience, by, version)
    _refuse_missing(current)
    if current.corrects is not None:
        return _publish_correction(current, current.corrects, by, original)
    current.full = is_full(current)
    current.section_states.update(note="", noted_at=None)
    current.review_note = ""
    if current.position is None:
        last = Experience.objects.aggregate(last=Max("position"))["last"] or 0
        current.position = last + 1
        current.published_at = timezone.now()
        current.slug = free_slug(current, unless=current.position)
    keep_hidden(current)
    current.publish_from = timezone.localdate()
    decided(current, by)
    _move(current, ReviewState.APPROVED, by=by, act=Act.EXPERIENCE_PUBLISHED)
    keep_edition(current)
    keep_in_sight(current)
    return current


def _publish_correction(
    correction: Experience, published: Experience, by: User, read: int | None
) -> Experience:
    """From now on the world reads what the correction says, at the same address."""
    original = locked(published)
    was_public = original.review_state == ReviewState.APPROVED
    refuse_unread(correction, original, read)
    keep_edition(original)
    take_over(original, correction)
    keep_hidden(original)
    original.full = is_full(original)
    original.publish_from = timezone.localdate()
    decided(original, by)
    note = _("The corrected version was published.")
    _move(
        original, ReviewState.APPROVED, by=by, act=Act.EXPERIENCE_PUBLISHED, note=note
    )
    keep_edition(original)
    keep_in_sight(original)
    if not was_public and original.hidden_at is None:
        note_shown(kind=PublicKind.EXPERIENCE, key=str(original.pk))
    return original


@audit.keeps_refusals(Act.EXPERIENCE_WITHDRAWN, of="experience")
@transaction.atomic
def withdraw_experience(
    *, experience: Experience, by: User, note: str = ""
) -> Experience:
    """Take a published experience out of the public, for good or to correct it."""
    hold_facets()
    current = locked(experience)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only a published experience can be withdrawn."))
    _move(
        current,
        ReviewState.WITHDRAWN,
        by=by,
        act=Act.EXPERIENCE_WITHDRAWN,
        note=note.strip(),
    )
    keep_in_sight(current)
    told_hidden(current, PublicKind.EXPERIENCE, by, asked_only=True)
    return current


@audit.keeps_refusals(Act.EXPERIENCE_REOPENED, of="experience")
@transaction.atomic
def reopen_experience(*, experience: Experience, by: User) -> Experience:
    """Take what was sent or withdrawn back as a draft to correct it."""
    current = locked(experience)
    if not rules.may_reopen(by, current):
        raise Refused(_("This experience cannot be taken back now."))
    if open_correction(current) is not None:
        raise Refused(_("A corrected version is being written: go on with that one."))
    if current.review_state == ReviewState.WITHDRAWN:
        keep_edition(current)
    current.hidden_at = current.hidden_by = None
    _move(current, ReviewState.DRAFT, by=by, act=Act.EXPERIENCE_REOPENED)
    note_shown(kind=PublicKind.EXPERIENCE, key=str(current.pk))
    return current


@audit.keeps_refusals(Act.EXPERIENCE_HIDDEN, of="experience")
@transaction.atomic
def hide_experience(*, experience: Experience, by: User) -> Experience:
    """Hide a published experience everywhere; pressed again it stays hidden."""
    return _set_hidden(experience, by, hidden=True)


@audit.keeps_refusals(Act.EXPERIENCE_SHOWN, of="experience")
@transaction.atomic
def show_experience(*, experience: Experience, by: User) -> Experience:
    """Show a hidden experience to the public again."""
    return _set_hidden(experience, by, hidden=False)


def _set_hidden(experience: Experience, by: User, *, hidden: bool) -> Experience:
    hold_facets()
    current = locked(experience)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only a published experience can be hidden or shown."))
    if (current.hidden_at is not None) == hidden:
        return current
    act = Act.EXPERIENCE_HIDDEN if hidden else Act.EXPERIENCE_SHOWN
    set_hidden(current, by, hidden=hidden, act=act)
    keep_in_sight(current)
    if hidden:
        told_hidden(current, PublicKind.EXPERIENCE, by)
    else:
        note_shown(kind=PublicKind.EXPERIENCE, key=str(current.pk))
    return current


def _reviewable(experience: Experience, by: User, version: int | None) -> Experience:
    current = locked(experience)
    refuse_own_or_other(
        current,
        by,
        version,
        waits=rules.may_review(by, current),
        unless=_("This experience is not waiting for your review."),
    )
    return current


def _refuse_missing(experience: Experience) -> None:
    missing = missing_to_submit(experience)
    if missing:
        sentences = [each for found in missing.values() for each in found]
        raise Refused(" ".join(sentences), code="missing")


def _move(
    experience: Experience, state: str, *, by: User, act: Act, note: str = ""
) -> None:
    step = moved(experience, state, by=by, act=act, note=note)
    tasks.tell_of_experience.enqueue(step.pk)
