"""What upper floors tell on the network's pages: each a template and what it prints.

An upper app adds its own when it starts; the network knows neither what nor whose it is.
"""

from collections.abc import Callable
from typing import Any

Part = dict[str, Any]
# For the page of a municipality: the slug of its place. For a country's: its code.
Teller = Callable[[str], Part | None]
OF_MUNICIPALITY: list[Teller] = []
OF_COUNTRY: list[Teller] = []
# For the page of an activity: its number.
OF_ACTIVITY: list[Teller] = []
# For the search: where a place without a page in the network is told of, and in which
# words, by its slug and a language.
Page = tuple[str, str]
PAGE_OF_PLACE: list[Callable[[str, str], Page | None]] = []


def offered(tellers: list[Teller], key: str) -> list[Part]:
    """What there is to tell of this place, country or activity."""
    return [part for tell in tellers if (part := tell(key)) is not None]


def page_of_place(slug: str, language: str) -> Page | None:
    """The page that an upper floor has for a place, and what it tells in short."""
    told = (tell(slug, language) for tell in PAGE_OF_PLACE)
    return next((page for page in told if page is not None), None)
