"""Sums of money: by currency, never across."""

from collections.abc import Iterable
from decimal import Decimal

from municipio_seguro.messages import say


class DifferentCurrencies(ValueError):  # noqa: N818  it is an answer, not a fault
    """Somebody asked for one sum of several currencies (G-W11)."""

    def __init__(self) -> None:
        super().__init__(say("G-W11"))


def by_currency(amounts: Iterable[tuple[str, Decimal | None]]) -> dict[str, Decimal]:
    """The sum of each currency."""
    sums: dict[str, Decimal] = {}
    for currency, amount in amounts:
        if amount is not None:
            sums[currency] = sums.get(currency, Decimal(0)) + amount
    return sums


def one_sum(amounts: Iterable[tuple[str, Decimal | None]]) -> Decimal:
    """The sum of amounts of one currency. Raises DifferentCurrencies."""
    sums = by_currency(amounts)
    if len(sums) > 1:
        raise DifferentCurrencies
    return next(iter(sums.values()), Decimal(0))
