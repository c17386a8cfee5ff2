"""A paper as a tagged PDF, made by Typst; words go in as data, never as a command."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.printing import printable
from toolkit.documents.paper import Paper

TEMPLATE = (Path(__file__).parent / "paper.typ").read_bytes()
# Its types want the root to be of the same kind as the template.
COMPILE: Any = typst.compile
# A table of more columns is read on a sheet that lies.
MOST_UPRIGHT = 5


def as_pdf(paper: Paper) -> bytes:
    """The PDF/UA-1 of a paper, in its language."""
    told = printable(json.dumps(_told(paper), ensure_ascii=False))
    with TemporaryDirectory() as folder:
        made = COMPILE(
            TEMPLATE,
            root=folder,
            format="pdf",
            sys_inputs={"told": told},
            pdf_standards="ua-1",
            ignore_system_fonts=True,
        )
    return bytes(made)


def _told(paper: Paper) -> dict[str, Any]:
    widest = max(
        (len(block.rows[0]) for block in paper.blocks if block.rows), default=0
    )
    with override(paper.language):
        page, contents = _("Page"), _("Contents")
    return {
        "title": paper.title,
        "language": paper.language,
        "foot": paper.foot,
        "page": page,
        "contents": contents if paper.contents else "",
        "lies": widest > MOST_UPRIGHT,
        "blocks": [
            {
                "kind": block.kind,
                "words": block.words,
                "level": block.level,
                "rows": [list(row) for row in block.rows],
                "count": block.count,
                "lang": block.lang,
                "drawing": block.drawing,
                "wide": block.wide,
            }
            for block in paper.blocks
        ],
    }
