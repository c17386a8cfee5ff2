"""Permanent public addresses of the experiences."""

from urllib.parse import urlencode

from django.urls import register_converter

from amuprev.foundation.addresses import area_address, language_in_use
from network.addresses import size_word

VERSION_WORDS = {"es": "versiones", "en": "versions"}
COMPARE_WORDS = {"es": "comparar", "en": "compare"}
FEED_WORDS = {"es": "novedades", "en": "feed"}
FILE_FORMS = ("pdf", "bib", "ris")


class _Words:
    """A word of an address, in either language."""

    regex = ""

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


class VersionsWord(_Words):
    regex = "|".join(VERSION_WORDS.values())


class CompareWord(_Words):
    regex = "|".join(COMPARE_WORDS.values())


class FeedFile(_Words):
    regex = rf"(?:{'|'.join(FEED_WORDS.values())})\.atom"


class ExperienceFile(_Words):
    regex = rf"[-a-zA-Z0-9_]+\.(?:{'|'.join(FILE_FORMS)})"


register_converter(VersionsWord, "versions")
register_converter(CompareWord, "compare")
register_converter(FeedFile, "experiencefeed")
register_converter(ExperienceFile, "experiencefile")


def experience_address(slug: str, language: str | None = None) -> str:
    """The path of an experience's public page."""
    return area_address("experiences", slug, language=language)


def file_address(slug: str, form: str, language: str | None = None) -> str:
    """The path of an experience as PDF, or of the file that cites it."""
    return f"{experience_address(slug, language).rstrip('/')}.{form}"


def versions_address(slug: str, language: str | None = None) -> str:
    """The path of an experience's published versions."""
    word = VERSION_WORDS[language_in_use(language)]
    return area_address("experiences", slug, word, language=language)


def piece_address(slug: str, key: str, size: str, language: str | None = None) -> str:
    """The path of a photo or document of an experience."""
    word = size_word(size, language)
    return area_address("experiences", slug, key, word, language=language)


def compare_address(*slugs: str, language: str | None = None) -> str:
    """The path of the comparison of some experiences."""
    word = COMPARE_WORDS[language_in_use(language)]
    path = area_address("experiences", word, language=language)
    return f"{path}?{urlencode([('e', slug) for slug in slugs])}" if slugs else path


def feed_address(language: str | None = None) -> str:
    """The path of the feed of what was published last."""
    word = FEED_WORDS[language_in_use(language)]
    return f"{area_address('experiences', language=language)}{word}.atom"
