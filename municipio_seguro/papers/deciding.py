"""What may be decided this week, the money line, and how measures went, on paper."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from municipio_seguro.papers.annex import Told, said, table
from toolkit.papering import Block


def decisions(told: Told) -> Iterator[Block]:
    """Up to three measures with the risk that each answers; where there is none, that."""
    yield Block("heading", _("What you can decide this week"), 2)
    if not told["decisions"]:
        yield said(
            _(
                "On the day of publication no public measure of short term waited for a "
                "decision against an extreme or high public risk."
            )
        )
        return
    yield table(
        (_("Measure"), _("Risk"), _("Amount"), _("Due on"), _("Responsible")),
        (
            (
                row["title"]["words"],
                f"{row['risk']['letter']} · {row['risk']['title']['words']}",
                f"{row['amount']} ({row['sources']})",
                row["due"],
                ", ".join(filter(None, (row["responsible"], row["office"]))),
            )
            for row in told["decisions"]
        ),
    )


def money(told: Told) -> Iterator[Block]:
    """What the plan costs by currency, and what of the emergency fund prevented."""
    yield Block("heading", _("What the plan costs"), 2)
    for each in told["plan"]["money"]:
        sentence = _(
            "In %(currency)s: %(total)s in all, %(funded)s with a source, %(unfunded)s "
            "without one."
        )
        yield Block("item", sentence % each)
    if not told["plan"]["money"]:
        yield Block("item", _("No public measure has an amount."))
    if fund := told["fund"]:
        parts = (fund.get("figure"), fund["head"], fund.get("text"))
        words = " · ".join(filter(None, parts))
        yield Block("item", f"{fund['label']} ({fund['code']}): {words}")


def history(told: Told) -> Iterator[Block]:
    """How each measure went, with the last that was told of it."""
    if not told["history"]:
        return
    yield Block("heading", _("How each measure went"), 3)
    yield table(
        (_("Measure"), _("How it went"), _("Last change")),
        (
            (row["title"]["words"], row["state"], _last(row["changes"]))
            for row in told["history"]
        ),
    )


def _last(changes: list[Told]) -> str:
    if not changes:
        return _("Nothing was told of it until the day of publication.")
    last = changes[0]
    return " · ".join(filter(None, (last["day"], last["moved"], last["text"]["words"])))
