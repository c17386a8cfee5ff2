"""What the twinnings offer to templates, their own and other pages'."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amuprev.foundation.figures import weight
from amuprev.foundation.templatetags.foundation_tags import prose_html
from network.choices import PublicKind
from twinnings.addresses import document_address, photo_address
from twinnings.lines import dated, party_address, told, when_of
from twinnings.models import ExchangePhoto, Party, TwinningDocument
from twinnings.small_photos import small_photo

register = template.Library()

register.filter("exchange_when", when_of)
register.filter("party_address", party_address)


@register.simple_tag
def told_prose(record: Any, name: str, *, heading_level: int = 3) -> SafeString:
    """A text in the reader's language; else in the other one, which is said before."""
    text, language = told(record, name)
    if not text:
        return SafeString("")
    html = prose_html(text, heading_level=heading_level)
    if not language:
        return format_html('<div class="prose">{}</div>', html)
    return format_html(
        '<p class="language-notice">{}</p><div class="prose" lang="{}">{}</div>',
        _only_in(language),
        language,
        html,
    )


@register.simple_tag
def told_words(record: Any, name: str) -> SafeString:
    """A short text in the reader's language; else in the other one, marked as such."""
    text, language = told(record, name)
    if language:
        return format_html('<span lang="{}">{}</span>', language, text)
    return format_html("{}", text)


@register.filter
def has_text(record: Any, name: str) -> bool:
    """Whether a text is written in any language."""
    return bool(told(record, name)[0])


def _only_in(language: str) -> str:
    if language == "en":
        return _("Only available in English.")
    return _("Only available in Spanish.")


@register.filter
def ratified_when(party: Party) -> str:
    """When a governing body ratified it; empty where that is not known."""
    if party.ratified_on is None:
        return ""
    return dated(
        party.ratified_on,
        None,
        party.ratified_precision,
        uncertain=party.ratified_uncertain,
    )


@register.filter
def signed_when(twinning: Any) -> str:
    """When it was signed; empty where that is not known."""
    if twinning.signed_on is None:
        return ""
    return dated(
        twinning.signed_on,
        None,
        twinning.signed_precision,
        uncertain=twinning.signed_uncertain,
    )


@register.simple_tag
def where_read(document: TwinningDocument, slug: str = "", number: int = 0) -> str:
    """Where a document is read: here, or at its own address."""
    if document.file and number:
        return photo_address(number, str(document.uuid))
    if document.file:
        return document_address(slug, str(document.uuid))
    web = document.address.lower().startswith(("https://", "http://"))
    return document.address if web else ""


@register.filter
def picture_address(photo: ExchangePhoto, size: str) -> str:
    """Where a photo is seen."""
    return photo_address(photo.exchange_id, str(photo.uuid), size)


@register.filter
def picture_sizes(photo: ExchangePhoto) -> list[dict[str, Any]]:
    """Where a photo is seen, small first, and what each weighs."""
    sizes = {"large": photo.size}
    # A file that is away says nothing of its weight; its page says that it is away.
    with suppress(FileNotFoundError):
        sizes = {"small": len(small_photo(photo)), **sizes}
    return [
        {
            "url": picture_address(photo, size),
            "weight": weight(count),
            "small": size == "small",
        }
        for size, count in sizes.items()
    ]


@register.filter
def whole_picture_address(photo: ExchangePhoto) -> str:
    """The small copy's address with the portal's host."""
    return settings.SITE_URL + picture_address(photo, "small")


@register.filter
def picture_name(photo: ExchangePhoto) -> str:
    """How the form of take-downs names a photo."""
    return f"{PublicKind.EXCHANGE_PHOTO}-{photo.uuid}"


@register.filter
def suffix(document: TwinningDocument) -> str:
    """PDF, ODT, DOCX: how people call the type of a document."""
    return Path(document.file.name or "").suffix.lstrip(".").upper()
