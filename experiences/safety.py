"""Which pages of experiences offer the way out and help lines."""

from collections.abc import Mapping
from typing import Any

from experiences.choices import Problem
from network.choices import ViolenceType
from network.help_lines import THEMES, Safety, safety_in


def is_about_close_violence(experience: Any) -> bool:
    """True when it deals with domestic, sexual or child violence."""
    return bool(
        ViolenceType.FAMILY in experience.violence_types
        or Problem.SEXUAL in experience.problems
        or experience.inspire_strategies
        or THEMES & set(experience.theme_keys)
    )


def safety_of(experience: Any) -> Safety | None:
    """The way out and its country's lines; None where it is about something else."""
    if not is_about_close_violence(experience):
        return None
    return safety_in(experience.country)


def safety_of_list(chosen: Mapping[str, frozenset[str]]) -> Safety | None:
    """The same for a list narrowed to such a problem, strategy or theme."""
    close = (
        chosen.get("inspire")
        or Problem.SEXUAL in chosen.get("problem", ())
        or THEMES & chosen.get("theme", frozenset())
    )
    if not close:
        return None
    countries = chosen.get("country", frozenset())
    return safety_in(next(iter(countries)) if len(countries) == 1 else "")
