"""Experiences that grew from exchanges of twinnings, each told on the other's page."""

from collections.abc import Sequence
from typing import Any

from experiences.listed import told_of
from experiences.models import Experience
from twinnings.lines import exchange_line
from twinnings.offered import OF_EXCHANGES, Part

TEMPLATE = "experiences/public/grown-here.html"
MOST = 12


def grown_from(experience: Any) -> dict[str, Any] | None:
    """The exchange it grew from, while the world may read that."""
    exchange = experience.exchange
    if exchange is None or not exchange.is_public:
        return None
    line = exchange_line(exchange)
    return {**line, "where": line["when"]}


def grown_of(exchanges: Sequence[int]) -> Part | None:
    """The public experiences that grew from some exchanges."""
    rows = Experience.objects.public().filter(exchange__in=exchanges)
    newest = list(rows.select_related("owner").newest_first()[:MOST])
    if not newest:
        return None
    return {"template": TEMPLATE, "lines": [told_of(each) for each in newest]}


def offer() -> None:
    """Have the pages of twinnings and exchanges tell of them."""
    if grown_of not in OF_EXCHANGES:
        OF_EXCHANGES.append(grown_of)
