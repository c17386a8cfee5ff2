"""The fields of an open table: what each is called, what it means and what it holds.

One description makes the columns of the files, the shape of the records of the
interface and the data dictionary, so none can say what another does not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _

LANGUAGES = ("es", "en")
Record = dict[str, Any]


class Holds(Enum):
    """What a field holds; nothing is null, or an empty list."""

    TEXT = "text"
    BOTH = "both"  # a text in two languages
    CODE = "code"  # of a fixed list
    CODES = "codes"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"  # ISO, with as many parts as are known
    YES_NO = "yes_no"
    LINK = "link"
    PAGE = "page"  # of the portal, in each language
    ENTRY = "entry"  # of another table: its key and its names
    ENTRIES = "entries"
    LINES = "lines"
    SHAPE = "shape"  # of its own, described by the field


TOLD = {
    Holds.TEXT: _("text"),
    Holds.BOTH: _("text in two languages"),
    Holds.CODE: _("code of a list"),
    Holds.CODES: _("codes of a list"),
    Holds.WHOLE: _("whole number"),
    Holds.NUMBER: _("number"),
    Holds.DAY: _("date, as exactly as it is known"),
    Holds.YES_NO: _("yes or no"),
    Holds.LINK: _("web address"),
    Holds.PAGE: _("page of the portal"),
    Holds.ENTRY: _("record of another table"),
    Holds.ENTRIES: _("records of another table"),
    Holds.LINES: _("list of texts"),
    Holds.SHAPE: _("several values together"),
}


@dataclass(frozen=True)
class Field:
    """One field of an open table."""

    key: str
    label: Any  # translated when it is read
    about: Any
    holds: Holds
    read: Callable[[Any], Any]
    # Its tag of the Humanitarian Exchange Language (hxlstandard.org).
    hxl: str = ""
    # The fixed list of a code.
    words: Any = None
    # The JSON Schema of what no other kind describes.
    shape: Any = None

    @property
    def kind(self) -> str:
        """What it holds, in words."""
        return str(TOLD[self.holds])


def attribute(name: str) -> Callable[[Any], Any]:
    """The value as it is stored; nothing for what is empty."""

    def read(record: Any) -> Any:
        value = getattr(record, name)
        return None if value == "" else value

    return read


def both(name: str) -> Callable[[Any], Any]:
    """A text in each language; null where it is missing."""

    def read(record: Any) -> Any:
        return {code: getattr(record, f"{name}_{code}") or None for code in LANGUAGES}

    return read


def iso(name: str) -> Callable[[Any], Any]:
    """A whole day."""

    def read(record: Any) -> Any:
        day = getattr(record, name)
        return day.isoformat() if day else None

    return read


def degrees(name: str) -> Callable[[Any], Any]:
    """A coordinate as a number."""

    def read(record: Any) -> Any:
        value = getattr(record, name)
        return None if value is None else float(value)

    return read


def lines(name: str) -> Callable[[Any], Any]:
    """The lines of a text."""

    def read(record: Any) -> Any:
        return [line for line in getattr(record, name).splitlines() if line.strip()]

    return read


def named(record: Any, key: str = "key") -> Record:
    """A record as another points at it."""
    return {"key": getattr(record, key), "name": both("name")(record)}


def text(key: str, label: Any, about: Any, hxl: str = "", **more: Any) -> Field:
    """A text of one language, or of none."""
    return Field(key, label, about, Holds.TEXT, more.get("read") or attribute(key), hxl)


def translated(key: str, label: Any, about: Any, hxl: str = "") -> Field:
    """A text in two languages."""
    return Field(key, label, about, Holds.BOTH, both(key), hxl)


def code(
    key: str, label: Any, about: Any, words: Any, hxl: str = "", read: Any = None
) -> Field:
    """A code of a fixed list."""
    return Field(key, label, about, Holds.CODE, read or attribute(key), hxl, words)


def whole(key: str, label: Any, about: Any, hxl: str = "", read: Any = None) -> Field:
    """A whole number."""
    return Field(key, label, about, Holds.WHOLE, read or attribute(key), hxl)


def day(key: str, label: Any, about: Any, hxl: str = "", read: Any = None) -> Field:
    """A date."""
    return Field(key, label, about, Holds.DAY, read or iso(key), hxl)


def yes_no(key: str, label: Any, about: Any, hxl: str = "") -> Field:
    """Yes or no."""
    return Field(key, label, about, Holds.YES_NO, attribute(key), hxl)


def link(key: str, label: Any, about: Any, hxl: str = "") -> Field:
    """An address on the web."""
    return Field(key, label, about, Holds.LINK, attribute(key), hxl)


def entry(key: str, label: Any, about: Any, hxl: str, read: Any) -> Field:
    """A record of another table."""
    return Field(key, label, about, Holds.ENTRY, read, hxl)


def page(read: Callable[[Any, str], str]) -> Field:
    """Where the portal shows the record, in each language; nothing when it has no page."""

    def addresses(record: Any) -> Any:
        told = {code: read(record, code) for code in LANGUAGES}
        return told if all(told.values()) else None

    return Field(
        "address",
        _("Page in the portal"),
        _("Where people read it; it does not change."),
        Holds.PAGE,
        addresses,
        "#meta+url",
    )
