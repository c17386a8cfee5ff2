"""The glossary: its addresses, which of its terms a text uses, what the search finds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.collation import sort_key
from amuprev.foundation.models import GlossaryTerm, SearchSynonyms
from amuprev.foundation.near import remembered
from amuprev.foundation.prose import plain_prose
from amuprev.foundation.search.documents import Document, Source
from amuprev.foundation.search.questions import Expression, Groups, expressions_of
from amuprev.foundation.search.words import fold, words_in

LANGUAGES = ("es", "en")
RANK = 2
MOST_IN_A_PAGE = 12


def term_address(slug: str, language: str | None = None) -> str:
    """The path of a term's page."""
    return area_address("glossary", slug, language=language)


@dataclass(frozen=True)
class Explained:
    """A term as a page prints it: in the reader's language, else in Spanish."""

    name: str
    definition: str
    language: str
    address: str


def explained(term: GlossaryTerm) -> Explained:
    """A term for the reader."""
    language = language_in_use()
    has_own = bool(getattr(term, f"definition_{language}", None))
    shown = language if has_own else "es"
    return Explained(
        getattr(term, f"name_{shown}", None) or term.name_es or "",
        plain_prose(getattr(term, f"definition_{shown}", None) or ""),
        shown,
        term_address(term.slug),
    )


def all_terms() -> list[GlossaryTerm]:
    """Every term by the name that the reader sees."""
    return sorted(GlossaryTerm.objects.all(), key=lambda term: sort_key(term.name))


def terms_in(text: str, most: int = MOST_IN_A_PAGE) -> list[Explained]:
    """The terms a text uses, each explained once, in the order of their names."""
    said = f" {' '.join(words_in(text))} "
    if not said.strip():
        return []
    known = remembered("glossary", _known_terms, language_in_use())
    used = [term for term, names in known if any(name in said for name in names)]
    return used[:most]


def _known_terms() -> list[tuple[Explained, list[str]]]:
    """Each term as the reader reads it, and its names as they stand in a text."""
    every = GlossaryTerm.objects.prefetch_related("country_names")
    return [
        (explained(term), _names_in_text(term))
        for term in sorted(every, key=lambda term: sort_key(term.name))
    ]


def _names_in_text(term: GlossaryTerm) -> list[str]:
    names = [
        name
        for language in LANGUAGES
        for name in (getattr(term, f"name_{language}"), *term.others(language))
        if name
    ]
    local: list[Any] = list(getattr(term, "country_names").all())  # noqa: B009  a reverse accessor
    names += [text for each in local for text in (each.name, each.acronym) if text]
    return [f" {' '.join(words)} " for name in names if (words := words_in(name))]


# What the search finds.


def term_documents(keys: Sequence[str]) -> Iterator[Document]:
    """The documents of terms."""
    asked = [int(key) for key in keys if key.isdecimal() and len(key) < 19]
    rows = GlossaryTerm.objects.filter(pk__in=asked).order_by("pk")
    for term in rows.prefetch_related("country_names"):
        for language in LANGUAGES:
            yield _document(term, language)


def _document(term: GlossaryTerm, language: str) -> Document:
    named = term.__dict__
    has_own = bool(named.get(f"definition_{language}"))
    shown = language if has_own else "es"
    local: list[Any] = list(getattr(term, "country_names").all())  # noqa: B009  a reverse accessor
    return Document(
        kind="glossary",
        key=str(term.pk),
        language=language,
        rank=RANK,
        title=named.get(f"name_{shown}") or term.name_es or "",
        title_language=shown,
        text=plain_prose(named.get(f"definition_{shown}") or ""),
        text_language=shown,
        address=term_address(term.slug, language),
        names=tuple(
            name
            for name in dict.fromkeys(
                [
                    term.name_es or "",
                    term.name_en or "",
                    *term.others("es"),
                    *term.others("en"),
                    *(text for each in local for text in (each.name, each.acronym)),
                ]
            )
            if name and fold(name) != fold(named.get(f"name_{shown}") or "")
        ),
        countries=frozenset(each.country for each in local),
    )


TERMS = Source(
    "glossary",
    gettext_lazy("Glossary"),
    every=lambda: GlossaryTerm.objects.order_by("pk").values_list("pk", flat=True),
    documents=term_documents,
)


def words_that_mean_the_same() -> Groups:
    """Every group of expressions: each term with its names, and the secretariat's own."""
    groups: list[list[Expression]] = []
    for term in GlossaryTerm.objects.prefetch_related("country_names").order_by("key"):
        local: list[Any] = list(getattr(term, "country_names").all())  # noqa: B009  a reverse accessor
        names = [term.name_es, term.name_en, *term.others("es"), *term.others("en")]
        names += [text for each in local for text in (each.name, each.acronym)]
        groups.append(expressions_of(_plain(names)))
    for row in SearchSynonyms.objects.order_by("key"):
        groups.append(expressions_of(row.expressions))
    return groups


def _plain(names: Iterable[str | None]) -> Iterator[str]:
    return (name for name in names if name)
