"""Verbs of a photo that is attached: crop or cover it, change what is said of it."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from amuprev.foundation.people_shown import PeopleShown
from amuprev.foundation.uploads import Cut, covered, small_copy, storage_name
from experiences.models import Experience, ExperiencePhoto
from experiences.services.files import (
    forget_files,
    locked_open,
    refuse_unshowable,
    written,
)
from experiences.services.hidden_pictures import kept_from_public
from experiences.services.removing import take_out
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused, refuse_described_anew


@audit.keeps_refusals(Act.EXPERIENCE_SAVED, of="experience")
def cover_photo(
    *,
    experience: Experience,
    by: User,
    photo: ExperiencePhoto,
    squares: Collection[int] = (),
    cut: Cut | None = None,
    seen: str,
) -> ExperiencePhoto:
    """Put a cropped or covered photo in the place of one; who can be recognised in it is
    asked again, and until then it is private.

    As it was it waits among what was removed. Raises Refused when it is no longer the
    photo with the fingerprint `seen`, or the person may not write there now.
    """
    cut = cut or Cut()
    if not cut.leaves_enough or not (squares or cut):
        raise Refused(_("Choose what to cut, or the squares to cover."))
    with photo.file.open("rb") as stored:
        cleaned = covered(stored.read(), squares=squares, cut=cut)
    made = ExperiencePhoto(
        content_type=cleaned.content_type,
        sha256=cleaned.sha256,
        size=cleaned.large.size,
        width=cleaned.width,
        height=cleaned.height,
        people_shown=PeopleShown.NOT_SURE,
    )
    small = small_copy(cleaned.large.read())
    cleaned.large.seek(0)
    made.file.save(storage_name(cleaned.extension), cleaned.large, save=False)
    made.small.save(storage_name("webp"), small, save=False)
    try:
        return _swapped(experience, by, photo, made, seen)
    except BaseException:
        forget_files(made)
        raise


@transaction.atomic
def _swapped(
    experience: Experience,
    by: User,
    photo: ExperiencePhoto,
    made: ExperiencePhoto,
    seen: str,
) -> ExperiencePhoto:
    current = locked_open(experience, by)
    standing = _standing(current, photo)
    if standing.sha256 != seen:
        raise Refused(
            _("This photo changed since you opened it: look at it as it is now.")
        )
    if current.photos.filter(sha256=made.sha256).exists():
        raise Refused(_("That very photo is attached to this experience already."))
    for name in ("alt_text_es", "alt_text_en"):
        setattr(made, name, getattr(standing, name))
    made.experience = current
    take_out(standing, by=by, experience=current)
    made.save()
    written(current, by, attached=made.pk, covered=photo.pk)
    return made


@audit.keeps_refusals(Act.EXPERIENCE_SAVED, of="experience")
@transaction.atomic
def describe_photo(
    *,
    experience: Experience,
    by: User,
    photo: ExperiencePhoto,
    values: dict[str, Any],
    stands: Mapping[str, Any] | None = None,
) -> ExperiencePhoto:
    """Change what is said of a photo; one that was taken down before stays private.

    Raises Refused when the world may never see it as it is described, or when no longer
    is said of it what `stands`.
    """
    refuse_unshowable(values)
    current = locked_open(experience, by)
    standing = _standing(current, photo)
    refuse_described_anew(standing, stands)
    for name, value in values.items():
        setattr(standing, name, value)
    if standing.people_shown != PeopleShown.ADULTS:
        standing.consent_purpose, standing.consent_until = "", None
    hidden = kept_from_public(standing, of=current)
    standing.public = standing.public and not hidden
    standing.save()
    written(current, by, described=standing.pk)
    return standing


def _standing(current: Experience, photo: ExperiencePhoto) -> Any:
    rows = current.photos.select_for_update(of=("self",))
    standing = rows.filter(pk=photo.pk).first()
    if standing is None:
        raise Refused(_("That photo was taken out of the experience meanwhile."))
    return standing
