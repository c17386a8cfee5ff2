"""The tables that hold the portal's content, as the database has them today."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from amuprev.backup.refusals import BackupRefused

# Not content, so in no digest and no backup; each with its reason.
LEFT_OUT = {
    "django_session": "after a restore everybody signs in again",
    "usersessions_usersession": "the list of those sessions",
    "django_tasks_database_dbtaskresult": "what waited would be done, and mailed, twice",
    "network_preparedfile": "files somebody asked for: they ask again",
    "network_listing": "made again from the activities",
    "network_listedactivity": "made again from the activities",
    "network_listingsum": "made again from the activities",
    "foundation_searchdocument": "made again from what is public",
    "foundation_searchindex": "the index of those documents",
    "foundation_searchword": "made again from what is public",
    "network_word": "made again from the activities",
    "network_worduse": "made again from the activities",
    "network_wordedactivity": "made again from the activities",
    "wagtailadmin_editingsession": "who has an editor's page open at this moment",
    "wagtailsearch_indexentry": "built again from the pages",
    "wagtailsearch_indexentry_fts": "built again from the pages",
    "foundation_outgoingmail": "a mail on its way would be sent twice",
    "foundation_recurringrun": "when this very copy last did what recurs",
    "foundation_workerbeat": "the background workers alive at this moment",
    "municipio_seguro_devicemark": "gone when its consultation closes; no copy is kept",
    "foundation_restoration": "says what was restored into this very copy",
    "django_migrations": "the list stands in the backup's manifest",
    "portal_cache": "the cache; rate limits begin anew",
}
# How SQLite keeps a table for searching.
LEFT_OUT_PREFIXES = ("wagtailsearch_indexentry_fts_", "foundation_searchindex_")
Migrations = dict[str, list[str]]


@dataclass(frozen=True)
class Table:
    """One table: its columns by name, so that two databases list them alike."""

    name: str
    # Fields of the model as it was at those migrations.
    key: Any
    columns: tuple[Any, ...]

    @property
    def heads(self) -> list[str]:
        """The names of the columns."""
        return [column.column for column in self.columns]


def applied_migrations() -> Migrations:
    """What was migrated in this database, by app; empty for an empty database."""
    applied: Migrations = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        applied.setdefault(app, []).append(name)
    return applied


def unknown_migrations(applied: Migrations) -> list[str]:
    """Those this version of the portal does not have."""
    known = MigrationExecutor(connection).loader.disk_migrations
    return [
        f"{app}.{name}"
        for app, names in applied.items()
        for name in names
        if (app, name) not in known
    ]


def last_of_each_app(applied: Migrations) -> list[tuple[str, str]]:
    """Where each app's migrations stood: what to migrate to for the same tables."""
    nodes = MigrationExecutor(connection).loader.graph
    held = {(app, name) for app, names in applied.items() for name in names}
    return sorted(
        node
        for node in held
        if node in nodes.nodes
        and not any(
            child.key in held and child.key[0] == node[0]
            for child in nodes.node_map[node].children
        )
    )


def tables_at(applied: Migrations) -> list[Table]:
    """The tables as those migrations made them, by name."""
    lacking = unknown_migrations(applied)
    if lacking:
        raise BackupRefused(
            f"The database was made by a newer version of the portal: this one lacks "
            f"{lacking[0]}. Update the portal first."
        )
    loader = MigrationExecutor(connection).loader
    state = loader.project_state(last_of_each_app(applied))
    return sorted(kept(state.apps.get_models(include_auto_created=True)), key=_name)


def kept(found: Any) -> Iterator[Table]:
    """The tables of those models, without what is left out."""
    for model in found:
        options = model._meta
        if options.proxy or not options.managed or is_left_out(options.db_table):
            continue
        columns = [
            field
            for field in options.local_concrete_fields
            if not getattr(field, "generated", False)
        ]
        yield Table(
            name=options.db_table,
            key=options.pk,
            columns=tuple(sorted(columns, key=_column)),
        )


def is_left_out(table: str) -> bool:
    """Whether the table holds nothing that a backup must keep."""
    return table in LEFT_OUT or table.startswith(LEFT_OUT_PREFIXES)


def _name(table: Table) -> str:
    return table.name


def _column(field: Any) -> str:
    return field.column
