"""Two people wrote one section: both versions are shown and nothing is overwritten."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from experiences.services.saving import StaleSection
from network.forms.told import Known, PartialDateBoxes
from network.views.workspace.conflict import (
    PICK,
    left_to_others,
    named,
    typed_again,
    words,
)
from network.views.workspace.doors import StaffRequest


def without_theirs(request: StaffRequest, form: Any) -> dict[str, Any]:
    """The values of the section, less those left as somebody else saved them."""
    theirs = {
        name for field in left_to_others(request) for name in form.names_of(field)
    }
    return {name: value for name, value in form.values().items() if name not in theirs}


def show_conflict(
    request: StaffRequest, written: Any, found: StaleSection, *, back: str
) -> HttpResponse:
    """Both versions side by side (409), with the rows as they stand; what was typed
    travels in the page."""
    current, state = found.record, found.state
    saved_at = state.saved_at or current.written_at
    by_oneself = state.saved_by_id == request.user.pk
    context = {
        "heading": (
            _("You saved this section meanwhile, in another window")
            if by_oneself
            else _("Somebody else saved this section meanwhile")
        ),
        "rows": list(_rows(written.form, current)),
        "mine_again": typed_again(request),
        "title": str(current),
        "back": back,
        "state": state,
        "theirs": written.theirs(current),
        "who": _("you") if by_oneself else str(state.saved_by or ""),
        "when": date_format(timezone.localtime(saved_at), "TIME_FORMAT"),
    }
    return render(request, "experiences/workspace/conflict.html", context, status=409)


def _rows(form: Any, current: Any) -> Iterator[dict[str, str]]:
    saved = type(form)(instance=current, **form.made_with)
    for name, field in form.fields.items():
        if name == "version":
            continue
        mine = said(form, name, form.cleaned_data.get(name))
        theirs = said(form, name, saved.get_initial_for_field(field, name))
        if mine != theirs:
            label = str(field.label)
            yield {"name": PICK + name, "label": label, "mine": mine, "theirs": theirs}


def said(form: Any, name: str, value: Any) -> str:
    """A value of the form as a person reads it."""
    if isinstance(value, bool):
        return str(_("Yes")) if value else str(_("No"))
    if isinstance(value, Known):
        boxes = PartialDateBoxes().decompress(value)
        return " / ".join(str(box) for box in boxes if box)
    return words(named(form, name, value))
