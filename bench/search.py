"""G2: the public search by a rare, a middling and the commonest word of all documents,
in both languages, with and without accents; beside Wagtail's own over the same texts.

The documents are those of the initial content, copied until there are 100,000; one of
each copy has a word of its own.
"""

import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from amuprev.foundation.bulk import put_rows
from amuprev.foundation.models import SearchDocument
from amuprev.foundation.search import tables
from amuprev.foundation.search.excerpts import WORD
from amuprev.foundation.search.keeping import COLUMNS, Row, as_held
from amuprev.foundation.search.words import fold, stem, telling, words_in
from amuprev.site import searching
from bench.figure import Measured

TIMES = 21
PERCENTILE = 0.95
DOCUMENTS = 100_000
RARE = "quezáltec"
# Whoever waits longer has gone; what takes longer is told as this.
PATIENCE_MS = 20_000
PLACES = {"es": "/es/buscar/", "en": "/en/search/"}
AT_ONCE = 2_000


def measure() -> Measured:
    """The 95th percentile of whole pages of results, in milliseconds."""
    settings.ALLOWED_HOSTS = ["testserver"]
    make_many()
    reader = Client()
    asked = {language: words_of(language) for language in PLACES}
    found = {
        f"search {language}: {name}": slowest(page_of(reader, language, word))
        for language, words in asked.items()
        for name, word in words.items()
    }
    give_to_wagtail()
    for language, words in asked.items():
        for name, word in words.items():
            took = slowest(wagtails_own(language, word), times=3)
            found[f"Wagtail's own, {language}: {name}"] = took
    found["documents in the search"] = SearchDocument.objects.count()
    return found


def make_many() -> None:
    """Copies of what is found until there are so many documents."""
    searching.fill_when_empty()
    rows = [as_held(row) for row in SearchDocument.objects.order_by("pk")]
    with transaction.atomic():
        for number in range(1, DOCUMENTS // len(rows) + 1):
            copies = list(copied(rows, number))
            put_rows(SearchDocument._meta.db_table, COLUMNS, copies)
            tables.put_in((row[0], row[-1]) for row in copies)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def copied(rows: list[Row], number: int) -> Iterator[Row]:
    """The same documents under other keys; the first in each language is marked."""
    marked: set[str] = set()
    for row in rows:
        place, kind, key, language, title, title_in, text, *rest, tokens = row
        if language not in marked:
            marked.add(language)
            text = f"{text} {RARE}{number}"
            tokens = f"{tokens} {language}_{stem(fold(RARE + str(number)), 'es')}"
        here = place + (number << 11)
        name = f"{key}-{number}"
        yield (here, kind, name, language, title, title_in, text, *rest, tokens)


def words_of(language: str) -> dict[str, str]:
    """Words by how many documents have them."""
    many: Counter[str] = Counter()
    rows = SearchDocument.objects.filter(language=language).exclude(key__contains="-")
    for title, text in rows.values_list("title", "text"):
        many.update(set(WORD.findall(f"{title} {text}".lower())))
    told = sorted(
        (each, word) for word, each in many.items() if telling(words_in(word))
    )
    accented = [pair for pair in told if not pair[1].isascii()]
    middling = min(accented or told, key=lambda pair: abs(pair[0] - 5))
    commonest = accented[-1] if language == "es" else told[-1]
    words = {
        "rare word": f"{RARE}7",
        "middling word": middling[1],
        "commonest word": commonest[1],
    }
    return words | {f"{name}, no accents": bare(word) for name, word in words.items()}


def bare(word: str) -> str:
    """A word without its accents."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def page_of(reader: Client, language: str, word: str) -> Callable[[], None]:
    """Asking for the page of results."""

    def ask() -> None:
        answer = reader.get(PLACES[language], {"q": word})
        if answer.status_code != 200 or b"search-results" not in answer.content:
            message = f"{word}: {answer.status_code}, or nothing was found"
            raise RuntimeError(message)

    return ask


def slowest(ask: Callable[[], Any], times: int = TIMES) -> float:
    """The 95th percentile of some times, after one that warms."""
    # Processor time, which a busy machine does not change; a server's own is left out.
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    took = []
    for _each in range(times + 1):
        began = clock()
        try:
            ask()
        except DatabaseError:
            return PATIENCE_MS
        took.append((clock() - began) * 1000)
    return sorted(took[1:])[int(PERCENTILE * (times - 1))]


def give_to_wagtail() -> None:
    """The same titles and texts as pages of Wagtail, in its own index."""
    if not (root := Page.objects.filter(depth=1).first()):
        return
    locales = {each.language_code: each for each in Locale.objects.all()}
    index = get_search_backend().get_index_for_model(Page)
    waiting: list[Page] = []
    for number, row in enumerate(
        SearchDocument.objects.values_list("language", "title", "text")
    ):
        language, title, text = row
        path = f"{root.path}Z{number:07d}"[: len(root.path) + 8]
        page = Page(
            path=path,
            depth=3,
            url_path=f"/z{number}/",
            title=title[:255],
            slug=f"z{number}",
            search_description=text,
            locale=locales[language],
            content_type_id=root.content_type_id,
            live=True,
        )
        waiting.append(page)
        if len(waiting) >= AT_ONCE:
            add_pages(index, waiting)
            waiting = []
    add_pages(index, waiting)


def add_pages(index: Any, pages: list[Page]) -> None:
    """Write pages and let Wagtail index them."""
    Page.objects.bulk_create(pages)
    index.add_items(Page, pages)


def wagtails_own(language: str, word: str) -> Callable[[], None]:
    """What Wagtail's documentation shows: the first page and the total."""

    locale = Locale.objects.get(language_code=language)

    def ask() -> None:
        patience()
        results = Page.objects.live().filter(locale=locale).search(word)
        _ = list(results[:20]), results.count()

    return ask


def patience() -> None:
    """Stop a question that takes longer than anybody waits."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET statement_timeout = {PATIENCE_MS}")
        return
    connection.ensure_connection()
    until = time.monotonic() + PATIENCE_MS / 1000
    connection.connection.set_progress_handler(
        lambda: int(time.monotonic() > until), 100_000
    )
