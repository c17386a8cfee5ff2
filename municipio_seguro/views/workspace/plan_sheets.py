"""Writing the plan: a measure proposed, sheet by sheet, told of, moved, hidden."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from amuprev.foundation.together import complete
from municipio_seguro import rules
from municipio_seguro.choices import MeasureSection, MeasureStatus
from municipio_seguro.forms.following import MoveForm, ToldForm
from municipio_seguro.forms.measures import SHEETS, NewMeasureForm
from municipio_seguro.models import Measure
from municipio_seguro.services import following
from municipio_seguro.services import measures as verbs
from municipio_seguro.views.workspace.doors import (
    own_town,
    register_address,
    town_of,
)
from municipio_seguro.views.workspace.plan import measure_of, title_of
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
)
from network.views.workspace.kept_files import KeptFile
from network.views.workspace.sheets import Sheet, done
from toolkit.views.workspace.asking import Asked, ask_first

# The box to which a refusal belongs.
BOX_OF = {
    "G-E12": "due_on",
    "G-E13": "share_0",
    "source": "source_0",
    "purpose": "purpose_0",
    "for": "code_0",
    "G-E09": "file",
    "text": "text_es",
}


@staff_only
def add_measure(request: StaffRequest, pk: int) -> HttpResponse:
    """Propose a measure; what it needs more is written when there is time."""
    town = own_town(request, pk)
    wanted = number_in(request.GET.get("risk", "")) or 0
    chosen = list(town.risks.filter(number=wanted).values_list("pk", flat=True))
    form = NewMeasureForm(posted(request), town=town, risks=chosen)
    sheet = Sheet(
        request,
        form,
        town,
        title=_("Propose a measure"),
        back=register_address(town, "plan"),
        back_title=_("Plan of %(town)s") % {"town": town},
        fields_of=BOX_OF | {"purpose": "purpose", "G-E13": "budget_amount"},
    )
    if request.method == "POST" and form.is_valid():
        made: list[Measure] = []

        def propose() -> None:
            proposed = verbs.propose_measure(
                municipality=town,
                by=request.user,
                values=form.values(),
                funding=form.funding(),
                risks=list(form.cleaned_data["risks"]),
                indicators=form.lifted(),
                client_uuid=form.cleaned_data["client_uuid"],
            )
            made.append(proposed)

        if sheet.does(propose):
            done(request, _("The measure is in the plan, as proposed."))
            return redirect("municipio_seguro:measure", pk=pk, number=made[0].number)
    return sheet.drawn()


@staff_only
def measure_sheet(
    request: StaffRequest, pk: int, number: int, name: str
) -> HttpResponse:
    """One sheet of a measure, saved by itself."""
    town = own_town(request, pk)
    record = measure_of(request, town, number)
    settled = record.status == MeasureStatus.VERIFIED and name != MeasureSection.PUBLIC
    if request.method != "POST" and settled:
        return redirect("municipio_seguro:measure", pk=pk, number=number)
    complete(record, "indicators", "risks", "partners", "funding")
    form = SHEETS[name](posted(request), record=record)
    sheet = _sheet(request, record, form, MeasureSection(name).label)
    sent = request.method == "POST" and form.is_valid()

    def save() -> None:
        verbs.save_measure(
            measure=record,
            by=request.user,
            version=sheet.version_read,
            section=name,
            sure=sheet.sure,
            **form.saved_with(),
        )

    if sent and sheet.does(save):
        done(request, _("The sheet was saved."))
        return redirect("municipio_seguro:measure", pk=pk, number=number)
    return sheet.drawn()


@staff_only
def tell(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """Tell how a measure goes; only added to."""
    town = own_town(request, pk)
    record = measure_of(request, town, number)
    kept = KeptFile(request, "file", request.path)
    form = ToldForm(posted(request), kept.files or None)
    sheet = _sheet(request, record, form, _("Tell how it goes"))
    sheet.told["kept"] = kept

    def add() -> None:
        following.tell_measure(measure=record, by=request.user, told=form.told())

    return _with_file(sheet, kept, add, _("It was noted how the measure goes."))


@staff_only
def move(request: StaffRequest, pk: int, number: int, status: str) -> HttpResponse:
    """Move a measure along its path, aside, or back."""
    record = measure_of(request, town_of(request, pk), number)
    # Sent twice over a bad line it has moved already: the verb says so.
    may = rules.may_follow if request.method == "POST" else rules.may_move
    if not may(request.user, record, status):
        raise PermissionDenied
    kept = KeptFile(request, "file", request.path)
    form = MoveForm(posted(request), kept.files or None, to=status)
    sheet = _sheet(request, record, form, title_of(record, status))
    sheet.told |= {"kept": kept, "lead": _lead(record, status), "button": None}

    def go() -> None:
        following.move_measure(
            measure=record,
            by=request.user,
            to=status,
            told=form.told(),
            reason=form.cleaned_data.get("reason", ""),
        )

    return _with_file(sheet, kept, go, _("It was noted where the measure stands."))


def _lead(record: Measure, status: str) -> str:
    if status == MeasureStatus.VERIFIED:
        return _(
            "You saw that it was done, and attach what shows it. Afterwards it is no "
            "longer changed, and its risks may be rated lower."
        )
    if status == MeasureStatus.CANCELLED:
        return _("It leaves the plan; its history stays. It can be taken up again.")
    return str(record)


def _with_file(sheet: Sheet, kept: KeptFile, verb: Any, said: str) -> HttpResponse:
    """The form with its file; the file waits when something else is wrong."""
    if sheet.request.method == "POST":
        if sheet.form.is_valid() and sheet.does(verb):
            kept.let_go()
            done(sheet.request, said)
            return redirect(sheet.told["back"])
        if "file" in sheet.form.fields:
            kept.keep(sheet.form, "file")
    return sheet.drawn()


def _sheet(request: StaffRequest, record: Measure, form: Any, title: Any) -> Sheet:
    back = register_address(record.municipality, "measure", record.number)
    return Sheet(request, form, record, title=title, back=back, fields_of=BOX_OF)


@staff_only
def measure_act(
    request: StaffRequest, pk: int, number: int, action: str
) -> HttpResponse:
    """Ask, then hide a measure from the public, or show it again."""
    town = town_of(request, pk)
    record = measure_of(request, town, number)
    sent = request.method == "POST"
    if not rules.may_act_on_measure(request.user, record, action, sent=sent):
        raise PermissionDenied
    back = register_address(town, "measure", number)
    asked = {
        "hide": Asked(
            lambda: verbs.hide_measure(measure=record, by=request.user),
            _("Hide it now"),
            _("It leaves every public page within a minute. It can be shown again."),
            _("It is hidden: the public no longer sees it."),
            back,
        ),
        "show": Asked(
            lambda: verbs.hide_measure(measure=record, by=request.user, hidden=False),
            _("Show it to the public again"),
            _("It stands again on every public page."),
            _("It is shown to the public again."),
            back,
        ),
    }[action]
    return ask_first(request, record, asked)
