"""The questions of a long section in groups, each with its own button; long lists fold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, CheckboxSelectMultiple
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What is left over stands in the last one.
ABOUT: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (
        _("What every experience says"),
        (
            "title_es", "title_en", "summary_es", "summary_en", "places", "began",
            "finished", "goes_on", "date_uncertain", "prevention_level",
        ),
    ),
    (
        _("So that others find it"),
        (
            "problems", "groups", "themes", "settings", "violence_types", "approach",
            "inspire_strategies", "guide_steps", "exchange",
        ),
    ),
    (_("How far it reached, what it cost, where it is known from"), ()),
)  # fmt: skip
# A shorter list stays in sight.
MOST_IN_SIGHT = 8


@dataclass(frozen=True)
class Question:
    """A question of a form, and whether its list is folded."""

    field: BoundField
    folds: bool
    chosen: int


@dataclass(frozen=True)
class Group:
    """Some questions that belong together."""

    title: Promise
    questions: list[Question]


def in_groups(form: Any) -> list[Group]:
    """The visible questions of the section about an experience, in their groups."""
    left = {field.name: field for field in form.visible_fields()}
    groups = []
    for title, names in ABOUT:
        asked = [name for name in names or tuple(left) if name in left]
        own = [left.pop(name) for name in asked]
        groups.append(Group(title, [_question(field) for field in own]))
    return groups


def _question(field: BoundField) -> Question:
    options = list(_options(field))
    folds = len(options) > MOST_IN_SIGHT and not field.errors
    chosen = {str(each) for each in field.value() or ()} if options else set()
    return Question(field, folds, len(chosen))


def _options(field: BoundField) -> Iterator[Any]:
    if isinstance(field.field.widget, CheckboxSelectMultiple):
        yield from field.subwidgets
