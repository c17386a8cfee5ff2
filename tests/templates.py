"""`python -m tests.templates`: the databases that tests copy, made while other checks
run. Whoever needs one meanwhile waits for it; made already, nothing is done."""

import sys

import psycopg

from tests import databases

KINDS = ("", "pages", "content")


def main(server: str) -> None:
    """On SQLite, and on the PostgreSQL server of that address if it answers."""
    for kind in KINDS:
        with databases.only_one_process("sqlite"):
            databases.sqlite_with(kind)
    try:
        known = psycopg.connect(server, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        return
    with known:
        for kind in KINDS:
            with databases.only_one_process("postgres"):
                databases.postgres_with(kind, server, known)


if __name__ == "__main__":
    main(sys.argv[1])
