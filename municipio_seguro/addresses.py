"""Permanent public addresses of Municipio Seguro."""

from django.conf import settings
from django.urls import register_converter, reverse
from django.utils.translation import override

from amuprev.foundation.addresses import AREAS, area_address, language_in_use

LANDING_WORDS = AREAS["municipio_seguro"]
INSTRUMENT_WORDS = {"es": "instrumento", "en": "instrument"}
FIRST_LOOK_WORDS = {"es": "primera-mirada", "en": "first-look"}
FEED_WORDS = {"es": "novedades", "en": "feed"}
PAPER_FORM = "pdf"
# An assessment as a file.
FILE_FORMS = ("pdf", "csv", "json")


class _Words:
    """A word of an address, in either language."""

    regex = ""

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


class InstrumentWord(_Words):
    regex = "|".join(INSTRUMENT_WORDS.values())


class FirstLookWord(_Words):
    regex = "|".join(FIRST_LOOK_WORDS.values())


class FeedFile(_Words):
    regex = rf"(?:{'|'.join(FEED_WORDS.values())})\.atom"


class PaperFile(_Words):
    regex = rf"[a-z-]{{1,40}}\.{PAPER_FORM}"


class AssessmentFile(_Words):
    regex = rf"[a-z0-9-]{{1,100}}\.(?:{'|'.join(FILE_FORMS)})"


register_converter(InstrumentWord, "instrumentword")
register_converter(FirstLookWord, "firstlook")
register_converter(FeedFile, "assessmentfeed")
register_converter(PaperFile, "paperform")
register_converter(AssessmentFile, "assessmentfile")


def landing_address(*parts: str, language: str | None = None) -> str:
    """The landing of Municipio Seguro, or of something under it."""
    return area_address("municipio_seguro", *parts, language=language)


def assessment_address(slug: str, language: str | None = None) -> str:
    """The page of a published assessment, for ever."""
    return landing_address(slug, language=language)


def file_address(slug: str, form: str, language: str | None = None) -> str:
    """A published assessment as a file."""
    return f"{landing_address(language=language)}{slug}.{form}"


def instrument_address(*parts: str, language: str | None = None) -> str:
    """The whole instrument, or one dimension of it."""
    word = INSTRUMENT_WORDS[language_in_use(language)]
    return landing_address(word, *parts, language=language)


def paper_address(name: str, language: str | None = None) -> str:
    """A dimension, or the first look, as a form to fill by hand."""
    return f"{instrument_address(language=language)}{name}.{PAPER_FORM}"


def first_look_address(language: str | None = None) -> str:
    """Sixteen questions for anybody, of which nothing is kept."""
    word = FIRST_LOOK_WORDS[language_in_use(language)]
    return landing_address(word, language=language)


def feed_address(language: str | None = None) -> str:
    """The path of the feed of what was published last."""
    word = FEED_WORDS[language_in_use(language)]
    return f"{landing_address(language=language)}{word}.atom"


def opinion_address(key: str, language: str) -> str:
    """Where people answer a consultation, whole, for posters and messages."""
    with override(language):
        return f"{settings.SITE_URL}{reverse('opinion', args=[key])}"
