"""What a corrected version says otherwise than the published one, for its editors."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import FileField, ForeignKey
from django.utils.formats import date_format

from amuprev.foundation.addresses import language_in_use
from amuprev.foundation.figures import figure, weight
from experiences.choices import Section
from experiences.lines import dates_of
from experiences.models import Experience
from experiences.versions import (
    EVERY,
    Change,
    Version,
    changes_between,
    texts_of,
)
from experiences.wording import compared
from network.dates import describe

# What is told of a record besides its long texts: the section where it is asked.
FACTS = (
    "prevention_level", "approach", "people_reached", "cost_per_person", "cost_band",
    "cost_year", "licence", "systematised_by", "systematised_on", "sources",
    "goes_on", "date_uncertain", "exchange",
)  # fmt: skip
NAMES = ("problem_names", "violence_type_names", "inspire_names")
LISTS = ("places", "themes", "groups", "settings", "guide_steps")
ROWS = (
    ("milestones", Section.PROCESS),
    ("outcomes", Section.OUTCOMES),
    ("voices", Section.VOICES),
    ("partners", Section.PARTNERS),
    ("documents", Section.FILES),
    ("photos", Section.FILES),
)
# Of a file its title is told, and its size where another one took its place.
CALLED = ("title", "text", "alt_text", "name")
YEARS = ("cost_year",)
UNTOLD = frozenset({"id", "uuid", "content_type", "sha256", "width", "height"})


def what_changes(correction: Experience) -> list[Change]:
    """Every text, fact and row that differs from what is published."""
    published = correction.corrects
    if published is None:
        return []
    before, after = (
        Version(number, row.written_at, texts_of(row, EVERY))
        for number, row in enumerate((published, correction), start=1)
    )
    return [
        *changes_between(before, after),
        *_changed(Section.ABOUT, *map(_facts, (published, correction))),
        *(
            change
            for relation, section in ROWS
            for change in _changed(
                section,
                *(_rows(row, relation) for row in (published, correction)),
            )
        ),
    ]


def _changed(section: Section, before: str, after: str) -> Iterator[Change]:
    if before != after:
        # Names and words of lists stand in the reader's language.
        yield Change(str(section.label), language_in_use(), compared(before, after))


def _facts(record: Any) -> str:
    told = [*_told(record, FACTS), dates_of(record)]
    told += [str(name) for names in NAMES for name in getattr(record, names)]
    told += [str(row) for name in LISTS for row in getattr(record, name).all()]
    return "\n".join(str(each) for each in told if each)


def _rows(record: Any, relation: str) -> str:
    rows = getattr(record, relation).all()
    return "\n".join("; ".join(_told(row, _columns(row))) for row in rows)


def _columns(row: Any) -> list[str]:
    fields = row._meta.concrete_fields
    stored = {field.name for field in fields}
    told = [
        field.name
        for field in fields
        if not isinstance(field, ForeignKey | FileField)
        and field.name not in UNTOLD
        and f"{field.name}_es" not in stored
    ]
    # What it is called first.
    return sorted(told, key=lambda name: not name.startswith(CALLED))


def _told(row: Any, names: Any) -> Iterator[str]:
    if {"on", "precision"} <= set(names):
        # A day as exactly as it is known, and its exactness not by itself.
        yield describe(row.on, precision=row.precision)
        names = [name for name in names if name not in ("on", "precision")]
    for name in names:
        value = getattr(row, name)
        in_words = getattr(row, f"get_{name}_display", None)
        if value is True:
            yield str(row._meta.get_field(name).verbose_name)
        elif isinstance(value, date):
            yield date_format(value, "SHORT_DATE_FORMAT")
        elif name == "size":
            yield weight(value)
        elif isinstance(value, int | Decimal) and name not in YEARS:
            yield figure(value)
        elif value not in (None, "", False):
            yield str(in_words() if in_words else value)
