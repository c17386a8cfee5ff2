"""The letter of intent and the recognition memo, as files to edit, print and sign."""

from django.http import HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from network.choices import Act
from network.services import audit
from network.views.workspace.doors import StaffRequest, staff_only
from toolkit.documents import as_docx, as_pdf
from twinnings.models import Twinning
from twinnings.papers import PAPERS
from twinnings.views.workspace.doors import visible

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
LONGEST_NAME = 60


@require_safe
@staff_only
def paper_file(request: StaffRequest, pk: int, kind: str, file: str) -> HttpResponse:
    """One of them, in a language and a form, for whoever may read the twinning."""
    twinning = visible(Twinning, request, pk)
    language, form = file.split(".")
    paper = PAPERS[kind](twinning, language=language, reader=request.user)
    content = as_docx(paper) if form == "docx" else as_pdf(paper)
    audit.record(Act.FILE_DOWNLOADED, by=request.user, of=twinning)
    name = f"{slugify(paper.title)[:LONGEST_NAME]}-{twinning.pk}.{form}"
    return HttpResponse(
        content,
        content_type=TYPES[form],
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )
