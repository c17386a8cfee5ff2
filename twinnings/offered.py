"""What upper floors tell on the pages of twinnings and exchanges: each a template and
what it prints. An upper app adds its own when it starts."""

from collections.abc import Callable, Sequence
from typing import Any

Part = dict[str, Any]
# Of some exchanges, by their numbers.
Teller = Callable[[Sequence[int]], Part | None]
OF_EXCHANGES: list[Teller] = []


def offered(exchanges: Sequence[int]) -> list[Part]:
    """What there is to tell of these exchanges."""
    if not exchanges:
        return []
    return [part for tell in OF_EXCHANGES if (part := tell(exchanges)) is not None]
