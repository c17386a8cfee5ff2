"""An experience as files: what cites it, its PDF, its photos and documents."""

from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from wagtail.models import Page

from amuprev.foundation.addresses import language_in_use
from experiences.addresses import FILE_FORMS, file_address, piece_address
from experiences.citing import bibtex, cited, ris
from experiences.documents import experience_pdf
from experiences.models import Experience, ExperienceDocument, ExperiencePhoto
from experiences.reading import showable_photos
from experiences.views.public.detail import public_experience, told_about
from network.addresses import size_named, size_word
from network.choices import PublicKind
from network.questions import public_questions

KINDS = {
    "pdf": "application/pdf",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
}
SMALL_TYPE = "image/webp"
# Hiding must work everywhere within a minute.
KEPT = "public, max-age=60"


def experience_file(request: HttpRequest, page: Page, name: str) -> HttpResponse:
    """The file that a name asks for."""
    slug, _dot, form = name.rpartition(".")
    if form not in FILE_FORMS:
        raise Http404
    address = file_address(slug, form)
    if request.path != address:
        return redirect(address, permanent=True)
    experience = public_experience(slug)
    content: bytes
    if form == "pdf":
        content = experience_pdf(told_about(experience) | _asked(experience))
    else:
        content = {"bib": bibtex, "ris": ris}[form](cited(experience)).encode()
    answer = HttpResponse(content, content_type=KINDS[form])
    way = "inline" if form == "pdf" else "attachment"
    filename = f"{slug}-{language_in_use()}.{form}"
    answer["Content-Disposition"] = f'{way}; filename="{filename}"'
    answer["Cache-Control"] = KEPT
    return answer


def _asked(experience: Any) -> dict[str, Any]:
    """What readers asked and is published; nothing is asked where there is none."""
    kind = PublicKind.EXPERIENCE
    known = experience.asked_about
    return {"questions": public_questions(kind, experience.pk) if known else []}


def experience_piece(
    request: HttpRequest, page: Page, slug: str, key: str, word: str
) -> HttpResponseBase:
    """A photo or document of an experience the world may read now."""
    size = size_named(word)
    public = Experience.objects.public().filter(slug=slug)
    row: Any = (
        ExperiencePhoto.objects.filter(
            showable_photos(), uuid=key, experience__in=public
        ).first()
        or ExperienceDocument.objects.exclude(file="")
        .filter(uuid=key, experience__in=public)
        .first()
    )
    if row is None or size is None:
        raise Http404
    if word != size_word(size):
        return redirect(piece_address(slug, str(row.uuid), size), permanent=True)
    picture = isinstance(row, ExperiencePhoto)
    small = picture and size == "small" and bool(row.small)
    file = row.small if small else row.file
    try:
        opened = file.open("rb")
    except FileNotFoundError:
        raise Http404
    response = FileResponse(
        opened,
        as_attachment=not picture,
        filename=f"{slug}-{str(row.uuid)[:8]}{Path(file.name or '').suffix}",
        content_type=SMALL_TYPE if small else row.content_type,
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = KEPT
    return response
