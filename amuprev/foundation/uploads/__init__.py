"""Cleaning of uploaded evidence: what comes out holds the content and nothing about its author or place."""

from amuprev.foundation.uploads.covering import Cut, Grid, covered, grid_of
from amuprev.foundation.uploads.documents import CleanDocument, clean_document
from amuprev.foundation.uploads.intake import clean_upload
from amuprev.foundation.uploads.pictures import (
    CleanPicture,
    clean_picture,
    measured,
    small_copy,
)
from amuprev.foundation.uploads.storage import storage_name

__all__ = [
    "CleanDocument",
    "CleanPicture",
    "Cut",
    "Grid",
    "clean_document",
    "clean_picture",
    "clean_upload",
    "covered",
    "grid_of",
    "measured",
    "small_copy",
    "storage_name",
]
