"""The experiences of one's organisations, and the first step of a new one."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from experiences.forms.sections import StartForm
from experiences.models import Experience
from experiences.services.writing import start_experience
from experiences.views.workspace.doors import chosen_owner, tellable
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only

PAGE = 20


@require_safe
@staff_only
def experiences(request: StaffRequest) -> HttpResponse:
    """What one's organisations wrote, newest first, a page at a time."""
    rows = (
        Experience.objects.written_by_organisations_of(request.user)
        .select_related("owner", "updated_by")
        .order_by("-pk")
    )
    before = number_in(request.GET.get("before", ""))
    if before:
        rows = rows.filter(pk__lt=before)
    page = list(rows[: PAGE + 1])
    context = {
        "rows": page[:PAGE],
        "next": f"?before={page[PAGE - 1].pk}" if len(page) > PAGE else "",
        "later": bool(before),
        "may_write": bool(tellable(request)),
    }
    return render(request, "experiences/workspace/list.html", context)


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
            return redirect("experiences:experience", pk=experience.pk)
    context = {"form": form, "owner": owner, "owners": tellable(request)}
    context["title"] = _("Write an experience")
    status = 422 if form.is_bound else 200
    return render(request, "experiences/workspace/start.html", context, status=status)
