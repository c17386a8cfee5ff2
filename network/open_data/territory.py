"""Places and their dated facts: levels, what they belong to, names, inhabitants."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field, Holds
from amuprev.foundation.open_data.tables import Table, history_of
from network.choices import PlaceLevelKind, PlaceNameKind
from network.models import (
    Place,
    PlaceLevel,
    PlaceName,
    PlaceParent,
    PlacePopulation,
)
from network.open_data.common import (
    COUNTRY,
    DOUBTS,
    FROM,
    KEY,
    NAME,
    SOURCE,
    SOURCES,
    TO,
)
from network.open_data.organisations import NUMBER

PLACE = fields.entry(
    "place",
    _("Place"),
    _("Key and name of the place."),
    "#adm2",
    lambda row: fields.named(row.place),
)


def _places() -> QuerySet:
    """Without those of a municipality that is not shown."""
    return Place.objects.exclude(organisation__shown=False).prefetch_related("levels")


def facts_of(model: Any, *more: str) -> Callable[[], QuerySet]:
    """The dated facts of places that are told."""

    def rows() -> QuerySet:
        told = model.objects.exclude(place__organisation__shown=False)
        return told.select_related("place", *more)

    return rows


def level_today(row: Place) -> Any:
    """What it is today, or was last."""
    level = row.level_on(timezone.localdate()) or next(reversed(row.past_levels), None)
    return level.level if level else None


def degrees(name: str, label: Any, tag: str) -> Field:
    """A coordinate."""
    about = _("In degrees (WGS 84); approximate.")
    return Field(name, label, about, Holds.NUMBER, fields.degrees(name), tag)


def fact(key: str, words: dict[str, str], title: Any, about: Any, *told: Field, rows: Any, model: Any, dated: bool = True) -> Table:  # fmt: skip
    """The table of one kind of dated fact."""
    when = (FROM, TO) if dated else ()
    kept = (history_of(model),)
    every = (NUMBER, PLACE, *told, *when, SOURCE)
    return Table(key, words, title, about, every, rows, by="pk", kept=kept)


TABLES = (
    Table(
        "places",
        {"es": "lugares", "en": "places"},
        _("Places"),
        _("Countries, departments, municipalities, districts: one row for each place, for ever. What changes stands in the tables of its dated facts."),
        (
            KEY,
            NAME,
            COUNTRY,
            fields.code(
                "level",
                _("Level today"),
                _("What it is today, or was last; all its levels stand in a table of their own."),
                PlaceLevelKind,
                "#adm+type",
                level_today,
            ),
            fields.text(
                "iso_3166_2",
                _("ISO 3166-2 code"),
                _("Of the department or province, where it has one."),
                "#adm1+code+iso",
            ),
            fields.text(
                "official_code",
                _("Official code"),
                _("Of the national statistics office."),
                "#adm2+code",
            ),
            degrees("latitude", _("Latitude"), "#geo+lat"),
            degrees("longitude", _("Longitude"), "#geo+lon"),
            fields.text(
                "position_source",
                _("Source of the position"),
                _("Open data from which the position was taken."),
                "#geo+source",
            ),
            SOURCES,
            DOUBTS,
        ),
        _places,
        kept=(history_of(Place), history_of(PlaceLevel)),
    ),
    fact(
        "place_levels",
        {"es": "niveles-de-lugares", "en": "place-levels"},
        _("Levels of places"),
        _("What a place was and is: municipality, district, canton…"),
        fields.code(
            "level", _("Level"), _("What it was in these days."), PlaceLevelKind,
            "#adm+type",
        ),
        rows=facts_of(PlaceLevel),
        model=PlaceLevel,
    ),
    fact(
        "place_parents",
        {"es": "pertenencia-de-lugares", "en": "place-parents"},
        _("What places belong to"),
        _("To which larger place each belonged, where a source says so."),
        fields.entry(
            "parent",
            _("Belongs to"),
            _("Key and name of the larger place."),
            "#adm1",
            lambda row: fields.named(row.parent),
        ),
        rows=facts_of(PlaceParent, "parent"),
        model=PlaceParent,
    ),
    fact(
        "place_names",
        {"es": "nombres-de-lugares", "en": "place-names"},
        _("Other names of places"),
        _("Names a place has or had besides its own."),
        fields.text("text", _("Other name"), _("As people write it."), "#adm2+name+alt"),
        fields.code(
            "kind", _("Kind of name"), _("Why it has this name."), PlaceNameKind,
            "#adm2+name+type",
        ),
        rows=facts_of(PlaceName),
        model=PlaceName,
    ),
    fact(
        "place_populations",
        {"es": "habitantes", "en": "populations"},
        _("Inhabitants of places"),
        _("How many people lived in a place in a year, according to a named source."),
        fields.whole("year", _("Year"), _("Of the census or estimate."), "#date+year"),
        fields.whole("people", _("Inhabitants"), _("How many people."), "#population"),
        fields.yes_no(
            "approximate", _("Approximate"), _("Yes where the source rounds."),
            "#population+approximate",
        ),
        rows=facts_of(PlacePopulation),
        model=PlacePopulation,
        dated=False,
    ),
)  # fmt: skip
