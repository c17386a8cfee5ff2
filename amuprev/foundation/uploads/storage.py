"""Names under which cleaned files are stored: nothing of the sender's name for the file survives."""

import hashlib
import re
import uuid

from django.core.files.base import ContentFile

EXTENSION = re.compile(r"[a-z0-9]{2,5}")


def storage_name(extension: str) -> str:
    if not EXTENSION.fullmatch(extension):
        raise ValueError(f"not a plain extension: {extension!r}")
    return f"{uuid.uuid4().hex}.{extension}"


def stored_file(content: bytes, extension: str) -> ContentFile:
    return ContentFile(content, name=storage_name(extension))


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
