"""One fingerprint per table: equal for equal content, whichever database holds it."""

import hashlib
import json
from collections.abc import Iterator

from amuprev.backup.media import media_digest
from amuprev.backup.rows import lines_of
from amuprev.backup.snapshot import let_go_afterwards, snapshot
from amuprev.backup.tables import Table, applied_migrations, tables_at

MEDIA = "media"


class TableDigest:
    """The fingerprint of a table's columns and of its rows as they are added."""

    def __init__(self, table: Table) -> None:
        self.rows = 0
        self._digest = hashlib.sha256(json.dumps(table.heads).encode())

    def add(self, line: str) -> None:
        """Count one more row."""
        self.rows += 1
        self._digest.update(b"\n" + line.encode("utf-8", "surrogatepass"))

    @property
    def value(self) -> str:
        """The fingerprint (hex) of all that was added."""
        return self._digest.hexdigest()


@let_go_afterwards()
def table_digest(table: Table) -> TableDigest:
    """Read the whole table, a few thousand rows in memory at a time."""
    digest = TableDigest(table)
    for line in lines_of(table):
        digest.add(line)
    return digest


def digests() -> Iterator[tuple[str, str]]:
    """Each table's name and fingerprint, then the media's, all of one instant."""
    with snapshot():
        tables = tables_at(applied_migrations())
        for table in tables:
            yield table.name, table_digest(table).value
        yield MEDIA, media_digest(tables).value
