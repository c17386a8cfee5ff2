"""Experiences, photos, films and adaptations among what can be taken down."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.addresses import AREAS
from experiences import rules
from experiences.addresses import piece_address
from experiences.film_addresses import film_address
from experiences.models import Adaptation, Experience, ExperiencePhoto, Film
from experiences.reading import showable_photos
from experiences.services.facets import hold_facets
from experiences.services.films import hide_film, show_film
from experiences.services.plans import hide_adaptation, show_adaptation
from experiences.services.review import hide_experience, show_experience
from experiences.services.sight import find_experience_again
from network.choices import Act, PublicKind
from network.models import User
from network.services import audit
from network.services.hiding import note_hidden, note_shown
from network.services.refusals import Refused
from network.services.takedowns import (
    Hideable,
    Records,
    Thing,
    numbers,
    offer_kind,
    uuids,
)


@audit.keeps_refusals(Act.EXPERIENCE_HIDDEN)
@transaction.atomic
def hide_photo(*, photo: ExperiencePhoto, by: User) -> ExperiencePhoto:
    """Hide one photo of a published experience; pressed again it stays hidden."""
    current = _held(photo, by)
    if current.public:
        _set_public(current, by, public=False)
        note_hidden(
            kind=PublicKind.PHOTO,
            key=str(current.uuid),
            title=str(current),
            owner=current.experience.owner,
            by=by,
        )
    return current


@audit.keeps_refusals(Act.EXPERIENCE_SHOWN)
@transaction.atomic
def show_photo(*, photo: ExperiencePhoto, by: User) -> ExperiencePhoto:
    """Show a hidden photo again, as far as what is said of it allows."""
    current = _held(photo, by)
    if not current.public:
        _set_public(current, by, public=True)
        note_shown(kind=PublicKind.PHOTO, key=str(current.uuid))
    return current


def _held(photo: ExperiencePhoto, by: User) -> ExperiencePhoto:
    rows = ExperiencePhoto.objects.select_for_update(of=("self",))
    current = rows.select_related("experience__owner").get(pk=photo.pk)
    if not rules.may_withdraw(by, current.experience):
        raise Refused(_("Only the photos of a published experience can be hidden."))
    return current


def _set_public(photo: ExperiencePhoto, by: User, *, public: bool) -> None:
    photo.public = public
    photo.save(update_fields=["public"])
    act = Act.EXPERIENCE_SHOWN if public else Act.EXPERIENCE_HIDDEN
    audit.record(act, by=by, of=photo.experience, photo=str(photo.uuid))


def _published_once(rows: Any) -> Any:
    """What was never published has no address, and nobody learns of it here."""
    return rows.filter(slug__isnull=False).select_related("owner")


def _experience_told(row: Experience) -> Thing:
    return Thing(
        PublicKind.EXPERIENCE,
        str(row.pk),
        str(row),
        row.get_absolute_url(),
        row.owner,
        row.is_public,
        row,
    )


_experience = Records(
    lambda keys: _published_once(Experience.objects.filter(pk__in=numbers(keys))),
    _experience_told,
)


def _photo_rows(keys: list[str]) -> Any:
    shown = ExperiencePhoto.objects.filter(showable_photos(), pk=OuterRef("pk"))
    rows = ExperiencePhoto.objects.filter(
        uuid__in=uuids(keys), experience__slug__isnull=False
    )
    return rows.select_related("experience__owner").annotate(showable=Exists(shown))


def _photo_told(row: Any) -> Thing:
    experience = row.experience
    return Thing(
        PublicKind.PHOTO,
        str(row.uuid),
        f"{_('Photo')}: {row.alt_text or experience}",
        piece_address(str(experience.slug), str(row.uuid), "large"),
        experience.owner,
        row.showable and experience.is_public,
        row,
    )


_photo = Records(_photo_rows, _photo_told)


def _film_told(row: Film) -> Thing:
    return Thing(
        PublicKind.FILM,
        str(row.pk),
        str(row),
        film_address(str(row.slug)),
        row.owner,
        row.is_public,
        row,
    )


_film = Records(
    lambda keys: _published_once(Film.objects.filter(pk__in=numbers(keys))),
    _film_told,
)


def _adaptation_rows(keys: list[str]) -> Any:
    said = Adaptation.objects.filter(pk__in=numbers(keys), said_at__isnull=False)
    return said.select_related("owner", "origin__owner")


def _adaptation_told(row: Adaptation) -> Thing | None:
    """What an original says of a municipality; nothing of a plan that says nothing."""
    if row.origin is None or not row.origin.slug:
        return None
    told = {"municipality": row.owner.name, "title": str(row.origin)}
    return Thing(
        PublicKind.ADAPTATION,
        str(row.pk),
        _("%(municipality)s says that it adapted «%(title)s»") % told,
        row.origin.get_absolute_url(),
        row.owner,
        row.is_public and row.origin.is_public,
        row,
    )


_adaptation = Records(_adaptation_rows, _adaptation_told)


def _named(rows: Any, tell: Callable[[Any], Thing]) -> Thing | None:
    row = _published_once(rows).first()
    return None if row is None else tell(row)


def _at(language: str, parts: list[str]) -> Thing | None:
    area = AREAS["experiences"][language]
    match parts:
        case [word, slug] if word == AREAS["videos"][language] and "\0" not in slug:
            return _named(Film.objects.filter(slug=slug), _film_told)
        case [word, _slug, key, _size] if word == area:
            return _photo(key)
        case [word, slug] if word == area and "\0" not in slug:
            return _named(Experience.objects.filter(slug=slug), _experience_told)
    return None


def offer() -> None:
    """Tell the network's take-downs of the four kinds."""
    _offer_experiences()
    offer_kind(
        PublicKind.FILM,
        Hideable(
            _film,
            lambda row, by: hide_film(film=row, by=by),
            lambda row, by: show_film(film=row, by=by),
            gettext_lazy("Its page and its files leave the public within a minute."),
        ),
    )
    offer_kind(
        PublicKind.ADAPTATION,
        Hideable(
            _adaptation,
            lambda row, by: hide_adaptation(plan=row, by=by),
            lambda row, by: show_adaptation(plan=row, by=by),
            gettext_lazy("The original stops saying it within a minute."),
        ),
    )


def _offer_experiences() -> None:
    offer_kind(
        PublicKind.EXPERIENCE,
        Hideable(
            _experience,
            lambda row, by: hide_experience(experience=row, by=by),
            lambda row, by: show_experience(experience=row, by=by),
            gettext_lazy("It leaves every public page, list and file within a minute."),
            hold_facets,
            find_experience_again,
        ),
        _at,
    )
    offer_kind(
        PublicKind.PHOTO,
        Hideable(
            _photo,
            lambda row, by: hide_photo(photo=row, by=by),
            lambda row, by: show_photo(photo=row, by=by),
            gettext_lazy("Nobody from outside can open it, within a minute."),
        ),
    )
