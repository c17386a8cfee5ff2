"""A sign without a font never costs a document."""

import json

import pytest
import typst

from amuprev.foundation.printing import BLANK, printable
from toolkit.documents.paper import Paper
from toolkit.documents.sheets import as_pdf
from toolkit.papering import Block

TEMPLATE = b"""#set document(title: "x")
#set text(font: "Libertinus Serif")
#for words in json(bytes(sys.inputs.told)) { par(words) }"""
# Beyond ASCII only what a mark of a letter needs something to stand on.
EVERY = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x2800), 0xFFFD)]


def test_every_sign_that_is_let_through_has_a_font():
    kept = [sign for sign in EVERY if printable(sign) == sign]
    assert len(kept) > 2_000
    typst.compile(
        TEMPLATE,
        format="pdf",
        sys_inputs={"told": json.dumps([f"a{sign}" for sign in kept])},
        pdf_standards="ua-1",
        ignore_system_fonts=True,
    )


@pytest.mark.parametrize(
    "words", ["Plan 😀", "👩‍👩‍👧 todas", "🇸🇻", "漢字", "한국어", "ก", "❤️ vida"]
)
def test_what_has_none_becomes_a_box_and_the_document_is_made(words):
    blocks = (Block("heading", words, 1), Block("paragraph", words))
    assert as_pdf(Paper(words, "es", blocks, words)).startswith(b"%PDF")
    assert BLANK in printable(words)


def test_spanish_stays_as_it_is():
    text = "«Ñandú» ¿qué? ¡sí! — “x” … 50 % ½ €\n• año"
    assert printable(text) == text
