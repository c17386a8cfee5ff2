"""What editors write: headings, paragraphs, quotes, questions with answers."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

PROSE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    """The heading of a part of the page, to which a link may point."""

    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Part of the page")), ("3", _("Within a part"))],
        default="2",
    )

    class Meta:
        label = _("Heading")
        icon = "title"
        description = _("Names the part of the page that follows.")
        template = "blocks/heading.html"
        preview_value = {"text": "Lo que acordaron las municipalidades", "level": "2"}

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """The anchor beside the value."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "anchor": slugify(value["text"])}


class ParagraphBlock(blocks.RichTextBlock):
    """Text with bold, italics, lists and links; nothing else."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", PROSE_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        description = _("One or more paragraphs, with lists and links.")
        template = "blocks/paragraph.html"
        preview_value = "<p>Las juntas directivas decidieron reunirse cada mes.</p>"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, with who said it."""

    text = blocks.TextBlock(label=_("What was said"), rows=3)
    who = blocks.CharBlock(
        label=_("Who said it"),
        max_length=160,
        help_text=_("Name and office of an adult who agreed to be quoted."),
    )
    source = blocks.URLBlock(
        label=_("Where it can be read"), required=False, max_length=300
    )

    class Meta:
        label = _("Quotation")
        icon = "openquote"
        description = _("Words of somebody, with their name and office.")
        template = "blocks/quote.html"
        preview_value = {
            "text": "La prevención empieza cuando la gente se sienta a hablar.",
            "who": "Alcaldía municipal",
            "source": "",
        }


class QuestionBlock(blocks.StructBlock):
    """One question and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = ParagraphBlock(label=_("Answer"))

    class Meta:
        label = _("Question and answer")
        icon = "help"


class AccordionBlock(blocks.StructBlock):
    """Questions of which a reader opens those that matter to them."""

    items = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        label = _("Questions that open")
        icon = "list-ul"
        description = _("Answers stay folded until somebody opens them.")
        template = "blocks/accordion.html"
        preview_value = {
            "items": [
                {
                    "question": "¿Quién puede participar?",
                    "answer": "<p>Toda municipalidad de una asociación.</p>",
                }
            ]
        }
