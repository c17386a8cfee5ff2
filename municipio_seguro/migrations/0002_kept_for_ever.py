"""The database itself refuses to change what was published, used or told."""

from django.db import migrations

# table: (columns that never change, when that holds)
KEPT = {
    "municipio_seguro_snapshot": (
        ["assessment_id", "revision", "content", "sha256", "formula",
         "matrix_version", "erratum_es", "erratum_en", "built_at"],
        "",
    ),
    "municipio_seguro_instrumentversion": (
        ["number", "source", "digest"],
        "OLD.state <> 'draft'",
    ),
    "municipio_seguro_measureentry": (
        ["measure_id", "on", "office", "text_es", "text_en", "from_status",
         "to_status", "progress", "spent", "strength", "file", "address", "at"],
        "",
    ),
}  # fmt: skip
REFUSED = "what was published or told is never changed"


def _changed(columns, differs):
    return " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in columns)


def _sqlite(table, columns, when):
    both = f"({_changed(columns, 'IS NOT')})" + (f" AND {when}" if when else "")
    yield (
        f"CREATE TRIGGER {table}_not_changed BEFORE UPDATE ON {table} WHEN {both} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )
    only = f"WHEN {when} " if when else ""
    yield (
        f"CREATE TRIGGER {table}_not_deleted BEFORE DELETE ON {table} {only}"
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )


def _postgresql(table, columns, when):
    both = f"({_changed(columns, 'IS DISTINCT FROM')})"
    both += f" AND {when}" if when else ""
    refuse = "EXECUTE FUNCTION municipio_seguro_refuses()"
    yield (
        f"CREATE TRIGGER {table}_not_changed BEFORE UPDATE ON {table} "
        f"FOR EACH ROW WHEN ({both}) {refuse}"
    )
    only = f"WHEN ({when}) " if when else ""
    yield (
        f"CREATE TRIGGER {table}_not_deleted BEFORE DELETE ON {table} "
        f"FOR EACH ROW {only}{refuse}"
    )


def keep(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE FUNCTION municipio_seguro_refuses() RETURNS trigger "
            f"LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
        )
    make = _postgresql if postgresql else _sqlite
    for table, (columns, when) in KEPT.items():
        for statement in make(table, columns, when):
            schema_editor.execute(statement)


def let_go(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION municipio_seguro_refuses() CASCADE")
        return
    for table in KEPT:
        for what in ("changed", "deleted"):
            schema_editor.execute(f"DROP TRIGGER {table}_not_{what}")


class Migration(migrations.Migration):
    dependencies = [("municipio_seguro", "0001_municipio_seguro")]

    operations = [migrations.RunPython(keep, let_go)]
