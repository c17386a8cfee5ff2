"""The pieces editors compose pages with; those that know records stand on the roof."""

from amuprev.foundation.blocks.figures import FigureBlock, FiguresBlock, TableBlock
from amuprev.foundation.blocks.files import DocumentsBlock, PictureBlock, VideoBlock
from amuprev.foundation.blocks.links import CallToActionBlock
from amuprev.foundation.blocks.text import (
    AccordionBlock,
    HeadingBlock,
    ParagraphBlock,
    QuestionBlock,
    QuoteBlock,
)

__all__ = [
    "AccordionBlock",
    "CallToActionBlock",
    "DocumentsBlock",
    "FigureBlock",
    "FiguresBlock",
    "HeadingBlock",
    "ParagraphBlock",
    "PictureBlock",
    "QuestionBlock",
    "QuoteBlock",
    "TableBlock",
    "VideoBlock",
]
