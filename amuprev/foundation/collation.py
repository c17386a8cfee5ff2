"""One alphabetical order for names, the same on SQLite and PostgreSQL."""

import unicodedata
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, Collate, NullIf
from django.utils.translation import get_language

COLLATION = "es-x-icu"


def bare(text: str) -> str:
    """Without accents or capitals: words are compared however they were typed."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def sort_key(text: str) -> tuple[str, str]:
    """Spanish order: ñ after n, accents only break ties."""
    return bare(text.casefold().replace("ñ", "n\uffff")), text


def compare(left: str, right: str) -> int:
    """-1, 0 or 1 as the left text stands before, with or after the right one."""
    first, second = sort_key(left), sort_key(right)
    return (first > second) - (first < second)


def register_collation(*, connection: Any, **kwargs: Any) -> None:
    """Give a new SQLite connection the collation that PostgreSQL already has."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(COLLATION, compare)


def by_name(field: str = "name") -> Collate:
    """Order by the name a reader sees: the active language's, else the Spanish."""
    spanish = F(f"{field}_es")
    if (get_language() or "es").startswith("en"):
        english = NullIf(F(f"{field}_en"), Value(""))
        shown = Coalesce(english, spanish, output_field=CharField())
        return Collate(shown, COLLATION)
    return Collate(spanish, COLLATION)
