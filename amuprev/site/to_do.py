"""How much waits for somebody in each part of the workspace, in one question."""

from typing import Any

from amuprev.foundation.gathering import how_many
from experiences import plan_rules
from experiences import rules as experience_rules
from experiences import waiting as experiences_waiting
from network import questions, rules, takedowns, waiting
from network.models import User


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
    return how_many(user, asked)
