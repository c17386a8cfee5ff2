"""Two people answered one indicator: both answers are shown, nothing is overwritten."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from municipio_seguro.forms.answers import SAID, AnswersForm, held_values
from municipio_seguro.instrument import Dimension
from municipio_seguro.models import Answer, Assessment
from network.views.workspace.conflict import PICK, left_to_others
from network.views.workspace.doors import StaffRequest

__all__ = ["left_to_others", "show_conflict"]


def show_conflict(
    request: StaffRequest,
    record: Assessment,
    asked: Dimension,
    form: AnswersForm,
    stale: list[Answer],
) -> HttpResponse:
    """Both answers side by side (409); what was typed travels in the page."""
    names = {str(row.answered_by) for row in stale if row.answered_by}
    times = [row.answered_at for row in stale if row.answered_at]
    when = date_format(timezone.localtime(max(times)), "TIME_FORMAT") if times else ""
    context = {
        "heading": _("Somebody else answered this meanwhile"),
        "title": asked.code,
        "rows": [_row(form, row) for row in stale],
        "again": [pair for row in stale for pair in _again(form, row)],
        "back": reverse("municipio_seguro:dimension", args=[record.pk, asked.code]),
        "who": ", ".join(sorted(names)),
        "when": when,
    }
    return render(
        request, "municipio_seguro/workspace/conflict.html", context, status=409
    )


def _row(form: AnswersForm, row: Answer) -> dict[str, str]:
    numeric = bool(form[f"{row.code}-level"] and f"{row.code}-figure" in form.fields)
    return {
        "name": PICK + row.code,
        "label": str(form.fields[f"{row.code}-level"].label),
        "mine": _words(form, row.code, form.typed(row.code)),
        "theirs": _words(form, row.code, held_values(row, numeric=numeric)),
    }


def _words(form: AnswersForm, code: str, values: dict[str, str]) -> str:
    """An answer as a person reads it, a line for each box."""
    level = form.fields[f"{code}-level"]
    chosen = dict(getattr(level, "choices", ())).get(values["level"], "")
    lines = [str(chosen)]
    for name in SAID[1:]:
        box = form.fields.get(f"{code}-{name}")
        if box is not None and values[name]:
            lines.append(f"{box.label}: {values[name]}")
    return "\n".join(line for line in lines if line)


def _again(form: AnswersForm, row: Answer) -> Iterator[tuple[str, str]]:
    """What was typed, over the version that stands now."""
    for name, value in form.typed(row.code).items():
        yield f"{row.code}-{name}", value
    yield f"{row.code}-version", str(row.version)
