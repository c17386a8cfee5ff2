"""Records of an open table side by side, as a spreadsheet holds them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.exports.columns import Column, Kind
from amuprev.foundation.open_data.fields import LANGUAGES, Field, Holds, Record

Flatten = Callable[[Any], Any]
WIDTHS = {
    Kind.TEXT: 30, Kind.WORDS: 20, Kind.PLAIN: 24,
    Kind.WHOLE: 12, Kind.NUMBER: 12, Kind.DAY: 12,
}  # fmt: skip


@dataclass(frozen=True)
class Flat:
    """A column of the files: its heading, its tag, and how it is made of a value."""

    column: Column
    hxl: str


def flat_columns(fields: Sequence[Field]) -> list[Flat]:
    """The columns of these fields, in the active language."""
    return [flat for field in fields for flat in FLATTENED[field.holds](field)]


def _column(
    field: Field,
    kind: Kind,
    flatten: Flatten,
    *,
    suffix: str = "",
    heading: str = "",
    hxl: str = "",
) -> Flat:
    def read(batch: Sequence[Record]) -> list[Any]:
        return [flatten(record[field.key]) for record in batch]

    words = heading.format(label=field.label) if heading else str(field.label)
    column = Column(f"{field.key}{suffix}", words, read, kind, WIDTHS[kind])
    return Flat(column, f"{field.hxl}{hxl}" if field.hxl else "")


def _as_it_is(value: Any) -> Any:
    return value


def _plainly(kind: Kind) -> Callable[[Field], Iterator[Flat]]:
    def columns(field: Field) -> Iterator[Flat]:
        yield _column(field, kind, _as_it_is)

    return columns


def _in_each_language(field: Field) -> Iterator[Flat]:
    headings = {"es": _("{label} (in Spanish)"), "en": _("{label} (in English)")}
    for code in LANGUAGES:
        yield _column(
            field,
            Kind.TEXT,
            itemgetter(code),
            suffix=f"_{code}",
            heading=headings[code],
            hxl=f"+i_{code}",
        )


def words_of(field: Field) -> dict[Any, str]:
    """The words of a field's codes, in the active language."""
    return {each.value: str(each.label) for each in field.words}


def _code(field: Field) -> Iterator[Flat]:
    words = words_of(field)
    yield _column(field, Kind.WORDS, words.get, hxl="+name")
    yield _column(
        field,
        Kind.TEXT,
        lambda value: None if value is None else str(value),
        suffix="_code",
        heading=_("{label}: code"),
        hxl="+code",
    )


def _codes(field: Field) -> Iterator[Flat]:
    words = words_of(field)
    yield _column(
        field, Kind.WORDS, lambda codes: "; ".join(words[each] for each in codes)
    )
    yield _column(
        field,
        Kind.TEXT,
        "; ".join,
        suffix="_code",
        heading=_("{label}: code"),
        hxl="+code",
    )


def _yes_no(field: Field) -> Iterator[Flat]:
    words = {True: _("yes"), False: _("no")}
    yield _column(field, Kind.WORDS, words.get)


def _page(field: Field) -> Iterator[Flat]:
    language = language_in_use()
    yield _column(field, Kind.PLAIN, lambda value: value and value[language])


def _lines(field: Field) -> Iterator[Flat]:
    yield _column(field, Kind.TEXT, "; ".join)


def _name_in(language: str) -> Flatten:
    """The name in a language; in Spanish where there is no other."""
    return lambda value: value and (value["name"][language] or value["name"]["es"])


def _entry(field: Field) -> Iterator[Flat]:
    yield _column(field, Kind.TEXT, _name_in(language_in_use()), hxl="+name")
    yield _column(
        field,
        Kind.TEXT,
        lambda value: value and str(value["key"]),
        suffix="_key",
        heading=_("{label}: key"),
        hxl="+code",
    )


def _entries(field: Field) -> Iterator[Flat]:
    name = _name_in(language_in_use())
    yield _column(
        field,
        Kind.TEXT,
        lambda values: "; ".join(name(each) or "" for each in values),
        hxl="+name",
    )
    yield _column(
        field,
        Kind.TEXT,
        lambda values: "; ".join(str(each["key"]) for each in values),
        suffix="_key",
        heading=_("{label}: key"),
        hxl="+code",
    )


FLATTENED: dict[Holds, Callable[[Field], Iterator[Flat]]] = {
    Holds.TEXT: _plainly(Kind.TEXT),
    Holds.BOTH: _in_each_language,
    Holds.CODE: _code,
    Holds.CODES: _codes,
    Holds.WHOLE: _plainly(Kind.WHOLE),
    Holds.NUMBER: _plainly(Kind.NUMBER),
    Holds.DAY: _plainly(Kind.DAY),
    Holds.YES_NO: _yes_no,
    Holds.LINK: _plainly(Kind.TEXT),
    Holds.PAGE: _page,
    Holds.ENTRY: _entry,
    Holds.ENTRIES: _entries,
    Holds.LINES: _lines,
}


def headings_in(language: str, fields: Sequence[Field]) -> list[str]:
    """The first row of a file in this language."""
    with override(language):
        return [str(flat.column.heading) for flat in flat_columns(fields)]
