"""What editors place: pictures, documents and videos."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    """A picture with the text that replaces it for whoever cannot see it."""

    picture = ImageChooserBlock(label=_("Picture"))
    alternative_text = blocks.CharBlock(
        label=_("Alternative text"),
        max_length=250,
        help_text=_(
            "What the picture shows, in one sentence, for whoever cannot see it."
        ),
    )
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False)

    class Meta:
        label = _("Picture")
        icon = "image"
        description = _("A picture with its description and its credit.")
        template = "blocks/picture.html"
        preview_value: dict[str, Any] = {
            "picture": None,
            "alternative_text": "Una plaza con faroles encendidos",
            "caption": "La plaza, de noche",
        }


class DocumentsBlock(blocks.StructBlock):
    """Documents that a reader may take away."""

    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False)
    documents = blocks.ListBlock(
        DocumentChooserBlock(label=_("Document")), label=_("Documents"), min_num=1
    )

    class Meta:
        label = _("Documents")
        icon = "doc-full-inverse"
        description = _("Files to take away, each with its type and size.")
        template = "blocks/documents.html"
        preview_value: dict[str, Any] = {"title": "Para llevar", "documents": []}


class VideoBlock(blocks.StructBlock):
    """A video that stands elsewhere; nothing of it is fetched before a press."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    address = blocks.URLBlock(
        label=_("Address"),
        max_length=300,
        help_text=_("Where the video stands; it begins with https://."),
    )
    minutes = blocks.IntegerBlock(
        label=_("Minutes"), required=False, min_value=1, max_value=600
    )
    summary = blocks.TextBlock(
        label=_("What is seen and said"),
        rows=4,
        help_text=_("For whoever cannot play it: the essence, in some sentences."),
    )
    uploaded = blocks.DateBlock(
        label=_("Published there on"),
        required=False,
        help_text=_("The day that the other site gives; empty where it is not known."),
    )
    poster = ImageChooserBlock(
        label=_("A frame of it"),
        required=False,
        help_text=_("Shown before anything is asked of the other site."),
    )

    class Meta:
        label = _("Video")
        icon = "media"
        description = _("A link to a video, with what is seen and said in it.")
        template = "blocks/video.html"
        preview_value = {
            "title": "Cómo se instaló el comité",
            "address": "https://www.youtube.com/watch?v=ejemplo",
            "minutes": 4,
            "summary": "Tres personas del comité cuentan su primer año.",
            "uploaded": None,
            "poster": None,
        }

    def clean(self, value: Any) -> Any:
        """The value; refused when its address is not safe to press."""
        cleaned = super().clean(value)
        if urlsplit(cleaned["address"]).scheme != "https":
            fault = ValidationError(_("Write an address that begins with https://."))
            raise StructBlockValidationError({"address": fault})
        return cleaned

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """The name of the site the press leads to."""
        context = super().get_context(value, parent_context=parent_context)
        host = urlsplit(value["address"] or "").hostname or ""
        return {**context, "host": host.removeprefix("www.")}
