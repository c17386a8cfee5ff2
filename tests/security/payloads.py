"""Hostile text in every field, and how to tell that a page let it live."""

import re
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models
from lxml import html
from wagtail.models import Page

from tests.security.canaries import APPS, plain, texts_of

MARK = "zqx"
SUM = "zq1337zq"
WHOLE = f"\"><img src=x onerror={MARK}(1)><script>{MARK}(2)</script>'zq{{{{7*191}}}}zq"
SHORT = f"<b onclick={MARK}(3)>'\""
ADDRESS = f"javascript:{MARK}(4)"
# Fields that hold no words: ways, keys and what other columns are compared with.
WAYS = re.compile(
    r"slug|key|path|hash|sha256|digest|password|type|code|token|language|currency|email"
    r"|envelope|record_kind|state|field|name_of|precision|previous|introduction|model"
    r"|iso_3166_2|filter_spec|worker|fields|locale"
)
ADDRESSES = ("website", "links", "address", "registry_address")
# Written as title | address.
SOURCE = f"Prensa | {ADDRESS}"
APART = {
    "AuditEntry",
    "AuditSeal",
    "HeldPost",
    "HeldFile",
    "RecurringRun",
    "WorkerBeat",
    # Facets of experiences, each once, made from them.
    "FacetBits",
    # Letters and figures only, each word once.
    "Word",
    # Made from what is public, one line for each and its language.
    "SearchDocument",
    "SearchWord",
}
# Figures and signs of a telephone only, each number once in its country.
FIGURES_ONLY = {("HelpLine", "number")}
LIVE_LINKS = ("href", "src", "action", "formaction", "data", "srcdoc")


def plant() -> int:
    """Write hostile text over every text of every record; how many texts."""
    planted = 0
    for model in _models():
        values = {
            field.name: text
            for field in texts_of(model)
            if not isinstance(field, models.JSONField | models.SlugField)
            and not WAYS.search(field.name)
            and (model.__name__, field.name) not in FIGURES_ONLY
            and (text := _hostile(field))
        }
        if values:
            planted += plain(model).update(**values) * len(values)
    titles = {"title": WHOLE, "draft_title": WHOLE, "seo_title": WHOLE}
    planted += plain(Page).filter(depth__gt=1).update(**titles) * len(titles)
    return planted


def _models() -> Iterable[type[models.Model]]:
    for name in APPS:
        for model in apps.get_app_config(name).get_models():
            ours = model.__name__ not in APART and not model._meta.proxy
            if ours and not issubclass(model, Page):
                yield model


def _hostile(field: models.Field) -> str:
    """The longest of our texts that fits the column."""
    room = field.max_length or len(WHOLE)
    texts = [ADDRESS] if field.name in ADDRESSES else [WHOLE, SHORT]
    if field.name in ("source", "sources"):
        texts = [SOURCE]
    return next((text for text in texts if len(text) <= room), "")


def alive(page: html.HtmlElement) -> Iterator[str]:
    """What in a parsed page would run because of a stored text."""
    for element in page.iter("*"):
        for name, value in element.attrib.items():
            script = value.strip().lower().startswith("javascript:")
            if (name.startswith("on") and MARK in value) or (
                name in LIVE_LINKS and script and MARK in value
            ):
                yield f"{element.tag} {name}={value[:80]}"
        runs = element.tag == "script" and not element.get("type", "").endswith("json")
        if runs and MARK in (element.text or ""):
            yield f"script: {(element.text or '')[:80]}"
        if element.tag == "img" and element.get("src") == "x":
            yield f"image: {html.tostring(element)[:80]!r}"
