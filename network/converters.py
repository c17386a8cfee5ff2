"""Words of workspace addresses that say in the reader's language what the code calls by key."""

from typing import ClassVar

from django.urls import register_converter

from amuprev.foundation.addresses import language_in_use
from network.addresses import DOWNLOAD_WORDS, FEED_WORDS, SIZE_WORDS


class WordConverter:
    """A key of the code in the address of the active language."""

    regex = "[a-z]+"
    spanish: ClassVar[dict[str, str]] = {}
    # Where addresses once held the key itself in both languages: it still leads there.
    once_by_key = False

    def to_python(self, value: str) -> str:
        """The key of a word; ValueError (not found) for any other."""
        if self.once_by_key and value in self.spanish:
            return value
        words = {self._word(key): key for key in self.spanish}
        if value not in words:
            raise ValueError(value)
        return words[value]

    def to_url(self, value: str) -> str:
        """The word of a key; ValueError for an unknown one."""
        if value not in self.spanish:
            raise ValueError(value)
        return self._word(value)

    def _word(self, key: str) -> str:
        english = language_in_use() == "en"
        return key.replace("_", "-") if english else self.spanish[key]


class SectionConverter(WordConverter):
    """A section of the details of an activity."""

    spanish: ClassVar[dict[str, str]] = {
        "when": "cuando",
        "people": "participantes",
        "audience": "poblacion",
        "results": "resultados",
        "cost": "costo",
    }


class ActionConverter(WordConverter):
    """Something that is done with an activity after asking."""

    spanish: ClassVar[dict[str, str]] = {
        "reopen": "retomar",
        "withdraw": "retirar",
        "hide": "ocultar",
        "show": "mostrar",
        "discard": "descartar",
    }


class PieceActionConverter(WordConverter):
    """Something that is done with a photo or document after asking."""

    spanish: ClassVar[dict[str, str]] = {
        "remove": "quitar",
        "restore": "recuperar",
        "uncover": "destapar",
        "hide": "ocultar",
        "show": "mostrar",
    }


class QuestionActionConverter(WordConverter):
    """Something that is done with a question of a reader."""

    once_by_key = True
    spanish: ClassVar[dict[str, str]] = {
        "close": "cerrar",
        "reopen": "retomar",
        "unpublish": "despublicar",
        "show": "mostrar",
    }


class SizeConverter(WordConverter):
    """One of the two sizes of a picture."""

    once_by_key = True
    spanish: ClassVar[dict[str, str]] = {
        size: words["es"] for size, words in SIZE_WORDS.items()
    }


class LogFileConverter:
    """The public log as a file, in the words of either language: descarga.csv."""

    regex = rf"(?:{'|'.join(DOWNLOAD_WORDS.values())})\.(?:csv|json|xlsx)"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class FileFormConverter:
    """A form in which the log leaves the portal."""

    regex = "csv|json|xlsx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PaperFileConverter:
    """In which language and form it comes: es.docx."""

    regex = r"(?:es|en)\.(?:docx|pdf)"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class LogFeedConverter:
    """The word of the log's feeds, in either language."""

    regex = "|".join(FEED_WORDS.values())

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PaperFileConverter, "paper_file")
register_converter(LogFeedConverter, "logfeed")
register_converter(FileFormConverter, "fileform")
register_converter(LogFileConverter, "logfile")
register_converter(SectionConverter, "section")
register_converter(ActionConverter, "action")
register_converter(PieceActionConverter, "piece_action")
register_converter(SizeConverter, "size")
register_converter(QuestionActionConverter, "question_action")
