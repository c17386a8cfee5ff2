"""How a twinning stands, who ratified it, and which offices sign and answer."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from network.services.refusals import Refused, Stale
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
)
from network.views.workspace.handing import handed
from network.views.workspace.kept_files import KeptFile
from twinnings import rules
from twinnings.forms.life import PartyForm, RatificationForm, StatusForm
from twinnings.models import Party, Twinning
from twinnings.services.statuses import change_status, ratify
from twinnings.services.writing import save_twinning
from twinnings.views.workspace.doors import inside, party_of, to_write
from twinnings.views.workspace.drawn import Sheet, closed, done
from twinnings.views.workspace.sections import as_told

CHANGED = gettext_lazy("Somebody else changed it meanwhile: look at it and save again.")


@staff_only
def status(request: StaffRequest, pk: int) -> HttpResponse:
    """From when on it stands how; its history keeps how it stood before."""
    twinning = to_write(Twinning, request, pk)
    form = StatusForm(posted(request), twinning=twinning)
    sheet = Sheet(request, form, twinning, title=_("How it stands"))
    if request.method == "POST" and form.is_valid() and _moved(sheet):
        return redirect("twinnings:twinning", pk=pk)
    return sheet.drawn()


def _moved(sheet: Sheet) -> bool:
    said = sheet.form.cleaned_data
    try:
        change_status(
            twinning=sheet.record,
            by=sheet.request.user,
            status=said["status"],
            when=sheet.form.told_when,
            ended_by=said["ended_by"],
            note_es=said["note_es"],
            note_en=said["note_en"],
            version=number_in(sheet.request.POST.get("version", "")),
        )
    except Stale as stale:
        sheet.version = stale.record.version
        sheet.form.add_error(None, CHANGED)
        return False
    except Refused as refusal:
        sheet.refused(refusal)
        return False
    done(sheet.request, _("It was noted how the twinning stands."))
    return True


@staff_only
def party(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """The offices of a party."""
    twinning = to_write(Twinning, request, pk)
    found = party_of(request, twinning, number)
    if request.method != "POST" and not rules.may_edit(request.user, twinning):
        return closed(request, twinning)
    form = PartyForm(posted(request), party=found)
    sheet = Sheet(request, form, twinning, title=str(found))
    if request.method == "POST" and form.is_valid() and _written(sheet, found):
        return redirect("twinnings:twinning", pk=pk)
    return sheet.drawn()


def _written(sheet: Sheet, party: Party) -> bool:
    twinning: Any = sheet.record
    stored = twinning.parties.select_related("place", "organisation")
    told = [
        as_told(each, **(sheet.form.values() if each.pk == party.pk else {}))
        for each in stored
    ]
    try:
        save_twinning(
            twinning=twinning,
            by=sheet.request.user,
            version=number_in(sheet.request.POST.get("version", "")),
            values={},
            parties=told,
            sure=("pair",),
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
def ratification(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """Whether the governing body of a party ratified it, with its act and its file."""
    twinning = to_write(Twinning, request, pk)
    found = party_of(request, twinning, number)
    kept = KeptFile(request, "file", request.path)
    form = RatificationForm(posted(request), kept.files or None, party=found)
    sheet = Sheet(
        request,
        form,
        twinning,
        title=_("Ratification: %(party)s") % {"party": found},
        kept=kept,
    )
    if request.method == "POST":
        if form.is_valid() and _ratified(sheet, found):
            kept.let_go()
            return redirect("twinnings:twinning", pk=pk)
        kept.keep(form, "file")
    return sheet.drawn()


def _ratified(sheet: Sheet, party: Party) -> bool:
    said = sheet.form.cleaned_data
    try:
        ratify(
            party=party,
            by=sheet.request.user,
            when=sheet.form.told_when,
            act=said["act"],
            upload=said["file"],
            ratification=said["ratification"],
        )
    except ValidationError as problem:
        sheet.form.add_error("file", problem)
        return False
    except Refused as refusal:
        sheet.refused(refusal)
        return False
    done(sheet.request, _("The ratification was noted."))
    return True


@require_safe
@staff_only
def act_file(request: StaffRequest, pk: int, number: int) -> FileResponse:
    """The file of an act, for its own people and whoever reviews it."""
    twinning = inside(Twinning, request, pk)
    found = party_of(request, twinning, number)
    return handed(request, found.ratified_file, found.ratified_type, found)
