"""R1b: what is acknowledged is on the disk: a sync for each save, counted by strace."""

import os
import re
import shutil
import uuid

import psycopg
import pytest
from django.db import connection

from tests.reliability.life import a_life, found_activities
from tests.reliability.people import words_of

SAVES = 12
SYNC = re.compile(
    r"\b(?:fsync|fdatasync)\(\d+\)\s+= 0|<\.\.\. (?:fsync|fdatasync) resumed"
)


@pytest.mark.only_on("sqlite")
def test_a_sync_stands_between_each_save_and_its_answer(tmp_path):
    if not shutil.which("strace"):
        pytest.skip("no strace here (Debian: apt install strace)")
    trace = tmp_path / "syncs"
    strace = ("strace", "-f", "--seccomp-bpf", "-e", "trace=fsync,fdatasync")
    # Without a worker: its own syncs would be taken for those of the saves.
    with a_life(tmp_path, (*strace, "-o", str(trace)), WORKER="no") as life:
        (person,) = life.people(1)
        without = []
        for _time in range(SAVES):
            key = str(uuid.uuid4())
            before = len(SYNC.findall(trace.read_text()))
            assert person.log(key, words_of(key)).record
            if len(SYNC.findall(trace.read_text())) == before:
                without.append(key)
        assert without == []
        assert len(found_activities(life)) == SAVES


@pytest.mark.only_on("sqlite")
@pytest.mark.django_db
def test_sqlite_waits_for_the_disk():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        # 2 is FULL, 3 EXTRA; 1, NORMAL, forgets the last commits in a power cut.
        assert cursor.fetchone()[0] >= 2
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == "wal"


@pytest.mark.only_on("postgresql")
@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_waits_for_the_disk():
    address = os.environ["DATABASE_URL"]
    with connection.cursor() as cursor, psycopg.connect(address) as plain:
        cursor.execute("SHOW synchronous_commit")
        assert cursor.fetchone()[0] != "off"
        for setting in ("fsync", "full_page_writes"):
            assert plain.execute(f"SHOW {setting}").fetchone() == ("on",)
