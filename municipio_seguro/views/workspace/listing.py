"""The assessments that a person may read, and the first step of a new one."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from municipio_seguro.forms.opening import OpenForm
from municipio_seguro.models import Assessment
from municipio_seguro.services.opening import open_assessment
from municipio_seguro.views.workspace.doors import assessable
from network.choices import OrganisationKind
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only

PAGE = 20


@require_safe
@staff_only
def assessments(request: StaffRequest) -> HttpResponse:
    """Those of one's municipalities, newest first, by pages."""
    rows = Assessment.objects.visible_to(request.user).for_lists().order_by("-pk")
    before = number_in(request.GET.get("before", ""))
    page = list((rows.filter(pk__lt=before) if before else rows)[: PAGE + 1])
    context = {
        "rows": page[:PAGE],
        "next": f"?before={page[PAGE - 1].pk}" if len(page) > PAGE else "",
        "first": "?" if before else "",
        "may_open": bool(assessable(request)),
        "towns": [
            each
            for each in request.user.organisations_today
            if each.kind == OrganisationKind.MUNICIPALITY
        ],
    }
    return render(request, "municipio_seguro/workspace/list.html", context)


@staff_only
def start(request: StaffRequest) -> HttpResponse:
    """Open one: the answers of last time are proposed in it."""
    towns = assessable(request)
    if not towns:
        raise PermissionDenied
    form = OpenForm(
        posted(request),
        towns=towns,
        initial={"client_uuid": uuid.uuid4(), "municipality": towns[0].pk},
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        town = next(each for each in towns if each.pk == told["municipality"])
        try:
            made, _new = open_assessment(
                municipality=town,
                by=request.user,
                kind=told["kind"],
                client_uuid=told["client_uuid"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("It is open: anybody on the team can answer."))
            return redirect("municipio_seguro:assessment", pk=made.pk)
    status = 422 if request.method == "POST" else 200
    context = {"form": form}
    return render(
        request, "municipio_seguro/workspace/start.html", context, status=status
    )
