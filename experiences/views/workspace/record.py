"""One experience as its writers see it: what is written, what lacks, what to do."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from amuprev.foundation.together import complete
from experiences import rules
from experiences.choices import FULL_SECTIONS, SHORT_SECTIONS, Section
from experiences.models import Experience, SectionState
from experiences.models.experiences import SECTION_TEXTS
from experiences.services import review
from experiences.services.completeness import missing_to_submit
from experiences.views.workspace.doors import visible_experience
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only, tell

# What can be done with an experience: the rule, the verb, its question, what follows.
ACTIONS: dict[str, tuple[Callable, Callable, Promise, Promise, Promise]] = {
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
}
# What the short form asks, what the five moments add, and what helps besides.
PARTS: tuple[tuple[Promise, tuple[Section, ...]], ...] = (
    (gettext_lazy("The short form: one page, enough to publish"), SHORT_SECTIONS),
    (gettext_lazy("The five moments: they make it a full experience"), FULL_SECTIONS),
    (
        gettext_lazy("What helps others besides"),
        (
            Section.OUTCOMES, Section.FACTORS, Section.SUSTAINED, Section.GENDER,
            Section.VOICES, Section.PARTNERS, Section.FILES,
        ),
    ),
)  # fmt: skip
RELATIONS = {
    Section.OUTCOMES: ("outcomes",),
    Section.VOICES: ("voices",),
    Section.PARTNERS: ("partners",),
    Section.FILES: ("documents", "photos"),
}


@require_safe
@staff_only
def experience(request: StaffRequest, pk: int) -> HttpResponse:
    """Its sections with what each lacks, its notes, and the next step."""
    record = visible_experience(request, pk)
    own: dict[str, Any] = {
        "states": record.section_states.select_related("saved_by"),
        "steps": record.steps.select_related("by"),
    }
    beside = complete(record, **own)
    states = {each.section: each for each in beside["states"]}
    missing = missing_to_submit(record)
    context = {
        "experience": record,
        "parts": [
            {
                "title": title,
                "tasks": [_task(record, each, states, missing) for each in own],
            }
            for title, own in PARTS
        ],
        "notes": [each for each in states.values() if each.note],
        "missing": missing,
        "steps": beside["steps"],
        "may_write": rules.may_write_for(request.user, record.owner),
        "may_edit": rules.may_edit(request.user, record),
        "may_review": rules.may_review(request.user, record),
        "actions": _possible(request.user, record),
    }
    return render(request, "experiences/workspace/experience.html", context)


@require_POST
@staff_only
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send it to the editors."""
    record = visible_experience(request, pk)
    try:
        review.submit_experience(experience=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(
            request,
            _("It was sent. The editors of the network read it and write to you."),
        )
    return redirect("experiences:experience", pk=pk)


@staff_only
def act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Ask, then do: take back, withdraw, hide or show."""
    if action not in ACTIONS:
        raise Http404
    record = visible_experience(request, pk)
    rule, verb, title, consequence, done = ACTIONS[action]
    if not rule(request.user, record):
        raise PermissionDenied
    if request.method != "POST":
        context = {"experience": record, "title": title, "consequence": consequence}
        return render(request, "experiences/workspace/confirm.html", context)
    try:
        verb(experience=record, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, str(done))
    return redirect("experiences:experience", pk=pk)


def _possible(user: Any, record: Experience) -> list[dict[str, str]]:
    return [
        {"name": name, "title": str(title)}
        for name, (rule, _verb, title, _what, _done) in ACTIONS.items()
        if rule(user, record)
    ]


def _task(
    record: Experience,
    section: Section,
    states: dict[str, SectionState],
    missing: dict[str, list[str]],
) -> dict[str, Any]:
    state = states.get(section)
    note = ""
    if state and state.note:
        note = _("To correct: %(note)s") % {"note": state.note}
    elif state and state.saved_by:
        note = _("Last saved by %(name)s") % {"name": state.saved_by}
    return {
        "title": section.label,
        "url": reverse("experiences:section", args=[record.pk, section]),
        "state": _state_of(record, section, missing),
        "note": note,
        "english_missing": _lacks_english(record, section),
    }


def _state_of(
    record: Experience, section: Section, missing: dict[str, list[str]]
) -> str:
    if section == Section.ABOUT:
        return "started" if section in missing else "done"
    if section in RELATIONS:
        written = any(getattr(record, name).all() for name in RELATIONS[section])
        return ("started" if section in missing else "done") if written else "empty"
    return "done" if getattr(record, f"{SECTION_TEXTS[section]}_es") else "empty"


def _lacks_english(record: Experience, section: Section) -> bool:
    names: tuple[str, ...] = ("title", "summary") if section == Section.ABOUT else ()
    if section in SECTION_TEXTS:
        names = (SECTION_TEXTS[section],)
    return any(
        getattr(record, f"{name}_es") and not getattr(record, f"{name}_en")
        for name in names
    )
