"""What the public search finds of films: each film, and each sentence said in one."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from amuprev.foundation.search.documents import Document, Source
from amuprev.foundation.search.excerpts import asked_in
from experiences.film_addresses import at_second, film_address
from experiences.film_lines import where_of
from experiences.media.spoken import Sentence, sentences, short_clock, where_said
from experiences.models import Film, TranscriptLine
from network.lines import country_words
from network.search.texts import in_both, numbers, told

FILM, SAID = 11, 21
LANGUAGES = ("es", "en")


def _film(film: Any, language: str) -> Document:
    title, title_language = told(film, "title", language)
    text, text_language = told(film, "summary", language)
    return Document(
        kind="film",
        key=str(film.pk),
        language=language,
        rank=FILM,
        title=title,
        title_language=title_language,
        text=text,
        text_language=text_language,
        note=where_of(film),
        address=film_address(film.slug, language),
        names=tuple(dict.fromkeys(filter(None, (film.title_es, film.title_en)))),
        facts=(film.owner.name, country_words(film.country), film.credit),
        country=film.country,
        years=frozenset({film.year} if film.year else ()),
    )


def _film_documents(keys: Sequence[str]) -> Iterator[Document]:
    rows = Film.objects.public().filter(pk__in=numbers(keys)).order_by("pk")
    return in_both(_film)(rows.select_related("owner", "place", "current"))


def _public_films(keys: Sequence[str]) -> set[str]:
    rows = Film.objects.public().filter(pk__in=numbers(keys))
    return {str(key) for key in rows.values_list("pk", flat=True)}


def first_lines(films: Any) -> list[int]:
    """The keys of the lines with which the sentences of these films begin."""
    return [key for found in _spoken(films).values() for key, _said in found]


def _spoken(films: Any) -> dict[tuple[int, str], list[tuple[int, Sentence]]]:
    """The sentences by film and language, each with the key of its first line."""
    lines = TranscriptLine.objects.served().filter(film__in=films)
    rows = list(lines.order_by("film", "language", "start"))
    found = {}
    for place, group in groupby(rows, key=lambda row: (row.film_id, row.language)):
        of_one = list(group)
        keys = {row.start: row.pk for row in of_one}
        joined = sentences(row.cue for row in of_one)
        found[place] = [(keys[each.start], each) for each in joined]
    return found


def _said_documents(keys: Sequence[str]) -> Iterator[Document]:
    """Sentences for readers of both languages; of the one that was not written down,
    in the other."""
    asked = set(numbers(keys))
    films = TranscriptLine.objects.filter(pk__in=asked).values("film")
    public = Film.objects.public().filter(pk__in=films)
    rows = {row.pk: row for row in public.select_related("owner", "place", "current")}
    spoken = _spoken(list(rows))
    for (film, language), said in spoken.items():
        alone = [code for code in LANGUAGES if (film, code) not in spoken]
        for reader in (language, *alone):
            with override(reader):
                for key, sentence in said:
                    if key in asked:
                        yield _said(rows[film], key, sentence, reader, language)


def _said(
    film: Any, key: int, sentence: Sentence, reader: str, language: str
) -> Document:
    title, title_language = told(film, "title", reader)
    return Document(
        kind="said",
        key=str(key),
        language=reader,
        rank=SAID,
        title=title,
        title_language=title_language,
        text=sentence.text,
        text_language=language,
        note=_moment(sentence.start),
        address=film_address(film.slug, reader, second=sentence.second),
        country=film.country,
    )


def _moment(start: int) -> str:
    return _("At %(moment)s of the video") % {"moment": short_clock(start)}


def _where_said(
    found: Sequence[Any], stems: frozenset[str]
) -> dict[Any, tuple[str, str]]:
    """Of sentences of several lines, the second of the line in which the words begin."""
    keys = numbers([each.key for each in found])
    films = TranscriptLine.objects.filter(pk__in=keys).values("film")
    told = {
        str(key): sentence for said in _spoken(films).values() for key, sentence in said
    }
    aimed = {}
    for each in found:
        if (sentence := told.get(each.key)) is not None:
            start = where_said(sentence, partial(asked_in, stems=stems))
            aimed[each.pk] = (_moment(start), at_second(each.address, start // 1000))
    return aimed


def _public_said(keys: Sequence[str]) -> set[str]:
    rows = TranscriptLine.objects.served().filter(
        pk__in=numbers(keys), film__in=Film.objects.public()
    )
    return {str(key) for key in rows.values_list("pk", flat=True)}


FILMS = Source(
    "film",
    gettext_lazy("Video"),
    every=lambda: Film.objects.public().order_by("pk").values_list("pk", flat=True),
    documents=_film_documents,
    public=_public_films,
)
SPOKEN = Source(
    "said",
    gettext_lazy("Said in a video"),
    every=lambda: first_lines(Film.objects.public().values("pk")),
    documents=_said_documents,
    public=_public_said,
    aim=_where_said,
)
SOURCES = (FILMS, SPOKEN)
