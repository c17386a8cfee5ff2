"""The Spanish catalogue says everything the code and the templates say."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CATALOGUE = Path("locale/es/LC_MESSAGES/django.po")
SPOKEN = (
    "amuprev",
    "network",
    "toolkit",
    "twinnings",
    "experiences",
    "municipio_seguro",
    "templates",
)

Key = tuple[str | None, str]


def keys(catalogue: polib.POFile) -> set[Key]:
    return {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[Key]:
    """What xgettext finds now, taken from a copy so that nothing is rewritten here."""
    if not shutil.which("xgettext"):
        if os.environ.get("CI"):
            pytest.fail("gettext is missing: the catalogue could not be checked")
        pytest.skip("no gettext here (Debian: apt install gettext)")
    copy = tmp_path_factory.mktemp("spoken")
    for folder in SPOKEN:
        shutil.copytree(
            ROOT / folder,
            copy / folder,
            ignore=shutil.ignore_patterns("__pycache__", "migrations", "*.yaml"),
        )
    (copy / CATALOGUE).parent.mkdir(parents=True)
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "es", "--no-location"],
        cwd=copy,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        check=True,
        capture_output=True,
    )
    return keys(polib.pofile(str(copy / CATALOGUE)))


@pytest.fixture(scope="module")
def kept() -> polib.POFile:
    return polib.pofile(str(ROOT / CATALOGUE))


def test_nothing_said_is_missing_from_the_catalogue(extracted, kept):
    assert sorted(map(str, extracted - keys(kept))) == []


def test_catalogue_keeps_nothing_that_is_no_longer_said(extracted, kept):
    assert sorted(map(str, keys(kept) - extracted)) == []


def test_every_entry_is_translated_and_none_is_a_guess(kept):
    assert [entry.msgid for entry in kept.untranslated_entries()] == []
    assert [entry.msgid for entry in kept.fuzzy_entries()] == []
    assert [entry.msgid for entry in kept.obsolete_entries()] == []
