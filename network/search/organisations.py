"""What the public search finds of organisations, places and countries."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amuprev.foundation.addresses import area_address
from amuprev.foundation.prose import plain_prose
from amuprev.foundation.search.documents import Document, Source
from network import lines
from network.addresses import COUNTRY_SLUGS, country_address, organisation_address
from network.choices import LOCAL_LEVELS, REGION_COUNTRIES, Country, OrganisationKind
from network.models import Organisation, Place, PlaceLevel
from network.offered import page_of_place
from network.search.texts import (
    ASSOCIATION,
    COUNTRY,
    MUNICIPALITY,
    PARTNER,
    PLACE,
    in_both,
    numbers,
    told,
)


def _organisations(kind: str) -> Any:
    return Organisation.objects.public().filter(kind=kind).order_by("pk")


def _title_of(record: Any, name: str) -> str:
    """Its name, with the acronym by which it is looked for."""
    if not record.acronym or record.acronym in name:
        return name
    return f"{name} ({record.acronym})"


def _names_of(record: Any) -> tuple[str, ...]:
    """Its acronym, its name in both languages, and a place's other names."""
    place = getattr(record, "place", None)
    others = [row.text for row in place.names.all()] if place else []
    found = [getattr(record, "acronym", ""), record.name_es or "", record.name_en or ""]
    return tuple(dict.fromkeys(name for name in (*found, *others) if name))


def _organisation(rank: int) -> Callable[[Any, str], Document]:
    def make(record: Any, language: str) -> Document:
        name, name_language = told(record, "name", language)
        text, text_language = told(record, "description", language)
        place = record.place
        above = (
            [link.parent.name or "" for link in place.parents.all()] if place else []
        )
        address = organisation_address(record.kind, record.slug, language)
        return Document(
            kind=record.kind,
            key=str(record.pk),
            language=language,
            rank=rank,
            title=_title_of(record, name),
            title_language=name_language,
            text=plain_prose(text),
            text_language=text_language,
            note=", ".join(filter(None, [*above, lines.country_words(record.country)])),
            address=address or country_address(record.country, language),
            names=_names_of(record),
            facts=(str(record.get_kind_display()), lines.country_words(record.country)),
            country=record.country,
        )

    return make


def _of_kind(kind: str, rank: int) -> Callable[[Sequence[str]], Iterator[Document]]:
    def documents(keys: Sequence[str]) -> Iterator[Document]:
        rows = _organisations(kind).filter(pk__in=numbers(keys))
        if kind == OrganisationKind.PARTNER:
            # Told on the page of their country; others have no page.
            rows = rows.filter(country__in=REGION_COUNTRIES)
        facts = rows.select_related("place").prefetch_related(
            "place__names", "place__parents__parent"
        )
        return in_both(_organisation(rank))(facts)

    return documents


def _shown_of(kind: str) -> Callable[[Sequence[str]], set[str]]:
    def public(keys: Sequence[str]) -> set[str]:
        rows = _organisations(kind).filter(pk__in=numbers(keys))
        return {str(pk) for pk in rows.values_list("pk", flat=True)}

    return public


def _source_of(kind: str, rank: int, label: Any) -> Source:
    return Source(
        kind,
        label,
        every=lambda: _organisations(kind).values_list("pk", flat=True),
        documents=_of_kind(kind, rank),
        public=_shown_of(kind),
    )


def places_without_page() -> Any:
    """Towns and counties that the portal names but tells no page of."""
    local = PlaceLevel.objects.filter(level__in=LOCAL_LEVELS)
    return Place.objects.filter(
        pk__in=local.values("place"), organisation__isnull=True
    ).order_by("pk")


def _place(place: Any, language: str) -> Document:
    name, name_language = told(place, "name", language)
    listed = f"{area_address('network', language=language)}?{urlencode({'q': name})}"
    address, text = page_of_place(place.slug, language) or (listed, "")
    return Document(
        kind="place",
        key=str(place.pk),
        language=language,
        rank=PLACE,
        title=name,
        title_language=name_language,
        note=lines.country_words(place.country),
        text=text,
        text_language=language,
        address=address,
        names=tuple(row.text for row in place.names.all()),
        facts=(lines.country_words(place.country),),
        country=place.country,
    )


def _places(keys: Sequence[str]) -> Iterator[Document]:
    rows = places_without_page().filter(pk__in=numbers(keys))
    return in_both(_place)(rows.prefetch_related("names"))


def _country(code: str, language: str) -> Document:
    return Document(
        kind="country",
        key=code,
        language=language,
        rank=COUNTRY,
        title=str(Country(code).label),
        address=country_address(code, language),
        note=_("Associations, municipalities and what they do"),
        country=code,
    )


def _countries(keys: Sequence[str]) -> Iterator[Document]:
    return in_both(_country)(code for code in COUNTRY_SLUGS if code in keys)


ASSOCIATIONS = _source_of(
    OrganisationKind.ASSOCIATION, ASSOCIATION, gettext_lazy("Association")
)
MUNICIPALITIES = _source_of(
    OrganisationKind.MUNICIPALITY, MUNICIPALITY, gettext_lazy("Municipality")
)
PARTNERS = _source_of(
    OrganisationKind.PARTNER, PARTNER, gettext_lazy("Partner institution")
)
PLACES = Source(
    "place",
    gettext_lazy("Place"),
    every=lambda: places_without_page().values_list("pk", flat=True),
    documents=_places,
)
COUNTRIES = Source(
    "country",
    gettext_lazy("Country"),
    every=lambda: list(COUNTRY_SLUGS),
    documents=_countries,
)
