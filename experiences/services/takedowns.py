"""Experiences, photos, films and adaptations among what can be taken down."""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.addresses import AREAS
from experiences.addresses import piece_address
from experiences.film_addresses import film_address
from experiences.models import Adaptation, Experience, ExperiencePhoto, Film
from experiences.reading import showable_photos
from experiences.services.facets import hold_facets
from experiences.services.films import hide_film, show_film
from experiences.services.hidden_pictures import hide_photo, show_photo
from experiences.services.plans import hide_adaptation, show_adaptation
from experiences.services.review import hide_experience, show_experience
from experiences.services.sight import find_experience_again
from network.choices import PublicKind
from network.models import Organisation
from network.services.takedowns import (
    Hideable,
    Records,
    Thing,
    numbers,
    offer_kind,
    public_at,
    uuids,
)


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


def _photo_rows(**which: Any) -> Any:
    shown = ExperiencePhoto.objects.filter(showable_photos(), pk=OuterRef("pk"))
    rows = ExperiencePhoto.objects.filter(experience__slug__isnull=False, **which)
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
        row.sha256,
    )


_photo = Records(lambda keys: _photo_rows(uuid__in=uuids(keys)), _photo_told)


def _same_photo(owner: Organisation | None, mark: str) -> list[Thing]:
    rows = _photo_rows(experience__owner=owner, sha256=mark).order_by("pk")
    told = ((_photo_told(row), _experience_told(row.experience)) for row in rows)
    return public_at(told)


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
            hold_facets,
            same=_same_photo,
        ),
    )
