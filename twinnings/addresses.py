"""Permanent public addresses of twinnings, counterparts and exchanges."""

from django.urls import register_converter

from amuprev.foundation.addresses import AREAS, area_address, language_in_use

LANDING_WORDS = AREAS["twinnings"]
EXCHANGE_WORDS = {"es": "intercambios", "en": "exchanges"}
COUNTERPART_WORDS = {"es": "contrapartes", "en": "counterparts"}
ANSWER_WORDS = {"es": "responder", "en": "answer"}
FEED_WORDS = {"es": "novedades", "en": "feed"}
# What stands under the landing beside the twinnings: none of them is called so.
TAKEN_WORDS = frozenset(
    {
        *EXCHANGE_WORDS.values(),
        *COUNTERPART_WORDS.values(),
        *ANSWER_WORDS.values(),
        *FEED_WORDS.values(),
    }
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


class ExchangesWord(_Words):
    regex = "|".join(EXCHANGE_WORDS.values())


class CounterpartsWord(_Words):
    regex = "|".join(COUNTERPART_WORDS.values())


class FeedFile(_Words):
    regex = rf"(?:{'|'.join(FEED_WORDS.values())})\.atom"


register_converter(ExchangesWord, "exchanges")
register_converter(CounterpartsWord, "counterparts")
register_converter(FeedFile, "twinningfeed")


def landing_address(*parts: str, language: str | None = None) -> str:
    """The landing of the twinnings, or of something under it."""
    return area_address("twinnings", *parts, language=language)


def twinning_address(slug: str, language: str | None = None) -> str:
    """The page of a twinning."""
    return landing_address(slug, language=language)


def document_address(slug: str, key: str, language: str | None = None) -> str:
    """A document of a twinning."""
    return landing_address(slug, key, "large", language=language)


def exchange_address(number: int, language: str | None = None) -> str:
    """The page of an exchange."""
    word = EXCHANGE_WORDS[language_in_use(language)]
    return landing_address(word, str(number), language=language)


def photo_address(
    number: int, key: str, size: str = "large", language: str | None = None
) -> str:
    """A photo or document of an exchange."""
    return f"{exchange_address(number, language)}{key}/{size}/"


def counterpart_address(slug: str, language: str | None = None) -> str:
    """The page of a place as a counterpart: its twinnings and exchanges."""
    word = COUNTERPART_WORDS[language_in_use(language)]
    return landing_address(word, slug, language=language)


def feed_address(language: str | None = None) -> str:
    """The path of the feed of what was published last."""
    word = FEED_WORDS[language_in_use(language)]
    return f"{landing_address(language=language)}{word}.atom"


def answer_address(token: str, language: str | None = None) -> str:
    """Where a signed link of a mail leads; the page is never cached or listed."""
    code = language_in_use(language)
    return f"/{code}/{ANSWER_WORDS[code]}/{token}/"
