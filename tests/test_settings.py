import os
import subprocess
import sys

import pytest
from django.conf import settings

COMPLETE = {
    "AMUPREV_PROFILE": "production",
    "SECRET_KEY": "only-for-this-test-and-long-enough-0123456789-abcdefghijk",
    "ALLOWED_HOSTS": "portal.example",
    "SITE_URL": "https://portal.example",
    "DATABASE_URL": "postgres://portal@127.0.0.1/portal",
}


def load_settings(**variables: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process that sees only these variables."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", READ_SETTINGS],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )


READ_SETTINGS = "from amuprev import settings; print(settings.DATABASES['default'])"


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in COMPLETE.items() if key != name}


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "SITE_URL"]
)
def test_production_refuses_to_start_without(name: str):
    result = load_settings(**without(name))
    assert result.returncode != 0
    last = result.stderr.strip().splitlines()[-1]
    assert last.startswith(f"django.core.exceptions.ImproperlyConfigured: Set {name}: ")
    assert last.endswith(".")


def test_production_starts_with_a_pool_when_all_is_set():
    result = load_settings(**COMPLETE)
    assert result.returncode == 0, result.stderr
    assert "'pool'" in result.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [("AMUPREV_PROFILE", "staging"), ("DEBUG", "perhaps"), ("DATABASE_POOL", "many")],
)
def test_a_senseless_value_is_refused_by_name(name: str, value: str):
    result = load_settings(**{**COMPLETE, name: value})
    assert result.returncode != 0
    assert name in result.stderr.strip().splitlines()[-1]


def test_sqlite_is_durable_and_takes_the_lock_first():
    options = load_settings(AMUPREV_PROFILE="test").stdout
    for promise in ("IMMEDIATE", "journal_mode=WAL", "synchronous=FULL", "foreign_key"):
        assert promise in options
