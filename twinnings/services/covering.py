"""Verbs of covering a photo of an exchange: crop it, fill squares of it, undo that."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PeopleShown
from amuprev.foundation.uploads import (
    CleanPicture,
    Cut,
    covered,
    measured,
    storage_name,
)
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from twinnings.models import ExchangePhoto
from twinnings.models.storage import FOLDER, twinning_storage
from twinnings.services.files import (
    forget_later,
    held_piece,
    held_to_edit_now,
    no_consent_of_nobody,
)
from twinnings.services.keeping import held_to_edit, saved


@audit.keeps_refusals(Act.TWINNING_FILED, of="photo")
def cover_photo(
    *,
    photo: ExchangePhoto,
    by: User,
    squares: Collection[int] = (),
    cut: Cut | None = None,
    seen: str,
) -> ExchangePhoto:
    """Crop a photo and fill squares of it; who can be recognised is asked again.

    As it was it is kept for 30 days where nobody can open it. Raises Refused when it is
    no longer the photo with the fingerprint `seen`.
    """
    cut = cut or Cut()
    held_to_edit_now(photo.exchange, by)
    if not cut.leaves_enough or not (squares or cut):
        raise Refused(_("Choose what to cut, or the squares to cover."))
    with photo.file.open("rb") as stored:
        cleaned = covered(stored.read(), squares=squares, cut=cut)
    name = twinning_storage().save(f"{FOLDER}/{storage_name('jpg')}", cleaned.large)
    try:
        return _swapped(photo, by, name, cleaned, seen)
    except BaseException:
        twinning_storage().delete(name)
        raise


@transaction.atomic
def _swapped(
    photo: ExchangePhoto, by: User, name: str, cleaned: Any, seen: str
) -> ExchangePhoto:
    current = held_piece(photo, by)
    if seen != current.sha256:
        raise Refused(
            _("This photo changed since you opened it: look at it as it is now.")
        )
    before = str(current.file.name)
    if current.uncovered:
        forget_later([before])
    else:
        current.uncovered = before
    current.covered_at = timezone.now()
    return _shown_as(current, by, name, cleaned)


@audit.keeps_refusals(Act.TWINNING_FILED, of="piece")
@transaction.atomic
def uncover_photo(*, piece: ExchangePhoto, by: User) -> ExchangePhoto:
    """Put a photo back as it was; who can be recognised is asked again.

    Raises Refused when its days are over.
    """
    current: ExchangePhoto = held_piece(piece, by)
    storage = twinning_storage()
    if not current.uncovered or not storage.exists(str(current.uncovered)):
        raise Refused(_("The photo as it was is no longer kept."))
    with current.uncovered.open("rb") as stored:
        as_it_was = measured(stored.read())
    before, name = str(current.file.name), str(current.uncovered.name)
    current.uncovered, current.covered_at = "", None
    forget_later([before])
    return _shown_as(current, by, name, as_it_was)


def _shown_as(
    photo: ExchangePhoto, by: User, name: str, cleaned: CleanPicture
) -> ExchangePhoto:
    """Make a file the photo's own; what was said of the one before does not hold."""
    photo.file, photo.sha256 = name, cleaned.sha256
    photo.size = cleaned.large.size or 0
    photo.width, photo.height = cleaned.width, cleaned.height
    photo.people_shown, photo.public = PeopleShown.NOT_SURE, False
    no_consent_of_nobody(photo)
    if photo.exchange.photos.filter(sha256=photo.sha256).exclude(pk=photo.pk).exists():
        raise Refused(_("That very photo is attached to this exchange already."))
    photo.save()
    saved(held_to_edit(photo.exchange, by), by, Act.TWINNING_FILED, photo=photo.pk)
    return photo
