"""The end of a report on paper: the figures beside the score, and every answer."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from toolkit.papering import Block

NOTHING = "—"
Told = Mapping[str, Any]


def said(words: str, lang: str = "") -> Block:
    """A paragraph."""
    return Block("paragraph", words, lang=lang)


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> Block:
    """A table in which nothing is left blank."""
    cells = [tuple(str(cell) if cell else NOTHING for cell in row) for row in rows]
    return Block("table", rows=(tuple(columns), *cells))


def context(told: Told) -> Iterator[Block]:
    """What is no part of the score."""
    if not told["context"]:
        return
    yield Block("heading", _("Context: not part of the score"), 2)
    for row in told["context"]:
        years = "; ".join(f"{each['year']}: {each['events']}" for each in row["years"])
        rate = f" · {row['rate']} {row['unit']}" if row["rate"] else ""
        yield Block("item", f"{row['label']}. {years}{rate}. {row['sources']}")


def answers(told: Told) -> Iterator[Block]:
    """Every indicator, what is unknown told as unknown."""
    yield Block("heading", _("Answers and evidence"), 2)
    for dimension in told["answers"]:
        yield Block("heading", f"{dimension['code']} · {dimension['name']}", 3)
        yield table(
            (_("Code"), _("Question"), _("Answer"), _("Evidence")),
            (
                (
                    row["code"],
                    row["label"],
                    _answer(row),
                    "\n".join(
                        f"{each['strength']}/3 {each['title']['words']}"
                        for each in row["evidence"]
                    ),
                )
                for row in dimension["rows"]
            ),
        )


def _answer(row: Told) -> str:
    reason = row["reason"]["words"] if row["reason"] else ""
    figure = f"({row['figure']})" if row.get("figure") else ""
    return " ".join(filter(None, [f"{row['head']}.", figure, row["text"], reason]))
