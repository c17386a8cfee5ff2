"""Tags every page may use: the frame around it, and text in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.forms import BaseForm, BoundField, MultiWidget
from django.forms.formsets import BaseFormSet
from django.http import HttpRequest
from django.template.context import RequestContext
from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page

from amuprev.foundation.first_view import FIRST_VIEW_CSS
from amuprev.foundation.prose import render_prose

register = template.Library()

SOURCE_LANGUAGE = settings.LANGUAGE_CODE
HOME_DEPTH = 2


@register.simple_tag
def first_view_css() -> SafeString:
    """The stylesheet inside every page; its hash stands in the policy."""
    return mark_safe(FIRST_VIEW_CSS)  # noqa: S308 - our own constant file


def _page_address(language: str, url_path: str) -> str:
    """A page's address from its place in the tree, without asking for its site."""
    below_home = url_path.split("/", 2)[2]
    with override(language):
        return reverse("wagtail_serve", args=(below_home,))


def _menu(language: str, path: str) -> list[dict[str, Any]]:
    rows = (
        Page.objects.live()
        .in_menu()
        .filter(depth=HOME_DEPTH + 1, locale__language_code=language)
        .order_by("path")
        .values_list("title", "url_path")
    )
    entries = []
    for title, url_path in rows:
        url = _page_address(language, url_path)
        entries.append({"title": title, "url": url, "current": path.startswith(url)})
    return entries


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


def _alternates(
    request: HttpRequest, addresses: dict[str, str], active: str
) -> list[dict[str, Any]]:
    query = request.META.get("QUERY_STRING", "")
    entries = []
    for language, label in settings.LANGUAGES:
        exists = language in addresses
        url = addresses.get(language) or _page_address(language, "//")
        entries.append(
            {
                "lang": language,
                "label": label,
                "url": f"{url}?{query}" if query and exists else url,
                "absolute": _absolute(request, url),
                "current": language == active,
                "exists": exists,
            }
        )
    return entries


@register.simple_tag(takes_context=True)
def portal_frame(context: RequestContext) -> dict[str, Any]:
    """Menu, language switch and canonical address of the page being shown."""
    request = context["request"]
    active = get_language() or SOURCE_LANGUAGE
    alternates = _alternates(request, _addresses(context, request), active)
    return {
        "menu": _menu(active, request.path),
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


@register.simple_tag
def translated_prose(
    record: Any, name: str, *, heading_level: int = 3, notice: bool = True
) -> SafeString:
    """A field's Markdown as HTML; a fallback to Spanish says so before it."""
    text, language = _text_and_language(record, name)
    if not text:
        return SafeString("")
    # render_prose cleans what it returns.
    html = mark_safe(render_prose(text, heading_level=heading_level))  # noqa: S308
    if language == get_language():
        return format_html('<div class="prose">{}</div>', html)
    sentence = SafeString("")
    if notice:
        sentence = format_html(
            '<p class="language-notice">{}</p>', gettext("Only available in Spanish.")
        )
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
    links = _form_errors(form) if form is not None and form.is_bound else []
    for formset in formsets or ():
        if not formset.is_bound:
            continue
        links += [
            {"message": str(error), "target": ""} for error in formset.non_form_errors()
        ]
        for member in formset.forms:
            links += _form_errors(member)
    return links
