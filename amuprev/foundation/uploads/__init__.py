"""Cleaning of uploaded evidence: what comes out holds the content and nothing about its author or place."""

from amuprev.foundation.uploads.documents import CleanDocument, clean_document
from amuprev.foundation.uploads.intake import clean_upload
from amuprev.foundation.uploads.pictures import CleanPicture, clean_picture
from amuprev.foundation.uploads.storage import storage_name

__all__ = [
    "CleanDocument",
    "CleanPicture",
    "clean_document",
    "clean_picture",
    "clean_upload",
    "storage_name",
]
