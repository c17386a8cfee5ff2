"""A database made anew from a backup, and compared with it before anybody sees it."""

import gzip
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from amuprev.backup.archive import Archive
from amuprev.backup.digests import table_digest
from amuprev.backup.refusals import BackupRefused
from amuprev.backup.rows import stored
from amuprev.backup.sequences import go_on_from
from amuprev.backup.tables import (
    LEFT_OUT,
    Migrations,
    Table,
    applied_migrations,
    last_of_each_app,
    tables_at,
)
from amuprev.foundation import statements
from amuprev.foundation.private_files import put_on_disk
from network.services.listing import refill

TABLES = "tables/"
AT_ONCE = 1_000
SQLITE_SIDE_FILES = ("-wal", "-shm", "-journal")


def rebuild(archive: Archive, *, reuse: bool) -> None:
    """Make the tables as they were, load and compare them, then migrate forward.

    `reuse` keeps tables that hold nobody's records yet and only empties them.
    """
    applied: Migrations = archive.manifest["migrations"]
    if not (reuse and applied_migrations() == applied):
        _drop_everything()
        MigrationExecutor(connection).migrate(last_of_each_app(applied))
    tables = {table.name: table for table in tables_at(applied)}
    _refuse_other_tables(archive, tables)
    with transaction.atomic():
        _defer_constraints("DEFERRED")
        _empty(tables)
        _load(archive, tables)
        _defer_constraints("IMMEDIATE")
        connection.check_constraints()
    for table in tables.values():
        go_on_from(table, archive.manifest["tables"][table.name]["last_number"])
    _compare(archive, tables)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("update_index", verbosity=0)
    refill()


@contextmanager
def put_in_place_at_the_end(*, reuse: bool) -> Iterator[None]:
    """Changes of the database made inside are seen all together or not at all."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            # Tables are changed after rows, which PostgreSQL allows once these are checked.
            _defer_constraints("IMMEDIATE")
            yield
        return
    final = Path(connection.settings_dict["NAME"])
    building = final.with_name(f"{final.name}.restoring")
    _forget_sqlite(building)
    connection.close()
    if reuse and final.exists():
        shutil.copyfile(final, building)
    connection.settings_dict["NAME"] = str(building)
    try:
        yield
        connection.close()
        put_on_disk(building)
        building.rename(final)
        put_on_disk(final.parent)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = str(final)
        _forget_sqlite(building)


def _forget_sqlite(path: Path) -> None:
    for suffix in ("", *SQLITE_SIDE_FILES):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _drop_everything() -> None:
    """Tables and functions of the portal's schema; a SQLite file is new anyway."""
    if connection.vendor == "sqlite":
        connection.close()
        _forget_sqlite(Path(connection.settings_dict["NAME"]))
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 'DROP TABLE ' || string_agg(quote_ident(tablename), ', ')"
            " || ' CASCADE' FROM pg_tables WHERE schemaname = current_schema()"
            " UNION ALL "
            "SELECT 'DROP FUNCTION ' || string_agg(p.oid::regprocedure::text, ', ')"
            " || ' CASCADE' FROM pg_proc p"
            " WHERE pronamespace = current_schema()::regnamespace AND NOT EXISTS"
            " (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"
        )
        for (statement,) in cursor.fetchall():
            if statement:
                cursor.execute(statement)


def _refuse_other_tables(archive: Archive, tables: dict[str, Table]) -> None:
    kept = archive.manifest["tables"]
    for name in kept.keys() | tables.keys():
        if name not in kept or name not in tables:
            raise BackupRefused(f"{name} is not in both the backup and the portal.")
        if kept[name]["columns"] != tables[name].heads:
            raise BackupRefused(f"{name} has other columns in the backup.")


def _defer_constraints(when: str) -> None:
    """SQLite's are looked at when the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET CONSTRAINTS ALL {when}")


def _empty(tables: dict[str, Table]) -> None:
    """What migrations wrote is in the backup too; sign-ins and the like are not."""
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for name in sorted((tables.keys() | LEFT_OUT.keys()) & present):
            if name != "django_migrations":
                cursor.execute(statements.delete(name))


def _load(archive: Archive, tables: dict[str, Table]) -> None:
    for name, content in archive.members(TABLES):
        table = tables[name.split("/")[1]]
        lines = gzip.decompress(content.read()).decode("utf-8", "surrogatepass")
        # Only this ends a line: a text may hold other separators.
        _insert(table, iter(lines.split("\n")[:-1]))


def _insert(table: Table, lines: Iterator[str]) -> None:
    sql = statements.insert(table.name, table.heads)
    with connection.cursor() as cursor:
        while some := list(islice(lines, AT_ONCE)):
            rows = [
                [
                    stored(column, cell)
                    for column, cell in zip(
                        table.columns, json.loads(line), strict=True
                    )
                ]
                for line in some
            ]
            cursor.executemany(sql, rows)


def _compare(archive: Archive, tables: dict[str, Table]) -> None:
    for table in tables.values():
        if (
            table_digest(table).value
            != archive.manifest["tables"][table.name]["sha256"]
        ):
            raise BackupRefused(
                f"{table.name} is not what the backup says after loading it. Nothing "
                "was changed."
            )
