"""What each process remembers for some seconds: what every page asks and few change.

The portal's own cache may be a table, and asking it as dear as asking anew.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import caches
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page

from amuprev.foundation.models import GlossaryCountryName, GlossaryTerm

SECONDS = 30
Kept = TypeVar("Kept")


def remembered(what: str, ask: Callable[[], Kept], of: str = "") -> Kept:
    """The answer as this process knows it, of one language or of all: at most so many
    seconds old."""
    near, name = caches["near"], f"{what}:{of}"
    kept: Kept | None = near.get(name)
    if kept is None:
        kept = ask()
        near.set(name, kept, SECONDS)
    return kept


def forget(what: str) -> None:
    """Ask anew next time; other processes do so within those seconds."""
    languages = [code for code, _name in settings.LANGUAGES]
    caches["near"].delete_many(f"{what}:{of}" for of in ("", *languages))


def forget_what_changed(instance: Any, **_rest: Any) -> None:
    """After a page or a term of the glossary was saved or deleted."""
    if isinstance(instance, Page):
        forget("menu")
    elif isinstance(instance, GlossaryTerm | GlossaryCountryName):
        forget("glossary")


def watch() -> None:
    """Forget as soon as something changes here."""
    for signal in (post_save, post_delete):
        signal.connect(forget_what_changed, dispatch_uid="near")
