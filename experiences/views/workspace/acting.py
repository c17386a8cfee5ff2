"""What can be done with an experience by a press, each after a question."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from experiences import rules
from experiences.corrected import what_changes
from experiences.models import Experience
from experiences.models.experiences import SECTION_TEXTS
from experiences.services import corrections, discarding, review
from experiences.services.meanwhile import OVERTAKEN, PUBLISHED
from experiences.views.workspace.doors import (
    experience_in_trash,
    leads_on,
    visible_experience,
)
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only, tell

# What can be done with an experience: the rule, the verb, its question, what follows.
ACTIONS: dict[str, tuple[Callable, Callable, Promise, Promise, Promise]] = {
    "correct": (
        rules.may_correct,
        corrections.start_correction,
        gettext_lazy("Correct what is published"),
        gettext_lazy(
            "A corrected version begins with all that is published. The public goes on "
            "reading the published one until the editors publish yours. Afterwards "
            "anybody can still read in «Published versions» what you took out or "
            "changed. If it was wrong in a way that harms somebody, or tells of somebody "
            "who can be recognised, do not leave it there: whoever may hide this "
            "experience withholds the earlier version, under «Published versions, and "
            "withholding an earlier one», and anybody can ask for it with «Ask to take "
            "it down», at the foot of its public page."
        ),
        gettext_lazy("This is the corrected version: change what has to be changed."),
    ),
    "reopen": (
        rules.may_reopen,
        review.reopen_experience,
        gettext_lazy("Take it back to correct it"),
        gettext_lazy("It becomes a draft again. Send it when it is ready."),
        gettext_lazy("It is a draft again."),
    ),
    "withdraw": (
        rules.may_withdraw,
        review.withdraw_experience,
        gettext_lazy("Withdraw it from the public"),
        gettext_lazy(
            "It leaves every public page. It can be corrected and sent again."
        ),
        gettext_lazy("It was withdrawn from the public."),
    ),
    "hide": (
        lambda user, each: rules.may_withdraw(user, each) and not each.hidden_at,
        review.hide_experience,
        gettext_lazy("Hide it now"),
        gettext_lazy(
            "It leaves every public page within a minute. It can be shown again."
        ),
        gettext_lazy("It is hidden: the public no longer sees it."),
    ),
    "show": (
        lambda user, each: rules.may_withdraw(user, each) and bool(each.hidden_at),
        review.show_experience,
        gettext_lazy("Show it to the public again"),
        gettext_lazy("It stands again on every public page."),
        gettext_lazy("It is shown to the public again."),
    ),
    "discard": (
        rules.may_discard,
        discarding.discard_experience,
        gettext_lazy("Discard this draft"),
        gettext_lazy(
            "It leaves the list. For 30 days it can be brought back from there; then it "
            "is deleted for good, with its files."
        ),
        gettext_lazy("It was discarded. You can bring it back for 30 days, below."),
    ),
    "restore": (
        rules.may_restore,
        discarding.restore_experience,
        gettext_lazy("Bring it back"),
        gettext_lazy("It is a draft again, with its files."),
        gettext_lazy("It is a draft again, with its files."),
    ),
}


IN_TRASH = frozenset({"discard", "restore"})


@staff_only
@leads_on
def act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Ask, then do: take back, withdraw, hide or show."""
    if action not in ACTIONS:
        raise Http404
    # Pressed twice, what was thrown away or brought back already is so: no mistake.
    again = action in IN_TRASH and request.method == "POST"
    door = experience_in_trash if again or action == "restore" else visible_experience
    record = door(request, pk)
    rule, verb, title, consequence, done = ACTIONS[action]
    if not again and not rule(request.user, record):
        raise PermissionDenied
    if request.method != "POST":
        goes = list(_what_goes(record)) if action == "discard" else []
        context = {"experience": record, "title": title, "consequence": consequence}
        context["goes"] = goes
        return render(request, "experiences/workspace/confirm.html", context)
    try:
        record = verb(experience=record, by=request.user)
    except Refused as refusal:
        return _refused(request, record, refusal)
    messages.success(request, str(done))
    return _after(record)


def _after(record: Experience) -> HttpResponse:
    if record.discarded_at is not None:
        return redirect("experiences:experiences")
    return redirect("experiences:experience", pk=record.pk)


def _refused(
    request: StaffRequest, record: Experience, refusal: Refused
) -> HttpResponse:
    """Why it was not done; what a correction overtaken in the trash says, to be copied
    to a new one."""
    if refusal.code == PUBLISHED:
        raise Http404 from refusal
    if refusal.code != OVERTAKEN:
        tell(request, refusal)
        return _after(record)
    context = {
        "record": record,
        "back": reverse("experiences:experience", args=[record.corrects_id]),
        "refusal": str(refusal),
        "changes": what_changes(record),
    }
    return render(request, "experiences/workspace/overtaken.html", context, status=409)


def _what_goes(record: Experience) -> Iterator[str]:
    """What leaves with a draft, each by its name."""
    written = [
        str(section.label)
        for section, text in SECTION_TEXTS.items()
        if getattr(record, f"{text}_es")
    ]
    yield from written
    for row in (*record.documents.all(), *record.photos.all()):
        yield str(row)


def possible(user: Any, record: Experience) -> list[dict[str, str]]:
    """The acts that this person may do with it now."""
    return [
        {"name": name, "title": str(title)}
        for name, (rule, _verb, title, _what, _done) in ACTIONS.items()
        if rule(user, record)
    ]
