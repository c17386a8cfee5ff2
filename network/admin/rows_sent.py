"""The rows under a record as a browser sent them, beside those that are there now."""

from typing import Any

from django.http import QueryDict

from network.admin.fingerprints import Box, Seen

TOTAL, INITIAL = "TOTAL_FORMS", "INITIAL_FORMS"
MOST_DIGITS = 5
NOT_TYPED = ("id", "organisation", "municipality", "association", "place", "DELETE")
Row = dict[str, list[str]]


class Rows:
    """Finds each stored row in what was sent; a row that somebody else deleted becomes
    a new one, so that what was typed into it stays in the form."""

    def __init__(self, post: QueryDict, now: list[Box], seen: Seen) -> None:
        self.post = post
        known = {_row_key(box.key) for box in now} - {""}
        self.prefixes = {_prefix(key) for key in (*known, *seen) if ":" in key}
        self.gone: list[dict[str, Any]] = []
        self.at: dict[str, int] = {}
        for prefix in self.prefixes:
            self._sort(prefix, known)

    def names(self, box: Box) -> list[str] | None:
        """Under which names this field was sent; None when its row was not."""
        if ":" not in box.key:
            return box.names
        index = self.at.get(_row_key(box.key))
        if index is None:
            return None
        prefix = _prefix(box.key)
        return [
            f"{prefix}-{index}-{name.removeprefix(f'{prefix}-').partition('-')[2]}"
            for name in box.names
        ]

    def _sort(self, prefix: str, known: set[str]) -> None:
        """Number the rows anew: those that are still there first, as Django wants them."""
        sent = self._sent(prefix)
        stay = {
            number: row
            for number, row in sent.items()
            if f"{prefix}:{_key(row)}" in known
        }
        gone = [row for number, row in sent.items() if _key(row) and number not in stay]
        if gone:
            new = [row for row in sent.values() if not _key(row)]
            self.gone += [_typed_into(prefix, row) for row in gone]
            forgotten = [{**row, "id": [""]} for row in gone]
            rows = [*stay.values(), *forgotten, *new]
            self._write(prefix, rows, len(stay))
            stay = dict(enumerate(stay.values()))
        for number, row in stay.items():
            self.at[f"{prefix}:{_key(row)}"] = number

    def _sent(self, prefix: str) -> dict[int, Row]:
        """The rows by their number, in order."""
        rows: dict[int, Row] = {}
        for name, values in self.post.lists():
            number, _dash, field = name.removeprefix(f"{prefix}-").partition("-")
            plain = (
                number.isascii() and number.isdecimal() and len(number) < MOST_DIGITS
            )
            if name.startswith(f"{prefix}-") and plain and field:
                rows.setdefault(int(number), {})[field] = values
        return dict(sorted(rows.items()))

    def _write(self, prefix: str, rows: list[Row], initial: int) -> None:
        for name in list(self.post):
            if name.startswith(f"{prefix}-") and "FORMS" not in name:
                del self.post[name]
        for index, row in enumerate(rows):
            for field, values in row.items():
                self.post.setlist(f"{prefix}-{index}-{field}", values)
        self.post[f"{prefix}-{INITIAL}"] = str(initial)
        self.post[f"{prefix}-{TOTAL}"] = str(len(rows))


def _prefix(key: str) -> str:
    return key.partition(":")[0]


def _row_key(key: str) -> str:
    """«affiliations:12» of «affiliations:12:source»; empty for the record's own fields."""
    prefix, _colon, rest = key.partition(":")
    return f"{prefix}:{rest.partition(':')[0]}" if rest else ""


def _key(row: Row) -> str:
    return (row.get("id") or [""])[0]


def _typed_into(prefix: str, row: Row) -> dict[str, Any]:
    """A row that is no longer there, in words; without the key of its record."""
    texts = [
        value
        for name, values in row.items()
        if name not in NOT_TYPED
        for value in values
        if value
    ]
    return {"prefix": prefix, "mine": ", ".join(texts), "deleted": True}
