"""What of the editors' pages the public search finds, kept in step with publishing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy, override
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from amuprev.foundation.models import BasePage
from amuprev.foundation.search.documents import Document, Source
from amuprev.foundation.search.keeping import find_again

LANGUAGES = ("es", "en")
LONGEST_KEY = 18
PLAIN = "page"
PAGE = gettext_lazy("Page")


def page_models() -> list[type[BasePage]]:
    """Every type of public page, in the order of their names."""
    found = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return sorted(found, key=lambda model: model._meta.label_lower)


def page_address(language: str, url_path: str) -> str:
    """A page's address from its place in the tree."""
    with override(language):
        return reverse("wagtail_serve", args=(url_path.split("/", 2)[2],))


def _document(page: Any) -> Document:
    language = page.locale.language_code
    with override(language):
        note = page.search_note
    day = page.search_day
    texts = [page.search_description, *page.search_texts()]
    return Document(
        kind=page.search_kind,
        key=str(page.pk),
        language=language,
        rank=page.search_rank,
        title=page.title,
        text=" ".join(" ".join(strip_tags(text).split()) for text in texts if text),
        note=note,
        address=page_address(language, page.url_path),
        day=day,
        country=page.search_country,
        years=frozenset({day.year}) if day else frozenset(),
    )


def _live(model: Any, keys: Sequence[str]) -> Any:
    asked = [int(key) for key in keys if key.isdecimal() and len(key) <= LONGEST_KEY]
    rows = model.objects.live().filter(pk__in=asked)
    rows = rows.filter(locale__language_code__in=LANGUAGES)
    return rows.select_related("locale").order_by("pk")


def _source(kind: str) -> Source:
    """One kind of page, of one type or of several."""
    models: list[Any] = [each for each in page_models() if each.search_kind == kind]

    def every() -> Iterator[int]:
        for model in models:
            yield from model.objects.live().order_by("pk").values_list("pk", flat=True)

    def documents(keys: Sequence[str]) -> Iterator[Document]:
        for model in models:
            for page in _live(model, keys):
                if page.is_searchable:
                    yield _document(page)

    def public(keys: Sequence[str]) -> set[str]:
        return {
            str(page.pk)
            for model in models
            for page in _live(model, keys)
            if page.is_searchable
        }

    label = PAGE if kind == PLAIN else models[0]._meta.verbose_name
    # Only what turns public or private by the clock is asked again.
    by_the_clock = public if kind == "event" else None
    return Source(kind, label, every=every, documents=documents, public=by_the_clock)


def page_sources() -> list[Source]:
    """One source for each kind of page."""
    kinds = dict.fromkeys(model.search_kind for model in page_models())
    return [_source(kind) for kind in kinds]


def find_pages(pages: Iterable[Page]) -> None:
    """Find these pages as they stand now."""
    by_kind: dict[str, list[int]] = {}
    for page in pages:
        model = page.specific_class
        if model is not None and issubclass(model, BasePage):
            by_kind.setdefault(model.search_kind, []).append(page.pk)
    for kind, keys in by_kind.items():
        find_again(_source(kind), keys)


def _follow_page(sender: type, instance: Page, **_rest: Any) -> None:
    find_pages([instance])


def _follow_tree(sender: type, instance: Page, **_rest: Any) -> None:
    """Whatever stands under a page has its address from it."""
    find_pages(Page.objects.get(pk=instance.pk).get_descendants(inclusive=True))


def _follow_deletion(sender: Any, instance: Page, **_rest: Any) -> None:
    find_again(_source(sender.search_kind), [instance.pk])


def listen() -> None:
    """Follow what editors publish, take off, move and delete."""
    page_published.connect(_follow_page, dispatch_uid="search-published")
    page_unpublished.connect(_follow_page, dispatch_uid="search-unpublished")
    page_slug_changed.connect(_follow_tree, dispatch_uid="search-renamed")
    post_page_move.connect(_follow_tree, dispatch_uid="search-moved")
    for model in page_models():
        uid = f"search-deleted-{model._meta.label_lower}"
        post_delete.connect(_follow_deletion, model, dispatch_uid=uid)
