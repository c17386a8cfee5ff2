"""Why an experience stands where it does in an order, in words; no database."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from experiences.choices import MunicipalitySize, Problem
from experiences.filters import ExperienceFilter
from experiences.ordering import LIKE, NEAR_KM, Mine
from network.choices import ViolenceType
from network.lines import country_words


def reason_of(reason: str, asked: ExperienceFilter, experience: Any) -> str:
    """One reason, said of this experience and the reader's own municipality."""
    mine = asked.mine
    if mine is None:
        return ""
    if reason == "violence":
        names = _named(experience.violence_types, asked.shared[reason], ViolenceType)
        return _("The same type of violence: %(names)s") % {"names": names}
    if reason == "problem":
        names = _named(experience.problems, asked.shared[reason], Problem)
        return _("The same problem: %(names)s") % {"names": names}
    if reason == "abroad":
        country = country_words(experience.country)
        return (
            _("Of another country: %(country)s") % {"country": country}
            if country
            else _("Of several countries")
        )
    return _plain(reason, mine)


def _plain(reason: str, mine: Mine) -> str:
    words = {
        "own": _("Of your own municipality"),
        "country": _("Of your country"),
        "apart": _("Nothing in common is known: problem, violence, size or country"),
    }
    if reason == "size":
        size = str(MunicipalitySize(mine.size).label)
        return _("As large as yours: %(size)s") % {"size": size}
    for most in NEAR_KM:
        words[f"within-{most}"] = _("At most %(km)d km from %(town)s") % {
            "km": most,
            "town": mine.name,
        }
    return words[reason]


def _named(borne: Iterable[str], shared: frozenset[str], choices: Any) -> str:
    return "; ".join(str(choices(code).label) for code in borne if code in shared)


def notes_of(asked: ExperienceFilter) -> list[str]:
    """What the order asked for cannot know."""
    if asked.needs_place:
        return [_("Choose your municipality to have them in that order.")]
    mine = asked.mine
    if mine is None:
        return []
    town = {"town": mine.name}
    if asked.sort == "near" and mine.latitude is None:
        return [
            _("Where %(town)s lies is not known here: its country comes first.") % town
        ]
    if asked.sort != LIKE:
        return []
    notes = []
    if not mine.size:
        notes.append(
            _(
                "How many people live in %(town)s is not known here: size does not count."
            )
            % town
        )
    if not any(asked.shared.values()):
        notes.append(
            _(
                "No experience of %(town)s is told here with its problem or type of "
                "violence: these do not count."
            )
            % town
        )
    return notes
