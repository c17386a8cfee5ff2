"""Documents rewritten without authors, hidden places, scripts or attached files."""

from dataclasses import dataclass

from django.core.files.base import ContentFile, File

from amuprev.foundation.uploads import archives, docx, kinds, odt, pdf
from amuprev.foundation.uploads.reading import read_upload
from amuprev.foundation.uploads.refusals import refusal
from amuprev.foundation.uploads.storage import digest, stored_file

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}


@dataclass(frozen=True)
class CleanDocument:
    file: ContentFile
    extension: str
    content_type: str
    pages: int | None
    sha256: str


def clean_document(upload: File) -> CleanDocument:
    content = read_upload(upload)
    kind = kinds.kind_of(content)
    if kind not in (kinds.PDF, kinds.ARCHIVE):
        kinds.refuse_recognised(content)
        raise refusal("not_document")
    return clean_document_bytes(content, kind)


def clean_document_bytes(content: bytes, kind: str) -> CleanDocument:
    if kind == kinds.PDF:
        cleaned, pages = pdf.clean_pdf(content)
        return described(cleaned, "pdf", pages)
    parts = archives.read_archive(content)
    if docx.CONTENT_TYPES_PART in parts:
        return described(docx.clean_docx(parts), "docx")
    if odt.MIMETYPE_PART in parts:
        return described(odt.clean_odt(parts), "odt")
    raise refusal("unknown")


def described(
    content: bytes, extension: str, pages: int | None = None
) -> CleanDocument:
    return CleanDocument(
        file=stored_file(content, extension),
        extension=extension,
        content_type=CONTENT_TYPES[extension],
        pages=pages,
        sha256=digest(content),
    )
