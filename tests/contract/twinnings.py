"""The twinnings with which the addresses of the twinnings are tried."""

from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from network.models import Organisation
from tests.twinnings import factories
from twinnings.addresses import (
    counterpart_address,
    document_address,
    exchange_address,
    feed_address,
    landing_address,
    photo_address,
    twinning_address,
)
from twinnings.models import Exchange, OfficerLink, Twinning, TwinningDocument
from twinnings.services import links, review

MISSING = 999_999
STATES = ("draft", "sent", "approved", "hidden", "withdrawn")
SLUGS = {state: f"hermanamiento-{state}" for state in STATES}


def give_twinnings(town: Organisation) -> None:
    """A twinning of the municipality in each state, each with an exchange as far on."""
    by = factories.coordinator_of(town)
    for state in STATES:
        twinning = factories.TwinningFactory(owner=town)
        if state == "sent":
            review.submit(record=twinning, by=by)
        elif state != "draft":
            twinning = factories.published(twinning)
        Twinning.objects.filter(pk=twinning.pk).update(slug=SLUGS[state])
        _document(twinning)
        twinning.parties.filter(place__country="US").update(
            ratification="ratified", ratified_act="Acta 3"
        )
        party = twinning.parties.get(place__country="US")
        party.ratified_file.save("acta.pdf", ContentFile(b"%PDF-1.4"))
        exchange = factories.ExchangeFactory(twinning=twinning, owner=town)
        promise = exchange.commitments.create(text_es="Escribir un plan")
        promise.evidence_file.save("plan.pdf", ContentFile(b"%PDF-1.4"))
        factories.PhotoFactory(
            exchange=exchange, file=ContentFile(b"pixels", name="foto.jpg")
        )
        if state == "sent":
            review.submit(record=exchange, by=by)
        elif state != "draft":
            factories.published(exchange)
        if state in ("hidden", "withdrawn"):
            verb = review.hide if state == "hidden" else review.withdraw
            verb(record=twinning, by=factories.secretariat_member())
    _links(town)


def _document(twinning: Twinning) -> None:
    TwinningDocument.objects.create(
        twinning=twinning,
        kind="memo",
        public=True,
        title_es="Memorando",
        title_en="Memo",
        file=ContentFile(b"%PDF-1.4", "memo.pdf"),
        content_type="application/pdf",
        sha256=f"{twinning.pk:064}",
    )


def _links(town: Organisation) -> None:
    """A link in each state, told from the others by its address."""
    exchange, now = _exchange("approved"), timezone.now()
    asked = exchange.follow_ups.create(
        months=12, side="counterpart", due_on=now.date(), asked_at=now
    )
    links.send_follow_up(asked, email="questions@city.test", language="es")
    by = factories.coordinator_of(town)
    for state in ("facts", "used", "expired", "revoked"):
        links.ask_officer(
            exchange=exchange,
            by=by,
            email=f"{state}@city.test",
            office="",
            language="es",
        )
    for state, values in {
        "used": {"answered_at": now, "answer": "right"},
        "expired": {"expires_at": now},
        "revoked": {"revoked_at": now},
    }.items():
        OfficerLink.objects.filter(email=f"{state}@city.test").update(**values)


def _twinning(state: str) -> Twinning:
    return Twinning.objects.get(slug=SLUGS[state])


def _exchange(state: str) -> Exchange:
    return Exchange.objects.get(twinning__slug=SLUGS[state])


def _of_exchange(state: str) -> dict[str, Any]:
    number = _exchange(state).pk if state in SLUGS else MISSING
    return {"path": exchange_address(number)}


def _counterpart(state: str) -> dict[str, Any]:
    if state not in SLUGS:
        return {"path": counterpart_address("nada")}
    place = _twinning(state).parties.get(place__country="US").place
    return {"path": counterpart_address(place.slug)}


def _photo(state: str) -> dict[str, Any]:
    exchange = _exchange(state)
    return {"path": photo_address(exchange.pk, str(exchange.photos.get().uuid))}


def _document_of(state: str) -> dict[str, Any]:
    document = _twinning(state).documents.get()
    return {"path": document_address(SLUGS[state], str(document.uuid))}


def _answer(state: str) -> dict[str, Any]:
    if state == "altered":
        return {"token": "nada"}
    link = OfficerLink.objects.get(email=f"{state}@city.test")
    return {"token": links.token_of(link)}


def _number(state: str) -> dict[str, Any]:
    return {"pk": _twinning(state).pk if state in SLUGS else MISSING}


def _party(state: str) -> dict[str, Any]:
    if state not in SLUGS:
        return {"pk": _twinning("draft").pk, "number": MISSING}
    party = _twinning(state).parties.get(place__country="US")
    return {"pk": party.twinning_id, "number": party.pk}


def _exchange_number(state: str) -> dict[str, Any]:
    return {"pk": _exchange(state).pk if state in SLUGS else MISSING}


def _commitment(state: str) -> dict[str, Any]:
    if state not in SLUGS:
        return {"pk": _exchange("draft").pk, "key": MISSING}
    promise = _exchange(state).commitments.get()
    return {"pk": promise.exchange_id, "key": promise.pk}


def _piece(state: str) -> dict[str, Any]:
    exchange = _exchange(state)
    return {"pk": exchange.pk, "kind": "photo", "key": exchange.photos.get().uuid}


def _photo_of(state: str) -> dict[str, Any]:
    piece = _piece(state)
    return {"pk": piece["pk"], "key": piece["key"]}


def _own_document(state: str) -> dict[str, Any]:
    document = _twinning(state).documents.get()
    return {"pk": document.twinning_id, "key": document.uuid}


def _link(state: str) -> dict[str, Any]:
    link = OfficerLink.objects.filter(email=f"{state}@city.test").first()
    key = link.pk if link else MISSING
    return {"pk": _exchange("approved").pk, "key": key}


def _follow_up(state: str) -> dict[str, Any]:
    asked = _exchange("approved").follow_ups.get(months=12, side="counterpart")
    return {"pk": asked.exchange_id, "key": asked.pk if state == "asked" else MISSING}


MAKERS = {
    "twinning": lambda cast, state: _number(state),
    "twinning-party": lambda cast, state: _party(state),
    "exchange": lambda cast, state: _exchange_number(state),
    "commitment": lambda cast, state: _commitment(state),
    "exchange-piece": lambda cast, state: _piece(state),
    "exchange-photo": lambda cast, state: _photo_of(state),
    "twinning-document": lambda cast, state: _own_document(state),
    "officer-link": lambda cast, state: _link(state),
    "follow-up": lambda cast, state: _follow_up(state),
    "public-twinnings": lambda cast, state: {"path": landing_address()},
    "public-twinning": lambda cast, state: {
        "path": twinning_address(SLUGS.get(state, "nada"))
    },
    "public-exchange": lambda cast, state: _of_exchange(state),
    "public-counterpart": lambda cast, state: _counterpart(state),
    "public-exchange-photo": lambda cast, state: _photo(state),
    "public-twinning-document": lambda cast, state: _document_of(state),
    "public-twinning-feed": lambda cast, state: {"path": feed_address()},
    "answer-link": lambda cast, state: _answer(state),
}
