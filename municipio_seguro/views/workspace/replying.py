"""What the town hall says where the population sees much less than its own staff."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from municipio_seguro import rules
from municipio_seguro.forms.acts import ReplyForm
from municipio_seguro.models import GapReply
from municipio_seguro.services.lifecycle import reply_to_gap
from municipio_seguro.services.x_ray import citizens_of
from municipio_seguro.views.workspace.doors import dimension_of, visible_assessment
from network.services.refusals import Refused
from network.views.workspace.doors import StaffRequest, posted, staff_only


@staff_only
def reply(request: StaffRequest, pk: int, code: str) -> HttpResponse:
    """Write or change the reply of one dimension."""
    record = visible_assessment(request, pk)
    asked = dimension_of(record, code)
    if not rules.may_reply(request.user, record):
        raise PermissionDenied
    row = GapReply.objects.filter(assessment=record, dimension=code).first()
    first = {"text_es": row.text_es, "text_en": row.text_en or ""} if row else {}
    form = ReplyForm(posted(request), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            reply_to_gap(
                assessment=record, by=request.user, dimension=code, **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The reply was saved."))
            return redirect("municipio_seguro:assessment", pk=pk)
    given = {each.code: each.given for each in record.answers.all()}
    found = citizens_of(record, given).get(code)
    context = {
        "assessment": record,
        "name": asked.name.in_language(get_language()),
        "gap": found.gap if found else None,
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(
        request, "municipio_seguro/workspace/reply.html", context, status=status
    )
