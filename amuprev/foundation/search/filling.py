"""Puts very many things into the search at once, of which hardly any is found yet."""

from collections.abc import Iterator, Sequence

from django.db import transaction

from amuprev.foundation.bulk import put_rows
from amuprev.foundation.search import tables
from amuprev.foundation.search.documents import Document, Source
from amuprev.foundation.search.keeping import COLUMNS, hold_search, learn, row_of
from amuprev.foundation.search_models import SearchDocument

AT_ONCE = 2_000


@transaction.atomic
def fill(source: Source, keys: Sequence[str]) -> int:
    """Find those of these things that are not found yet; how many documents they made.

    Whoever else changes the search waits until all are found.
    """
    hold_search()
    held = SearchDocument.objects.filter(kind=source.kind)
    before = held.count()
    learn(_put_in(source, keys))
    return held.count() - before


def _put_in(source: Source, keys: Sequence[str]) -> Iterator[Document]:
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        held = SearchDocument.objects.filter(kind=source.kind, key__in=some)
        known = set(held.values_list("key", flat=True))
        made = list(source.documents([key for key in some if key not in known]))
        rows = sorted(map(row_of, made))
        put_rows(SearchDocument._meta.db_table, COLUMNS, rows)
        tables.put_in((row[0], row[-1]) for row in rows)
        yield from made
