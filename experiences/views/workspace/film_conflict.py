"""Two people wrote the record of one film: both versions, and nothing overwritten."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from experiences.forms.films import FilmForm
from experiences.models import Film
from experiences.views.workspace.conflict import said, without_theirs
from network.views.workspace.conflict import PICK, typed_again
from network.views.workspace.doors import StaffRequest

__all__ = ["show_film_conflict", "without_theirs"]


def show_film_conflict(
    request: StaffRequest, form: FilmForm, current: Film
) -> HttpResponse:
    """Both versions side by side (409); what was typed travels in the page."""
    by_oneself = current.updated_by_id == request.user.pk
    context = {
        "heading": (
            _("You saved this video meanwhile, in another window")
            if by_oneself
            else _("Somebody else saved this video meanwhile")
        ),
        "title": str(current),
        "rows": list(_rows(form, current)),
        "mine_again": typed_again(request),
        "back": reverse("films:film", args=[current.pk]),
        "state": current,
        "who": _("you") if by_oneself else str(current.updated_by or ""),
        "when": date_format(timezone.localtime(current.written_at), "TIME_FORMAT"),
    }
    return render(request, "experiences/workspace/conflict.html", context, status=409)


def _rows(form: FilmForm, current: Film) -> Iterator[dict[str, str]]:
    stored = FilmForm.told_of(current)
    typed: dict[str, Any] = {**form.cleaned_data}
    if form.outside is not None:
        typed["address"] = form.outside.as_copied
    for name, field in form.fields.items():
        mine, theirs = said(form, name, typed.get(name)), said(form, name, stored[name])
        if name != "version" and mine != theirs:
            label = str(field.label)
            yield {"name": PICK + name, "label": label, "mine": mine, "theirs": theirs}
