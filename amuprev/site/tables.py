"""Every open table of the portal, whichever app keeps it: one registry for pages, files,
interface and dictionary."""

import datetime
from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.addresses import area_address, language_in_use
from amuprev.foundation.open_data.files import FORMS, About
from amuprev.foundation.open_data.tables import Table, last_changes, rows_counted
from amuprev.site import page_tables
from experiences import open_data as experiences_tables
from network import open_data as network_tables
from toolkit import open_data as toolkit_tables
from twinnings import open_data as twinnings_tables

Group = tuple[Any, Sequence[Table]]
# Each app offers its own; a new table is an entry there, nothing here.
GROUPS: tuple[Group, ...] = (
    *experiences_tables.GROUPS,
    *twinnings_tables.GROUPS,
    *toolkit_tables.GROUPS,
    *network_tables.GROUPS,
    (_("What the portal published"), page_tables.TABLES),
)
TABLES: dict[str, Table] = {
    table.key: table
    for table in chain.from_iterable(tables for _title, tables in GROUPS)
}
LANGUAGES = ("es", "en")
FACTS = "open-tables-facts"
# The worker counts anew each minute; without one a reader's request does.
FACTS_SECONDS = 120
Facts = tuple[dict[str, int], dict[str, datetime.datetime]]


def table_of_word(word: str) -> Table | None:
    """The table that a word of an address names, in either language."""
    named = (table for table in TABLES.values() if word in table.words.values())
    return next(named, None)


def table_address(table: Table, language: str | None = None) -> str:
    """The page of a table: what it holds and its files."""
    code = language_in_use(language)
    return area_address("data", table.words[code], language=code)


def file_address(table: Table, form: str, language: str | None = None) -> str:
    """A table as a file."""
    return f"{table_address(table, language).rstrip('/')}.{form}"


def interface_address(table: Table) -> str:
    """A table in the interface for programs."""
    return f"/api/v1/{table.key}/"


def about(table: Table) -> About:
    """What a file of this table says of itself."""
    licence, address = settings.DATA_LICENCE
    page = f"{settings.SITE_URL}{table_address(table)}"
    return About(page, licence, address, timezone.now())


def files_of(table: Table) -> list[dict[str, str]]:
    """The table in each form of file."""
    return [{"form": form, "url": file_address(table, form)} for form in FORMS]


def facts() -> Facts:
    """How many rows each table has and when it last changed, some minutes old at most.

    Asking all tables costs more than the rest of their page; a single table's page
    asks for itself.
    """
    kept: Facts | None = cache.get(FACTS)
    return kept or _count()


def count_tables() -> int:
    """Count anew what the page of all tables tells of each; 0 when nothing changed."""
    kept = cache.get(FACTS)
    return int(_count() != kept)


def _count() -> Facts:
    every = list(TABLES.values())
    counted = (rows_counted(every), last_changes(every))
    cache.set(FACTS, counted, FACTS_SECONDS)
    return counted
