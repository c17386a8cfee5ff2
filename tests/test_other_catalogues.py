"""What other packages say in English only has its Spanish in locale_of_others."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings

OTHERS = Path(settings.BASE_DIR) / "locale_of_others" / "es" / "LC_MESSAGES"
OURS = Path(settings.BASE_DIR) / "locale" / "es" / "LC_MESSAGES" / "django.po"
DOMAINS = ("django", "djangojs")
# The comment of an entry that says better what its package says already.
CORRECTS = "corrects"
HELD = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")

Key = tuple[str | None, str]


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


@cache
def said_by_packages(domain: str) -> tuple[frozenset[Key], frozenset[Key]]:
    """All that the installed packages say, and what of it they say in Spanish."""
    said: set[Key] = set()
    in_spanish: set[Key] = set()
    for app in apps.get_app_configs():
        if Path(app.path).is_relative_to(settings.BASE_DIR) and ".venv" not in app.path:
            continue
        for language in ("en", "es"):
            source = (
                Path(app.path) / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
            )
            entries = polib.pofile(str(source)) if source.exists() else ()
            for entry in entries:
                if entry.obsolete:
                    continue
                said.add(key(entry))
                if language == "es" and entry.translated():
                    in_spanish.add(key(entry))
    return frozenset(said), frozenset(in_spanish)


@cache
def kept(domain: str) -> polib.POFile:
    return polib.pofile(str(OTHERS / f"{domain}.po"))


@pytest.mark.parametrize("domain", DOMAINS)
def test_packages_say_nothing_in_english_only(domain):
    said, in_spanish = said_by_packages(domain)
    assert len(said) > 100
    ours = {key(entry) for entry in polib.pofile(str(OURS))}
    filled = {key(entry) for entry in kept(domain)} | ours
    assert sorted(map(str, said - in_spanish - filled)) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_kept_that_its_package_does_not_say_or_says_as_well(domain):
    said, in_spanish = said_by_packages(domain)
    idle = {
        key(entry)
        for entry in kept(domain)
        if key(entry) not in said
        or (entry.comment != CORRECTS and key(entry) in in_spanish)
    }
    assert sorted(map(str, idle)) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_entry_is_whole_and_fills_in_only_what_it_is_given(domain):
    for entry in kept(domain):
        assert entry.translated(), entry.msgid
        assert "fuzzy" not in entry.flags, entry.msgid
        given = set(HELD.findall(entry.msgid + (entry.msgid_plural or "")))
        for text in (entry.msgstr, *entry.msgstr_plural.values()):
            assert set(HELD.findall(text)) <= given, entry.msgid


def test_nothing_is_said_twice():
    ours = {key(entry) for entry in polib.pofile(str(OURS))}
    both = ours & {key(entry) for entry in kept("django")}
    assert sorted(map(str, both)) == []
