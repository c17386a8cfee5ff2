"""What the source may not say (S16), and what its history may not hold (S22)."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
CODE = ("amuprev", "network", "twinnings", "toolkit", "experiences", "municipio_seguro")

# Where each construction that has hurt other projects may stand, and why it may.
FORBIDDEN = {
    r"mark_safe\(": {
        "amuprev/foundation/templatetags/foundation_tags.py": (
            "our constant stylesheet, prose that was just cleaned, JSON without signs",
            3,
        ),
    },
    r"\|\s*safe\b": {},
    r"csrf_exempt": {
        "amuprev/site/reader_views.py": (
            "one-click leaving, pressed by mail services: the signed link proves it",
            2,
        ),
        "twinnings/views/answer.py": (
            "answers of people without an account: the signed link proves it",
            2,
        ),
        "municipio_seguro/views/opinion.py": (
            "a consultation without account: nothing is kept without its own cookie",
            2,
        ),
    },
    r"\.raw\(": {},
    r"\.extra\(": {},
    r"RawSQL\b": {},
    r"shell=True": {},
    r"\bpickle\b": {},
    r"\bmarshal\b": {},
    r"cache_page|UpdateCacheMiddleware|FetchFromCacheMiddleware": {},
    # CVE-2025-64459: a request's dictionary must never become a question.
    r"\*\*\s*request\.(GET|POST)": {},
    r"\*\*\s*(?:self\.)?request\.(GET|POST)\.dict\(\)": {},
    r"verify=False": {},
    r"yaml\.load\(": {
        "amuprev/foundation/content.py": ("a loader narrower than the safe one", 1),
    },
    r"\beval\(|\bexec\(": {},
}
MOST_EXCEPTIONS = 5
BANDIT = {
    ("B608", "amuprev/foundation/statements.py"): (
        "names of tables and columns, quoted by the database's own quoting"
    ),
    ("B506", "amuprev/foundation/content.py"): "a loader narrower than the safe one",
    ("B703", "amuprev/foundation/templatetags/foundation_tags.py"): "see mark_safe",
    ("B308", "amuprev/foundation/templatetags/foundation_tags.py"): "see mark_safe",
    ("B703", "amuprev/foundation/templatetags/sharing_tags.py"): (
        "a part of a page that its template just made, without the blanks around it"
    ),
}

SECRETS = {
    "a private key": r"-----BEGIN (?:RSA |EC |OPENSSH |)PRIVATE KEY-----",
    "a cloud key": r"\bAKIA[0-9A-Z]{16}\b",
    "a token of a code forge": r"\bgh[pousr]_[A-Za-z0-9]{30,}\b",
    "a secret in a setting": r"(?i)SECRET_KEY\s*=\s*['\"][^'\"\s]{20,}['\"]",
    "a password in an address": r"(?i)\b(?:postgres|redis|smtp)s?://[^:@/\s]+:(?!password@|…@)[^@/\s]{3,}@",
}


def sources() -> list[Path]:
    found = [path for app in CODE for path in (ROOT / app).rglob("*.py")]
    found += (ROOT / "templates").rglob("*.html")
    return [path for path in found if "migrations" not in path.parts]


def uses(pattern: str) -> dict[str, int]:
    """How often each file of ours says it, comments and strings included."""
    counted = {}
    for path in sources():
        times = len(re.findall(pattern, path.read_text(encoding="utf-8")))
        if times:
            counted[str(path.relative_to(ROOT))] = times
    return counted


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_what_hurt_others_stands_only_where_it_is_excused(pattern):
    allowed = {name: times for name, (_why, times) in FORBIDDEN[pattern].items()}
    assert uses(pattern) == allowed


def test_there_are_few_excuses():
    assert sum(len(places) for places in FORBIDDEN.values()) <= MOST_EXCEPTIONS


def test_staff_views_fetch_through_the_person():
    """No view of the workspace asks for all rows of a model."""
    for path in (ROOT / "network" / "views" / "workspace").glob("*.py"):
        assert "objects.all()" not in path.read_text(encoding="utf-8"), path


def test_bandit_finds_only_what_is_excused():
    ran = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", *CODE, "-ll", "-f", "json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    results = json.loads(ran.stdout)["results"]
    assert {(row["test_id"], row["filename"]) for row in results} == set(BANDIT)
    assert len(BANDIT) <= MOST_EXCEPTIONS


def test_statements_are_built_of_names_in_one_module_only():
    """Not excused line by line either."""
    assert not uses(r"noqa: *S608|nosec")
    named = {name for number, name in BANDIT if number == "B608"}
    assert named == {"amuprev/foundation/statements.py"}


@pytest.fixture(scope="module")
def ever_added() -> list[str]:
    """Every line that any commit of this branch added."""
    history = subprocess.run(
        ["git", "log", "-p", "--no-color", "--format=%h", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
        check=True,
    ).stdout
    return [line for line in history.splitlines() if line.startswith("+")]


def test_the_history_is_read(ever_added):
    assert any("class SECRETS" in line or "SECRETS = {" in line for line in ever_added)


@pytest.mark.parametrize("what", SECRETS)
def test_no_secret_was_ever_committed(ever_added, what):
    assert [line for line in ever_added if re.search(SECRETS[what], line)] == []
