"""What was chosen from lists or counted, in words: whoever decides reads it too."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from amuprev.foundation.figures import figure
from network.models import Activity
from twinnings.models import Twinning

SATISFIED = ("satisfied_useful", "satisfied_prepared", "satisfied_usable")


def chosen_of(record: Any) -> list[str]:
    """Each answer after what was asked; what nobody said is left out."""
    told = _of_twinning if isinstance(record, Twinning) else _of_exchange
    return [f"{_label(name, record)}: {said}" for name, said in told(record) if said]


def _label(name: str, record: Any) -> str:
    said = str(record._meta.get_field(name).verbose_name)
    return said[:1].upper() + said[1:]


def _word(record: Any, name: str) -> str:
    """An entry of a fixed list."""
    return str(getattr(record, f"get_{name}_display")() or "")


def _several(record: Any, name: str) -> str:
    return ", ".join(str(each) for each in getattr(record, name).all())


def _of_twinning(twinning: Any) -> Iterator[tuple[str, str]]:
    for name in ("type", "status", "ended_by"):
        yield name, _word(twinning, name)
    yield "term_months", figure(twinning.term_months)
    for name in ("renewal", "prevention_level", "approach"):
        yield name, _word(twinning, name)
    yield "languages", ", ".join(twinning.language_names)
    yield "themes", _several(twinning, "themes")
    yield "management_themes", ", ".join(twinning.management_theme_names)
    yield "violence_types", ", ".join(twinning.violence_type_names)
    yield "inspire_strategies", ", ".join(twinning.inspire_names)
    yield "facilitators", ", ".join(e.name for e in twinning.facilitators.all())


def _of_exchange(exchange: Any) -> Iterator[tuple[str, str]]:
    for name in ("modality", "direction", "status", "language_support"):
        yield name, _word(exchange, name)
    yield "host", str(exchange.host or "")
    yield "outside_confirmed", str(_("Yes")) if exchange.outside_confirmed else ""
    yield "themes", _several(exchange, "themes")
    yield "in_kind_hours", figure(exchange.in_kind_hours)
    paid = exchange.cost is not None
    yield "cost", f"{figure(exchange.cost)} {exchange.currency}" if paid else ""
    for name in SATISFIED:
        yield name, _word(exchange, name) if getattr(exchange, name) else ""
    own = exchange.logged_as
    yield "logged_as", named(own) if own is not None else ""
    yield "activities", ", ".join(named(each) for each in exchange.activities.all())


def named(activity: Activity) -> str:
    """An activity of the log: by its number alone while the world does not read it."""
    number = _("No. %(number)s") % {"number": activity.number}
    return f"{activity} ({number})" if activity.is_public else number
