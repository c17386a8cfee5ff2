"""The versions that the public can read, and withholding what an earlier one said."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from amuprev.foundation.together import complete
from experiences import rules
from experiences.forms.review import WithholdForm
from experiences.models import Experience
from experiences.services.withholding import tell_version_again, withhold_version
from experiences.versions import versions_of
from experiences.views.workspace.doors import leads_on, visible_experience
from network.choices import ReviewState
from network.services.refusals import Refused
from network.views.workspace.doors import (
    StaffRequest,
    number_in,
    posted,
    staff_only,
    tell,
)


@staff_only
@leads_on
def published_versions(request: StaffRequest, pk: int) -> HttpResponse:
    """Each version that was published: withhold what it said, or tell it again."""
    record = visible_experience(request, pk, whole=False)
    if not rules.may_withhold(request.user, record):
        raise PermissionDenied
    if request.method == "POST" and "again" in request.POST:
        return _told_again(request, record)
    versions = _versions(record)
    open_ones = [
        (each["key"], each["words"])
        for each in versions
        if not (each["stands"] or each["withheld"])
    ]
    form = WithholdForm(posted(request), versions=open_ones)
    if request.method == "POST" and form.is_valid():
        try:
            withhold_version(experience=record, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            told = _("What that version said is no longer told to the public.")
            messages.success(request, told)
            return redirect("experiences:published_versions", pk=pk)
    context = {"experience": record, "form": form, "versions": versions}
    return render(
        request,
        "experiences/workspace/published-versions.html",
        context,
        status=422 if form.errors else 200,
    )


def _told_again(request: StaffRequest, record: Experience) -> HttpResponse:
    try:
        tell_version_again(
            experience=record,
            by=request.user,
            withheld=number_in(request.POST["again"]) or 0,
        )
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The public can read that version again."))
    return redirect("experiences:published_versions", pk=record.pk)


def _versions(record: Experience) -> list[dict[str, Any]]:
    """The newest first, each with its withholding; while it is public, the last stands today."""
    read = complete(record, "editions", withheld=record.withheld.select_related("by"))
    withheld = read["withheld"]
    every = versions_of(record, withheld_too=True)
    is_public = record.review_state == ReviewState.APPROVED
    return [
        {
            "version": each,
            "words": _("Version %(number)d, of %(day)s")
            % {"number": each.number, "day": date_format(localtime(each.since))},
            "key": each.since.isoformat(),
            "stands": is_public and each is every[-1],
            "withheld": next((w for w in withheld if w.covers(each.since)), None),
        }
        for each in reversed(every)
    ]
