"""The one search of the roof: every source, what is asked of it, what it answers."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.utils import timezone

from amuprev.foundation import glossary
from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.search import excerpts, finding, keeping, mistyping
from amuprev.foundation.search.documents import Source
from amuprev.foundation.search.excerpts import Piece
from amuprev.foundation.search.finding import Found
from amuprev.foundation.search.questions import Question, ask, understand
from amuprev.foundation.search_models import SearchDocument
from amuprev.site.page_search import page_sources
from experiences import film_search
from experiences import search as experiences_search
from network import search as network_search
from network.models import Activity
from network.search import ACTIVITIES
from toolkit import search as toolkit_search
from twinnings import search as twinnings_search

PAGE_LENGTH = 20
# What became public earlier was found then; a command compares everything.
LATELY = datetime.timedelta(days=60)
# So many lines of what was perhaps meant are shown at once.
MEANT_LENGTH = 5


@cache
def sources() -> tuple[Source, ...]:
    """Every kind of public thing, pages first."""
    return (
        *page_sources(),
        glossary.TERMS,
        *film_search.SOURCES,
        *experiences_search.SOURCES,
        *twinnings_search.SOURCES,
        *toolkit_search.SOURCES,
        *network_search.SOURCES,
    )


@dataclass(frozen=True)
class Result:
    """One line of the answer."""

    kind: str
    label: str
    title: list[Piece]
    title_language: str
    note: str
    pieces: list[Piece]
    text_language: str
    address: str


@dataclass(frozen=True)
class Answer:
    """What a page of results tells."""

    question: Question
    found: Found
    meant: str

    @property
    def last_page(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.found.total // PAGE_LENGTH))


def answer(words: list[str], filters: Iterable[tuple[str, str]]) -> Answer:
    """All that fits; when nothing does, the words that were perhaps meant."""
    groups = glossary.words_that_mean_the_same() if words else []
    language, narrowed = language_in_use(), tuple(filters)
    question = ask(language, words, groups, narrowed)
    found = finding.find(question)
    meant: list[str] = []
    if words and not found.places:
        meant = mistyping.suggestion(
            replace(question, filters=()), lambda other: ask(language, other, groups)
        )
    return Answer(question, found, mistyping.as_written(meant) if meant else "")


def meant_results(given: Answer) -> list[Result]:
    """The first lines of what was perhaps meant; nothing without a guess."""
    if not given.meant:
        return []
    return results_of(answer(understand(given.meant).words, ()), 1, MEANT_LENGTH)


def results_of(given: Answer, page: int, length: int = PAGE_LENGTH) -> list[Result]:
    """The lines of one page, of what is public at this moment."""
    first = (page - 1) * length
    documents = finding.documents_at(given.found.places[first : first + length])
    shown = _still_public(documents)
    stems = given.question.stems
    aimed = _aimed([each for each in documents if each.pk in shown], stems)
    return [_result(each, stems, aimed) for each in documents if each.pk in shown]


def _aimed(
    documents: Sequence[SearchDocument], stems: frozenset[str]
) -> dict[int, tuple[str, str]]:
    """Note and address of those that open at the place where the words stand."""
    found: dict[int, tuple[str, str]] = {}
    for source in sources():
        mine = [each for each in documents if each.kind == source.kind]
        if mine and stems and source.aim is not None:
            found |= source.aim(mine, stems)
    return found


def _still_public(documents: Sequence[SearchDocument]) -> set[int]:
    """The index never shows anything by itself: its records are asked again."""
    shown = {each.pk for each in documents}
    for source in sources():
        mine = {each.key: each.pk for each in documents if each.kind == source.kind}
        if mine and source.public is not None:
            public = source.public(list(mine))
            shown -= {pk for key, pk in mine.items() if key not in public}
    return shown


def _result(
    document: SearchDocument,
    stems: frozenset[str],
    aimed: dict[int, tuple[str, str]],
) -> Result:
    labels = {source.kind: str(source.label) for source in sources()}
    note, address = aimed.get(document.pk, (document.note, document.address))
    return Result(
        document.kind,
        labels.get(document.kind, ""),
        excerpts.marked(document.title, stems),
        document.title_language,
        note,
        excerpts.excerpt(document.text, stems),
        document.text_language,
        address,
    )


def fill_when_empty() -> int:
    """Find everything where nothing is found yet: a database from before, a backup."""
    if SearchDocument.objects.exists():
        return 0
    return keeping.mend(sources())


def mend_search() -> int:
    """Find everything as it stands; of the log, what became public lately."""
    others = [source for source in sources() if source is not ACTIVITIES]
    since = timezone.localdate() - LATELY
    recent = Activity.objects.public().filter(publish_from__gte=since).order_by()
    return keeping.mend(others, known=[ACTIVITIES.kind]) + keeping.find_again(
        ACTIVITIES, recent.values_list("pk", flat=True)
    )


def repair_search() -> list[str]:
    """Mend all that is wrong; what was wrong."""
    faults = keeping.faults_of_search(sources())
    if faults:
        keeping.mend(sources())
        keeping.make_index_anew(sources())
    return faults


def faults_of_search() -> list[str]:
    """Where the search differs from what is public."""
    return keeping.faults_of_search(sources())
