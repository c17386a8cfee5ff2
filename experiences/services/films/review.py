"""Verbs of the editors: send, return, publish, withdraw, reopen, hide, show a film."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from experiences import rules, tasks
from experiences.models import Film
from experiences.services.films.completeness import missing_of_film
from experiences.services.films.corrections import (
    open_film_correction,
    take_over_film,
)
from experiences.services.films.finding import find_film
from experiences.services.meanwhile import locked, refuse_unread
from experiences.services.moving import (
    decided,
    moved,
    refuse_own_or_other,
    set_hidden,
    told_hidden,
)
from experiences.services.slugs import free_slug
from network.choices import Act, PublicKind, ReviewState
from network.models import User
from network.services import audit
from network.services.hiding import note_shown
from network.services.refusals import Refused


@audit.keeps_refusals(Act.FILM_SUBMITTED, of="film")
@transaction.atomic
def submit_film(*, film: Film, by: User) -> Film:
    """Send a draft or returned film to the editors; the same press twice is one.

    Raises Refused when the person may not, or something required is missing.
    """
    current = locked(film)
    if current.review_state == ReviewState.SUBMITTED and rules.may_read(by, current):
        return current
    if not rules.may_submit(by, current):
        raise Refused(_("This video cannot be sent now."))
    _refuse_missing(current)
    current.submitted_at = timezone.now()
    _move(current, ReviewState.SUBMITTED, by=by, act=Act.FILM_SUBMITTED)
    return current


@audit.keeps_refusals(Act.FILM_RETURNED, of="film")
@transaction.atomic
def return_film(*, film: Film, by: User, note: str, version: int | None = None) -> Film:
    """Return it with a note; raises Refused without one, and for another version."""
    current = _reviewable(film, by, version)
    if not note.strip():
        raise Refused(_("Write what should be corrected."))
    current.review_note = note.strip()
    decided(current, by)
    _move(
        current, ReviewState.RETURNED, by=by, act=Act.FILM_RETURNED, note=note.strip()
    )
    return current


@audit.keeps_refusals(Act.FILM_PUBLISHED, of="film")
@transaction.atomic
def publish_film(
    *, film: Film, by: User, version: int | None = None, original: int | None = None
) -> Film:
    """Publish what was sent; its address is given once, for ever.

    Raises Refused when the person wrote it, read another version of it or, as
    `original`, of what it corrects, consent is lacking or something else that the public
    must find is missing.
    """
    current = _reviewable(film, by, version)
    _refuse_missing(current)
    if current.corrects is not None:
        return _publish_correction(current, current.corrects, by, original)
    current.review_note = ""
    if current.published_at is None:
        current.published_at = timezone.now()
        current.slug = current.slug or free_slug(current, unless=current.pk)
    current.publish_from = timezone.localdate()
    decided(current, by)
    _move(current, ReviewState.APPROVED, by=by, act=Act.FILM_PUBLISHED)
    return current


def _publish_correction(
    correction: Film, published: Film, by: User, read: int | None
) -> Film:
    """From now on the world watches what the correction shows, at the same address."""
    original = locked(published)
    was_public = original.review_state == ReviewState.APPROVED
    refuse_unread(correction, original, read)
    take_over_film(original, correction)
    original.publish_from = timezone.localdate()
    decided(original, by)
    note = _("The corrected version was published.")
    _move(original, ReviewState.APPROVED, by=by, act=Act.FILM_PUBLISHED, note=note)
    if not was_public and original.hidden_at is None:
        note_shown(kind=PublicKind.FILM, key=str(original.pk))
    return original


@audit.keeps_refusals(Act.FILM_WITHDRAWN, of="film")
@transaction.atomic
def withdraw_film(*, film: Film, by: User, note: str = "") -> Film:
    """Take a published film out of the public, for good or to correct it."""
    current = locked(film)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only a published video can be withdrawn."))
    _move(
        current, ReviewState.WITHDRAWN, by=by, act=Act.FILM_WITHDRAWN, note=note.strip()
    )
    told_hidden(current, PublicKind.FILM, by, asked_only=True)
    return current


@audit.keeps_refusals(Act.FILM_REOPENED, of="film")
@transaction.atomic
def reopen_film(*, film: Film, by: User) -> Film:
    """Take what was sent or withdrawn back as a draft to correct it."""
    current = locked(film)
    if not rules.may_reopen(by, current):
        raise Refused(_("This video cannot be taken back now."))
    if open_film_correction(current) is not None:
        raise Refused(_("A corrected version is being written: go on with that one."))
    current.hidden_at = current.hidden_by = None
    _move(current, ReviewState.DRAFT, by=by, act=Act.FILM_REOPENED)
    note_shown(kind=PublicKind.FILM, key=str(current.pk))
    return current


@audit.keeps_refusals(Act.FILM_HIDDEN, of="film")
@transaction.atomic
def hide_film(*, film: Film, by: User) -> Film:
    """Hide a published film everywhere; pressed again it stays hidden."""
    return _set_hidden(film, by, hidden=True)


@audit.keeps_refusals(Act.FILM_SHOWN, of="film")
@transaction.atomic
def show_film(*, film: Film, by: User) -> Film:
    """Show a hidden film to the public again."""
    return _set_hidden(film, by, hidden=False)


def end_film_consents() -> int:
    """Withdraw the films whose people's consent is over; how many.

    The public stopped seeing them on the day itself: every reading asks the date.
    """
    over = Film.objects.consent_over().filter(review_state=ReviewState.APPROVED)
    return sum(_end(key) for key in over.values_list("pk", flat=True))


@transaction.atomic
def _end(key: int) -> int:
    film = Film.objects.select_for_update(of=("self",)).get(pk=key)
    if film.review_state != ReviewState.APPROVED or not film.consent_ended:
        return 0
    film.consent_told = film.consent_until
    _move(film, ReviewState.WITHDRAWN, by=None, act=Act.FILM_CONSENT_ENDED)
    return 1


def _set_hidden(film: Film, by: User, *, hidden: bool) -> Film:
    current = locked(film)
    if not rules.may_withdraw(by, current):
        raise Refused(_("Only a published video can be hidden or shown."))
    if (current.hidden_at is not None) == hidden:
        return current
    act = Act.FILM_HIDDEN if hidden else Act.FILM_SHOWN
    set_hidden(current, by, hidden=hidden, act=act)
    find_film(current)
    if hidden:
        told_hidden(current, PublicKind.FILM, by)
    else:
        note_shown(kind=PublicKind.FILM, key=str(current.pk))
    return current


def _reviewable(film: Film, by: User, version: int | None) -> Film:
    current = locked(film)
    refuse_own_or_other(
        current,
        by,
        version,
        waits=rules.may_review(by, current),
        unless=_("This video is not waiting for your review."),
    )
    return current


def _refuse_missing(film: Film) -> None:
    missing = missing_of_film(film)
    if missing:
        raise Refused(" ".join(missing), code="missing")


def _move(film: Film, state: str, *, by: User | None, act: Act, note: str = "") -> None:
    step = moved(film, state, by=by, act=act, note=note)
    find_film(film)
    tasks.tell_of_film.enqueue(step.pk)
