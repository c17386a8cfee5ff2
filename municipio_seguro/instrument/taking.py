"""Takes values out of a read file, one by one, noting each fault with its line."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from municipio_seguro.instrument.faults import Fault
from municipio_seguro.instrument.lined import Listed, Mapped
from municipio_seguro.instrument.shapes import Texts

LANGUAGES = ("es", "en")
NOTHING = Texts("", "")


class Taking:
    """Notes faults; gives something harmless in the place of what is wrong."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def wrong(
        self, line: int, what: str, why: "str | Promise", **words: object
    ) -> None:
        """Note a fault: of what, and why, with the words that it names."""
        self.faults.append(Fault(line, what, why, tuple(words.items())))

    def line(self, of: Mapped, key: str) -> int:
        """The line of a key, or of its mapping when it is missing."""
        return of.lines.get(key, of.line)

    def only(self, of: Mapped, names: Iterable[str], what: str) -> None:
        """Note every key that nobody knows: a typing error would be lost in silence."""
        for key in sorted(of.keys() - set(names)):
            self.wrong(self.line(of, key), what, _("unknown field «%(key)s»"), key=key)

    def texts(self, of: Any, what: str, line: int, extra: Iterable[str] = ()) -> Texts:
        """A text in both languages."""
        if not isinstance(of, Mapped):
            self.wrong(line, what, _("write it in es and en"))
            return NOTHING
        self.only(of, (*LANGUAGES, *extra), what)
        found = {}
        for language in LANGUAGES:
            text = of.get(language)
            if not isinstance(text, str) or not text.strip():
                self.wrong(
                    self.line(of, language),
                    what,
                    _("no text in %(language)s"),
                    language=language,
                )
            found[language] = text.strip() if isinstance(text, str) else ""
        return Texts(**found)

    def texts_at(self, of: Mapped, key: str, what: str) -> Texts:
        """The text in both languages under a key."""
        return self.texts(of.get(key), f"{what}: {key}", self.line(of, key))

    def steps(self, of: Mapped, what: str, key: str = "levels") -> tuple[Texts, ...]:
        """Four described steps, 0 to 3 in order."""
        line = self.line(of, key)
        rows = of.get(key)
        values = (
            [row.get("value") for row in rows or () if isinstance(row, Mapped)]
            if isinstance(rows, Listed)
            else []
        )
        if values != [0, 1, 2, 3]:
            self.wrong(line, what, _("%(key)s must be four, from 0 to 3"), key=key)
            return (NOTHING,) * 4
        return tuple(
            self.texts(row, f"{what}: level {row['value']}", row.line, ("value",))
            for row in rows or ()
        )

    def rows(self, of: Mapped, key: str, what: str) -> list[Mapped]:
        """The mappings of a list."""
        found = of.get(key)
        if not isinstance(found, Listed) or not found:
            self.wrong(self.line(of, key), what, _("«%(key)s» must be a list"), key=key)
            return []
        good = [row for row in found if isinstance(row, Mapped)]
        if len(good) != len(found):
            self.wrong(
                found.line,
                what,
                _("«%(key)s» has an entry without fields"),
                key=key,
            )
        return good

    def mapping(self, of: Mapped, key: str, what: str) -> Mapped:
        """A mapping; an empty one in its place when it is missing."""
        found = of.get(key)
        if isinstance(found, Mapped):
            return found
        self.wrong(self.line(of, key), what, _("«%(key)s» is missing"), key=key)
        empty = Mapped()
        empty.line, empty.lines = self.line(of, key), {}
        return empty

    def word(self, of: Mapped, key: str, what: str) -> str:
        """A text without a language."""
        found = of.get(key)
        if isinstance(found, str) and found.strip():
            return found.strip()
        self.wrong(self.line(of, key), what, _("«%(key)s» is missing"), key=key)
        return ""

    def number(self, of: Mapped, key: str, what: str) -> Decimal:
        """A whole or decimal number."""
        found = of.get(key)
        if isinstance(found, int | Decimal) and not isinstance(found, bool):
            return Decimal(found)
        self.wrong(self.line(of, key), what, _("«%(key)s» must be a number"), key=key)
        return Decimal(0)

    def flag(self, of: Mapped, key: str, what: str) -> bool:
        """Yes or no; absent is no."""
        found = of.get(key, False)
        if not isinstance(found, bool):
            self.wrong(
                self.line(of, key), what, _("«%(key)s» is true or false"), key=key
            )
            return False
        return found
