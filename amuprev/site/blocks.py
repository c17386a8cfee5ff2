"""The blocks that know pages and records, and the body every page is composed of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from amuprev.foundation.addresses import area_address
from amuprev.foundation.blocks import (
    AccordionBlock,
    CallToActionBlock,
    DocumentsBlock,
    FiguresBlock,
    HeadingBlock,
    ParagraphBlock,
    PictureBlock,
    QuoteBlock,
    TableBlock,
    VideoBlock,
)
from amuprev.site.cards import cards_of
from amuprev.site.choosers import OrganisationChooserBlock
from network.maps import region_map
from network.territory import lamps, map_countries, shining


class CardBlock(blocks.StructBlock):
    """A page or a record of the portal, told in its own words or in others."""

    page = blocks.PageChooserBlock(label=_("Page of the portal"), required=False)
    organisation = OrganisationChooserBlock(
        label=_("Or an association or municipality"), required=False
    )
    activity = blocks.IntegerBlock(
        label=_("Or the number of an activity"), required=False, min_value=1
    )
    text = blocks.CharBlock(
        label=_("Other words"),
        max_length=200,
        required=False,
        help_text=_("Empty: its own description."),
    )

    class Meta:
        label = _("Card")
        icon = "doc-empty"

    def clean(self, value: Any) -> Any:
        """The value; refused unless it leads to exactly one thing that is public."""
        cleaned = super().clean(value)
        chosen = [
            name for name in ("page", "organisation", "activity") if cleaned[name]
        ]
        if len(chosen) != 1:
            fault = _(
                "Choose a page, an organisation or an activity; one of the three."
            )
            raise StructBlockValidationError({"page": ValidationError(fault)})
        if chosen == ["activity"] and not cards_of([cleaned]):
            fault = _("There is no public activity of that number.")
            raise StructBlockValidationError({"activity": ValidationError(fault)})
        return cleaned


class CardsBlock(blocks.StructBlock):
    """Pages and records to go on with, side by side."""

    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False)
    cards = blocks.ListBlock(CardBlock(), label=_("Cards"), min_num=1, max_num=6)

    class Meta:
        label = _("Cards")
        icon = "grip"
        description = _("Up to six pages or records of the portal to go on with.")
        template = "blocks/cards.html"
        preview_value: dict[str, Any] = {"title": "Siga leyendo", "cards": []}

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """What each card tells, asked for together."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "cards": cards_of(value["cards"])}


class MapBlock(blocks.StructBlock):
    """The network's map, drawn from the records, with the way to its list."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        label = _("Map of the network")
        icon = "site"
        description = _("Countries and municipalities, each one a point of light.")
        template = "blocks/map.html"
        preview_value = {"caption": "La red hoy"}

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """The drawing and where its list stands."""
        context = super().get_context(value, parent_context=parent_context)
        drawn = region_map(lamps(shining()), map_countries())
        return {**context, "map": drawn, "network_url": area_address("network")}


BODY: list[tuple[str, blocks.Block]] = [
    ("heading", HeadingBlock()),
    ("paragraph", ParagraphBlock()),
    ("picture", PictureBlock()),
    ("quote", QuoteBlock()),
    ("call_to_action", CallToActionBlock()),
    ("cards", CardsBlock()),
    ("figures", FiguresBlock()),
    ("accordion", AccordionBlock()),
    ("documents", DocumentsBlock()),
    ("video", VideoBlock()),
    ("map", MapBlock()),
    ("table", TableBlock()),
]
