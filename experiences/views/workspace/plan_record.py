"""One plan as its people see it and print it, and what can be done with it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from amuprev.foundation.together import complete
from experiences import plan_rules as rules
from experiences.adapted import adapter_of
from experiences.film_lines import in_its_words
from experiences.models import Adaptation
from experiences.provenance import provenance_of
from experiences.services import plans
from experiences.services.plans.review import missing_of
from experiences.views.workspace.asking import asks_to_send_changes
from experiences.views.workspace.doors import kept_plan, visible_plan
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only, tell

Action = tuple[Callable, Callable, Promise, Promise, Promise]
# What can be done with a plan: the rule, the verb, its question, what follows.
ACTIONS: dict[str, Action] = {
    "say": (
        rules.may_say,
        plans.say_adapted,
        gettext_lazy("Say that we adapted it"),
        gettext_lazy(
            "The original's page will say your municipality's name and this month, and "
            "nothing of the plan. You can take it back."
        ),
        gettext_lazy("The original's page says that you adapted it."),
    ),
    "unsay": (
        rules.may_unsay,
        plans.unsay_adapted,
        gettext_lazy("Stop saying that we adapted it"),
        gettext_lazy(
            "Your municipality's name leaves the original's page within a minute, with "
            "what you changed. The plan stays. If you say it again, it will show "
            "the month of that day."
        ),
        gettext_lazy("The original no longer says it."),
    ),
    "send": (
        rules.may_send_changes,
        plans.submit_changes,
        gettext_lazy("Send what we changed to the association"),
        gettext_lazy("Your association reads it; nothing is public before."),
        gettext_lazy("It was sent. Your association reads it and writes to you."),
    ),
    "reopen": (
        rules.may_reopen_changes,
        plans.reopen_changes,
        gettext_lazy("Take back what we changed, to correct it"),
        gettext_lazy("It becomes a draft again. Send it when it is ready."),
        gettext_lazy("It is a draft again."),
    ),
    "withdraw": (
        rules.may_withdraw_changes,
        plans.withdraw_changes,
        gettext_lazy("Withdraw what we changed from the public"),
        gettext_lazy(
            "The text leaves the original's page. It can be corrected and sent again."
        ),
        gettext_lazy("It was withdrawn from the public."),
    ),
    "show": (
        lambda user, each: rules.may_hide_plan(user, each) and bool(each.hidden_at),
        plans.show_adaptation,
        gettext_lazy("Show it to the public again"),
        gettext_lazy("It stands again on the original's page."),
        gettext_lazy("It is shown to the public again."),
    ),
    "discard": (
        rules.may_discard_plan,
        plans.discard_plan,
        gettext_lazy("Discard this plan"),
        gettext_lazy("It leaves the list. It can be brought back from its end, which says until when."),
        gettext_lazy("It was discarded. It can be brought back from the end of the list."),
    ),
    "restore": (
        rules.may_restore_plan,
        plans.restore_plan,
        gettext_lazy("Bring it back"),
        gettext_lazy("It stands again among your plans, as it was."),
        gettext_lazy("The plan is back."),
    ),
}  # fmt: skip
# The question as it is asked of who is not of the municipality: its association.
OF_OTHERS: dict[str, tuple[Promise, Promise]] = {
    "say": (
        gettext_lazy("Say that it adapted it"),
        gettext_lazy(
            "The original's page will say the municipality's name and this month, and "
            "nothing of the plan. It can be taken back."
        ),
    ),
    "unsay": (
        gettext_lazy("Stop saying that it adapted it"),
        gettext_lazy(
            "The municipality's name leaves the original's page within a minute, with "
            "what it changed. The plan stays."
        ),
    ),
    "send": (
        gettext_lazy("Send what they changed to the review"),
        gettext_lazy("Nothing is public before it is decided."),
    ),
    "reopen": (
        gettext_lazy("Take back what they changed, to correct it"),
        gettext_lazy("It becomes a draft again. Send it when it is ready."),
    ),
    "withdraw": (
        gettext_lazy("Withdraw what they changed from the public"),
        gettext_lazy(
            "The text leaves the original's page. It can be corrected and sent again."
        ),
    ),
}
# What has a place of its own on the page, or none: they are not among the links.
APART = frozenset({"say", "send", "restore"})


@require_safe
@staff_only
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """The whole plan on one page, as a council reads it on paper."""
    record = kept_plan(request, pk)
    user = request.user
    moves: Any = record.steps.select_related("by")
    parts = complete(record, "plan_steps", "partners", "costs", moves=moves)
    steps = [each for each in parts["plan_steps"] if each.text]
    context = {
        "plan": record,
        "ours": rules.is_of_its_town(user, record),
        "origin": provenance_of(record),
        "steps": steps,
        "done": sum(step.done for step in steps),
        "not_taken": [each for each in parts["plan_steps"] if not each.text],
        "partners": parts["partners"],
        "costs": parts["costs"],
        "said": adapter_of(record) if record.said_at else None,
        "missing": missing_of(record),
        "moves": in_its_words(parts["moves"]),
        "may_write": rules.may_write_plan(user, record),
        "may_write_changes": rules.may_write_changes(user, record),
        "may_say": rules.may_say(user, record),
        "why_not_say": plans.why_not_say(record),
        "may_decide": rules.may_decide_changes(user, record),
        "actions": _possible(user, record),
    }
    return render(request, "experiences/plans/plan.html", context)


@staff_only
def plan_act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Ask, then do: say it, take it back, send, withdraw, discard, bring back."""
    if action not in ACTIONS:
        raise Http404
    record = visible_plan(request, pk)
    rule, _verb, title, consequence, _said = ACTIONS[action]
    if request.method != "POST":
        if not rule(request.user, record):
            raise PermissionDenied
        if not rules.is_of_its_town(request.user, record):
            title, consequence = OF_OTHERS.get(action, (title, consequence))
        context = {"plan": record, "title": title, "consequence": consequence}
        return render(request, "experiences/plans/confirm.html", context)
    return _done(request, record, action)


def _done(request: StaffRequest, record: Adaptation, action: str) -> HttpResponse:
    if action == "send" and (question := asks_to_send_changes(request, record)):
        return question
    _rule, verb, _title, _consequence, done = ACTIONS[action]
    try:
        changed = verb(plan=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        changed = record
    else:
        messages.success(request, str(done))
    if changed.discarded_at is not None:
        return redirect("experiences:plans")
    return redirect("experiences:plan", pk=record.pk)


def _possible(user: Any, record: Adaptation) -> list[dict[str, str]]:
    others = {} if rules.is_of_its_town(user, record) else OF_OTHERS
    return [
        {"name": name, "title": str(others[name][0] if name in others else title)}
        for name, (rule, _verb, title, _what, _done) in ACTIONS.items()
        if name not in APART and rule(user, record)
    ]
