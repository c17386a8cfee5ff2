"""Public evidence: the only door to the private storage for people not signed in."""

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from wagtail.models import Page

from network.addresses import evidence_address, size_named, size_word
from network.choices import EvidenceKind
from network.models import Activity, Evidence

SMALL_TYPE = "image/webp"


def activity_evidence(
    request: HttpRequest, page: Page, number: int, evidence: str, word: str
) -> HttpResponseBase:
    """A public piece of evidence of an activity the world may read now."""
    size = size_named(word)
    shown = Evidence.objects.showable().filter(activity__in=Activity.objects.public())
    row = shown.filter(uuid=evidence, activity=number if number < 2**63 else 0).first()
    if row is None or size is None:
        raise Http404
    if word != size_word(size):
        return redirect(evidence_address(number, row.uuid, size), permanent=True)
    small = size == "small" and bool(row.small)
    file = row.small if small else row.file
    try:
        opened = file.open("rb")
    except FileNotFoundError:
        raise Http404
    picture = row.kind == EvidenceKind.PICTURE
    response = FileResponse(
        opened,
        as_attachment=not picture,
        filename=f"amuprev-{number}-{str(row.uuid)[:8]}{Path(file.name or '').suffix}",
        content_type=SMALL_TYPE if small else row.content_type,
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    # Hiding must work everywhere within a minute.
    response["Cache-Control"] = "public, max-age=60"
    return response
