"""What each process remembers for some seconds: what every page asks and few change.

The portal's own cache may be a table, and asking it as dear as asking anew.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import caches
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page

from amuprev.foundation.models import GlossaryCountryName, GlossaryTerm

SECONDS = 30
Kept = TypeVar("Kept")
Listed = TypeVar("Listed", bound=Model)
# The lists that were asked for in this process.
_LISTS: set[type[Model]] = set()


def remembered(what: str, ask: Callable[[], Kept], of: str = "") -> Kept:
    """The answer as this process knows it, of one language or of all: at most so many
    seconds old."""
    near, name = caches["near"], f"{what}:{of}"
    kept: Kept | None = near.get(name)
    if kept is None:
        kept = ask()
        near.set(name, kept, SECONDS)
    return kept


def every(model: type[Listed]) -> list[Listed]:
    """All rows of a short list that hardly changes, in its order."""
    rows = model._default_manager
    _LISTS.add(model)
    return remembered(_name(model), lambda: list(rows.all()))


def _name(model: type[Model]) -> str:
    return f"every-{model._meta.label}"


def forget(what: str) -> None:
    """Ask anew next time; other processes do so within those seconds."""
    languages = [code for code, _name in settings.LANGUAGES]
    caches["near"].delete_many(f"{what}:{of}" for of in ("", *languages))


def forget_what_changed(instance: Any, **_rest: Any) -> None:
    """After a page, a term of the glossary or an entry of a list was saved or deleted."""
    if isinstance(instance, Page):
        forget("menu")
    elif isinstance(instance, GlossaryTerm | GlossaryCountryName):
        forget("glossary")
    elif instance.__class__ in _LISTS:
        forget(_name(instance.__class__))


def watch() -> None:
    """Forget as soon as something changes here."""
    for signal in (post_save, post_delete):
        signal.connect(forget_what_changed, dispatch_uid="near")
