"""Reading an upload into memory without trusting the size it declares."""

from django.core.files.base import File

from amuprev.foundation.uploads import kinds
from amuprev.foundation.uploads.limits import DOCUMENT_BYTES, PICTURE_BYTES
from amuprev.foundation.uploads.refusals import refusal


def read_upload(upload: File) -> bytes:
    upload.seek(0)
    content = upload.read(DOCUMENT_BYTES + 1)
    upload.seek(0)
    if not content:
        raise refusal("empty")
    if kinds.is_picture(kinds.kind_of(content)) and len(content) > PICTURE_BYTES:
        raise refusal("picture_too_heavy")
    if len(content) > DOCUMENT_BYTES:
        raise refusal("document_too_heavy")
    return content
