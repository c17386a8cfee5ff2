"""Documents of the editors' library: cleaned before they are kept, like evidence."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from amuprev.foundation.files_again import ask_for_file_again
from amuprev.foundation.uploads import clean_document
from amuprev.foundation.uploads.refusals import SENTENCES


class DocumentForm(BaseDocumentForm):
    """Takes authors, places, scripts and attached files out of a document."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].error_messages["empty"] = SENTENCES["empty"]

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
        said = list(self.errors.get("file", []))
        super()._post_clean()
        if said:
            # Wagtail adds that the ending of the file, which is gone, is not allowed.
            self.errors["file"] = self.error_class(said)
        ask_for_file_again(self)
