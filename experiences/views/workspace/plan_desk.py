"""The association's desk: what a municipality changed, returned or published."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amuprev.foundation.people_told import people_told
from experiences import plan_rules as rules
from experiences.choices import PlanSection
from experiences.film_lines import in_its_words
from experiences.models import Adaptation
from experiences.provenance import provenance_of
from experiences.services import plans
from experiences.services.plans import version_of_plan
from network.forms.review import NoteForm
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, number_in, staff_only


@staff_only
def decide_changes(request: StaffRequest, pk: int) -> HttpResponse:
    """Read what was changed and why; publish it, or return it with a note."""
    # A note is not lost because somebody decided, or took it back, meanwhile.
    posting = request.method == "POST"
    found = Adaptation.objects.sent_to if posting else Adaptation.objects.decidable_by
    rows = found(request.user).select_related("owner__place", "origin__owner")
    plan = get_object_or_404(rows, pk=pk)
    returning = request.POST.get("action") == "return"
    note = {"note": request.POST.get("note", "")}
    form = NoteForm(request.POST if returning else None, initial=note)
    if request.method == "POST" and _decided(request, plan, form, returning):
        return redirect("experiences:plans")
    context = {
        "plan": plan,
        "origin": provenance_of(plan),
        "form": form,
        "noticed": people_told(plan.changes_es),
        "waits": rules.may_decide_changes(request.user, plan),
        "version": version_of_plan(plan, PlanSection.CHANGES),
        "moves": in_its_words(plan.steps.select_related("by")),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "experiences/plans/review.html", context, status=status)


def _decided(
    request: StaffRequest, plan: Adaptation, form: NoteForm, returning: bool
) -> bool:
    version = number_in(request.POST.get("version", ""))
    if not returning and request.POST.get("action") != "publish":
        return False
    try:
        if not returning:
            # Whoever does not say which text they read did not read the one that stands.
            read = -1 if version is None else version
            plans.publish_changes(plan=plan, by=request.user, version=read)
        elif not form.is_valid():
            return False
        else:
            note = form.cleaned_data["note"]
            plans.return_changes(plan=plan, by=request.user, note=note, version=version)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    told = (
        _("Returned with your note: %(municipality)s.")
        if returning
        else _("Published on the original's page: %(municipality)s.")
    )
    messages.success(request, told % {"municipality": plan.owner.name})
    return True
