"""The frame of the workspace: its menu, its name, and what waits for the person."""

from typing import Any, TypeGuard

from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from amuprev.foundation import pulse
from experiences import plan_rules
from experiences import rules as experience_rules
from experiences import waiting as experiences_waiting
from network import questions, rules, steps, takedowns, waiting
from network.choices import OrganisationKind
from network.models import Organisation, User

SHOWN = 6


def workspace_frame(request: HttpRequest) -> dict[str, Any]:
    """The menu and the name of the workspace, made only for pages that show them."""
    user = getattr(request, "user", None)
    mine: Any = SimpleLazyObject(lambda: my_organisations(user) if user else [])
    return {
        "workspace_menu": SimpleLazyObject(lambda: _menu(request, user, mine)),
        "workspace_brand": SimpleLazyObject(lambda: _brand(user, mine)),
    }


def my_organisations(user: User) -> list[Organisation]:
    """The organisations in which the person holds a role, by name."""
    held = user.standing.organisation_ids
    return list(
        Organisation.objects.filter(pk__in=held).select_related("place").in_order()
    )


def _brand(user: User | None, mine: list[Organisation]) -> str:
    kinds = {each.kind for each in mine} if _signed_in(user) else set()
    if OrganisationKind.MUNICIPALITY in kinds:
        return _("My municipality")
    if OrganisationKind.ASSOCIATION in kinds:
        return _("My association")
    return _("My workspace")


def _menu(
    request: HttpRequest, user: User | None, mine: list[Organisation]
) -> list[dict[str, Any]]:
    if not _signed_in(user) or not rules.may_enter_workspace(user):
        return []
    if steps.missing(request.session, user):
        return []
    entries: list[tuple[str, Any, int | str]] = [("workspace:home", _("Start"), 0)]
    if any(rules.may_record(user, each) for each in mine):
        entries.append(("network:quick_log", _("Quick log"), 0))
    if any(each.kind != OrganisationKind.NETWORK for each in mine):
        entries.append(("network:activities", _("Activities"), 0))
        entries.append(("network:month", _("This month"), 0))
    entries += _of_films(user)
    entries += _of_experiences(user, mine)
    entries += _of_reviewers(user)
    if any(rules.may_manage_people(user, each) for each in mine):
        entries.append(("network:people", _("People"), 0))
    entries.append(("account_front", _("My account"), 0))
    here = resolve(request.path_info).view_name
    return [
        {
            "title": title,
            "url": reverse(name),
            "current": name == here,
            "waiting": waits,
        }
        for name, title, waits in entries
    ]


def _of_reviewers(user: User) -> "list[tuple[str, Any, int | str]]":
    """What waits for those who decide on the work of others."""
    found: list[tuple[str, Any, int | str]] = []
    if rules.may_review_somewhere(user):
        waits = _number(waiting.how_many_to_review(user))
        found.append(("network:inbox", _("Review"), waits))
    if takedowns.decides_somewhere(user):
        found.append(("network:take_downs", _("Take-downs"), takedowns.to_do(user)))
    if rules.answers_somewhere(user):
        waits = _number(questions.questions_to_do(user))
        found.append(("network:questions", _("Questions"), waits))
    return found


def _of_films(user: User) -> "list[tuple[str, Any, int | str]]":
    mine = experience_rules.may_write_somewhere(user)
    if mine or experience_rules.is_editor(user):
        waits = experiences_waiting.how_many_films_to_decide(user)
        return [("films:films", _("Videos"), waits)]
    return []


def _of_experiences(
    user: User, mine: list[Organisation]
) -> "list[tuple[str, Any, int | str]]":
    found: list[tuple[str, Any, int | str]] = []
    if any(experience_rules.may_write_for(user, each) for each in mine):
        found.append(("experiences:experiences", _("Experiences"), 0))
    if plan_rules.reads_plans(user, mine):
        waits = experiences_waiting.how_many_changes_to_decide(user)
        found.append(("experiences:plans", _("Plans we adapt"), waits))
    if experience_rules.is_editor(user):
        waits = experiences_waiting.how_many_to_decide(user)
        found.append(("experiences:waiting", _("Experiences to review"), waits))
    return found


def _number(waits: int) -> int | str:
    """A number beside an entry of the menu; a long queue is not counted to its end."""
    most = waiting.MOST_COUNTED
    return f"{most}+" if waits > most else waits


def _signed_in(user: User | None) -> TypeGuard[User]:
    return bool(user and user.is_authenticated)


def front_of(user: User) -> dict[str, Any]:
    """What waits for the person, what they may start, and what was done lately."""
    mine = my_organisations(user)
    to_review = waiting.to_review(user)
    total = waiting.how_many_to_review(user)
    held = list(user.held_posts.waiting())
    return {
        "held": [post for post in held if post.set_aside_at is None],
        "held_aside": [post for post in held if post.set_aside_at],
        "mine": [each for each in mine if each.kind != OrganisationKind.NETWORK],
        "may_record": any(rules.may_record(user, each) for each in mine),
        "open_work": waiting.open_work(user)[:SHOWN],
        "to_review": to_review[:SHOWN],
        "to_review_total": total,
        "to_review_most": waiting.MOST_COUNTED if total > waiting.MOST_COUNTED else 0,
        "open_experiences": experiences_waiting.open_experiences(user)[:SHOWN],
        "experiences_to_decide": (
            experiences_waiting.how_many_to_decide(user)
            if experience_rules.is_editor(user)
            else 0
        ),
        "decided": waiting.lately_decided(user)[:SHOWN],
        "take_downs": takedowns.to_do(user) if takedowns.decides_somewhere(user) else 0,
        "questions": questions.questions_to_do(user),
        "is_editor": user.standing.editor or bool(user.standing.writes_for),
        "is_staff": user.is_staff,
        "background_notices": pulse.notices() if user.is_staff else [],
    }
