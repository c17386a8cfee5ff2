"""Taking an upload in: its bytes within the limit, and the cleaner its content asks for."""

from django.core.files.base import File

from amuprev.foundation.uploads import kinds, reading
from amuprev.foundation.uploads.documents import CleanDocument, clean_document_bytes
from amuprev.foundation.uploads.pictures import CleanPicture, clean_picture_bytes
from amuprev.foundation.uploads.refusals import refusal


def clean_upload(upload: File) -> CleanPicture | CleanDocument:
    """Clean a photo or a document, whichever the content turns out to be."""
    content = reading.read_upload(upload)
    kind = kinds.kind_of(content)
    if kinds.is_picture(kind):
        return clean_picture_bytes(content, kind)
    if kind:
        return clean_document_bytes(content, kind)
    kinds.refuse_recognised(content)
    raise refusal("unknown")
