"""One photo of an exchange taken down: its copies leave with it, and stay out of new ones."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

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
from twinnings import rules
from twinnings.models import Exchange, ExchangePhoto
from twinnings.services.files import refuse_unshowable
from twinnings.services.keeping import held

KIND = PublicKind.EXCHANGE_PHOTO


@audit.keeps_refusals(Act.TWINNING_HIDDEN)
@transaction.atomic
def hide_photo(*, photo: ExchangePhoto, by: User) -> ExchangePhoto:
    """Hide one photo in every published exchange of its people; pressed again it stays
    hidden. Uploaded anew it stays so too."""
    current = _held(photo, by)
    if current.public:
        for each in [current, *_same(current).select_for_update(of=("self",))]:
            _set_public(each, by, public=False)
            note_hidden(
                kind=KIND,
                key=str(each.uuid),
                title=str(each),
                owner=each.exchange.owner,
                by=by,
                mark=each.sha256,
            )
    return current


@audit.keeps_refusals(Act.TWINNING_SHOWN)
@transaction.atomic
def show_photo(*, photo: ExchangePhoto, by: User) -> ExchangePhoto:
    """Show a hidden photo again, only here. Raises Refused where what is said of the
    people in it does not allow it."""
    current = _held(photo, by)
    if not current.public:
        told = ("people_shown", "consent_purpose", "consent_until")
        values = {name: getattr(current, name) for name in told}
        refuse_unshowable({**values, "public": True})
        _set_public(current, by, public=True)
        for key in {str(current.uuid), *_keys_of_gone(current)}:
            note_shown(kind=KIND, key=key)
    return current


def keep_hidden(exchange: Exchange) -> None:
    """Keep from the public the photos whose content a take-down of their owner hides.

    One that was shown again here, after that decision, stays. Each that is hidden is
    noted, so that its people can show it again.
    """
    rows = exchange.photos.select_for_update().filter(public=True)
    shown = {photo.sha256: photo for photo in rows}
    for mark, hiding in hidden_marks(exchange.owner, shown).items():
        photo = shown[mark]
        if not _shown_since(photo, hiding):
            photo.public = False
            photo.save(update_fields=["public"])
            note_hidden_too(kind=KIND, key=str(photo.uuid), like=hiding)


def _shown_since(photo: ExchangePhoto, hiding: TakeDown) -> bool:
    key = str(photo.uuid)
    shown = shown_again_at(KIND, [key]).get(key)
    decided = hiding.decided_at
    return shown is not None and decided is not None and shown >= decided


def _keys_of_gone(photo: ExchangePhoto) -> set[str]:
    """Take-downs of copies that are no more: they would hide this one when it is next
    published, and nobody could end them."""
    hidden = keys_hidden(photo.exchange.owner, photo.sha256)
    rows = ExchangePhoto.objects.filter(uuid__in=uuids(hidden))
    return set(hidden) - {str(key) for key in rows.values_list("uuid", flat=True)}


def _same(photo: ExchangePhoto) -> QuerySet[ExchangePhoto]:
    """Its copies that may be public in other exchanges of the same organisation."""
    rows = ExchangePhoto.objects.filter(
        public=True,
        sha256=photo.sha256,
        removed_at__isnull=True,
        exchange__owner=photo.exchange.owner,
        exchange__published_at__isnull=False,
    )
    others = rows.exclude(pk=photo.pk).exclude(sha256="")
    related = others.select_related("exchange__owner", "exchange__twinning__owner")
    return related.order_by("pk")


def _held(photo: ExchangePhoto, by: User) -> ExchangePhoto:
    exchange = held(photo.exchange)
    current = ExchangePhoto.objects.get(pk=photo.pk)
    # In one order: two copies are hidden by two people at once.
    rows = ExchangePhoto.objects.filter(pk__in=[photo.pk, *_keys_of_copies(current)])
    list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    current = ExchangePhoto.objects.get(pk=photo.pk)
    if not rules.may_withdraw(by, exchange):
        raise Refused(_("Only the photos of a published exchange can be hidden."))
    current.exchange = exchange
    return current


def _keys_of_copies(photo: ExchangePhoto) -> list[int]:
    return list(_same(photo).values_list("pk", flat=True))


def _set_public(photo: ExchangePhoto, by: User, *, public: bool) -> None:
    photo.public = public
    photo.save(update_fields=["public"])
    act = Act.TWINNING_SHOWN if public else Act.TWINNING_HIDDEN
    audit.record(act, by=by, of=photo.exchange, photo=str(photo.uuid))
