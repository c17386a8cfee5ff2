"""Every address the portal knows, read from its URL configuration."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern
from django.utils.translation import override
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import get_page_models

LANGUAGES = ("es", "en")


@dataclass(frozen=True)
class Route:
    """One address: its name, its pattern in each language, what its path holds."""

    name: str
    patterns: dict[str, str]
    arguments: tuple[str, ...] = field(default=())


def every_route() -> list[Route]:
    """The routes of the URL configuration, and those that pages of the tree answer."""
    found: dict[str, Route] = {}
    for language in LANGUAGES:
        with override(language):
            for name, pattern, arguments in _walk(get_resolver()):
                known = found.get(name)
                patterns = {**(known.patterns if known else {}), language: pattern}
                found[name] = Route(name, patterns, arguments)
    for route in _pages():
        found[route.name] = route
    return sorted(found.values(), key=lambda route: route.name)


def _walk(
    resolver: URLResolver, namespace: str = "", prefix: str = ""
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for entry in resolver.url_patterns:
        pattern = prefix + _readable(entry)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, inner, pattern)
        elif isinstance(entry, URLPattern):
            # A route without a name is called by its pattern, the same in any language.
            name = namespace + (entry.name or _nameless(pattern))
            yield name, "/" + pattern, _named_in(pattern)


def _readable(entry: URLPattern | URLResolver) -> str:
    """Its part of the address; a regular expression with its groups by name."""
    text = str(entry.pattern)
    if not isinstance(entry.pattern, RegexPattern):
        return text
    plain = text.replace("([^/]+)", "(.+)")
    return simplify_regex(plain).removeprefix("/").replace("<var>", "<path:rest>")


def _nameless(pattern: str) -> str:
    return re.sub(r"^(es|en)/", "", pattern) or "home"


def _pages() -> Iterator[Route]:
    """The routes inside the pages of each area."""
    for model in get_page_models():
        if not issubclass(model, RoutablePageMixin):
            continue
        page: Any = model
        for entry in page.get_subpage_urls():
            pattern = str(entry.pattern).removeprefix("^").removesuffix("$")
            patterns = {
                code: f"/{code}/{slug}/{pattern}"
                for code, slug in page.fixed_slugs.items()
            }
            name = f"{model._meta.label_lower}:{entry.name}"
            yield Route(name, patterns, _named_in(pattern))


def _named_in(pattern: str) -> tuple[str, ...]:
    converters = re.findall(r"<(?:\w+:)?(\w+)>", pattern)
    groups = re.findall(r"\(\?P<(\w+)>", pattern)
    return tuple(dict.fromkeys([*converters, *groups]))
