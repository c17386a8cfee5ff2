"""Where a page sends its reader next."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class CallToActionBlock(blocks.StructBlock):
    """The one thing a reader may do next."""

    text = blocks.CharBlock(label=_("What is offered"), max_length=200, required=False)
    action = blocks.CharBlock(
        label=_("Words of the link"),
        max_length=60,
        help_text=_("A verb first: «Escribir a la asociación»."),
    )
    page = blocks.PageChooserBlock(label=_("Page of the portal"), required=False)
    address = blocks.URLBlock(
        label=_("Or an address elsewhere"), required=False, max_length=300
    )

    class Meta:
        label = _("Call to action")
        icon = "link"
        description = _("A button that leads to a page or to an address.")
        template = "blocks/call_to_action.html"
        preview_value = {
            "text": "¿Quiere conocer lo que hicieron otros municipios?",
            "action": "Abrir la bitácora",
            "page": None,
            "address": "https://example.org/",
        }

    def clean(self, value: Any) -> Any:
        """The value; refused unless it leads to exactly one place."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            fault = ValidationError(
                _("Choose a page of the portal or write an address; one of the two.")
            )
            raise StructBlockValidationError({"page": fault})
        return cleaned
