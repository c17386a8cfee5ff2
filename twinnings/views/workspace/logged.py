"""What of the activity log belongs to an exchange."""

from copy import copy

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from network.services.refusals import Refused, Stale
from network.views.workspace.doors import StaffRequest, number_in, posted, staff_only
from twinnings.forms.logged import LoggedForm
from twinnings.models import Exchange
from twinnings.services.logging import link_to_log
from twinnings.views.workspace.doors import own
from twinnings.views.workspace.drawn import Sheet, done


@staff_only
def logged(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose them, or look for one; what was ticked stays ticked."""
    exchange = own(Exchange, request, pk)
    form = LoggedForm(posted(request), instance=copy(exchange), by=request.user)
    sheet = Sheet(request, form, exchange, title=_("In the activity log"))
    looks = request.POST.get("action") == "look"
    if request.method == "POST" and not looks and form.is_valid() and _linked(sheet):
        return redirect("twinnings:exchange", pk=pk)
    if looks:
        form.is_valid()
        form.errors.clear()
        sheet.told["looks"] = True
    answer = sheet.drawn("twinnings/workspace/logged.html")
    if looks:
        answer.status_code = 200
    return answer


def _linked(sheet: Sheet) -> bool:
    try:
        link_to_log(
            exchange=sheet.record,
            by=sheet.request.user,
            version=number_in(sheet.request.POST.get("version", "")),
            **sheet.form.values(),
        )
    except Stale as stale:
        sheet.meanwhile(stale)
        return False
    except Refused as refusal:
        sheet.refused(refusal)
        return False
    done(sheet.request, _("The changes were saved."))
    return True
