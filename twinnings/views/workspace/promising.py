"""Commitments: promised, changed, met, dropped, opened again, taken out."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.services.refusals import Refused, Stale
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
    tell,
)
from network.views.workspace.handing import handed
from network.views.workspace.kept_files import KeptFile
from twinnings import rules
from twinnings.choices import CommitmentState
from twinnings.forms.promising import CommitmentForm, DropForm, MeetForm
from twinnings.models import Commitment, Exchange
from twinnings.services import commitments as verbs
from twinnings.views.workspace.doors import address_of, inside, own, visible
from twinnings.views.workspace.drawn import Sheet, done
from twinnings.views.workspace.life import CHANGED

FIELDS_OF = {"text": "text_es", "evidence": "evidence_es"}


def _commitment(exchange: Exchange, key: int) -> Commitment:
    rows = exchange.commitments.select_related("party", "exchange__twinning")
    return get_object_or_404(rows, pk=key)


@staff_only
def add_commitment(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what one side promised."""
    exchange = own(Exchange, request, pk)
    form = CommitmentForm(posted(request), exchange=exchange)
    sheet = _sheet(request, form, exchange, _("A new commitment"))
    if request.method == "POST" and form.is_valid():
        try:
            verbs.add_commitment(exchange=exchange, by=request.user, **form.values())
        except Refused as refusal:
            sheet.refused(refusal)
        else:
            done(request, _("The commitment was written down."))
            if "another" in request.POST:
                return redirect(request.path)
            return redirect(address_of(exchange))
    return sheet.drawn()


def _sheet(
    request: StaffRequest, form: Any, exchange: Exchange, title: str, **told: Any
) -> Sheet:
    return Sheet(request, form, exchange, title=title, fields_of=FIELDS_OF, **told)


@staff_only
def commitment(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """One commitment: what was promised, its state, and what can be said of it."""
    exchange = visible(Exchange, request, pk)
    promise = _commitment(exchange, key)
    writes = rules.may_follow(request.user, exchange)
    if request.method == "POST" and not writes:
        raise PermissionDenied
    form = CommitmentForm(posted(request), exchange=exchange, commitment=promise)
    sheet = _sheet(
        request,
        form,
        exchange,
        _("A commitment"),
        commitment=promise,
        may_follow=writes,
        reads_inside=rules.may_read_inside(request.user, exchange),
        is_open=promise.state == CommitmentState.OPEN,
    )
    if request.method == "POST" and form.is_valid() and _saved(sheet, promise):
        return redirect(address_of(exchange))
    return sheet.drawn("twinnings/workspace/commitment.html")


def _saved(sheet: Sheet, promise: Commitment) -> bool:
    try:
        verbs.save_commitment(
            commitment=promise,
            by=sheet.request.user,
            version=number_in(sheet.request.POST.get("version", "")),
            **sheet.form.values(),
        )
    except Stale as stale:
        sheet.version = stale.record.version
        sheet.form.add_error(None, CHANGED)
        return False
    except Refused as refusal:
        sheet.refused(refusal)
        return False
    done(sheet.request, _("The changes were saved."))
    return True


@staff_only
def meet(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Say that it was met, and what shows it."""
    exchange = own(Exchange, request, pk)
    promise = _commitment(exchange, key)
    kept = KeptFile(request, "file", request.path)
    form = MeetForm(posted(request), kept.files or None)
    sheet = _sheet(
        request, form, exchange, _("It was met"), kept=kept, lead=str(promise)
    )
    if request.method == "POST":
        if form.is_valid() and _met(sheet, promise):
            kept.let_go()
            return redirect(address_of(exchange))
        kept.keep(form, "file")
    return sheet.drawn()


def _met(sheet: Sheet, promise: Commitment) -> bool:
    said = sheet.form.cleaned_data
    try:
        verbs.meet_commitment(
            commitment=promise,
            by=sheet.request.user,
            evidence_es=said["evidence_es"],
            evidence_en=said["evidence_en"],
            link=said["link"],
            upload=said["file"],
            on=said["on"],
        )
    except ValidationError as problem:
        sheet.form.add_error("file", problem)
        return False
    except Refused as refusal:
        sheet.refused(refusal)
        return False
    done(
        sheet.request,
        _("The commitment was met. What shows it is read before the world."),
    )
    return True


@staff_only
def drop(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Say that it will not be done, and why."""
    exchange = own(Exchange, request, pk)
    promise = _commitment(exchange, key)
    form = DropForm(posted(request))
    sheet = _sheet(request, form, exchange, _("It will not be done"), lead=str(promise))
    if request.method == "POST" and form.is_valid():
        try:
            verbs.drop_commitment(
                commitment=promise, by=request.user, **form.cleaned_data
            )
        except Refused as refusal:
            sheet.refused(refusal)
        else:
            done(request, _("It was noted that it will not be done."))
            return redirect(address_of(exchange))
    return sheet.drawn()


# What is done with one after asking: its verb, its question, what follows.
ACTS: dict[str, tuple[Callable, Any, Any, Any]] = {
    "reopen": (
        verbs.reopen_commitment,
        gettext_lazy("Open this commitment again"),
        gettext_lazy("It is open again. What showed it stays, no longer public."),
        gettext_lazy("The commitment is open again."),
    ),
    "remove": (
        verbs.remove_commitment,
        gettext_lazy("Take this commitment out"),
        gettext_lazy(
            "Nobody outside has read it: it goes for good, with its file. To keep it "
            "in memory, say instead that it will not be done."
        ),
        gettext_lazy("The commitment was taken out."),
    ),
}


@staff_only
def commitment_act(request: StaffRequest, pk: int, key: int, act: str) -> HttpResponse:
    """Ask, then open a commitment again, or take it out."""
    exchange = own(Exchange, request, pk)
    promise = _commitment(exchange, key)
    verb, title, consequence, said = ACTS[act]
    if request.method != "POST":
        context = {
            "record": promise,
            "title": title,
            "consequence": consequence,
            "back": address_of(exchange),
        }
        return render(request, "twinnings/workspace/confirm.html", context)
    try:
        verb(commitment=promise, by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        done(request, said)
    return redirect(address_of(exchange))


@require_safe
@staff_only
def evidence(request: StaffRequest, pk: int, key: int) -> FileResponse:
    """The file that shows that a commitment was met, for its own people and whoever reviews it."""
    exchange = inside(Exchange, request, pk)
    promise = _commitment(exchange, key)
    return handed(request, promise.evidence_file, promise.evidence_type, promise)
