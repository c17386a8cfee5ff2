"""What every page of the toolkit shows: where one is, and for which country one reads."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from amuprev.foundation.addresses import language_in_use
from network.lines import country_words
from toolkit.addresses import COUNTRY_WORDS, landing_address, with_country
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.choosing import KEEP, Chosen, chosen

LANGUAGES = ("es", "en")
Crumb = dict[str, str]


def frame(
    request: HttpRequest, page: Page, address: Callable[[str], str], *more: Crumb
) -> dict[str, Any]:
    """The page, its address in each language, its crumbs and the country it is read for."""
    reads = chosen(request)
    return {
        "page": page,
        "country": reads.country,
        "picker": picker(request, reads),
        "record_alternates": {code: address(code) for code in LANGUAGES},
        "crumbs": [
            {"title": _("Home"), "url": f"/{page.locale.language_code}/"},
            {
                "title": page.title,
                "url": with_country(landing_address(), reads.country),
            },
            *more,
        ],
    }


def picker(request: HttpRequest, reads: Chosen) -> dict[str, Any]:
    """What the form of countries shows."""
    word = COUNTRY_WORDS[language_in_use()]
    left = request.GET.copy()
    for each in (KEEP, *COUNTRY_WORDS.values()):
        left.pop(each, None)
    return {
        "word": word,
        "keep": KEEP,
        "name": country_words(reads.country),
        "kept": reads.kept,
        "countries": [
            (code.value.lower(), country_words(code), code == reads.country)
            for code in GUIDE_COUNTRIES
        ],
        "forget_url": f"{request.path}?{word}=&{KEEP}=1",
        "hidden": [(key, value) for key in left for value in left.getlist(key)],
    }
