"""Two people edited one record: both versions are shown and nothing is overwritten."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.forms.quick import FIELD_OF_CELL
from network.models import Activity
from network.services.activities import MANY, Counts
from network.views.workspace.doors import StaffRequest

PICK = "pick-"
# What the page writes anew.
OF_THE_PAGE = ("csrfmiddlewaretoken", "version", "photo-kept")


def without_theirs(
    request: StaffRequest, values: dict[str, Any], counts: Counts | None
) -> tuple[dict[str, Any], Counts | None]:
    """Leave out the fields for which the person chose what somebody else saved."""
    theirs = left_to_others(request)
    kept = {name: value for name, value in values.items() if name not in theirs}
    if counts is not None:
        counts = {
            cell: people
            for cell, people in counts.items()
            if FIELD_OF_CELL.get(cell, "-".join(cell)) not in theirs
        }
    return kept, counts


def left_to_others(request: StaffRequest) -> set[str]:
    """The fields for which the person chose what somebody else saved."""
    return {
        name.removeprefix(PICK)
        for name, choice in request.POST.items()
        if name.startswith(PICK) and choice == "theirs"
    }


def typed_again(request: StaffRequest) -> list[tuple[str, str]]:
    """What was typed, to travel in the page."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not name.startswith(PICK) and name not in OF_THE_PAGE
        for value in values
    ]


def show_conflict(
    request: StaffRequest, form: forms.BaseForm, current: Activity
) -> HttpResponse:
    """Both versions side by side (409); my text travels in the page."""
    context = {
        "rows": list(_rows(form, current)),
        "mine_again": typed_again(request),
        "activity": current,
        "kept": getattr(form, "kept", None),
        "who": str(current.updated_by or _("somebody else")),
        "when": date_format(timezone.localtime(current.written_at), "TIME_FORMAT"),
    }
    return render(request, "network/workspace/conflict.html", context, status=409)


def _rows(form: Any, current: Activity) -> Iterable[dict[str, str]]:
    for name, mine in form.values().items():
        stored = getattr(current, name)
        theirs = list(stored.all()) if name in MANY else stored
        if words(mine) != words(theirs):
            yield {
                "name": PICK + name,
                "label": _label(form, name),
                "mine": words(named(form, name, mine)),
                "theirs": words(named(form, name, theirs)),
            }
    saved = {(row.sex, row.age_band): row.people for row in current.counts.all()}
    for cell, people in (form.counts() or {}).items():
        if saved.get(cell) != people:
            name = FIELD_OF_CELL.get(cell, "-".join(cell))
            yield {
                "name": PICK + name,
                "label": _label(form, name),
                "mine": words(people),
                "theirs": words(saved.get(cell)),
            }


def _label(form: Any, name: str) -> str:
    field_name = name if name in form.fields else name.removesuffix("_es")
    field_name = field_name.replace("+", "plus")
    return str(form.fields[field_name].label) if field_name in form.fields else name


def named(form: Any, name: str, value: Any) -> Any:
    """A code, or a list of codes, by the words the form offers for it."""
    choices = getattr(form.fields.get(name), "choices", None)
    if choices is None or isinstance(form.fields[name], forms.ModelChoiceField):
        return value
    labels = dict(choices)
    if isinstance(value, list):
        return [labels.get(code, code) for code in value]
    return labels.get(value, value)


def words(value: Any) -> str:
    """A value as a person reads it; nothing for nothing."""
    if value is None or value == "":
        return ""
    if hasattr(value, "isoformat"):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, list | tuple) or hasattr(value, "all"):
        return ", ".join(sorted(str(each) for each in value))
    return str(value)
