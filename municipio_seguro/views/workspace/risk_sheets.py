"""Writing a risk: noted, one sheet after the other, closed, hidden from the public."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.choices import RiskSection
from municipio_seguro.forms.risk_boxes import NewRiskForm
from municipio_seguro.forms.risks import (
    SHEETS,
    CloseForm,
    RatingForm,
    RiskForm,
)
from municipio_seguro.models import Risk
from municipio_seguro.services import risks as verbs
from municipio_seguro.views.workspace.doors import (
    own_town,
    register_address,
    town_of,
)
from municipio_seguro.views.workspace.risks import risk_of
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.sheets import Sheet, done
from toolkit.views.workspace.asking import Asked, ask_first

# The box to which a refusal belongs.
BOX_OF = {
    "G-E10": "target_likelihood",
    "G-E11": "target_likelihood",
    "acceptance": "acceptance_reason",
    "public_summary": "public_summary_es",
    "verified": "current_likelihood",
    "title": "title_es",
}


@staff_only
def add_risk(request: StaffRequest, pk: int) -> HttpResponse:
    """Note a risk: what it is and how it is rated; the rest when there is time."""
    town = own_town(request, pk)
    form = NewRiskForm(posted(request))
    sheet = Sheet(
        request,
        form,
        town,
        title=_("Note a risk"),
        lead=_("As it is today, with the measures that work already."),
        back=register_address(town),
        back_title=_("Risks of %(town)s") % {"town": town},
        fields_of=BOX_OF,
    )
    if request.method == "POST" and form.is_valid():
        made: list[Risk] = []

        def note() -> None:
            noted = verbs.note_risk(
                municipality=town,
                by=request.user,
                threat=form.cleaned_data["threat"],
                values=form.values(),
                client_uuid=form.cleaned_data["client_uuid"],
            )
            made.append(noted)

        if sheet.does(note):
            done(request, _("The risk was noted. What is missing stands on its page."))
            return redirect("municipio_seguro:risk", pk=pk, number=made[0].number)
    return sheet.drawn()


@staff_only
def risk_sheet(request: StaffRequest, pk: int, number: int, name: str) -> HttpResponse:
    """One sheet of a risk, saved by itself."""
    town = own_town(request, pk)
    record = risk_of(request, town, number)
    if request.method != "POST" and record.closed_at is not None:
        return redirect("municipio_seguro:risk", pk=pk, number=number)
    form = SHEETS[name](posted(request), record=record)
    sheet = Sheet(
        request,
        form,
        record,
        title=RiskSection(name).label,
        back=register_address(town, "risk", number),
        fields_of=BOX_OF,
    )
    sent = request.method == "POST" and form.is_valid()
    if sent and sheet.does(lambda: SAVED_BY[name](record, sheet)):
        done(request, _("The sheet was saved."))
        return redirect("municipio_seguro:risk", pk=pk, number=number)
    return sheet.drawn()


def _save(section: str) -> Callable[[Risk, Sheet], Any]:
    def save(record: Risk, sheet: Sheet) -> None:
        form: RiskForm = sheet.form
        verbs.save_risk(
            risk=record,
            by=sheet.request.user,
            version=sheet.version_read,
            values=form.values(),
            weaknesses=_weaknesses(form),
            written=form.cleaned_data.get("another_weakness", ""),
            section=section,
            sure=sheet.sure,
        )

    return save


def _weaknesses(form: Any) -> list[Any] | None:
    """Those that were chosen; nothing where the sheet does not ask."""
    if "another_weakness" not in form.fields:
        return None
    return list(form.cleaned_data.get("weaknesses") or ())


def _rate(record: Risk, sheet: Sheet) -> None:
    form: RatingForm = sheet.form
    verbs.rate_risk(
        risk=record,
        by=sheet.request.user,
        version=sheet.version_read,
        **form.values(),
    )


def _open(record: Risk, sheet: Sheet) -> None:
    verbs.open_risk(
        risk=record,
        by=sheet.request.user,
        version=sheet.version_read,
        visibility=sheet.form.cleaned_data["visibility"],
        values=sheet.form.values(),
        sure=sheet.sure,
    )


SAVED_BY: dict[str, Callable[[Risk, Sheet], Any]] = {
    RiskSection.ABOUT: _save(RiskSection.ABOUT),
    RiskSection.RATING: _rate,
    RiskSection.DECISION: _save(RiskSection.DECISION),
    RiskSection.PUBLIC: _open,
}


@staff_only
def risk_act(request: StaffRequest, pk: int, number: int, action: str) -> HttpResponse:
    """Ask, then close a risk, put it back, hide it or show it again."""
    town = town_of(request, pk)
    record = risk_of(request, town, number)
    sent = request.method == "POST"
    if not rules.may_act_on_risk(request.user, record, action, sent=sent):
        raise PermissionDenied
    if action == "close":
        return _close(request, record)
    back = register_address(town, "risk", number)
    asked = {
        "reopen": Asked(
            lambda: verbs.reopen_risk(risk=record, by=request.user),
            _("Put it back into the register"),
            _("It stands again as it was on the day it was closed."),
            _("It stands in the register again."),
            back,
        ),
        "hide": Asked(
            lambda: verbs.hide_risk(risk=record, by=request.user),
            _("Hide it now"),
            _("It leaves every public page within a minute. It can be shown again."),
            _("It is hidden: the public no longer sees it."),
            back,
        ),
        "show": Asked(
            lambda: verbs.hide_risk(risk=record, by=request.user, hidden=False),
            _("Show it to the public again"),
            _("It stands again on every public page."),
            _("It is shown to the public again."),
            back,
        ),
    }[action]
    return ask_first(request, record, asked)


def _close(request: StaffRequest, record: Risk) -> HttpResponse:
    form = CloseForm(posted(request))
    town = record.municipality
    sheet = Sheet(
        request,
        form,
        record,
        title=_("Take it out of the register"),
        lead=_("Its history and its measures stay. It can be put back."),
        back=register_address(town, "risk", record.number),
        button=_("Take it out of the register"),
    )
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if sheet.does(
            lambda: verbs.close_risk(risk=record, by=request.user, reason=reason)
        ):
            done(request, _("It was taken out of the register. It can be put back."))
            return redirect("municipio_seguro:register", pk=town.pk)
    return sheet.drawn()
