"""One photo taken down: it leaves every page of its people, and stays out of new ones."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from experiences import rules
from experiences.models import Experience, ExperienceDocument, ExperiencePhoto
from experiences.services.facets import hold_facets
from network.choices import Act, PublicKind
from network.models import TakeDown, User
from network.services import audit
from network.services.hiding import (
    hidden_marks,
    keys_hidden,
    note_hidden,
    note_hidden_too,
    note_shown,
    shown_again_at,
)
from network.services.refusals import Refused
from network.services.takedowns import uuids


@audit.keeps_refusals(Act.EXPERIENCE_HIDDEN)
@transaction.atomic
def hide_photo(*, photo: ExperiencePhoto, by: User) -> ExperiencePhoto:
    """Hide one photo in every published experience of its people; pressed again it
    stays hidden.

    Uploaded anew it stays so too. Raises Refused when the person may not, or a
    publication took the photo out meanwhile.
    """
    current = _held(photo, by)
    if current.public:
        for each in [current, *_same(current).select_for_update(of=("self",))]:
            _set_public(each, by, public=False)
            note_hidden(
                kind=PublicKind.PHOTO,
                key=str(each.uuid),
                title=str(each),
                owner=each.experience.owner,
                by=by,
                mark=each.sha256,
            )
    return current


@audit.keeps_refusals(Act.EXPERIENCE_SHOWN)
@transaction.atomic
def show_photo(*, photo: ExperiencePhoto, by: User) -> ExperiencePhoto:
    """Show a hidden photo again, as far as what is said of it allows; only here.

    Raises Refused as `hide_photo` does.
    """
    current = _held(photo, by)
    if not current.public:
        _set_public(current, by, public=True)
        for key in {str(current.uuid), *_keys_of_gone(current)}:
            note_shown(kind=PublicKind.PHOTO, key=key)
    return current


def kept_from_public(
    piece: ExperiencePhoto | ExperienceDocument, *, of: Experience
) -> bool:
    """True for a photo while a take-down of the same owner hides this very picture."""
    if not isinstance(piece, ExperiencePhoto):
        return False
    hiding = hidden_marks(of.owner, [piece.sha256]).get(piece.sha256)
    published = of.corrects or of
    stands = published.photos.filter(sha256=piece.sha256).first()
    return hiding is not None and not _shown_since(stands, hiding)


def keep_hidden(experience: Experience) -> None:
    """Keep from the public the photos whose content a take-down of their owner hides.

    One that was shown again here, after that decision, stays. Each that is hidden is
    noted, so that its people can show it again.
    """
    rows = experience.photos.select_for_update().filter(public=True)
    shown = {photo.sha256: photo for photo in rows}
    for mark, hiding in hidden_marks(experience.owner, shown).items():
        photo = shown[mark]
        if not _shown_since(photo, hiding):
            photo.public = False
            photo.save(update_fields=["public"])
            note_hidden_too(kind=PublicKind.PHOTO, key=str(photo.uuid), like=hiding)


def _shown_since(photo: ExperiencePhoto | None, hiding: TakeDown) -> bool:
    if photo is None or hiding.decided_at is None:
        return False
    key = str(photo.uuid)
    shown = shown_again_at(PublicKind.PHOTO, [key]).get(key)
    return shown is not None and shown >= hiding.decided_at


def _keys_of_gone(photo: ExperiencePhoto) -> set[str]:
    """Take-downs of copies that are no more: they would hide this one when it is next
    published, and nobody could end them."""
    hidden = keys_hidden(photo.experience.owner, photo.sha256)
    held = ExperiencePhoto.objects.filter(uuid__in=uuids(hidden))
    return set(hidden) - {str(key) for key in held.values_list("uuid", flat=True)}


def _same(photo: ExperiencePhoto) -> QuerySet[ExperiencePhoto]:
    """Its copies that may be public in other experiences of the same organisation."""
    rows = ExperiencePhoto.objects.filter(
        public=True,
        sha256=photo.sha256,
        experience__owner=photo.experience.owner,
        experience__slug__isnull=False,
    )
    others = rows.exclude(pk=photo.pk).exclude(sha256="")
    return others.select_related("experience__owner").order_by("pk")


def _held(photo: ExperiencePhoto, by: User) -> ExperiencePhoto:
    # One after the other: two who hide copies of one picture would wait for each other.
    hold_facets()
    rows = ExperiencePhoto.objects.select_for_update(of=("self",))
    current = rows.select_related("experience__owner").filter(pk=photo.pk).first()
    if current is None:
        raise Refused(_("That photo was taken out of the experience meanwhile."))
    if not rules.may_withdraw(by, current.experience):
        raise Refused(_("Only the photos of a published experience can be hidden."))
    return current


def _set_public(photo: ExperiencePhoto, by: User, *, public: bool) -> None:
    photo.public = public
    photo.save(update_fields=["public"])
    act = Act.EXPERIENCE_SHOWN if public else Act.EXPERIENCE_HIDDEN
    audit.record(act, by=by, of=photo.experience, photo=str(photo.uuid))
