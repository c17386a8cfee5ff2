"""Forms of the documents and photos that belong to a record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.forms.evidence import ASKED, WhoIsShown
from network.forms.marks import mark_of
from network.forms.told import english, in_words, spanish

TOLD_OF_PHOTO = ("alt_text_es", "alt_text_en", *ASKED, "public")


class DocumentForm(forms.Form):
    """A document, attached or at its own address."""

    kind = forms.ChoiceField(label=_("Kind"))
    title_es = spanish(
        _("Title"), 200, error_messages={"required": _("Write its title.")}
    )
    title_en = english(_("Title in English"), 200)
    file = forms.FileField(
        required=False,
        label=_("Document"),
        help_text=_(
            "PDF, DOCX or ODT up to 15 MB, without lists of people. Or write below "
            "where it can be read."
        ),
        error_messages={"empty": _("The file is empty. Choose another one.")},
    )
    address = forms.URLField(
        required=False,
        assume_scheme="https",
        max_length=500,
        label=_("Or its address"),
        error_messages={
            "invalid": _("Copy the whole address, beginning with https://.")
        },
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given = cleaned.get("file") or cleaned.get("address")
        if not given and not {"file", "address"} & self.errors.keys():
            self.add_error("file", _("Attach the file or write its address."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """All but the file."""
        return {
            name: self.cleaned_data[name]
            for name in ("kind", "title_es", "title_en", "address")
        }


class PhotoForm(WhoIsShown):
    """A photo: what it shows, and who can be recognised."""

    file = forms.FileField(
        label=_("Photo"),
        help_text=_("JPEG, PNG, WebP or HEIC up to 10 MB."),
        error_messages={
            "required": _("Choose a photo."),
            "empty": _("The file is empty. Choose another one."),
        },
    )
    alt_text_es = spanish(
        _("What does it show?"),
        200,
        help_text=_("For those who cannot see it: what happens, without names."),
        error_messages={"required": _("Say what the photo shows.")},
    )
    alt_text_en = english(_("What does it show, in English?"), 200)
    public = forms.BooleanField(
        required=False, label=_("It may be shown to the public")
    )
    field_order: tuple[str, ...] = (
        "file",
        "alt_text_es",
        "alt_text_en",
        *ASKED,
        "public",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people_shown"].help_text = _(
            "By the face, a tattoo, a uniform with a name, a badge. Cut out or cover "
            "whoever did not agree before you attach the photo."
        )

    def values(self) -> dict[str, Any]:
        """What is said of it."""
        texts = {
            name: self.cleaned_data[name] for name in ("alt_text_es", "alt_text_en")
        }
        return texts | self.who_is_shown()


class SaidOfPhotoForm(PhotoForm):
    """What is said of a photo that is attached already."""

    def __init__(self, *args: Any, photo: Any, **kwargs: Any) -> None:
        self.photo = photo
        self.stands = {name: getattr(photo, name) for name in TOLD_OF_PHOTO}
        super().__init__(*args, initial=self.stands, **kwargs)
        del self.fields["file"]

    @property
    def mark(self) -> str:
        """Changes with what is said of it, and with the photo itself."""
        told = {name: str(getattr(self.photo, name)) for name in TOLD_OF_PHOTO}
        return mark_of(told | {"sha256": self.photo.sha256}, (*TOLD_OF_PHOTO, "sha256"))

    def both(self) -> list[tuple[Any, str, str]]:
        """Each answer that differs: its label, what is written here, what was saved."""
        rows = []
        for name, field in self.fields.items():
            mine = in_words(field, self.cleaned_data.get(name))
            theirs = in_words(field, getattr(self.photo, name))
            if mine != theirs:
                rows.append((field.label, mine, theirs))
        return rows
