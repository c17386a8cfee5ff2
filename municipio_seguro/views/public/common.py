"""What every public page of Municipio Seguro shows: where one is, in both languages."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from municipio_seguro.addresses import landing_address

LANGUAGES = ("es", "en")
Crumb = dict[str, str]


def frame(page: Page, address: Callable[[str], str], *more: Crumb) -> dict[str, Any]:
    """The page, its address in each language, and its crumbs."""
    return {
        "page": page,
        "record_alternates": {code: address(code) for code in LANGUAGES},
        "crumbs": [
            {"title": _("Home"), "url": f"/{page.locale.language_code}/"},
            {"title": page.title, "url": landing_address()},
            *more,
        ],
    }
