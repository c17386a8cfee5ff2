"""A published assessment as files: its report as PDF, its figures as CSV and JSON."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from amuprev.foundation.addresses import language_in_use
from municipio_seguro.addresses import FILE_FORMS, file_address
from municipio_seguro.papers import report_pdf
from municipio_seguro.papers.rows import answers_csv
from municipio_seguro.reading import medians_of, published
from municipio_seguro.reports import report_of

KINDS = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
# Hiding must work everywhere within a minute.
KEPT = "public, max-age=60"


def assessment_file(request: HttpRequest, page: Page, name: str) -> HttpResponse:
    """The file that a name asks for, of the last revision."""
    slug, _dot, form = name.rpartition(".")
    found = published(slug) if form in FILE_FORMS else None
    if found is None or found.snapshot is None:
        raise Http404
    address = file_address(slug, form)
    if request.path != address:
        return redirect(address, permanent=True)
    snapshot, instrument = found.snapshot, found.assessment.instrument.instrument
    content: bytes
    if form == "pdf":
        medians = medians_of(instrument.numbers[0])
        told = report_of(snapshot, instrument, medians, found.hidden)
        content = report_pdf(told, slug)
    elif form == "csv":
        content = answers_csv(snapshot.content, instrument)
    else:
        said = {"sha256": snapshot.sha256, "revision": snapshot.revision}
        if found.hidden:
            # The hash is of all that was published.
            said["hidden_since"] = found.hidden
        whole = {**said, "content": snapshot.content}
        content = json.dumps(whole, ensure_ascii=False, indent=1).encode()
    answer = HttpResponse(content, content_type=KINDS[form])
    way = "inline" if form == "pdf" else "attachment"
    filename = f"{slug}-{language_in_use()}.{form}"
    answer["Content-Disposition"] = f'{way}; filename="{filename}"'
    answer["Cache-Control"] = KEPT
    answer["X-Robots-Tag"] = "noindex"
    return answer
