"""Writing one part of a plan: a form, or rows."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from experiences import plan_rules as rules
from experiences.choices import PlanSection
from experiences.forms.plans import PLAN_FORMS, PLAN_ROWS
from experiences.models import Adaptation
from experiences.services.plans import save_plan, version_of_plan
from experiences.services.saving import StaleSection
from experiences.views.workspace.conflict import show_conflict, without_theirs
from experiences.views.workspace.doors import kept_plan, visible_plan
from experiences.views.workspace.written import Written
from network.choices import ReviewState
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only


@staff_only
def plan_section(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """One part of a plan."""
    # What was typed is not lost because a colleague discarded the plan meanwhile.
    fetch = visible_plan if request.method == "POST" else kept_plan
    plan = fetch(request, pk)
    if name not in PlanSection.values or not rules.writes_plans_of(request.user, plan):
        raise Http404
    public = name == PlanSection.CHANGES
    closed = public and not rules.may_write_changes(request.user, plan)
    if request.method != "POST" and closed:
        messages.info(request, _why_closed(plan))
        return redirect("experiences:plan", pk=pk)
    written = _written(request, plan, name)
    stale: Any = None
    if request.method == "POST" and written.is_valid():
        try:
            return _save(request, plan, name, written)
        except StaleSection as found:
            if written.form is not None:
                back = reverse("experiences:plan", args=[pk])
                return show_conflict(request, written, found, back=back)
            stale = found
            written.rows = written.rows_again(found.record)
        except Refused as refusal:
            messages.error(request, str(refusal))
    context = {
        "plan": plan,
        "section": PlanSection(name),
        "heading": _heading(request, plan, name),
        "form": written.form,
        "formset": written.rows,
        "formsets": [written.rows] if written.rows is not None else [],
        "version": stale.state.version if stale else version_of_plan(plan, name),
        "note": plan.review_note if public else "",
        "reference": _reference(plan, name),
        "stale": stale,
        "theirs": written.theirs(stale.record) if stale else [],
    }
    status = 409 if stale else 422 if written.is_bound else 200
    return render(request, "experiences/plans/section.html", context, status=status)


def _heading(request: StaffRequest, plan: Adaptation, name: str) -> str:
    """What the part is called by its own people, or by the association that helps."""
    if rules.is_of_its_town(request.user, plan):
        return str(PlanSection(name).label)
    others = {
        PlanSection.ABOUT: _("What they want to achieve"),
        PlanSection.CHANGES: _("What they changed and why"),
    }
    return str(others.get(PlanSection(name), PlanSection(name).label))


def _reference(plan: Adaptation, name: str) -> Any:
    """The original, beside objectives and steps, while the public may read it."""
    origin = plan.origin
    beside = name in (PlanSection.ABOUT, PlanSection.STEPS)
    told = beside and origin is not None and origin.is_public
    return origin if told else None


def _why_closed(plan: Adaptation) -> str:
    if plan.review_state == ReviewState.APPROVED:
        return _("It is published: to correct it, first withdraw it from the public.")
    return _("It was sent: take it back below to correct it.")


def _written(request: StaffRequest, plan: Adaptation, name: str) -> Written:
    data = posted(request)
    if name in PLAN_FORMS:
        copy = Adaptation.objects.get(pk=plan.pk)
        version = version_of_plan(plan, name)
        form = PLAN_FORMS[name](data, instance=copy, section_version=version)
        return Written(form, None, "")
    relation, make = PLAN_ROWS[name]
    stored = getattr(plan, relation).all()
    initial = [make.form.opened(each) for each in stored]
    return Written(None, make(data, initial=initial, prefix="rows"), relation)


def _save(
    request: StaffRequest, plan: Adaptation, name: str, written: Written
) -> HttpResponse:
    values = without_theirs(request, written.form) if written.form is not None else {}
    save_plan(
        plan=plan,
        section=name,
        by=request.user,
        version=number_in(request.POST.get("version", "")) or 0,
        values=values,
        rows=written.given_rows(plan),
    )
    if plan.discarded_at is not None:
        messages.info(request, _("What you sent was saved before it was discarded."))
        return redirect("experiences:plans")
    messages.success(request, _("The section was saved."))
    for sentence in written.noticed():
        messages.warning(request, sentence)
    return redirect("experiences:plan", pk=plan.pk)
