"""Permanent public addresses of the guide, the norms and the model documents."""

from urllib.parse import urlencode

from django.urls import register_converter

from amuprev.foundation.addresses import AREAS, area_address, language_in_use

LANDING_WORDS = AREAS["toolkit"]
# What stands under the landing beside the steps, each a list of its own.
SECTIONS = {
    "norms": {"es": "normas", "en": "norms"},
    "documents": {"es": "documentos", "en": "documents"},
    "audiences": {"es": "quien-soy", "en": "who-i-am"},
    "policies": {"es": "politicas", "en": "policies"},
    "progress": {"es": "avance", "en": "progress"},
    "publications": {"es": "publicaciones", "en": "publications"},
    "guide": {"es": "guia", "en": "guide"},
    "pack": {"es": "paquete", "en": "pack"},
}
FEED_WORDS = {"es": "novedades", "en": "feed"}
# By this word of the address a reader says for which country the guide is read.
COUNTRY_WORDS = {"es": "pais", "en": "country"}
BOOK_FORMS = ("pdf", "epub")
PAPER_FORMS = ("docx", "pdf")
NORM_FORMS = ("xlsx", "csv", "json")
# None of the steps is called so.
TAKEN_WORDS = frozenset(
    word for words in (*SECTIONS.values(), FEED_WORDS) for word in words.values()
)


class _Words:
    """A word of an address, in either language."""

    regex = ""

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


class SectionWord(_Words):
    regex = "|".join(word for words in SECTIONS.values() for word in words.values())


class FeedFile(_Words):
    regex = rf"(?:{'|'.join(FEED_WORDS.values())})\.atom"


class BookFile(_Words):
    regex = rf"(?:{'|'.join(SECTIONS['guide'].values())})\.(?:{'|'.join(BOOK_FORMS)})"


class PaperFile(_Words):
    regex = rf"[-a-z0-9_]+\.(?:{'|'.join(PAPER_FORMS)})"


class NormsFile(_Words):
    regex = rf"(?:{'|'.join(SECTIONS['norms'].values())})\.(?:{'|'.join(NORM_FORMS)})"


class PackFile(_Words):
    regex = r"[a-z]{2}\.zip"


register_converter(SectionWord, "toolkitsection")
register_converter(FeedFile, "toolkitfeed")
register_converter(BookFile, "toolkitbook")
register_converter(PaperFile, "toolkitpaper")
register_converter(NormsFile, "toolkitnorms")
register_converter(PackFile, "toolkitpack")


def section_named(word: str) -> str:
    """The section that a word names, in either language."""
    return next(key for key, words in SECTIONS.items() if word in words.values())


def landing_address(*parts: str, language: str | None = None) -> str:
    """The landing of the toolkit, or something under it."""
    return area_address("toolkit", *parts, language=language)


def section_address(section: str, *parts: str, language: str | None = None) -> str:
    """A list under the landing, or one record of it."""
    word = SECTIONS[section][language_in_use(language)]
    return landing_address(word, *parts, language=language)


def with_country(
    address: str, country: str, language: str | None = None, **more: str
) -> str:
    """An address that says for which country it is read («?pais=sv», «?country=sv»)."""
    asked = dict(more)
    if country:
        asked = {COUNTRY_WORDS[language_in_use(language)]: country.lower()} | asked
    return f"{address}?{urlencode(asked)}" if asked else address


def step_address(slug: str, country: str = "", language: str | None = None) -> str:
    """The page of a step; of a country, with its norms."""
    address = landing_address(slug, language=language)
    return with_country(address, country, language)


def policy_address(number: int, language: str | None = None) -> str:
    """The line of a policy or plan in the register."""
    return f"{section_address('policies', language=language)}#policy-{number}"


def norm_address(slug: str, language: str | None = None) -> str:
    """The page of a norm."""
    return section_address("norms", slug, language=language)


def norms_file_address(form: str, language: str | None = None) -> str:
    """The norms of a filter as a file; the filter follows as in the list's address."""
    return f"{section_address('norms', language=language).rstrip('/')}.{form}"


def document_address(slug: str, language: str | None = None) -> str:
    """The page of a model document."""
    return section_address("documents", slug, language=language)


def paper_address(slug: str, form: str, language: str | None = None) -> str:
    """A model document as a file."""
    return f"{document_address(slug, language).rstrip('/')}.{form}"


def book_address(form: str, language: str | None = None) -> str:
    """The whole guide as a file."""
    return f"{section_address('guide', language=language).rstrip('/')}.{form}"


def pack_address(country: str, language: str | None = None) -> str:
    """The pack of a country, to be carried on a stick."""
    return f"{section_address('pack', language=language)}{country.lower()}.zip"


def feed_address(language: str | None = None) -> str:
    """The path of the feed of what was registered last."""
    word = FEED_WORDS[language_in_use(language)]
    return f"{landing_address(language=language)}{word}.atom"
