"""What editors are asked about a picture, wherever in Wagtail they upload or change it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from amuprev.foundation.files_again import ask_for_file_again
from amuprev.foundation.people_shown import PeopleShown, faults_of_showing
from amuprev.foundation.picture_models import CleanedPicture

MINORS = _(
    "Pictures in which girls, boys or adolescents can be recognised are never kept "
    "here, with or without permission. Choose another one, or crop or cover it first."
)


class PictureFileField(WagtailImageField):
    """Draws a picture again from its pixels before anything else looks at it.

    Wagtail's own field fails on a picture of 900 megapixels or one cut short.
    """

    def to_python(self, data: Any) -> Any:
        if isinstance(data, UploadedFile):
            data = CleanedPicture(data)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    """Cleans the file; asks who can be recognised and what they signed for."""

    class Meta(BaseImageForm.Meta):
        widgets = {**BaseImageForm.Meta.widgets, "consent_until": AdminDateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        file = self.fields.get("file")
        if file is not None:
            self.fields["file"] = PictureFileField(
                label=file.label, required=file.required, widget=file.widget
            )
        asked: Any = self.fields.get("people_shown")
        if asked is None:
            return
        # The first step of the uploader for several sends files alone: what is not
        # said is «not sure», and nobody sees such a picture until it is said.
        asked.required, asked.label = False, _("Can anybody be recognised?")
        if self.instance.pk is None:
            asked.choices = [("", "---------"), *PeopleShown.choices]
            asked.initial = self.initial["people_shown"] = ""
        asked.help_text = _(
            "By the face, a tattoo, a uniform with a name, a badge. Only pictures of "
            "nobody, or of adults who signed, are shown on the pages."
        )
        self.fields["consent_until"].help_text = _(
            "The signed paper stays where it was signed. The day after this day the "
            "picture leaves the pages by itself."
        )

    def clean_people_shown(self) -> str:
        """An answer; silence only where nobody was asked."""
        shown = self.cleaned_data.get("people_shown")
        if not shown:
            if self.add_prefix("people_shown") in self.data:
                raise ValidationError(_("Say whether anybody can be recognised."))
            return self.instance.people_shown
        if shown == PeopleShown.MINORS:
            raise ValidationError(MINORS)
        return shown

    def clean(self) -> dict[str, Any]:
        """Adults come with what they signed for and until when; nobody else does."""
        cleaned = super().clean() or self.cleaned_data
        shown = cleaned.get("people_shown")
        if shown != PeopleShown.ADULTS:
            cleaned["consent_purpose"], cleaned["consent_until"] = "", None
            for name in ("consent_purpose", "consent_until"):
                self.errors.pop(name, None)
            return cleaned
        faults = faults_of_showing(
            people_shown=shown,
            public=True,
            purpose=cleaned.get("consent_purpose") or "",
            until=cleaned.get("consent_until"),
        )
        for name, fault in faults.items():
            if name not in self.errors:
                self.add_error(name, str(fault))
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        ask_for_file_again(self)
