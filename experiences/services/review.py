"""Verbs of the editors: send, return with notes, publish, withdraw, reopen, hide, show."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from experiences import rules
from experiences.choices import Section
from experiences.models import Experience, ExperienceStep, SectionState
from experiences.services.completeness import is_full, missing_to_submit
from experiences.services.facets import hold_facets, keep_facets
from network.choices import Act, ReviewState
from network.models import User
from network.services import audit
from network.services.refusals import Refused

LONGEST_SLUG = 90


@audit.keeps_refusals(Act.EXPERIENCE_SUBMITTED, of="experience")
@transaction.atomic
def submit_experience(*, experience: Experience, by: User) -> Experience:
    """Send a draft or returned experience to the editors; the same press twice is one.

    Raises Refused when the person may not, or something required is missing.
    """
    current = _locked(experience)
    if current.review_state == ReviewState.SUBMITTED and rules.may_read(by, current):
        return current
    if not rules.may_submit(by, current):
        raise Refused(_("This experience cannot be sent now."))
    _refuse_missing(current)
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
    _decided(current, by)
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
    *, experience: Experience, by: User, version: int | None = None
) -> Experience:
    """Publish what was sent; its address and its number are given once, for ever.

    Raises Refused when the person wrote it, read another version, or something that
    the public must find is missing.
    """
    hold_facets()
    current = _reviewable(experience, by, version)
    _refuse_missing(current)
    current.full = is_full(current)
    current.section_states.update(note="", noted_at=None)
    current.review_note = ""
    if current.position is None:
        last = Experience.objects.aggregate(last=Max("position"))["last"] or 0
        current.position = last + 1
        current.published_at = timezone.now()
        current.slug = _free_slug(current)
    current.publish_from = timezone.localdate()
    _decided(current, by)
    _move(current, ReviewState.APPROVED, by=by, act=Act.EXPERIENCE_PUBLISHED)
    keep_facets(current)
    return current


@audit.keeps_refusals(Act.EXPERIENCE_WITHDRAWN, of="experience")
@transaction.atomic
def withdraw_experience(
    *, experience: Experience, by: User, note: str = ""
) -> Experience:
    """Take a published experience out of the public, for good or to correct it."""
    hold_facets()
    current = _locked(experience)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only a published experience can be withdrawn."))
    _move(
        current,
        ReviewState.WITHDRAWN,
        by=by,
        act=Act.EXPERIENCE_WITHDRAWN,
        note=note.strip(),
    )
    keep_facets(current)
    return current


@audit.keeps_refusals(Act.EXPERIENCE_REOPENED, of="experience")
@transaction.atomic
def reopen_experience(*, experience: Experience, by: User) -> Experience:
    """Take what was sent or withdrawn back as a draft to correct it."""
    current = _locked(experience)
    if not rules.may_reopen(by, current):
        raise Refused(_("This experience cannot be taken back now."))
    current.hidden_at = current.hidden_by = None
    _move(current, ReviewState.DRAFT, by=by, act=Act.EXPERIENCE_REOPENED)
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
    current = _locked(experience)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only a published experience can be hidden or shown."))
    if (current.hidden_at is not None) == hidden:
        return current
    current.hidden_at = timezone.now() if hidden else None
    current.hidden_by = by if hidden else None
    current.version += 1
    current.save()
    act = Act.EXPERIENCE_HIDDEN if hidden else Act.EXPERIENCE_SHOWN
    note = _("Hidden from the public") if hidden else _("Shown to the public again")
    _record(current, current.review_state, by=by, act=act, note=note)
    keep_facets(current)
    return current


def _locked(experience: Experience) -> Experience:
    return Experience.objects.select_for_update().get(pk=experience.pk)


def _reviewable(experience: Experience, by: User, version: int | None) -> Experience:
    current = _locked(experience)
    if current.was_written_by(by):
        raise Refused(
            _("Nobody publishes what they wrote: ask a colleague to review it.")
        )
    if not rules.may_review(by, current):
        raise Refused(_("This experience is not waiting for your review."))
    if version is not None and version != current.version:
        raise Refused(
            _("It changed since you opened it: read it again before you decide.")
        )
    return current


def _refuse_missing(experience: Experience) -> None:
    missing = missing_to_submit(experience)
    if missing:
        sentences = [each for found in missing.values() for each in found]
        raise Refused(" ".join(sentences), code="missing")


def _free_slug(experience: Experience) -> str:
    """Country and title, as `sv-consejo-de-prevencion`; a number where it is taken."""
    words = slugify(f"{experience.country} {experience.title_es}")
    stem = words[:LONGEST_SLUG].strip("-") or str(experience.position)
    slug, turn = stem, 1
    while Experience.objects.filter(slug=slug).exclude(pk=experience.pk).exists():
        turn += 1
        slug = f"{stem}-{turn}"
    return slug


def _decided(experience: Experience, by: User) -> None:
    experience.reviewed_by = by
    experience.reviewed_at = timezone.now()


def _move(
    experience: Experience, state: str, *, by: User, act: Act, note: str = ""
) -> None:
    before = experience.review_state
    experience.review_state = state
    experience.version += 1
    experience.save()
    _record(experience, before, by=by, act=act, note=note)


def _record(
    experience: Experience, before: str, *, by: User, act: Act, note: str
) -> None:
    ExperienceStep.objects.create(
        experience=experience,
        from_state=before,
        to_state=experience.review_state,
        by=by,
        note=note,
    )
    after = experience.review_state
    audit.record(act, by=by, of=experience, before=before, after=after)
