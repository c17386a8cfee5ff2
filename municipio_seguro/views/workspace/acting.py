"""What can be done with an assessment, each after a question."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from municipio_seguro import rules
from municipio_seguro.choices import AssessmentKind
from municipio_seguro.findings import blocking
from municipio_seguro.forms import acts
from municipio_seguro.models import Assessment
from municipio_seguro.services import consultations, lifecycle, publishing
from municipio_seguro.services.moving import answers_hash
from municipio_seguro.services.x_ray import findings_of
from municipio_seguro.views.workspace.doors import sent_file, visible_assessment
from network.choices import Act
from network.models import User
from network.services import audit
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, staff_only


@dataclass(frozen=True)
class Doing:
    """One act: who may, the verb, its words, and what is written beside it."""

    rule: Callable[[User, Assessment], bool]
    verb: Callable[..., Assessment]
    title: Promise
    consequence: Promise
    done: Promise
    form: type[acts.PressForm] = acts.PressForm
    main: bool = False


def _may_send(user: User, record: Assessment) -> bool:
    running = getattr(record, "consultation", None)
    heard = running is not None and running.closed_at is not None
    ready = heard or record.kind == AssessmentKind.FIRST_LOOK
    return ready and rules.may_resume(user, record)


def _may_call_off(user: User, record: Assessment) -> bool:
    """While nobody answered: afterwards people's words count."""
    if not rules.may_close_consultation(user, record):
        return False
    running = record.consultation
    return not (running.responses.exists() or running.sessions.exists())


def _may_hide(user: User, record: Assessment) -> bool:
    seen = record.is_public or record.state == rules.STATE.CONSULTING
    return seen and not record.hidden_at and rules.may_hide(user, record.municipality)


def _may_show(user: User, record: Assessment) -> bool:
    return bool(record.hidden_at) and rules.may_hide(user, record.municipality)


DOINGS: dict[str, Doing] = {
    "send": Doing(
        _may_send,
        lifecycle.send_to_validation,
        _("Send it to the mayor's office"),
        _("The mayor's office reads it and validates it, or sends it back."),
        _("It was sent to the mayor's office."),
        main=True,
    ),
    "validate": Doing(
        rules.may_validate,
        lifecycle.validate,
        _("Validate it"),
        _(
            "The mayor's office says that the answers are as they stand now. Then the "
            "network publishes them."
        ),
        _("It is validated. The network publishes it."),
        acts.SeenForm,
        main=True,
    ),
    "confirm": Doing(
        rules.may_confirm_act,
        lifecycle.confirm_act,
        _("Confirm the signed act"),
        _("You say that the act is signed by the mayor and is about these answers."),
        _("The act was confirmed: it is validated."),
        main=True,
    ),
    "publish": Doing(
        rules.may_publish,
        publishing.publish,
        _("Publish it"),
        _("Its figures are kept for good as they stand, and become public."),
        _("It is published."),
        acts.SureForm,
        main=True,
    ),
    "close": Doing(
        rules.may_close_consultation,
        consultations.close_consultation,
        _("Close the consultation and send it on"),
        _(
            "What people said is frozen for good and nobody answers any more. The "
            "assessment goes to the mayor's office. It is done by itself after the "
            "last day."
        ),
        _("The consultation is closed. The assessment waits for the mayor's office."),
        main=True,
    ),
    "call_off": Doing(
        _may_call_off,
        consultations.call_off_consultation,
        _("Call the consultation off"),
        _("Nobody has answered yet: it becomes a draft again, and opens another day."),
        _("The consultation was called off."),
    ),
    "file": Doing(
        rules.may_file_act,
        lifecycle.file_act,
        _("Bring a signed act"),
        _(
            "If the mayor does not enter the portal: attach the act they signed about "
            "these answers. The association confirms it."
        ),
        _("The act was brought. The association confirms it."),
        acts.ActForm,
    ),
    "return": Doing(
        rules.may_send_back,
        lifecycle.send_back,
        _("Send it back with comments"),
        _("It becomes a draft again. What the people said stays as it is."),
        _("It was sent back with your comments."),
        acts.CommentsForm,
    ),
    "hide": Doing(
        _may_hide,
        publishing.hide,
        _("Hide it now"),
        _("It leaves every public page within a minute. It can be shown again."),
        _("It is hidden: the public no longer sees it."),
    ),
    "show": Doing(
        _may_show,
        publishing.show,
        _("Show it to the public again"),
        _("It stands again on every public page."),
        _("It is shown to the public again."),
    ),
    "withdraw": Doing(
        rules.may_withdraw,
        publishing.withdraw,
        _("Withdraw it from the public"),
        _(
            "The mayor's office and the network do it together: one asks, the other "
            "does it. Its page stays with the reason and without figures."
        ),
        _("It was asked for; it is done once the other side asks too."),
        acts.PublicReasonForm,
    ),
    "cancel": Doing(
        rules.may_cancel,
        lifecycle.cancel,
        _("Cancel this assessment"),
        _("It ends without a result. What people answered is deleted after 30 days."),
        _("It was cancelled. Another one can be opened."),
        acts.ReasonForm,
    ),
}


@staff_only
def act(request: StaffRequest, pk: int, action: str) -> HttpResponse:
    """Ask, then do; what was written comes back when it is refused."""
    record = visible_assessment(request, pk)
    doing = DOINGS[action]
    if not doing.rule(request.user, record):
        raise PermissionDenied
    form = _form(request, record, action, doing)
    if request.method == "POST" and form.is_valid():
        try:
            doing.verb(assessment=record, by=request.user, **form.given())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, str(doing.done))
            return redirect("municipio_seguro:assessment", pk=pk)
    context = {
        "assessment": record,
        "doing": doing,
        "form": form,
        "blocking": blocking(findings_of(record)) if doing.main else [],
    }
    status = 422 if request.method == "POST" else 200
    return render(
        request, "municipio_seguro/workspace/act.html", context, status=status
    )


def _form(
    request: StaffRequest, record: Assessment, action: str, doing: Doing
) -> acts.PressForm:
    kind = doing.form
    if action == "send" and record.comments:
        kind = acts.AnswerForm
    if request.method == "POST":
        return kind(request.POST, request.FILES)
    seen = {"seen": answers_hash(record)} if kind is acts.SeenForm else {}
    return kind(initial=seen)


def possible(user: User, record: Assessment) -> list[dict[str, Any]]:
    """The acts that this person may do with it now, what moves it on first."""
    return [
        {"name": name, "title": str(doing.title), "main": doing.main}
        for name, doing in DOINGS.items()
        if doing.rule(user, record)
    ]


@require_safe
@staff_only
def act_file(request: StaffRequest, pk: int) -> FileResponse:
    """The act that the mayor signed, for whoever may read the assessment."""
    record = visible_assessment(request, pk)
    if not record.act_file:
        raise Http404
    response = sent_file(record.act_file, "application/octet-stream")
    audit.record(Act.FILE_DOWNLOADED, by=request.user, of=record)
    return response
