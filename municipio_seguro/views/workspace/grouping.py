"""Groups and people without a telephone: what a facilitator enters for them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from municipio_seguro.choices import Voice
from municipio_seguro.forms.consulting import GROUP_VOICES, GroupForm
from municipio_seguro.forms.opinion import OpinionForm, VoiceForm
from municipio_seguro.messages import say
from municipio_seguro.models import Assessment
from municipio_seguro.services.voices import (
    answer_consultation,
    drop_session,
    facilitates,
    tally_session,
)
from municipio_seguro.views.workspace.consulting import consultation_of
from municipio_seguro.views.workspace.doors import visible_assessment
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, posted, staff_only


def _facilitated(request: StaffRequest, pk: int) -> Assessment:
    """The assessment, if this person may enter what people say in it."""
    record = visible_assessment(request, pk)
    if not facilitates(request.user, record):
        raise PermissionDenied
    return record


@staff_only
def group(request: StaffRequest, pk: int, voice: str) -> HttpResponse:
    """The hands raised in one group of one voice."""
    record = _facilitated(request, pk)
    running = consultation_of(record)
    form = GroupForm(
        posted(request),
        instrument=record.instrument.instrument,
        said_by=voice,
        initial={"voice": voice},
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            tally_session(
                consultation=running,
                by=request.user,
                voice=voice,
                setting=told["setting"],
                held_on=told["held_on"],
                present=told["present"],
                tallies=form.tallies(),
                client_uuid=told["client_uuid"],
            )
        except Refused as refusal:
            form.add_error(
                "held_on" if refusal.code == "held_on" else None, str(refusal)
            )
        else:
            messages.success(request, _("What the group said was kept."))
            return redirect("municipio_seguro:consultation", pk=pk)
    context = {"assessment": record, "voice": Voice(voice), "form": form}
    status = 422 if request.method == "POST" else 200
    return render(
        request, "municipio_seguro/workspace/group.html", context, status=status
    )


@require_safe
@staff_only
def groups(request: StaffRequest, pk: int) -> HttpResponse:
    """Whose voice the group is; its paper sheet beside."""
    record = _facilitated(request, pk)
    context = {"assessment": record, "voices": GROUP_VOICES}
    return render(request, "municipio_seguro/workspace/groups.html", context)


@staff_only
def group_remove(request: StaffRequest, pk: int, session: int) -> HttpResponse:
    """Take out a session that was entered wrong."""
    record = _facilitated(request, pk)
    found = consultation_of(record).sessions.filter(pk=session).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            drop_session(session=found, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The group was taken out."))
        return redirect("municipio_seguro:consultation", pk=pk)
    context = {"assessment": record, "session": found}
    return render(request, "municipio_seguro/workspace/group-remove.html", context)


@staff_only
def assisted(request: StaffRequest, pk: int) -> HttpResponse:
    """Several people answer on the facilitator's telephone, one after the other."""
    record = _facilitated(request, pk)
    who = VoiceForm(posted(request))
    if request.method != "POST" or not who.is_valid():
        return _asked(request, record, who, whole=False)
    if not who.is_adult:
        contact = consultation_of(record).contact
        who.add_error("adult", say("G-E21", contact=contact))
        return _asked(request, record, who, whole=False)
    voice = who.cleaned_data["voice"]
    again = "answers" in request.POST
    form = OpinionForm(
        request.POST if again else None,
        instrument=record.instrument.instrument,
        said_by=voice,
        language=get_language(),
        initial={"voice": voice, "adult": who.cleaned_data["adult"]},
    )
    if again and form.is_valid() and _kept(request, record, form, voice):
        messages.success(request, _("It was kept. Hand the telephone to the next one."))
        return redirect("municipio_seguro:assisted", pk=pk)
    return _asked(request, record, form, whole=True)


def _kept(
    request: StaffRequest, record: Assessment, form: OpinionForm, voice: str
) -> bool:
    try:
        answer_consultation(
            consultation=consultation_of(record),
            voice=voice,
            answers=form.levels,
            text=form.cleaned_data["text"],
            facilitator=request.user,
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _asked(
    request: StaffRequest, record: Assessment, form: Any, *, whole: bool
) -> HttpResponse:
    context = {"assessment": record, "form": form, "whole": whole}
    wrong = form.is_bound and not form.is_valid()
    return render(
        request,
        "municipio_seguro/workspace/assisted.html",
        context,
        status=422 if wrong or form.errors else 200,
    )
