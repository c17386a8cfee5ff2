"""Verbs that keep the search in step with what is public."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection, transaction

from amuprev.foundation.bulk import put_rows
from amuprev.foundation.search import tables
from amuprev.foundation.search.documents import Document, Source
from amuprev.foundation.search_models import SearchDocument, SearchWord

AT_ONCE = 200
COLUMNS = (
    "place",
    "kind",
    "key",
    "language",
    "title",
    "title_language",
    "text",
    "text_language",
    "note",
    "address",
    "day",
    "country",
    "tokens",
)
DAY = COLUMNS.index("day")
Row = tuple


def find_again(source: Source, keys: Iterable[object]) -> int:
    """Find these things of a source as they stand now; how many documents changed.

    Called after the change, in its transaction. Called again it changes nothing.
    """
    every = sorted({str(key) for key in keys})
    return sum(
        _find_again(source, every[start : start + AT_ONCE])
        for start in range(0, len(every), AT_ONCE)
    )


@transaction.atomic
def _find_again(source: Source, keys: Sequence[str]) -> int:
    # Before anything is read: who reads first would put back what another takes out.
    hold_search()
    wanted = {row_of(each): each for each in source.documents(keys)}
    held = SearchDocument.objects.filter(kind=source.kind, key__in=keys)
    before = {as_held(row) for row in held}
    gone, new = before - wanted.keys(), wanted.keys() - before
    if gone:
        # While the documents still stand: SQLite compares their tokens.
        tables.take_out((row[0], row[-1]) for row in gone)
        SearchDocument.objects.filter(pk__in=[row[0] for row in gone]).delete()
    if new:
        put_rows(SearchDocument._meta.db_table, COLUMNS, sorted(new, key=_place))
        tables.put_in((row[0], row[-1]) for row in sorted(new, key=_place))
        learn(wanted[row] for row in new)
    return len({row[2:4] for row in gone | new})


def _place(row: Row) -> int:
    return row[0]


def hold_search() -> None:
    """Wait until nobody else changes the search, and keep others waiting."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO foundation_searchword (text, written) VALUES ('', '')"
            " ON CONFLICT (text) DO UPDATE SET text = excluded.text"
        )


def row_of(document: Document) -> Row:
    """A document as its table stores it."""
    return (
        document.place,
        document.kind,
        document.key,
        document.language,
        document.title,
        document.own_title_language,
        document.text,
        document.own_text_language,
        document.note[:400],
        document.address,
        document.day.isoformat() if document.day else None,
        document.country,
        document.tokens,
    )


def as_held(row: SearchDocument) -> Row:
    """A stored document, to compare."""
    values = [getattr(row, column) for column in COLUMNS]
    values[DAY] = row.day.isoformat() if row.day else None
    return tuple(values)


def learn(documents: Iterable[Document]) -> None:
    """Know the words of these documents, in small letters where they are so written."""
    words: dict[str, str] = {}
    for document in documents:
        for word, written in document.words().items():
            if written.islower() or word not in words:
                words[word] = written
    every = sorted(words)
    for start in range(0, len(every), AT_ONCE):
        some = every[start : start + AT_ONCE]
        known = SearchWord.objects.in_bulk(some)
        lacking = [
            SearchWord(text=word, written=words[word])
            for word in some
            if word not in known
            or (words[word].islower() and not known[word].written.islower())
        ]
        SearchWord.objects.bulk_create(
            lacking,
            update_conflicts=True,
            unique_fields=["text"],
            update_fields=["written"],
        )


def mend(sources: Sequence[Source], known: Iterable[str] = ()) -> int:
    """Find everything as it stands, some at a time: nobody waits long for it.

    What is of no source and not `known` is found no more.
    Whoever searches meanwhile finds what was found before, or what is found now.
    """
    changed = 0
    for source in sources:
        held = SearchDocument.objects.filter(kind=source.kind)
        keys = {str(key) for key in source.every()}
        keys.update(held.values_list("key", flat=True))
        changed += find_again(source, keys)
    known = [*known, *(source.kind for source in sources)]
    for kind in set(
        SearchDocument.objects.exclude(kind__in=known).values_list("kind", flat=True)
    ):
        nothing = Source(kind, kind, every=tuple, documents=lambda _keys: ())
        held = SearchDocument.objects.filter(kind=kind)
        changed += find_again(nothing, held.values_list("key", flat=True))
    return changed


@transaction.atomic
def make_index_anew(sources: Sequence[Source]) -> None:
    """Index the documents as they are stored, and know the words of what is public."""
    hold_search()
    tables.fill_again()
    SearchWord.objects.exclude(pk="").delete()
    for source in sources:
        for some in in_parts(sorted({str(key) for key in source.every()})):
            learn(source.documents(some))


def faults_of_search(sources: Sequence[Source]) -> list[str]:
    """Where the search differs from what is public, in words; changes nothing."""
    faults: list[str] = []
    kinds = []
    for source in sources:
        kinds.append(source.kind)
        faults += _faults_of(source)
    strange = SearchDocument.objects.exclude(kind__in=kinds).count()
    if strange:
        faults.append(f"{strange} documents are found of kinds that do not exist.")
    return faults + _faults_of_index()


@transaction.atomic
def _faults_of(source: Source) -> list[str]:
    hold_search()
    faults: list[str] = []
    keys = sorted({str(key) for key in source.every()})
    known = 0
    for some in in_parts(keys):
        wanted = {row[0]: row for row in map(row_of, source.documents(some))}
        held = {
            row.pk: as_held(row) for row in SearchDocument.objects.filter(pk__in=wanted)
        }
        known += len(held)
        faults += [
            f"{'/'.join(row[1:4])} is not found as it stands."
            for place, row in wanted.items()
            if held.get(place) != row
        ]
    surplus = SearchDocument.objects.filter(kind=source.kind).count() - known
    if surplus:
        faults.append(f"{source.kind}: {surplus} documents too many are found.")
    return faults


def in_parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """Some hundreds at a time."""
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]


def _faults_of_index() -> list[str]:
    indexed = tables.whole_index()
    if indexed is None:
        return [] if tables.is_whole() else ["The index of words differs."]
    wanted = {
        (place, " ".join(sorted(set(tokens.split()))))
        for place, tokens in SearchDocument.objects.values_list("pk", "tokens")
    }
    found = {(place, " ".join(sorted(tokens.split()))) for place, tokens in indexed}
    return [] if wanted == found else ["The index of words differs."]
