"""What tells whether somebody touched a row: a mark of what it said when it was shown."""

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any


def mark_of(values: Mapping[str, Any], names: Iterable[str]) -> str:
    """Alike for rows that say the same in these fields."""
    said = [(name, _plain(values.get(name))) for name in sorted(names)]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, str):
        return "\n".join(value.strip().splitlines())
    return "" if value is None else str(getattr(value, "pk", value))
