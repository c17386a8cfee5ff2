"""Twinnings, exchanges and photos of exchanges among what can be taken down."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.people_shown import nobody_or_agreed
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
from twinnings.addresses import EXCHANGE_WORDS, LANDING_WORDS, photo_address
from twinnings.models import Exchange, ExchangePhoto, Twinning
from twinnings.services.hidden_photos import hide_photo, show_photo
from twinnings.services.review import hide, show


def _twinning_told(row: Twinning) -> Thing:
    return Thing(
        PublicKind.TWINNING,
        str(row.pk),
        str(row),
        row.get_absolute_url(),
        row.owner,
        row.is_public,
        row,
    )


_twinning = Records(
    lambda keys: Twinning.objects.filter(
        pk__in=numbers(keys), slug__isnull=False
    ).select_related("owner"),
    _twinning_told,
)


def _exchange_told(row: Exchange) -> Thing:
    return Thing(
        PublicKind.EXCHANGE,
        str(row.pk),
        str(row),
        row.get_absolute_url(),
        row.owner,
        row.is_public,
        row,
    )


_exchange = Records(
    lambda keys: Exchange.objects.filter(
        pk__in=numbers(keys), published_at__isnull=False
    ).select_related("owner", "twinning__owner"),
    _exchange_told,
)


def _photo_rows(**which: Any) -> Any:
    shown = ExchangePhoto.objects.filter(
        nobody_or_agreed(), pk=OuterRef("pk"), public=True, removed_at__isnull=True
    )
    rows = ExchangePhoto.objects.filter(exchange__published_at__isnull=False, **which)
    related = rows.select_related("exchange__owner", "exchange__twinning__owner")
    return related.annotate(showable=Exists(shown))


def _photo_told(row: Any) -> Thing:
    return Thing(
        PublicKind.EXCHANGE_PHOTO,
        str(row.uuid),
        f"{_('Photo')}: {row.alt_text or row.exchange}",
        photo_address(row.exchange_id, str(row.uuid)),
        row.exchange.owner,
        row.showable and row.exchange.is_public,
        row,
        row.sha256,
    )


_photo = Records(lambda keys: _photo_rows(uuid__in=uuids(keys)), _photo_told)


def _same_photo(owner: Organisation | None, mark: str) -> list[Thing]:
    rows = _photo_rows(exchange__owner=owner, sha256=mark).order_by("pk")
    return public_at((_photo_told(row), _exchange_told(row.exchange)) for row in rows)


def _at(language: str, parts: list[str]) -> Thing | None:
    landing, word = LANDING_WORDS[language], EXCHANGE_WORDS[language]
    match parts:
        case [area, name, _number, key, *_size] if (area, name) == (landing, word):
            return _photo(key)
        case [area, name, number] if (area, name) == (landing, word):
            return _exchange(number)
        case [area, slug] if area == landing and "\0" not in slug:
            found = Twinning.objects.filter(slug=slug).select_related("owner").first()
            return None if found is None else _twinning_told(found)
    return None


def offer() -> None:
    """Tell the network's take-downs of the three kinds."""
    offer_kind(
        PublicKind.TWINNING,
        Hideable(
            _twinning,
            lambda row, by: hide(record=row, by=by),
            lambda row, by: show(record=row, by=by),
            gettext_lazy(
                "It leaves the public with all its exchanges within a minute."
            ),
        ),
        _at,
    )
    offer_kind(
        PublicKind.EXCHANGE,
        Hideable(
            _exchange,
            lambda row, by: hide(record=row, by=by),
            lambda row, by: show(record=row, by=by),
            gettext_lazy("It leaves every public page and figure within a minute."),
        ),
    )
    offer_kind(
        PublicKind.EXCHANGE_PHOTO,
        Hideable(
            _photo,
            lambda row, by: hide_photo(photo=row, by=by),
            lambda row, by: show_photo(photo=row, by=by),
            gettext_lazy("Nobody from outside can open it, within a minute."),
            same=_same_photo,
        ),
    )
