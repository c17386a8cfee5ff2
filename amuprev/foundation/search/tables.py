"""The index in the form each database searches fast: written and asked.

FTS5 on SQLite, without positions and beside its documents; a tsvector with a GIN index
on PostgreSQL, whose vectors stand apart from their rows so that walking many rows reads
little. The migration that made the documents made both.
"""

from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError, connection, transaction

AT_ONCE = 500
PUT_IN = {
    "sqlite": "INSERT INTO foundation_searchindex (rowid, tokens) VALUES (%s, %s)",
    "postgresql": (
        "INSERT INTO foundation_searchindex (rowid, tokens)"
        " VALUES (%s, array_to_tsvector(string_to_array(%s, ' ')))"
    ),
}
# Found first and put in order then: in order, a server would walk all rows.
FIND = {
    "sqlite": (
        "SELECT rowid FROM (SELECT rowid FROM foundation_searchindex"
        " WHERE foundation_searchindex MATCH %s) AS found ORDER BY rowid LIMIT %s"
    ),
    "postgresql": (
        "SELECT rowid FROM (SELECT rowid FROM foundation_searchindex"
        " WHERE tokens @@ %s::tsquery OFFSET 0) AS found ORDER BY rowid LIMIT %s"
    ),
}


def take_out(rows: Iterable[tuple[int, str]]) -> None:
    """Forget documents by their place and the tokens they were indexed with."""
    rows = list(rows)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO foundation_searchindex (foundation_searchindex, rowid, tokens)"
                " VALUES ('delete', %s, %s)",
                rows,
            )
            return
        places = [place for place, _tokens in rows]
        for start in range(0, len(places), AT_ONCE):
            cursor.execute(
                "DELETE FROM foundation_searchindex WHERE rowid = ANY(%s)",
                [places[start : start + AT_ONCE]],
            )


def put_in(rows: Iterable[tuple[int, str]]) -> None:
    """Index documents by their place and tokens."""
    with connection.cursor() as cursor:
        cursor.executemany(PUT_IN[connection.vendor], list(rows))


def fill_again() -> None:
    """Make the index anew from the documents."""
    statements: tuple[str, ...] = (
        "DELETE FROM foundation_searchindex",
        "INSERT INTO foundation_searchindex (rowid, tokens) SELECT place,"
        " array_to_tsvector(string_to_array(tokens, ' '))"
        " FROM foundation_searchdocument",
    )
    if connection.vendor == "sqlite":
        statements = (
            "INSERT INTO foundation_searchindex (foundation_searchindex)"
            " VALUES ('rebuild')",
        )
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def whole_index() -> set[tuple[int, str]] | None:
    """What PostgreSQL has indexed, to compare; SQLite checks itself."""
    if connection.vendor == "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid, array_to_string(tsvector_to_array(tokens), ' ')"
            " FROM foundation_searchindex"
        )
        return set(cursor.fetchall())


def is_whole() -> bool:
    """Whether SQLite's index tells what its documents tell."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO foundation_searchindex (foundation_searchindex, rank)"
                " VALUES ('integrity-check', 1)"
            )
    except DatabaseError:
        return False
    return True


Tree = list[list[list[tuple[str, ...]]]]


def places_of(tree: Tree, most: int) -> list[int]:
    """The first documents in which all that is asked stands, by their place.

    A tree is a list of wishes that all hold; a wish is fulfilled by any of its
    expressions; an expression by all of its words; a word by any of its tokens.
    """
    if connection.vendor == "sqlite":
        asked = _written(tree, " AND ", " OR ", '"')
    else:
        asked = _written(tree, " & ", " | ", "'")
    with connection.cursor() as cursor:
        cursor.execute(FIND[connection.vendor], [asked, most])
        return [row[0] for row in cursor.fetchall()]


def _written(tree: Tree, both: str, either: str, quote: str) -> str:
    """The question in a database's own signs; tokens hold letters, digits, «_» only."""

    def word(tokens: tuple[str, ...]) -> str:
        return _group([f"{quote}{token}{quote}" for token in tokens], either)

    def wish(expressions: Any) -> str:
        told = [_group([word(each) for each in words], both) for words in expressions]
        return _group(told, either)

    return both.join(wish(each) for each in tree)


def _group(parts: list[str], sign: str) -> str:
    return f"({sign.join(parts)})" if len(parts) > 1 else parts[0]
