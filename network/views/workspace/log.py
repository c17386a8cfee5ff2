"""«Registro rápido»: writing an activity on one page."""

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amuprev.foundation.together import complete
from network import rules
from network.forms.quick import QuickLogForm, initial_like, initial_of
from network.models import Activity, Organisation
from network.services.activities import (
    StaleVersion,
    start_activity,
    update_activity,
    would_change,
)
from network.services.evidence import attach_evidence
from network.services.refusals import Refused
from network.services.review import submit_activity
from network.views.workspace.conflict import show_conflict, without_theirs
from network.views.workspace.doors import (
    StaffRequest,
    chosen_owner,
    is_it_right,
    kept_evidence,
    number_in,
    open_activity,
    recordable,
    staff_only,
    tell,
    visible_activity,
    written_activity,
)
from network.views.workspace.kept_files import NOT_KEPT, KeptFile

ABOUT_THE_PHOTO = {"people_shown", "photo_public", "consent_purpose", "consent_until"}


@staff_only
def quick_log(request: StaffRequest, pk: int | None = None) -> HttpResponse:
    """Show or receive the quick log, new or of a saved draft."""
    # A form sent again after its activity closed still gets its confirmation, or
    # its text back with the reason: the service refuses, not the door.
    door = written_activity if request.method == "POST" else open_activity
    activity = door(request, pk) if pk else None
    owner = activity.owner if activity else chosen_owner(request)
    if request.method == "POST":
        key = _identifier(request.POST.get("client_uuid", ""))
        return _receive(request, owner, activity or _earlier(key, owner))
    return _open(request, owner, activity)


def _open(
    request: StaffRequest, owner: Organisation, activity: Activity | None
) -> HttpResponse:
    """The form. Its identifier stands in the address: Back and reload find the same
    draft again, and a form that was sent leads to its confirmation."""
    if activity is None:
        key = _identifier(request.GET.get("form", ""))
        if key is None:
            query = request.GET.copy()
            query["form"] = str(uuid.uuid4())
            return redirect(f"{request.path}?{query.urlencode()}")
        if Activity.objects.discarded().filter(client_uuid=key, owner=owner).exists():
            messages.info(request, _("The draft of this form is in the trash."))
            return redirect("network:trash")
        activity = _earlier(key, owner)
        if activity and not rules.may_edit_activity(request.user, activity):
            messages.info(request, _("This form was already sent."))
            return redirect("network:activity_sent", pk=activity.pk)
        initial = {**_like(request), "client_uuid": key}
    if activity:
        complete(activity, "counts", "evidence")
        initial = initial_of(activity)
    form = QuickLogForm(initial=initial, activity=activity)
    return _show(request, form, owner, activity)


def _like(request: StaffRequest) -> dict[str, Any]:
    like = number_in(request.GET.get("like", ""))
    return initial_like(visible_activity(request, like)) if like else {}


