"""Fields that the tables of the twinnings share."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds


def _themes(record: Any) -> list[Any]:
    return [fields.named(theme) for theme in record.themes.all()]


def of_twinning(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A twinning as a row of another table points at it."""

    def entry(row: Any) -> Any:
        twinning = read(row)
        return {"key": twinning.slug, "name": fields.both("title")(twinning)}

    return entry


THEMES = Field(
    "themes",
    _("Themes"),
    _("Of the list of themes."),
    Holds.ENTRIES,
    _themes,
    "#subsector",
)
