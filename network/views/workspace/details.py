"""«Agregar detalles»: the rest of an activity, as a list of short tasks."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from amuprev.foundation.together import complete
from network.forms import sections
from network.forms.participants import PeopleForm
from network.forms.partners import PartnerFormSet
from network.models import Activity
from network.services.activities import StaleVersion, update_activity
from network.services.partners import write_partners
from network.services.refusals import Refused
from network.views.workspace.conflict import show_conflict, without_theirs
from network.views.workspace.doors import (
    StaffRequest,
    kept_evidence,
    number_in,
    open_activity,
    staff_only,
    tell,
    written_activity,
)

SECTIONS = {
    "when": (gettext_lazy("Say when and where it was"), sections.WhenForm),
    "people": (gettext_lazy("Count who took part"), PeopleForm),
    "audience": (gettext_lazy("Say who it was for and why"), sections.AudienceForm),
    "results": (gettext_lazy("Tell what came of it"), sections.ResultsForm),
    "cost": (gettext_lazy("Write what it cost"), sections.CostForm),
}


@require_safe
@staff_only
def details(request: StaffRequest, pk: int) -> HttpResponse:
    """The task list, with what each section still lacks."""
    activity = open_activity(request, pk)
    complete(activity, "counts", "groups", "themes", "partners", "evidence")
    context = {"activity": activity, "tasks": _tasks(activity)}
    return render(request, "network/workspace/details.html", context)


@staff_only
def section(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """One section of the details."""
    if name not in SECTIONS:
        raise Http404
    activity = _door(request)(request, pk)
    title, form_class = SECTIONS[name]
    if request.method == "POST":
        form = form_class(request.POST, instance=_copy(activity))
        if form.is_valid() and (answer := _save_section(request, form, activity)):
            return answer
    else:
        form = form_class(instance=_copy(activity), initial=_suggested(activity, name))
    context = {"activity": activity, "form": form, "title": title, "section": name}
    status = 422 if form.is_bound else 200
    return render(request, "network/workspace/section.html", context, status=status)


@staff_only
def partners(request: StaffRequest, pk: int) -> HttpResponse:
    """With whom it was done."""
    activity = _door(request)(request, pk)
    stored = list(
        activity.partners.values("kind", "name", "contribution", "agreed_to_be_named")
    )
    formset = PartnerFormSet(request.POST or None, initial=stored)
    if request.method == "POST" and formset.is_valid():
        try:
            return _save_partners(request, formset, activity)
        except Refused as refusal:
            tell(request, refusal)
    context = {"activity": activity, "formset": formset, "formsets": [formset]}
    status = 422 if formset.is_bound else 200
    return render(request, "network/workspace/partners.html", context, status=status)


def _door(request: StaffRequest) -> Callable[[StaffRequest, int], Activity]:
    """What was typed while the activity closed comes back with the service's reason."""
    return written_activity if request.method == "POST" else open_activity


def _copy(activity: Activity) -> Activity:
    """A fresh instance for the form: validating must not touch the one in hand."""
    return Activity.objects.prefetch_related("counts").get(pk=activity.pk)


def _suggested(activity: Activity, name: str) -> dict[str, Any]:
    if name == "cost" and not activity.currency:
        return {"currency": sections.DEFAULT_CURRENCIES.get(activity.country, "")}
    return {}


def _save_section(
    request: StaffRequest, form: sections.SectionForm, activity: Activity
) -> HttpResponse | None:
    """Go on after saving; nothing when the service refused, which the form then says."""
    values, counts = without_theirs(request, form.values(), form.counts())
    try:
        update_activity(
            activity=activity,
            by=request.user,
            version=form.cleaned_data["version"],
            values=values,
            counts=counts,
        )
    except StaleVersion as stale:
        return show_conflict(request, form, stale.activity)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, _("The section was saved."))
    return redirect("network:activity_details", pk=activity.pk)


def _save_partners(
    request: StaffRequest, formset: Any, activity: Activity
) -> HttpResponse:
    rows = [form.cleaned_data for form in formset if form.cleaned_data.get("kind")]
    try:
        write_partners(
            activity=activity,
            by=request.user,
            version=number_in(request.POST.get("version", "")) or 0,
            partners=rows,
        )
    except StaleVersion as stale:
        formset.is_stale = True
        context = {
            "activity": stale.activity,
            "formset": formset,
            "formsets": [formset],
            "stale": list(stale.activity.partners.all()),
        }
        return render(request, "network/workspace/partners.html", context, status=409)
    messages.success(request, _("The section was saved."))
    return redirect("network:activity_details", pk=activity.pk)


def _tasks(activity: Activity) -> list[dict[str, Any]]:
    filled = _filled(activity)
    order = ("when", "people", "audience", "partners", "results", "cost", "evidence")
    titles = {
        **{key: title for key, (title, _form) in SECTIONS.items()},
        "partners": _("Name who you did it with"),
        "evidence": _("Add photos and documents"),
    }
    addresses = {
        "partners": reverse("network:activity_partners", args=[activity.pk]),
        "evidence": reverse("network:activity_evidence", args=[activity.pk]),
    }
    return [
        {
            "title": titles[key],
            "url": addresses.get(key)
            or reverse("network:activity_section", args=[activity.pk, key]),
            "state": _state(*filled[key]),
        }
        for key in order
    ]


def _state(done: int, of: int) -> str:
    if done == 0:
        return "empty"
    return "done" if done >= of else "started"


def _filled(activity: Activity) -> dict[str, tuple[int, int]]:
    """How many of each section's questions have an answer."""

    def answered(*answers: object) -> int:
        return sum(1 for answer in answers if answer)

    return {
        "when": (
            answered(activity.started, activity.place_name, activity.setting_id),
            3,
        ),
        "people": (answered(bool(activity.counts.all()), activity.counting_method), 2),
        "audience": (
            answered(
                bool(activity.groups.all()),
                bool(activity.themes.all()),
                activity.approach,
            ),
            3,
        ),
        "partners": (answered(bool(activity.partners.all())), 1),
        "results": (answered(activity.what_happened_es, activity.result_es), 2),
        "cost": (answered(activity.funding_source), 1),
        "evidence": (answered(bool(kept_evidence(activity))), 1),
    }
