"""Tags every page may use: the frame around it, and text in the reader's language."""

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import DisallowedHost
from django.forms import BaseForm, BoundField, MultiWidget
from django.forms.formsets import BaseFormSet
from django.http import HttpRequest
from django.template.context import RequestContext
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, override
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from amuprev.foundation.first_view import FIRST_VIEW_CSS
from amuprev.foundation.models import Picture
from amuprev.foundation.near import remembered
from amuprev.foundation.prose import render_prose

register = template.Library()

SOURCE_LANGUAGE = settings.LANGUAGE_CODE
HOME_DEPTH = 2
# The language with a region, as pages that show links want it.
OPEN_GRAPH = {"es": "es_LA", "en": "en_US"}


def inert_json(told: dict[str, Any]) -> SafeString:
    """JSON in which no sign can end the element that holds it, or begin another."""
    text = json.dumps(told, ensure_ascii=False)
    inert = text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"})
    return mark_safe(inert)  # noqa: S308 - no sign of markup is left


@register.simple_tag
def first_view_css() -> SafeString:
    """The stylesheet inside every page; its hash stands in the policy."""
    return mark_safe(FIRST_VIEW_CSS)  # noqa: S308 - our own constant file


@register.simple_tag
def module(name: str) -> SafeString:
    """A script of ours, which the browser runs only as long as it is the one we wrote."""
    address, integrity = static(name), _integrity(name)
    return format_html(
        '<script type="module" src="{}" integrity="{}"></script>', address, integrity
    )


