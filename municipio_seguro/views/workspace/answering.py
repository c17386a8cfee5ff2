"""One dimension a screen: what each indicator is answered, saved one by one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from municipio_seguro import rules, typed
from municipio_seguro.forms.answers import AnswersForm
from municipio_seguro.instrument import Dimension
from municipio_seguro.models import Answer, Assessment
from municipio_seguro.services.answering import (
    confirm_answers,
    reason_is_needed,
    save_answer,
)
from municipio_seguro.services.moving import Stale
from municipio_seguro.services.x_ray import answer_findings, answers_of
from municipio_seguro.views.workspace.conflict import left_to_others, show_conflict
from municipio_seguro.views.workspace.doors import (
    asked_in,
    dimension_of,
    visible_assessment,
)
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, posted, staff_only


@staff_only
def dimension(request: StaffRequest, pk: int, code: str) -> HttpResponse:
    """Read a dimension, and answer it: what is right is saved, whatever else is not."""
    record = visible_assessment(request, pk)
    asked = dimension_of(record, code)
    if request.method == "POST" and not rules.works_there(
        request.user, record.municipality
    ):
        raise PermissionDenied
    rows = {row.code: row for row in answers_of(record)}
    form = AnswersForm(
        posted(request),
        indicators=asked_in(record, asked),
        rows=rows,
        reason=reason_is_needed(record),
    )
    if request.method != "POST":
        return _shown(request, record, asked, form, rows)
    form.full_clean()
    saved, stale = _saved(request, record, form)
    if saved:
        told = ngettext("%(n)s answer was saved.", "%(n)s answers were saved.", saved)
        messages.success(request, told % {"n": saved})
    if stale and not form.errors:
        return show_conflict(request, record, asked, form, stale)
    if form.errors:
        return _shown(request, record, asked, form, rows, status=422)
    if not saved:
        messages.info(request, _("Nothing was changed."))
    return redirect(_next(request, record, asked))


def _saved(
    request: StaffRequest, record: Assessment, form: AnswersForm
) -> tuple[int, list[Answer]]:
    """How many answers were saved, and those that somebody else saved meanwhile."""
    theirs = left_to_others(request)
    saved, stale = 0, []
    touched = [code for code in form.touched() if code not in theirs]
    try:
        still = [code for code in form.confirmed() if code not in touched]
        saved += confirm_answers(assessment=record, by=request.user, codes=still)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return 0, []
    for code in touched:
        if form.says_both(code):
            both = _("There is a figure, and a choice that says there is none.")
            form.refuse(code, "level", f"{code}: {both}")
            continue
        try:
            save_answer(
                assessment=record,
                by=request.user,
                code=code,
                version=form.version(code),
                said=form.said(code),
            )
        except typed.Wrong as wrong:
            form.refuse(code, wrong.code, str(wrong))
        except Refused as refusal:
            form.refuse(code, refusal.code, str(refusal))
        except Stale as found:
            stale.append(found.record)
        else:
            saved += 1
    return saved, stale


def _shown(
    request: StaffRequest,
    record: Assessment,
    asked: Dimension,
    form: AnswersForm,
    rows: dict[str, Answer],
    status: int = 200,
) -> HttpResponse:
    language = get_language()
    codes = {each.code for each in form.indicators}
    told = answer_findings(record, list(rows.values()))
    context = {
        "assessment": record,
        "dimension": asked,
        "name": asked.name.in_language(language),
        "form": form,
        "may_answer": rules.may_answer(request.user, record),
        "questions": [
            _question(record, each, form, rows.get(each.code), language)
            for each in form.indicators
        ],
        "findings": [each for each in told if each.about in codes],
    }
    return render(
        request, "municipio_seguro/workspace/dimension.html", context, status=status
    )


def _question(
    record: Assessment, each: Any, form: AnswersForm, row: Answer | None, language: Any
) -> dict[str, Any]:
    """An indicator as its screen needs it."""
    boxes = {
        name: form[f"{each.code}-{name}"]
        for name in (
            "level", "figure", "part", "total", "na_reason_es", "na_reason_en", "note",
            "change_reason", "version", "was", "same",
        )
        if f"{each.code}-{name}" in form.fields
    }  # fmt: skip
    return {
        "code": each.code,
        "label": each.label.in_language(language),
        "question": each.question.in_language(language),
        "wanted": each.evidence.in_language(language),
        "levels": [
            {"number": number, "text": text.in_language(language)}
            for number, text in enumerate(each.levels)
        ],
        "numeric": each.numeric,
        "boxes": boxes,
        "answer": row,
        "pieces": row.pieces if row is not None else [],
        "evidence_url": reverse(
            "municipio_seguro:evidence", args=[record.pk, each.code]
        ),
    }


def _next(request: StaffRequest, record: Assessment, asked: Dimension) -> str:
    """The next dimension, or the assessment after the last one."""
    codes = [
        each.code
        for each in record.instrument.instrument.dimensions
        if asked_in(record, each)
    ]
    after = codes[codes.index(asked.code) + 1 :]
    if request.POST.get("next") and after:
        return reverse("municipio_seguro:dimension", args=[record.pk, after[0]])
    if request.POST.get("next"):
        return reverse("municipio_seguro:assessment", args=[record.pk])
    return reverse("municipio_seguro:dimension", args=[record.pk, asked.code])
