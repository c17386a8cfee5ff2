"""G2: the public search by a rare, a middling and the commonest word of all documents,
in both languages, with and without accents; beside Wagtail's own over the same texts.

The documents are the initial content and as many of the log's samples as it takes. To
each of them the commonest word is added, to one of each language a rare one.
"""

import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.test import Client
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from amuprev.foundation import glossary
from amuprev.foundation.bulk import take_stock
from amuprev.foundation.models import SearchDocument
from amuprev.foundation.search import tables
from amuprev.foundation.search.excerpts import WORD
from amuprev.foundation.search.filling import fill
from amuprev.foundation.search.finding import MOST_COUNTED
from amuprev.foundation.search.questions import ask, understand
from amuprev.foundation.search.words import stem, telling, words_in
from amuprev.site import searching
from bench.clock import Clock
from bench.figure import Measured, Size
from network.search import ACTIVITIES

TIMES = 21
PERCENTILE = 0.95
DOCUMENTS = {"small": 1_000, "large": 100_000}
RARE = "quezáltec"
COMMONEST = {"es": "prevención", "en": "prevention"}
# Whoever waits longer has gone; what takes longer is told as this.
PATIENCE_MS = 20_000
PLACES = {"es": "/es/buscar/", "en": "/en/search/"}
AT_ONCE = 2_000
TOLD = re.compile(r'class="search-count">(\D*)([\d\s,]+)')


def measure(size: Size) -> Measured:
    """The 95th percentile of whole pages of results, in milliseconds."""
    settings.ALLOWED_HOSTS = ["testserver"]
    make_many(DOCUMENTS[size])
    reader = Client()
    found: Measured = {}
    asked = {language: words_of(language) for language in PLACES}
    for language, words in asked.items():
        every = SearchDocument.objects.filter(language=language).count()
        for name, word in words.items():
            many = right_total(reader, language, word)
            found[f"search {language}: {name}, stands in"] = 100 * many / every
            took = slowest(page_of(reader, language, word))
            found[f"search {language}: {name}"] = took
    give_to_wagtail()
    for language, words in asked.items():
        for name, word in words.items():
            took = slowest(wagtails_own(language, word), times=3)
            found[f"Wagtail's own, {language}: {name}"] = took
    found["documents in the search"] = SearchDocument.objects.count()
    return found


def make_many(documents: int) -> None:
    """So many documents, each with the commonest word, and two with a rare one."""
    searching.fill_when_empty()
    lacking = documents - SearchDocument.objects.count()
    # Each makes one for readers of either language.
    newest: Any = ACTIVITIES.every()
    newest = newest.order_by("-pk")[: max(0, -(-lacking // 2))]
    with transaction.atomic():
        fill(ACTIVITIES, [str(key) for key in newest])
        for language, word in COMMONEST.items():
            rows = SearchDocument.objects.filter(language=language)
            say(rows, language, word)
            middle = rows.order_by("pk")[rows.count() // 2]
            say(rows.filter(pk=middle.pk), language, RARE)
        tables.fill_again()
    take_stock()


def say(rows: Any, language: str, word: str) -> None:
    """Add a word to documents."""
    token = f"{language}_{stem(words_in(word)[0], language)}"
    rows.update(
        text=Concat(F("text"), Value(f" {word}")),
        tokens=Concat(F("tokens"), Value(f" {token}")),
    )


def words_of(language: str) -> dict[str, str]:
    """A word for each frequency, with its accents and without."""
    rows = SearchDocument.objects.filter(language=language)
    few = rows.count() / 100
    many: Counter[str] = Counter()
    for tokens in rows.values_list("tokens", flat=True).iterator():
        many.update(set(tokens.split()))
    written = {
        word
        for text in rows.exclude(kind=ACTIVITIES.kind).values_list("text", flat=True)
        for word in WORD.findall(text.lower())
        if language == "en" or not word.isascii()
    }
    middling = min(
        (word for word in sorted(written) if len(telling(words_in(word))) == 1),
        key=lambda word: abs(
            many[f"{language}_{stem(words_in(word)[0], language)}"] - few
        ),
    )
    words = {
        "rare word": RARE,
        "middling word": middling,
        "commonest word": COMMONEST[language],
    }
    return words | {f"{name}, no accents": bare(word) for name, word in words.items()}


def right_total(reader: Client, language: str, word: str) -> int:
    """In how many documents a word stands, counted one by one; the page tells that, or
    honestly that there are more than it counts."""
    groups = glossary.words_that_mean_the_same()
    tree = ask(language, understand(word).words, groups).tree()
    rows = SearchDocument.objects.filter(language=language)
    many = 0
    for tokens in rows.values_list("tokens", flat=True).iterator():
        here = set(tokens.split())
        many += all(
            any(all(not here.isdisjoint(word) for word in each) for each in wish)
            for wish in tree
        )
    answer = reader.get(PLACES[language], {"q": word}).content.decode()
    told = TOLD.search(answer)
    number = int(re.sub(r"\D", "", told[2])) if told else 0
    more = bool(told and told[1].strip())
    if (number, more) != (min(many, MOST_COUNTED), many > MOST_COUNTED):
        message = f"{word} stands in {many} documents; the page tells {number}"
        raise RuntimeError(message)
    return many


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
    clock = Clock().now
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
