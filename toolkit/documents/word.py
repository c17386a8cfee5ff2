"""A paper as DOCX that an office can go on writing: headings, lists and tables are real."""

import io
from typing import Any

from django.utils import timezone
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from toolkit.documents.paper import Paper
from toolkit.papering import Block

LANGUAGES = {"es": "es-SV", "en": "en-US"}
FONT = "Calibri"
LINE = "_" * 70
AUTHOR = "RED-AMUPREV"


def as_docx(paper: Paper) -> bytes:
    """The file. Whatever was typed stands in it as words, never as a mark."""
    made = Document()
    _speak(made, paper)
    before = ""
    numbering: Any = None
    for block in paper.blocks:
        if block.kind == "numbered":
            numbering = numbering if before == "numbered" else _new_list(made)
            _number(made.add_paragraph(block.words, style="List Number"), numbering)
        else:
            _add(made, block)
        before = block.kind
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _speak(made: Any, paper: Paper) -> None:
    """Its language, title, author and foot; nothing of whoever made it."""
    told = made.core_properties
    told.title, told.author, told.language = paper.title[:255], AUTHOR, paper.language
    told.last_modified_by, told.comments = AUTHOR, ""
    told.created = told.modified = timezone.now().replace(tzinfo=None)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), LANGUAGES[paper.language])
    normal.element.get_or_add_rPr().append(spoken)
    foot = made.sections[0].footer.paragraphs[0]
    foot.text = paper.foot
    foot.runs[0].font.size = Pt(8)


def _add(made: Any, block: Block) -> None:
    if block.kind == "heading":
        made.add_heading(block.words, level=min(block.level, 3))
    elif block.kind == "item":
        made.add_paragraph(block.words, style="List Bullet")
    elif block.kind == "table":
        _table(made, block)
    elif block.kind == "lines":
        for _line in range(block.count):
            made.add_paragraph(LINE)
    else:
        made.add_paragraph(block.words)


def _table(made: Any, block: Block) -> None:
    width = max(len(row) for row in block.rows)
    table = made.add_table(rows=len(block.rows), cols=width, style="Table Grid")
    table.autofit = True
    # All cells at once: asking row by row takes a second for a long table.
    cells = table._cells
    for at, row in enumerate(block.rows):
        for column, words in enumerate(row):
            cell = cells[at * width + column].paragraphs[0]
            run = cell.add_run(words)
            run.font.size = Pt(10)
            if at == 0 and block.headed:
                run.bold = True
                cell.alignment = WD_ALIGN_PARAGRAPH.LEFT
    if block.headed:
        repeated = OxmlElement("w:tblHeader")
        repeated.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
    made.add_paragraph()


def _new_list(made: Any) -> int:
    """A list that begins at one again; its number among the lists of the document."""
    numbering = made.part.numbering_part.numbering_definitions._numbering
    style = made.styles["List Number"].element
    kept = style.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(kept).abstractNumId.val
    fresh = numbering.add_num(abstract)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _number(paragraph: Any, number: int) -> None:
    told = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    told.get_or_add_ilvl().val = 0
    told.get_or_add_numId().val = number
