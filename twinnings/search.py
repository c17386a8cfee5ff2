"""What the public search finds of the twinnings and their exchanges."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from amuprev.foundation.by_key import by_key
from amuprev.foundation.prose import plain_prose
from amuprev.foundation.search.documents import Document, Source
from network.dates import describe
from network.search.texts import in_both, numbers, told, years_of
from twinnings.addresses import exchange_address, twinning_address
from twinnings.models import Exchange, Twinning

# Before single activities, after places and institutions.
TWINNING, EXCHANGE = 10, 12
TEXTS = ("objective", "problem", "agreement_summary", "results", "doubts")
EXCHANGE_TEXTS = ("what_happened", "learnt", "result", "doubts")


def _told(keys: Sequence[str]) -> Any:
    return (
        Twinning.objects.public()
        .filter(pk__in=numbers(keys))
        .prefetch_related(
            "parties__place__names",
            "parties__place__parents__parent",
            "parties__organisation",
            "themes",
            "facilitators",
        )
        .order_by("pk")
    )


def _document(twinning: Twinning, language: str) -> Document:
    title, title_language = told(twinning, "title", language)
    text, text_language = _texts(twinning, TEXTS, language)
    parties = list(twinning.parties.all())
    return Document(
        kind="twinning",
        key=str(twinning.pk),
        language=language,
        rank=TWINNING,
        title=title,
        title_language=title_language,
        text=text,
        text_language=text_language,
        note=_when(twinning),
        names=tuple(_names_of(parties)),
        address=twinning_address(str(twinning.slug), language),
        facts=tuple(_facts_of(twinning, parties)),
        day=twinning.started,
        countries=frozenset(party.country for party in parties),
        years=years_of(twinning.started, twinning.ended),
    )


def _texts(record: Any, names: Sequence[str], language: str) -> tuple[str, str]:
    """All its texts in the language of the first, and which that is."""
    every = [told(record, name, language) for name in names]
    written = [(text, code) for text, code in every if text]
    if not written:
        return "", language
    first = written[0][1]
    same = (text for text, code in written if code == first)
    return " ".join(plain_prose(text) for text in same), first


def _when(record: Any) -> str:
    return describe(
        record.started,
        record.ended,
        precision=record.date_precision,
        uncertain=record.date_uncertain,
    )


def _names_of(parties: Sequence[Any]) -> Iterator[str]:
    """Each party under every name it has, in either language."""
    for party in parties:
        if party.place is None:
            yield party.name
            continue
        yield from filter(None, (party.place.name_es, party.place.name_en))
        yield from (each.text for each in party.place.names.all())


def _facts_of(twinning: Any, parties: Sequence[Any]) -> Iterator[str]:
    for party in parties:
        yield str(party.get_country_display())
        yield party.body or ""
        if party.place is not None:
            yield from (str(each.parent) for each in party.place.parents.all())
    yield from (str(theme) for theme in twinning.themes.all())
    for facilitator in twinning.facilitators.all():
        yield facilitator.acronym
        yield facilitator.name
    yield str(twinning.get_type_display())


def _exchanges(keys: Sequence[str]) -> Any:
    return (
        Exchange.objects.public()
        .filter(pk__in=numbers(keys))
        .select_related("twinning", "place")
        .prefetch_related(
            "twinning__parties__place__names",
            "twinning__parties__organisation",
            "themes",
            "places_seen",
        )
        .order_by("pk")
    )


def _exchange_document(exchange: Exchange, language: str) -> Document:
    title, title_language = told(exchange, "title", language)
    text, text_language = _texts(exchange, EXCHANGE_TEXTS, language)
    parties = list(exchange.twinning.parties.all())
    return Document(
        kind="exchange",
        key=str(exchange.pk),
        language=language,
        rank=EXCHANGE,
        title=title,
        title_language=title_language,
        text=text,
        text_language=text_language,
        note=_when(exchange),
        address=exchange_address(exchange.pk, language),
        facts=tuple(_facts_of_exchange(exchange, parties)),
        day=exchange.started,
        countries=frozenset(party.country for party in parties),
        years=years_of(exchange.started, exchange.ended),
    )


def _facts_of_exchange(exchange: Any, parties: Sequence[Any]) -> Iterator[str]:
    yield from _names_of(parties)
    yield exchange.twinning.title or ""
    yield str(exchange.place or "")
    yield from (str(theme) for theme in exchange.themes.all())
    yield from (str(seen) for seen in exchange.places_seen.all())
    yield str(exchange.get_modality_display())


def _still(model: Any) -> Any:
    def public(keys: Sequence[str]) -> set[str]:
        rows = by_key(model.objects.public(), numbers(keys))
        return {str(pk) for pk in rows.values_list("pk", flat=True)}

    return public


def _every(model: Any) -> Any:
    return lambda: model.objects.public().order_by("pk").values_list("pk", flat=True)


TWINNINGS = Source(
    "twinning",
    gettext_lazy("Twinning"),
    every=_every(Twinning),
    documents=lambda keys: in_both(_document)(_told(keys)),
    public=_still(Twinning),
)
EXCHANGES = Source(
    "exchange",
    gettext_lazy("Exchange"),
    every=_every(Exchange),
    documents=lambda keys: in_both(_exchange_document)(_exchanges(keys)),
    public=_still(Exchange),
)
SOURCES = (TWINNINGS, EXCHANGES)
