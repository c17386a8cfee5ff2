"""Documents of the editors' library: cleaned before they are kept, like evidence."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from amuprev.foundation.files_again import ask_for_file_again
from amuprev.foundation.uploads import clean_document


class DocumentForm(BaseDocumentForm):
    """Takes authors, places, scripts and attached files out of a document."""

    def clean_file(self) -> Any:
        """The document rewritten, under the name the editor gave it."""
        file = self.cleaned_data.get("file")
        if not isinstance(file, UploadedFile):
            return file
        cleaned = clean_document(file)
        named = Path(file.name or "")
        if named.suffix.lower() != f".{cleaned.extension}":
            raise ValidationError(
                _("This file is a %(kind)s by its content: give it that ending."),
                params={"kind": cleaned.extension.upper()},
            )
        return SimpleUploadedFile(
            f"{named.stem}.{cleaned.extension}",
            cleaned.file.read(),
            cleaned.content_type,
        )

    def _post_clean(self) -> None:
        super()._post_clean()
        ask_for_file_again(self)
