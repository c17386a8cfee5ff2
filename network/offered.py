"""What upper floors tell on the network's pages: each a template and what it prints.

An upper app adds its own when it starts; the network knows neither what nor whose it is.
"""

from collections.abc import Callable
from typing import Any

Part = dict[str, Any]
# For the page of a municipality: the slug of its place. For a country's: its code.
Teller = Callable[[str], Part | None]
OF_MUNICIPALITY: list[Teller] = []
OF_COUNTRY: list[Teller] = []


def offered(tellers: list[Teller], key: str) -> list[Part]:
    """What there is to tell of this place or country."""
    return [part for tell in tellers if (part := tell(key)) is not None]
