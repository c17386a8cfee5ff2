"""Every step of the guide as a municipality stands with it, and what shows it."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.models import Organisation
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.handing import handed
from network.views.workspace.kept_files import KeptFile
from network.views.workspace.sheets import Sheet, done
from toolkit import rules
from toolkit.choices import Answer
from toolkit.forms.checks import CheckForm, EvidenceForm
from toolkit.lines import step_line, told_lines
from toolkit.models import CheckEvidence, Step, StepCheck
from toolkit.reading import steps_in_order
from toolkit.services import checks as verbs
from toolkit.views.workspace.asking import Asked, ask_first
from toolkit.views.workspace.doors import address_of, own_town, town_of, way_back


@require_safe
@staff_only
def checks(request: StaffRequest, pk: int) -> HttpResponse:
    """The steps by phase, each with the answer of the municipality."""
    town = town_of(request, pk)
    kept = {each.step_id: each for each in StepCheck.objects.filter(organisation=town)}
    phases: list[dict[str, Any]] = []
    for step in steps_in_order():
        if not phases or phases[-1]["phase"] is not step.phase:
            phases.append({"phase": step.phase, "steps": []})
        check = kept.get(step.pk)
        answer = Answer(check.answer if check else Answer.UNKNOWN)
        line = step_line(step, town.country)
        more = {"pk": step.pk, "answer": answer.label, "state": answer.value}
        phases[-1]["steps"].append(line | more | {"check": check})
    context = {"town": town, "phases": phases}
    return render(request, "toolkit/workspace/checks.html", context)


def _step(key: int) -> Step:
    step = next((each for each in steps_in_order() if each.pk == key), None)
    if step is None:
        raise Http404
    return step


@staff_only
def check(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """One step: what counts as done, the answer, and what shows it."""
    town, step = town_of(request, pk), _step(key)
    may_work = rules.may_work(request.user, town)
    if request.method == "POST" and not may_work:
        raise Http404
    found = StepCheck.objects.filter(organisation=town, step=step)
    kept = found.prefetch_related("evidence").select_related("answered_by").first()
    form = CheckForm(posted(request), record=kept, **({} if kept else {"version": 1}))
    sheet = Sheet(request, form, town, **_told(town, step, kept, may_work=may_work))
    if request.method == "POST" and form.is_valid():

        def answer() -> None:
            verbs.answer_step(
                organisation=town,
                step=step,
                by=request.user,
                version=sheet.version_read,
                sure=tuple(sheet.sure),
                **form.values(),
            )

        if sheet.does(answer):
            done(request, _("The answer was saved."))
            return redirect("toolkit:town", pk=pk)
    return sheet.drawn("toolkit/workspace/check.html")


def _told(
    town: Organisation, step: Step, kept: StepCheck | None, *, may_work: bool
) -> dict[str, Any]:
    pieces = list(kept.evidence.all()) if kept else []
    return {
        **way_back(town, "checks", _("All the steps, one by one")),
        "title": str(step),
        "step": step_line(step, town.country) | {"pk": step.pk},
        "lists": {
            name: told_lines(step, name) for name in ("done", "evidence", "questions")
        },
        "check": kept,
        "pieces": [each for each in pieces if each.removed_at is None],
        "removed": [
            {"piece": each, "until": each.removed_at + trash_days()}
            for each in pieces
            if each.removed_at is not None
        ],
        "may_work": may_work,
        "fields_of": {"evidence": "reference"},
    }


@staff_only
def attach(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Attach a file that shows that a step was done."""
    town, step = own_town(request, pk), _step(key)
    kept = KeptFile(request, "file", request.path)
    form = EvidenceForm(posted(request), kept.files or None)
    sheet = Sheet(request, form, town, title=_("Attach a file"), lead=str(step))
    back = address_of(town, "check", step.pk)
    sheet.told |= {"town": town, "back": back, "back_title": str(step), "kept": kept}
    if request.method == "POST":

        def add() -> None:
            said = form.cleaned_data
            verbs.add_evidence(
                organisation=town,
                step=step,
                by=request.user,
                upload=said["file"],
                reference=said["reference"],
                sure=tuple(sheet.sure),
            )

        if form.is_valid() and sheet.does(add):
            kept.let_go()
            done(request, _("The file was attached. Now say how far you are."))
            return redirect(back)
        kept.keep(form, "file")
    return sheet.drawn()


def _piece(town: Organisation, key: int, piece: int) -> CheckEvidence:
    rows = CheckEvidence.objects.filter(check_of__organisation=town, check_of__step=key)
    return get_object_or_404(rows, pk=piece)


@require_safe
@staff_only
def evidence(request: StaffRequest, pk: int, key: int, piece: int) -> FileResponse:
    """The file of a piece of evidence, for its own people and whoever reviews it."""
    found = _piece(town_of(request, pk), key, piece)
    if found.removed_at is not None:
        raise Http404
    return handed(request, found.file, found.content_type, found)


@staff_only
def evidence_act(
    request: StaffRequest, pk: int, key: int, piece: int, act: str
) -> HttpResponse:
    """Ask, then remove a piece of evidence; or bring it back."""
    town = own_town(request, pk)
    found = _piece(town, key, piece)
    back = address_of(town, "check", key)
    if act == "restore":
        asked = Asked(
            lambda: verbs.restore_evidence(evidence=found, by=request.user),
            _("Bring it back"),
            _("It shows the step again; the answer stays as it is until you say."),
            _("The evidence is back. Say again how far you are."),
            back,
        )
        return ask_first(request, found, asked)
    asked = Asked(
        lambda: verbs.remove_evidence(evidence=found, by=request.user),
        _("Remove this evidence"),
        _(
            "For 30 days it can be brought back. A step that nothing shows any more "
            "counts as done in part."
        ),
        _("The evidence was removed. You can bring it back for 30 days, below."),
        back,
    )
    return ask_first(request, found, asked)
