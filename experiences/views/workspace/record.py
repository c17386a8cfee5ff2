"""One experience as its writers see it: what is written, what lacks, what to do."""

from typing import Any

from django.contrib import messages
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
from experiences.noticing import marks_of_experience
from experiences.services import review
from experiences.services.completeness import missing_to_submit
from experiences.services.corrections import open_correction
from experiences.services.meanwhile import PUBLISHED
from experiences.views.workspace.acting import possible
from experiences.views.workspace.asking import asks_to_send
from experiences.views.workspace.doors import leads_on, visible_experience
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only, tell

# What the short form asks, what the five moments add, and what helps besides.
PARTS: tuple[tuple[Promise, tuple[Section, ...]], ...] = (
    (gettext_lazy("The short record: one page, enough to publish"), SHORT_SECTIONS),
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
@leads_on
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
    may_edit = rules.may_edit(request.user, record)
    context = {
        "experience": record,
        "parts": [
            {
                "title": title,
                "tasks": [_task(record, each, states, missing) for each in own],
            }
            for title, own in PARTS
        ],
        "notes": [
            each
            for each in states.values()
            if each.note and not record.was_sent_since(each.noted_at)
        ],
        "note_stands": not record.was_sent_since(record.reviewed_at),
        "missing": missing,
        "marks": marks_of_experience(record) if may_edit and not missing else [],
        "steps": beside["steps"],
        "may_write": rules.writes(request.user, record),
        "may_edit": may_edit,
        "may_review": rules.may_review(request.user, record),
        "may_withhold": rules.may_withhold(request.user, record),
        **_beside_it(request, record),
    }
    return render(request, "experiences/workspace/experience.html", context)


def _beside_it(request: StaffRequest, record: Experience) -> dict[str, Any]:
    """The version in writing of what is published; the published one of what corrects."""
    writes = rules.writes(request.user, record)
    published = record.position is not None
    correction = open_correction(record) if writes and published else None
    # While a corrected version is open one goes on with it.
    left_out = {"correct", "reopen"} if correction else set()
    acts = possible(request.user, record)
    return {
        "correction": correction,
        "original": record.corrects,
        "actions": [each for each in acts if each["name"] not in left_out],
    }


@require_POST
@staff_only
@leads_on
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Send it to the editors; what seems to tell of somebody is asked about once."""
    record = visible_experience(request, pk)
    if question := asks_to_send(request, record):
        return question
    try:
        review.submit_experience(experience=record, by=request.user)
    except Refused as refusal:
        if refusal.code == PUBLISHED:
            raise Http404 from refusal
        tell(request, refusal)
    else:
        messages.success(
            request,
            _("It was sent. The editors of the network read it and write to you."),
        )
    return redirect("experiences:experience", pk=pk)


def _task(
    record: Experience,
    section: Section,
    states: dict[str, SectionState],
    missing: dict[str, list[str]],
) -> dict[str, Any]:
    state = states.get(section)
    note = ""
    if state and state.note and (record.was_sent_since(state.noted_at)):
        note = _("Asked before, and sent again since: %(note)s") % {"note": state.note}
    elif state and state.note and state.answered:
        note = _("Asked, and changed since: %(note)s") % {"note": state.note}
    elif state and state.note:
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
