"""Model documents with a municipality's own data, and the minutes of a meeting."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amuprev.foundation.addresses import language_in_use
from network.choices import Act
from network.models import Organisation
from network.services import audit
from network.views.workspace.doors import StaffRequest, posted, staff_only
from network.views.workspace.sheets import Sheet
from toolkit.documents import as_docx, as_pdf, document_paper, minutes_paper
from toolkit.documents.paper import Paper
from toolkit.forms.meetings import FillForm
from toolkit.lines import document_line, told
from toolkit.models import ModelDocument
from toolkit.reading import documents_told
from toolkit.views.workspace.doors import body_of, town_of, way_back
from toolkit.views.workspace.meetings import meeting_of

MINUTES = "minutes"
LONGEST_NAME = 60
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@require_safe
@staff_only
def papers(request: StaffRequest, pk: int) -> HttpResponse:
    """Every model document, to be filled with the municipality's data."""
    town = town_of(request, pk)
    rows = [
        document_line(each, town.country)
        | {"pk": each.pk, "text": told(each, "description")}
        for each in documents_told()
    ]
    context = {"town": town, "body": body_of(town), "documents": rows}
    return render(request, "toolkit/workspace/papers.html", context)


@staff_only
def paper(request: StaffRequest, pk: int, key: int) -> HttpResponse:
    """Fill the places of a model document: what is typed is printed and never kept."""
    town = town_of(request, pk)
    document = get_object_or_404(ModelDocument, pk=key)
    language = language_in_use()
    form = FillForm(posted(request), fields=document.fields, language=language)
    if request.method == "POST" and form.is_valid():
        made = _filled(town, document, language, form.words())
        return _sent(request, town, made, form.cleaned_data["make"])
    title, lang = told(document, "title")
    back = way_back(town, "papers", _("Model documents with our data"))
    text, text_lang = told(document, "description")
    sheet = Sheet(request, form, town, title=title, title_lang=lang, **back)
    sheet.told |= {
        "document": document,
        "text": text,
        "text_lang": text_lang,
        "body": body_of(town),
    }
    return sheet.drawn("toolkit/workspace/paper.html")


@require_safe
@staff_only
def paper_file(request: StaffRequest, pk: int, key: int, file: str) -> HttpResponse:
    """The same without what a person would type, in a language and a form."""
    town = town_of(request, pk)
    document = get_object_or_404(ModelDocument, pk=key)
    language, form = file.split(".")
    return _sent(request, town, _filled(town, document, language, {}), form)


@require_safe
@staff_only
def minutes_file(request: StaffRequest, pk: int, key: int, file: str) -> HttpResponse:
    """The minutes of a meeting, made from its record; names are written by hand."""
    town = town_of(request, pk)
    meeting = meeting_of(town, key)
    document = ModelDocument.objects.filter(key=MINUTES).first()
    if document is None:
        raise Http404
    language, form = file.split(".")
    made = minutes_paper(document, meeting, language=language)
    return _sent(request, town, made, form, meeting.number)


def _filled(
    town: Organisation, document: ModelDocument, language: str, words: dict[str, str]
) -> Paper:
    body = body_of(town)
    if body is not None:
        body.organisation = town
    return document_paper(
        document,
        country=town.country,
        language=language,
        municipality=str(town),
        body=body,
        words=words,
    )


def _sent(
    request: StaffRequest, town: Organisation, paper: Paper, form: str, number: int = 0
) -> HttpResponse:
    content = as_docx(paper) if form == "docx" else as_pdf(paper)
    audit.record(Act.FILE_DOWNLOADED, by=request.user, of=town, owner=town)
    parts = (slugify(paper.title)[:LONGEST_NAME], town.slug, str(number or ""))
    name = "-".join(filter(None, parts))
    return HttpResponse(
        content,
        content_type=TYPES[form],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{form}"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )
