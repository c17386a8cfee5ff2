"""The experiences of one's organisations, and the first step of a new one."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amuprev.foundation.together import read_together
from experiences import rules
from experiences.forms.listing import WrittenFilter
from experiences.forms.sections import StartForm
from experiences.models import Experience
from experiences.services.writing import start_experience
from experiences.views.workspace.doors import chosen_owner, tellable
from network.services.refusals import Refused
from network.services.trash import trash_days
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only

PAGE = 20
MOST_DISCARDED = 50


@require_safe
@staff_only
def experiences(request: StaffRequest) -> HttpResponse:
    """What one's organisations wrote and, for editors, all that was sent, by pages."""
    user = request.user
    reads_all = rules.is_editor(user)
    own = Experience.objects.written_by_organisations_of(user)
    rows = Experience.objects.visible_to(user) if reads_all else own
    trash = Experience.objects.in_trash_of(user)
    context = {**page_of(request, rows, trash), "reads_all": reads_all}
    context["may_write"] = bool(tellable(request))
    return render(request, "experiences/workspace/list.html", context)


def page_of(
    request: StaffRequest, rows: Any, trash: Any, *, said: Any = None
) -> dict[str, Any]:
    """A page of a list as its filters leave it, newest first, and what was discarded;
    `said` gives the words of a state, where they are not those of an experience."""
    form = WrittenFilter(request.GET, said)
    rows = form.narrowed(rows).select_related("owner", "updated_by").order_by("-pk")
    before = number_in(request.GET.get("before", ""))
    if before:
        rows = rows.filter(pk__lt=before)
    page, discarded = with_trash(rows[: PAGE + 1], trash)
    chosen = form.codes
    last = page[PAGE - 1].pk if len(page) > PAGE else None
    return {
        "filter": form,
        "filtered": bool(chosen),
        "rows": page[:PAGE],
        "next": f"?{urlencode({**chosen, 'before': last})}" if last else "",
        "first": f"?{urlencode(chosen)}" if before else "",
        "thrown_away": discarded,
    }


def with_trash(rows: Any, trash: Any) -> tuple[list[Any], list[Any]]:
    """A page of a list, and what can still be brought back with its last day; both in
    one question."""
    newest = trash.select_related("discarded_by").order_by("-discarded_at")
    found = read_together(page=rows, trash=newest[:MOST_DISCARDED])
    for each in found["trash"]:
        each.until = each.discarded_at + trash_days()
    return found["page"], found["trash"]


@staff_only
def start(request: StaffRequest) -> HttpResponse:
    """Begin an experience: its organisation and its title."""
    owner = chosen_owner(request)
    form = StartForm(posted(request), initial={"client_uuid": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        try:
            experience, _new = start_experience(
                owner=owner,
                by=request.user,
                client_uuid=form.cleaned_data["client_uuid"],
                title=form.cleaned_data["title_es"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _begun(request, experience)
    context = {"form": form, "owner": owner, "owners": tellable(request)}
    context["title"] = _("Write an experience")
    status = 422 if form.is_bound else 200
    return render(request, "experiences/workspace/start.html", context, status=status)


def _begun(request: StaffRequest, experience: Experience) -> HttpResponse:
    """On to its sections; to the list when that same form's was discarded since."""
    if experience.discarded_at is None:
        return redirect("experiences:experience", pk=experience.pk)
    messages.info(request, _("You began it and it was discarded: bring it back below."))
    return redirect("experiences:experiences")
