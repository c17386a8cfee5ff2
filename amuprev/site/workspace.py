"""The frame of the workspace: its menu, its name, and what waits for the person."""

from collections.abc import Iterator
from typing import Any, TypeGuard

from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from amuprev.foundation import pulse
from amuprev.foundation.together import read_together
from amuprev.site.to_do import sees_films, to_do_of
from experiences import plan_rules
from experiences import rules as experience_rules
from experiences import waiting as experiences_waiting
from municipio_seguro import rules as assessment_rules
from network import rules, steps, takedowns, waiting
from network.choices import OrganisationKind
from network.models import Organisation, User
from toolkit import rules as toolkit_rules
from toolkit import waiting as toolkit_waiting
from twinnings import rules as twinning_rules
from twinnings import waiting as twinnings_waiting

SHOWN = 6


def workspace_frame(request: HttpRequest) -> dict[str, Any]:
    """The menu and the name of the workspace, and how much waits: made only for pages
    that show them."""
    user = getattr(request, "user", None)
    waits: Any = SimpleLazyObject(lambda: to_do_of(user) if _signed_in(user) else {})
    return {
        "to_do": waits,
        "workspace_menu": SimpleLazyObject(lambda: _menu(request, user, waits)),
        "workspace_brand": SimpleLazyObject(lambda: _brand(user)),
    }


def _brand(user: User | None) -> str:
    mine = user.organisations_today if _signed_in(user) else []
    kinds = {each.kind for each in mine}
    if OrganisationKind.MUNICIPALITY in kinds:
        return _("My municipality")
    if OrganisationKind.ASSOCIATION in kinds:
        return _("My association")
    return _("My workspace")


def _menu(
    request: HttpRequest, user: User | None, waits: dict[str, int]
) -> list[dict[str, Any]]:
    if not _signed_in(user) or not rules.may_enter_workspace(user):
        return []
    if steps.missing(request.session, user):
        return []
    here = resolve(request.path_info).view_name
    return [
        {
            "title": title,
            "url": reverse(name),
            "current": name == here,
            "waiting": _number(waits.get(what, 0)),
        }
        for name, title, what in _entries(user, user.organisations_today)
    ]


def _entries(user: User, mine: list[Organisation]) -> Iterator[tuple[str, str, str]]:
    """Address, title, and what of it waits."""
    loggable = any(each.kind != OrganisationKind.NETWORK for each in mine)
    manages = any(rules.may_manage_people(user, each) for each in mine)
    every = (
        (True, "workspace:home", _("Start"), ""),
        (_may_record(user, mine), "network:quick_log", _("Quick log"), ""),
        (loggable, "network:activities", _("Activities"), ""),
        (loggable, "network:month", _("This month"), ""),
        (sees_films(user), "films:films", _("Videos"), "films"),
        *_of_experiences(user, mine),
        *_of_assessments(user, mine),
        (
            twinning_rules.sees_twinnings(user, mine),
            "twinnings:twinnings",
            _("Twinnings"),
            "twinnings",
        ),
        *_of_toolkit(user, mine),
        (rules.may_review_somewhere(user), "network:inbox", _("Review"), "review"),
        (
            takedowns.decides_somewhere(user),
            "network:take_downs",
            _("Take-downs"),
            "take_downs",
        ),
        (
            rules.answers_somewhere(user),
            "network:questions",
            _("Questions"),
            "questions",
        ),
        (manages, "network:people", _("People"), ""),
        (True, "account_front", _("My account"), ""),
    )
    for shown, name, title, what in every:
        if shown:
            yield name, title, what


def _of_toolkit(
    user: User, mine: list[Organisation]
) -> Iterator[tuple[bool, str, str, str]]:
    sees = toolkit_rules.sees_work(user, mine)
    yield sees, "toolkit:where", _("Where is my municipality?"), "policies"


def _of_assessments(
    user: User, mine: list[Organisation]
) -> Iterator[tuple[bool, str, str, str]]:
    sees = assessment_rules.sees_assessments(user, mine)
    yield sees, "municipio_seguro:assessments", _("Municipio Seguro"), "assessments"


def _of_experiences(
    user: User, mine: list[Organisation]
) -> Iterator[tuple[bool, str, str, str]]:
    writes = any(experience_rules.may_write_for(user, each) for each in mine)
    decides = experience_rules.is_editor(user)
    yield writes or decides, "experiences:experiences", _("Experiences"), ""
    reads = plan_rules.reads_plans(user, mine)
    ours = plan_rules.adapts(mine) or not user.standing.reviewed
    plans = _("Plans we adapt") if ours else _("Plans of the municipalities")
    yield reads, "experiences:plans", plans, "changes"
    yield decides, "experiences:waiting", _("Experiences to review"), "experiences"


def _may_record(user: User, mine: list[Organisation]) -> bool:
    return any(rules.may_record(user, each) for each in mine)


def _number(waits: int) -> int | str:
    """A number beside an entry of the menu; a long queue is not counted to its end."""
    most = waiting.MOST_COUNTED
    return f"{most}+" if waits > most else waits


def _signed_in(user: User | None) -> TypeGuard[User]:
    return bool(user and user.is_authenticated)


def front_of(user: User) -> dict[str, Any]:
    """What waits for the person, what they may start, and what was done lately."""
    mine = user.organisations_today
    found = read_together(
        open_work=waiting.open_work(user)[:SHOWN],
        to_review=waiting.to_review(user)[:SHOWN],
        decided=waiting.lately_decided(user)[:SHOWN],
        open_experiences=experiences_waiting.open_experiences(user)[:SHOWN],
        open_twinnings=twinnings_waiting.open_twinnings(user)[:SHOWN],
        open_exchanges=twinnings_waiting.open_exchanges(user)[:SHOWN],
        overdue_agreements=toolkit_waiting.overdue_agreements(user)[:SHOWN],
        lowered_checks=toolkit_waiting.lowered_checks(user)[:SHOWN],
        held=user.held_posts.waiting(),
    )
    held = found.pop("held")
    return {
        **found,
        "most_counted": waiting.MOST_COUNTED,
        "held": [post for post in held if post.set_aside_at is None],
        "held_aside": [post for post in held if post.set_aside_at],
        "mine": [each for each in mine if each.kind != OrganisationKind.NETWORK],
        "may_record": _may_record(user, mine),
        "is_editor": user.standing.editor or bool(user.standing.writes_for),
        "is_staff": user.is_staff,
        "background_notices": pulse.notices() if user.is_staff else [],
    }