def _identifier(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _earlier(key: uuid.UUID | None, owner: Organisation) -> Activity | None:
    """The activity that this same form made before, if it was saved already."""
    if key is None:
        return None
    return (
        Activity.objects.kept()
        .select_related("owner__place", "kind")
        .filter(client_uuid=key, owner=owner)
        .first()
    )


def _receive(
    request: StaffRequest, owner: Organisation, activity: Activity | None
) -> HttpResponse:
    kept = KeptFile(request, "photo", f"log {request.POST.get('client_uuid', '')}")
    form = QuickLogForm(request.POST, kept.files, activity=activity)
    form.kept = kept
    complete = form.is_valid()
    if request.POST.get("autosave"):
        return _autosave(request, form, owner, activity)
    nothing_yet = activity is None and not form.holds_something()
    if nothing_yet or "client_uuid" not in form.cleaned_data:
        return _show(request, form, owner, activity, status=422)
    try:
        activity = _save(request, form, owner, activity)
        photo_kept = _attach(request, form, activity)
    except StaleVersion as stale:
        form.kept.keep(form, "photo")
        return show_conflict(request, form, stale.activity)
    except Refused as refusal:
        if activity and not would_change(activity, form.values(), form.counts()):
            return redirect("network:activity_sent", pk=activity.pk)
        form.add_error(None, str(refusal))
        return _show(request, form, owner, activity, status=409)
    to_submit = request.POST.get("action") == "submit"
    if not to_submit and photo_kept and form.is_only_unfinished():
        return _after_saving(request, activity)
    if not complete or not photo_kept:
        return _show_again(request, form, owner, activity)
    return _submit(request, form, owner, activity)


def _save(
    request: StaffRequest,
    form: QuickLogForm,
    owner: Organisation,
    activity: Activity | None,
) -> Activity:
    values, counts = without_theirs(request, form.values(), form.counts())
    if activity is None:
        activity, is_new = start_activity(
            owner=owner,
            by=request.user,
            client_uuid=form.cleaned_data["client_uuid"],
            values=values,
            counts=counts or {},
        )
        if is_new:
            return activity
    return update_activity(
        activity=activity,
        by=request.user,
        version=form.cleaned_data.get("version"),
        values=values,
        counts=counts,
    )


def _attach(request: StaffRequest, form: QuickLogForm, activity: Activity) -> bool:
    """Attach the photo if there is one; False when it was refused, or lost meanwhile."""
    photo = form.cleaned_data.get("photo")
    if form.kept.is_lost:
        form.add_error("photo", NOT_KEPT)
        return False
    if not photo:
        return True
    if ABOUT_THE_PHOTO & form.errors.keys():
        form.kept.keep(form, "photo")
        return False
    try:
        attach_evidence(
            activity=activity,
            by=request.user,
            upload=photo,
            **form.who_is_shown(),
        )
    except ValidationError as problem:
        form.add_error("photo", problem)
        return False
    except Refused as refusal:
        # The same form, sent twice at once, attached it and went on already.
        if not activity.evidence.kept().exists():
            form.add_error("photo", str(refusal))
            return False
    form.kept.let_go()
    return True


def _submit(
    request: StaffRequest, form: QuickLogForm, owner: Organisation, activity: Activity
) -> HttpResponse:
    if is_it_right(request, activity):
        return redirect("network:activity_submit", pk=activity.pk)
    try:
        submit_activity(activity=activity, by=request.user)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _show_again(request, form, owner, activity)
    return redirect("network:activity_sent", pk=activity.pk)


def _after_saving(request: StaffRequest, activity: Activity) -> HttpResponse:
    if request.POST.get("action") == "details":
        return redirect("network:activity_details", pk=activity.pk)
    return redirect("network:activity", pk=activity.pk)


def _autosave(
    request: StaffRequest,
    form: QuickLogForm,
    owner: Organisation,
    activity: Activity | None,
) -> JsonResponse:
    form.cleaned_data.pop("photo", None)
    if "client_uuid" not in form.cleaned_data:
        return JsonResponse({"message": _("Open the form again.")}, status=422)
    if activity is None and not form.holds_something():
        return JsonResponse({"message": ""})
    try:
        activity = _save(request, form, owner, activity)
    except StaleVersion:
        message = _("Somebody else saved this activity. Save it to see both.")
        return JsonResponse({"message": message}, status=409)
    except Refused as refusal:
        return JsonResponse({"message": str(refusal)}, status=409)
    return JsonResponse(
        {"version": activity.version, "message": saved_sentence(activity)}
    )


def saved_sentence(activity: Activity) -> str:
    """«Guardado en el portal a las 10:42», in the reader's language."""
    at = timezone.localtime(activity.written_at)
    return _("Saved in the portal at %(time)s") % {
        "time": date_format(at, "TIME_FORMAT")
    }


def _show_again(
    request: StaffRequest, form: QuickLogForm, owner: Organisation, activity: Activity
) -> HttpResponse:
    """The same page with its errors; what was understood is already kept as a draft."""
    again = request.POST.copy()
    again["version"] = str(activity.version)
    form.data = again
    form.activity = activity
    return _show(request, form, owner, activity, status=422)


def _show(
    request: StaffRequest,
    form: QuickLogForm,
    owner: Organisation,
    activity: Activity | None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "owner": owner,
        "owners": recordable(request) if activity is None else [],
        "activity": activity,
        "evidence": kept_evidence(activity) if activity else [],
        "saved": saved_sentence(activity) if activity else "",
        "save_url": reverse("network:quick_log"),
    }
    return render(request, "network/workspace/quick_log.html", context, status=status)


def refuse(request: StaffRequest, refusal: Refused, activity: Activity) -> HttpResponse:
    """Go back to the activity with the service's sentence."""
    tell(request, refusal)
    return redirect("network:activity", pk=activity.pk)