@cache
def _integrity(name: str) -> str:
    source = Path(str(finders.find(name)))
    digest = hashlib.sha384(source.read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"


@register.simple_tag
def shown_picture(picture: Picture | None, spec: str) -> SafeString | str:
    """An editors' picture at a size; nothing while it may not be shown.

    Pages print pictures with this tag alone: Wagtail's own asks nobody.
    """
    if picture is None or not picture.showable:
        return ""
    try:
        return picture.get_rendition(spec).img_tag({"loading": "lazy"})
    except SourceImageIOError:
        return ""


def _page_address(language: str, url_path: str) -> str:
    """A page's address from its place in the tree, without asking for its site."""
    below_home = url_path.split("/", 2)[2]
    with override(language):
        return reverse("wagtail_serve", args=(below_home,))


@register.filter
def page_path(page: Page) -> str:
    """Where a page is read, from its place in the tree: its site is not asked for."""
    return _page_address(page.locale.language_code, page.url_path)


Entries = list[dict[str, Any]]


def _under_home(language: str, path: str) -> tuple[Entries, Entries]:
    """The pages right under home in the order of the tree: the menu's, and all."""
    rows = (
        Page.objects.live()
        .filter(depth=HOME_DEPTH + 1, locale__language_code=language)
        .order_by("path")
        .values_list("title", "url_path", "show_in_menus")
    )
    menu, every = [], []
    for title, url_path, in_menu in remembered("menu", lambda: list(rows), language):
        url = _page_address(language, url_path)
        entry = {"title": title, "url": url, "current": path.startswith(url)}
        every.append(entry)
        if in_menu:
            menu.append(entry)
    return menu, every


def _page_addresses(page: Page) -> dict[str, str]:
    """The page's address in each language it is published in."""
    rows = Page.objects.live().filter(translation_key=page.translation_key)
    return {
        language: _page_address(language, url_path)
        for language, url_path in rows.values_list("locale__language_code", "url_path")
    }


def _addresses(context: RequestContext, request: HttpRequest) -> dict[str, str]:
    """Where this very thing stands in each language; empty for error pages."""
    if record := context.get("record_alternates"):
        return dict(record)
    page = context.get("page")
    if isinstance(page, Page):
        return _page_addresses(page)
    if request.resolver_match is None:
        return {}
    return {
        language: translate_url(request.path, language)
        for language, _name in settings.LANGUAGES
    }


def _absolute(request: HttpRequest, path: str) -> str:
    """The whole address; the path alone where the host asked for is not ours."""
    try:
        return request.build_absolute_uri(path)
    except DisallowedHost:
        return path


def _asked_anywhere(request: HttpRequest) -> str:
    """What was asked of a page, without how far into a list: in the other language
    there may be fewer to read."""
    if "page" not in request.GET:
        return str(request.META.get("QUERY_STRING", ""))
    asked = request.GET.copy()
    del asked["page"]
    return asked.urlencode()


def _alternates(
    request: HttpRequest, addresses: dict[str, str], active: str
) -> list[dict[str, Any]]:
    query = _asked_anywhere(request)
    entries = []
    for language, label in settings.LANGUAGES:
        exists = language in addresses
        url = addresses.get(language) or _page_address(language, "//")
        entries.append(
            {
                "lang": language,
                "label": label,
                "url": _with_query(url, query) if exists else url,
                "absolute": _absolute(request, url),
                "open_graph": OPEN_GRAPH[language],
                "current": language == active,
                "exists": exists,
            }
        )
    return entries


def _with_query(url: str, query: str) -> str:
    """What was asked goes along, unless the record's own address says it already."""
    return f"{url}?{query}" if query and "?" not in url else url


@register.simple_tag(takes_context=True)
def portal_frame(context: RequestContext) -> dict[str, Any]:
    """Menu, language switch and canonical address of the page being shown."""
    request = context["request"]
    active = get_language() or SOURCE_LANGUAGE
    alternates = _alternates(request, _addresses(context, request), active)
    menu, under_home = _under_home(active, request.path)
    return {
        "menu": menu,
        "under_home": under_home,
        "alternates": alternates,
        "canonical": _absolute(request, request.path),
        "home_url": _page_address(active, "//"),
    }


@register.simple_tag(takes_context=True)
def workspace_frame(context: RequestContext) -> dict[str, Any]:
    """The language switch of a signed-in page; it asks the database nothing."""
    request = context["request"]
    active = get_language() or SOURCE_LANGUAGE
    addresses = {}
    if request.resolver_match is not None:
        addresses = {
            language: translate_url(request.path, language)
            for language, _name in settings.LANGUAGES
        }
    return {
        "alternates": _alternates(request, addresses, active),
        "home_url": _page_address(active, "//"),
        "path": request.path,
    }


def _text_and_language(record: Any, name: str) -> tuple[str, str]:
    """A field's text for the reader, and the language that text is in."""
    active = get_language() or SOURCE_LANGUAGE
    for language in (active, SOURCE_LANGUAGE):
        text = getattr(record, f"{name}_{language}", None)
        if text:
            return str(text), language
    if hasattr(record, f"{name}_{SOURCE_LANGUAGE}"):
        return "", active
    return str(getattr(record, name, None) or ""), SOURCE_LANGUAGE


@register.simple_tag
def translated(record: Any, name: str) -> SafeString:
    """A field in the reader's language; else in Spanish, marked as such."""
    text, language = _text_and_language(record, name)
    if text and language != get_language():
        return format_html('<span lang="{}">{}</span>', language, text)
    return format_html("{}", text)


def prose_html(text: str, *, heading_level: int = 3) -> SafeString:
    """Markdown of one language as HTML."""
    return mark_safe(render_prose(text, heading_level=heading_level))  # noqa: S308


@register.simple_tag
def translated_prose(
    record: Any, name: str, *, heading_level: int = 3, notice: bool = True
) -> SafeString:
    """A field's Markdown as HTML; a fallback to Spanish says so before it."""
    text, language = _text_and_language(record, name)
    if not text:
        return SafeString("")
    html = prose_html(text, heading_level=heading_level)
    if language == get_language():
        return format_html('<div class="prose">{}</div>', html)
    sentence = SafeString("")
    if notice:
        told = gettext("Only available in Spanish.")
        sentence = format_html('<p class="language-notice">{}</p>', told)
    return format_html(
        '{}<div class="prose" lang="{}">{}</div>', sentence, language, html
    )


def _focus_target(field: BoundField) -> str:
    """The id of the control a person must go to for mending this field."""
    widget = field.field.widget
    if isinstance(widget, MultiWidget):
        boxes = field.subwidgets[0].data["subwidgets"]
        return str(boxes[0]["attrs"]["id"])
    if widget.use_fieldset:
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


def _form_errors(form: BaseForm) -> list[dict[str, str]]:
    links = [{"message": str(error), "target": ""} for error in form.non_field_errors()]
    for field in form:
        links += [
            {"message": str(error), "target": _focus_target(field)}
            for error in field.errors
        ]
    return links


@register.simple_tag
def error_links(
    form: BaseForm | None, formsets: Iterable[BaseFormSet] | None = None
) -> list[dict[str, str]]:
    """Each error of a form and its formsets, with the id of the field it is about."""
    links = _form_errors(form) if form and form.is_bound else []
    for formset in formsets or ():
        if not formset.is_bound:
            continue
        whole = formset.non_form_errors()
        links += [{"message": str(error), "target": ""} for error in whole]
        for member in formset.forms:
            links += _form_errors(member)
    return links
