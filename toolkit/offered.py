"""What upper floors tell on the pages of the guide: each a template and what it prints.

An upper app adds its own when it starts."""

from collections.abc import Callable
from typing import Any

Part = dict[str, Any]
# Of a step, by its number in the database and the country it is read for.
Teller = Callable[[int, str], Part | None]
OF_STEP: list[Teller] = []


def offered(step: int, country: str) -> list[Part]:
    """What there is to tell of a step."""
    return [part for tell in OF_STEP if (part := tell(step, country)) is not None]
