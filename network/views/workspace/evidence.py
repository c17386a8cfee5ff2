"""The photos and documents of an activity: attach, describe, remove, bring back, hide."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network import rules
from network.choices import Act, EvidenceKind, PublicKind
from network.evidence_queries import EvidenceQuerySet
from network.forms.evidence import EvidenceChange, EvidenceForm
from network.models import Activity, Evidence
from network.services import audit
from network.services import evidence as verbs
from network.services.refusals import Refused
from network.views.workspace.doors import (
    ClosedActivity,
    StaffRequest,
    open_activity,
    own_activity,
    posted,
    staff_only,
    tell,
    to_its_reason,
    visible_activity,
    written_activity,
)
from network.views.workspace.kept_files import KeptFile

# What can be done with a piece after asking: the verb, its question, what follows.
ACTS: dict[str, tuple[Callable, Promise, Promise, Promise]] = {
    "remove": (
        verbs.remove_evidence,
        gettext_lazy("Remove this file"),
        gettext_lazy(
            "It leaves the activity. You can bring it back for 30 days from «Photos "
            "and documents»; then it is deleted for good."
        ),
        gettext_lazy("The file was removed. You can bring it back for 30 days."),
    ),
    "restore": (
        verbs.restore_evidence,
        gettext_lazy("Bring this file back"),
        gettext_lazy("It stands in the activity again, as it was."),
        gettext_lazy("The file is back."),
    ),
    "uncover": (
        verbs.uncover_evidence,
        gettext_lazy("Have the photo back as it was"),
        gettext_lazy(
            "What was cut or covered is seen again, and the photo is private until "
            "you say whether anybody can be recognised."
        ),
        gettext_lazy("The photo is as it was. Say whether anybody can be recognised."),
    ),
    "hide": (
        verbs.hide_evidence,
        gettext_lazy("Hide this file from the public"),
        gettext_lazy(
            "It leaves every public page within a minute. Its activity stays. You can "
            "show it again."
        ),
        gettext_lazy("It is hidden: the public no longer sees it."),
    ),
    "show": (
        verbs.show_evidence,
        gettext_lazy("Show this file to the public again"),
        gettext_lazy("It stands again on the public page of its activity."),
        gettext_lazy("It is shown to the public again."),
    ),
}


def _changeable(request: StaffRequest, pk: int) -> Activity:
    """The activity, if what its photos show or say can still change."""
    activity = own_activity(request, pk)
    may = rules.may_change_evidence(request.user, activity)
    if request.method != "POST" and not may:
        raise ClosedActivity(activity)
    return activity


def _hideable(request: StaffRequest, pk: int) -> Activity:
    """The activity, if the person may hide it and its photos."""
    activity = visible_activity(request, pk)
    if not rules.may_hide_activity(request.user, activity):
        raise PermissionDenied
    return activity


DOORS: dict[str, Callable[[StaffRequest, int], Activity]] = {
    "remove": open_activity,
    "restore": open_activity,
    "uncover": _changeable,
    "hide": _hideable,
    "show": _hideable,
}


@staff_only
def evidence(request: StaffRequest, pk: int) -> HttpResponse:
    """The photos and documents of an activity, and one more."""
    # What was typed while the activity closed comes back with the service's reason.
    door = written_activity if request.method == "POST" else open_activity
    activity = door(request, pk)
    kept = KeptFile(request, "file", request.path)
    form = EvidenceForm(posted(request), kept.files or None)
    if request.method == "POST":
        if form.is_valid() and _attach(request, form, activity):
            kept.let_go()
            messages.success(request, _("The file was saved."))
            return redirect("network:activity_evidence", pk=pk)
        kept.keep(form, "file")
    context = {
        "activity": activity,
        "form": form,
        "kept": kept,
        "pieces": activity.evidence.kept(),
        "removed": activity.evidence.removed().select_related("removed_by"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "network/workspace/evidence.html", context, status=status)


@staff_only
def evidence_piece(request: StaffRequest, pk: int, key: str) -> HttpResponse:
    """Change what is said of a piece."""
    activity = _changeable(request, pk)
    pieces = activity.evidence.all() if request.POST else activity.evidence.kept()
    piece = get_object_or_404(pieces, uuid=key)
    form = EvidenceChange(posted(request), piece=piece)
    stale: list = []
    if request.method == "POST" and form.is_valid():
        try:
            if _describe(request, form, piece):
                messages.success(request, _("The changes were saved."))
                return _after(request, activity)
        except verbs.StalePiece as meanwhile:
            stale = form.both(meanwhile.piece)
            form.data = request.POST.copy()
            form.data["seen"] = meanwhile.piece.said
    context = {
        "activity": activity,
        "form": form,
        "piece": piece,
        "stale": stale,
        "may_edit": rules.may_edit_activity(request.user, activity),
    }
    status = 409 if stale else 422 if form.is_bound else 200
    template = "network/workspace/evidence_piece.html"
    return render(request, template, context, status=status)


@staff_only
def evidence_act(request: StaffRequest, pk: int, key: str, act: str) -> HttpResponse:
    """Ask, then do: remove, bring back, have back as it was, hide or show again."""
    activity = DOORS[act](request, pk)
    piece = get_object_or_404(_pieces(request, activity, act), uuid=key)
    verb, title, consequence, done = ACTS[act]
    if request.method != "POST":
        context = {
            "activity": activity,
            "piece": piece,
            "title": title,
            "consequence": consequence,
        }
        return render(request, "network/workspace/evidence_act.html", context)
    try:
        verb(evidence=piece, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return _after(request, activity)
    messages.success(request, str(done))
    if act == "uncover":
        return redirect("network:evidence_piece", pk=pk, key=key)
    if act == "hide":
        return to_its_reason(PublicKind.EVIDENCE, str(piece.uuid))
    return _after(request, activity)


@require_safe
@staff_only
def evidence_file(request: StaffRequest, pk: int, key: str, size: str) -> FileResponse:
    """A private piece of evidence, for whoever may read its activity."""
    record = visible_activity(request, pk)
    piece = get_object_or_404(record.evidence.kept(), uuid=key)
    stored = piece.small if size == "small" and piece.small else piece.file
    is_picture = piece.kind == EvidenceKind.PICTURE
    content_type = "image/webp" if stored == piece.small else piece.content_type
    try:
        opened = stored.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    if not is_picture:
        audit.record(Act.FILE_DOWNLOADED, by=request.user, of=piece)
    response = FileResponse(
        opened, as_attachment=not is_picture, content_type=content_type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _pieces(request: StaffRequest, activity: Activity, act: str) -> EvidenceQuerySet:
    """Those of which the act can be asked; a press may come when it is done already."""
    if act in ("remove", "restore") and request.method == "POST":
        return activity.evidence.all()
    if act == "restore":
        return activity.evidence.removed()
    if act == "uncover":
        return activity.evidence.kept().exclude(uncovered="")
    return activity.evidence.kept()


def _after(request: StaffRequest, activity: Activity) -> HttpResponse:
    """Back to the list while the activity is open, else to the activity."""
    if rules.may_edit_activity(request.user, activity):
        return redirect("network:activity_evidence", pk=activity.pk)
    return redirect("network:activity", pk=activity.pk)


def _attach(request: StaffRequest, form: EvidenceForm, activity: Activity) -> bool:
    try:
        verbs.attach_evidence(
            activity=activity,
            by=request.user,
            upload=form.cleaned_data["file"],
            caption=form.cleaned_data["caption"],
            **form.who_is_shown(),
        )
    except ValidationError as problem:
        form.add_error("file", problem)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


def _describe(request: StaffRequest, form: EvidenceChange, piece: Evidence) -> bool:
    try:
        verbs.describe_evidence(
            evidence=piece,
            by=request.user,
            caption=form.cleaned_data["caption"],
            seen=form.cleaned_data["seen"],
            **form.who_is_shown(),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
