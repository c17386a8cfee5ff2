"""What editors count: single figures and tables."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)


class FigureBlock(blocks.StructBlock):
    """One number and what it counts."""

    value = blocks.CharBlock(label=_("Figure"), max_length=20)
    counts = blocks.CharBlock(label=_("What it counts"), max_length=120)

    class Meta:
        label = _("Figure")
        icon = "order"


class FiguresBlock(blocks.StructBlock):
    """Some figures with where they come from."""

    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False)
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=6)
    source = blocks.CharBlock(
        label=_("Source and date"),
        max_length=200,
        help_text=_("Who counted, and until which day."),
    )

    class Meta:
        label = _("Figures")
        icon = "order"
        description = _("Up to six numbers, with who counted them and when.")
        template = "blocks/figures.html"
        preview_value = {
            "title": "El trimestre",
            "figures": [{"value": "12", "counts": "talleres"}],
            "source": "Secretaría de la red, 30 de septiembre de 2026",
        }


class TableBlock(TypedTableBlock):
    """A table with what it shows written above it."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    number = blocks.CharBlock(label=_("Number"), required=False)

    class Meta:
        label = _("Table")
        icon = "table"
        description = _("Rows and columns; on a telephone each row becomes a card.")
        template = "blocks/table.html"
        preview_value = {
            "caption": "Talleres por mes",
            "columns": [
                {"type": "text", "heading": "Mes"},
                {"type": "number", "heading": "Talleres"},
            ],
            "rows": [{"values": ["Julio", "4"]}, {"values": ["Agosto", "8"]}],
        }

    def clean(self, table: TypedTable) -> TypedTable:
        """The table; refused without the words that say what it shows."""
        if not (table.caption or "").strip():
            fault = ValidationError(_("Write in its caption what the table shows."))
            raise TypedTableBlockValidationError(non_block_errors=[fault])
        return super().clean(table)

    def get_context(
        self, value: TypedTable, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Each cell beside its column's heading, which telephones show."""
        context = super().get_context(value, parent_context=parent_context)
        rows = [
            list(zip(value.columns, row["values"], strict=True))
            for row in value.row_data
        ]
        return {**context, "rows": rows}
