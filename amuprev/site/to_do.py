"""How much waits for somebody in each part of the workspace, in one question."""

from typing import Any

from amuprev.foundation.gathering import how_many
from experiences import plan_rules
from experiences import rules as experience_rules
from experiences import waiting as experiences_waiting
from municipio_seguro import rules as assessment_rules
from municipio_seguro import waiting as assessments_waiting
from network import questions, rules, takedowns, waiting
from network.models import User
from toolkit import waiting as toolkit_waiting
from twinnings import rules as twinning_rules
from twinnings import waiting as twinnings_waiting


def sees_films(user: User) -> bool:
    """True for whoever writes films somewhere, and for the editors."""
    return experience_rules.may_write_somewhere(user) or experience_rules.is_editor(
        user
    )


def to_do_of(user: User) -> dict[str, int]:
    """How many wait for this person, by what they are; only what is theirs to do."""
    asked: dict[str, Any] = {}
    if rules.may_review_somewhere(user):
        asked["review"] = waiting.some_to_review(user)
    if takedowns.decides_somewhere(user):
        asked["take_downs"] = takedowns.take_downs_to_do(user)
    if rules.answers_somewhere(user):
        asked["questions"] = questions.questions_to_do(user)
    if sees_films(user):
        asked["films"] = experiences_waiting.films_to_decide(user)
    if plan_rules.reads_plans(user, user.organisations_today):
        asked["changes"] = experiences_waiting.changes_to_decide(user)
    if experience_rules.is_editor(user):
        asked["experiences"] = experiences_waiting.experiences_to_decide(user)
    asked |= _of_twinnings(user) | _of_assessments(user) | _of_toolkit(user)
    found = how_many(user, asked)
    if "exchanges" in found:
        found["twinnings"] += found.pop("exchanges")
    return found


def _of_assessments(user: User) -> dict[str, Any]:
    if not assessment_rules.sees_assessments(user, user.organisations_today):
        return {}
    return {"assessments": assessments_waiting.assessments_to_do(user)}


def _of_toolkit(user: User) -> dict[str, Any]:
    if not (user.standing.reviewed or user.standing.secretariat):
        return {}
    return {"policies": toolkit_waiting.policies_to_publish(user)}


def _of_twinnings(user: User) -> dict[str, Any]:
    if not twinning_rules.reviews_somewhere(user):
        return {}
    return {
        "twinnings": twinnings_waiting.twinnings_to_decide(user),
        "exchanges": twinnings_waiting.exchanges_to_decide(user),
    }
