"""The lists by which activities are classified."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amuprev.foundation.open_data import fields
from amuprev.foundation.open_data.fields import Field
from amuprev.foundation.open_data.tables import Table, history_of
from network.choices import PreventionLevel
from network.models import ActivityKind, PopulationGroup, Setting, Theme
from network.open_data.common import KEY, NAME

SENSITIVE = fields.yes_no(
    "sensitive",
    _("Sensitive"),
    _("Yes where the public sees only the municipality, and no small number."),
    "#meta+sensitive",
)
OFFERED = fields.yes_no(
    "active",
    _("Offered in forms"),
    _("No for entries of former times."),
    "#meta+active",
)


def listed(
    key: str, words: dict[str, str], title: Any, about: Any, model: Any, *more: Field
) -> Table:
    """The table of one list."""
    every = (KEY, NAME, *more, SENSITIVE, OFFERED)
    return Table(
        key, words, title, about, every, model.objects.all, kept=(history_of(model),)
    )


TABLES = (
    listed(
        "kinds",
        {"es": "tipos-de-actividad", "en": "kinds"},
        _("Kinds of activity"),
        _("What was done: workshop, round table, patrol…"),
        ActivityKind,
        fields.code(
            "prevention_level",
            _("Usual level of prevention"),
            _("Which level such an activity usually has."),
            PreventionLevel,
            "#activity+level",
        ),
    ),
    listed(
        "themes",
        {"es": "temas", "en": "themes"},
        _("Themes"),
        _("What activities are about."),
        Theme,
    ),
    listed(
        "groups",
        {"es": "grupos-de-poblacion", "en": "groups"},
        _("Population groups"),
        _("For whom activities are meant."),
        PopulationGroup,
    ),
    listed(
        "settings",
        {"es": "entornos", "en": "settings"},
        _("Settings of activities"),
        _("Where activities are done: school, public space…"),
        Setting,
    ),
)
