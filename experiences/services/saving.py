"""What saving a section has in common, for experiences and for plans made from them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from experiences.to_come import any_not_come, not_come
from network.services.refusals import Refused

MANY = ("places", "themes", "groups", "settings", "guide_steps")
Rows = Sequence[Mapping[str, Any]]


class StaleSection(Exception):  # noqa: N818  it is an answer, not an error
    """Somebody saved the section meanwhile; carries the record as it now stands."""

    def __init__(self, record: Any, state: Any) -> None:
        super().__init__(record.pk)
        self.record = record
        self.state = state


def refuse_to_come(
    values: Mapping[str, Any], rows: Mapping[str, Rows] | None = None
) -> None:
    """Raise Refused for a day or a year of the past that has not come."""
    found = not_come(values)
    if found or any(any_not_come(each) for each in (rows or {}).values()):
        raise Refused(_("That date has not come yet. Write only what has happened."))


def write_values(record: Any, values: Mapping[str, Any]) -> None:
    """Give a record these values, also those of its lists; nothing is saved yet."""
    for name, value in values.items():
        if name in MANY:
            getattr(record, name).set(value)
        else:
            setattr(record, name, value)


def settled(record: Any, rows: Mapping[str, Rows] | None) -> dict[str, Rows]:
    """The rows with the keys under which they already stand.

    A row without a stored key that says the same as one that nobody else names is that
    one: what is sent twice is not written twice. A key alone keeps its row as it stands,
    if it still does; so does an `unseen` one, which the page did not show.
    """
    return {name: _settled(record, name, given) for name, given in (rows or {}).items()}


def _settled(record: Any, name: str, wanted: Rows) -> Rows:
    stored = {row.pk: row for row in getattr(record, name).all()}
    named = {each.get("pk") for each in wanted}
    free = [row for key, row in stored.items() if key not in named]
    found: list[Mapping[str, Any]] = []
    for given in wanted:
        values = {key: value for key, value in given.items() if key != "pk"}
        if given.get("pk") in stored:
            found.append(given)
        elif values and "unseen" not in given:
            twin = next((row for row in free if _says(row, values)), None)
            free = [row for row in free if row is not twin]
            found.append({"pk": twin.pk if twin else None, **values})
    unseen = {each.get("unseen") for each in wanted}
    return [*found, *({"pk": row.pk} for row in free if row.pk in unseen)]


def replace_rows(
    record: Any, name: str, wanted: Rows, drop: Callable[[Any], Any] | None = None
) -> None:
    """Keep the rows whose key comes again, change them, add the new, drop the rest."""
    kept = {row.pk: row for row in getattr(record, name).all()}
    for given in wanted:
        values = {key: value for key, value in given.items() if key != "pk"}
        row = kept.pop(given.get("pk"), None)
        if row is None:
            getattr(record, name).create(**values)
            continue
        for key, value in values.items():
            setattr(row, key, value)
        row.save()
    for row in kept.values():
        drop(row) if drop else row.delete()


def would_change(
    current: Any, values: Mapping[str, Any], rows: Mapping[str, Rows]
) -> bool:
    """True when saving these would make the record other than it stands."""
    for name, value in values.items():
        stored = getattr(current, name)
        if name in MANY:
            if set(stored.values_list("pk", flat=True)) != {each.pk for each in value}:
                return True
        elif _plain(stored) != _plain(value):
            return True
    return any(_rows_differ(current, name, wanted) for name, wanted in rows.items())


def _rows_differ(record: Any, name: str, wanted: Rows) -> bool:
    stored: list[models.Model] = list(getattr(record, name).all())
    if len(stored) != len(wanted):
        return True
    by_key = {row.pk: row for row in stored}
    return any(
        (row := by_key.get(given.get("pk"))) is None or not _says(row, given)
        for given in wanted
    )


def _says(row: Any, values: Mapping[str, Any]) -> bool:
    return all(
        _plain(getattr(row, key)) == _plain(each) for key, each in values.items()
    )


def _plain(value: Any) -> Any:
    return "" if value is None else value
