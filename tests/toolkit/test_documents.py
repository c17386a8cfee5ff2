"""Model documents on paper: for a country, for a municipality, from a meeting's record."""

import io
import time

import pikepdf
import pytest
from docx import Document

from tests.network.factories import MunicipalityFactory
from tests.toolkit.factories import (
    BodyFactory,
    InstrumentFactory,
    MeetingFactory,
    SeatFactory,
    StepFactory,
)
from toolkit.documents import as_docx, as_pdf, document_paper, minutes_paper
from toolkit.models import Agreement, CountryBody, ModelDocument, StepNorm

pytestmark = pytest.mark.django_db
ODD = 'Junta «"La Paz"» & Más <b> {{ municipality }} {% x %} [[country]] ${name}'
BODY = (
    "# Acta de [[body]]\nEn [[municipality]], [[country]], el [[date]].\n"
    "## Normas\n@norms\n@members\n1. Uno\n2. Dos\n## Otra\n1. Uno\n@agenda\n"
    "@agreements\n@signatures\n@lines 2"
)


@pytest.fixture
def document():
    return ModelDocument.objects.create(
        key="acta",
        slug="acta",
        position=1,
        version=3,
        title_es="Acta",
        title_en="Minutes",
        description_es="x",
        description_en="x",
        body_es=BODY,
        body_en=BODY.replace("En ", "In ").replace("Acta de", "Minutes of"),
        fields=[["date", "fecha", "date"]],
    )


@pytest.fixture
def body():
    town = MunicipalityFactory(name_es=ODD, name_en=ODD)
    made = BodyFactory(organisation=town, name=f"Comité {ODD}")
    SeatFactory(body=made, institution=ODD, office="Jefatura & guardia")
    return made


def words_of(docx):
    """All words of the file, paragraphs then tables."""
    opened = Document(io.BytesIO(docx))
    lines = [paragraph.text for paragraph in opened.paragraphs]
    for table in opened.tables:
        lines += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def test_names_with_signs_survive_whole(document, body):
    paper = document_paper(
        document, country="SV", language="es", body=body, words={"date": ODD}
    )
    words = words_of(as_docx(paper))
    assert f"En {ODD}, El Salvador, el {ODD}." in words
    assert f"Acta de Comité {ODD}" in words
    assert "Jefatura & guardia" in words
    with pikepdf.open(io.BytesIO(as_pdf(paper))) as opened:
        assert ODD in str(opened.docinfo["/Title"])


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_signs_that_nothing_can_print_are_left_out(document, sign):
    paper = document_paper(
        document, country="SV", language="es", words={"date": f"1{sign}2"}
    )
    assert "el 12." in words_of(as_docx(paper))
    assert as_pdf(paper).startswith(b"%PDF")


def test_a_country_fills_in_its_name_its_body_and_its_norms(document):
    step = StepFactory()
    step.documents.add(document)
    norm = InstrumentFactory(number="Decreto 274")
    gone = InstrumentFactory(status="repealed", title_es="Ley vieja")
    for each in (norm, gone):
        StepNorm.objects.create(
            step=step, country="SV", instrument=each, articles="3, 3", note_es="x"
        )
    CountryBody.objects.create(
        country="SV", name="CMPV", members_es="La policía\nLa escuela"
    )
    words = words_of(as_docx(document_paper(document, country="SV", language="es")))
    assert "Acta de CMPV" in words
    assert f"{norm.title_es}, Decreto 274 (artículos: 3)" in words
    assert "Ley vieja" not in words
    assert "compruebe en la publicación oficial" in words
    assert "La policía" in words
    assert "____________ (fecha)" in words
    english = words_of(as_docx(document_paper(document, country="GT", language="en")))
    assert "No national norm was seen" in english
    assert "Minutes of ____________ (name of the body)" in english


def test_minutes_come_out_of_the_record(document, body):
    meeting = MeetingFactory(
        body=body,
        agenda="Bienvenida\nPlan",
        notes=f"Se habló de {ODD}",
        seats_present=1,
    )
    meeting.present.set(body.members.all())
    for text in ("Pintar la cancha", "Poner luz"):
        Agreement.objects.create(
            meeting=meeting, text=text, responsible=ODD, agreed_on=meeting.held_on
        )
    paper = minutes_paper(document, meeting, language="es")
    words = words_of(as_docx(paper))
    for said in ("Bienvenida", "Pintar la cancha", "Poner luz", ODD):
        assert said in words
    assert str(meeting.held_on.year) in words
    assert as_pdf(paper).startswith(b"%PDF")


def test_the_file_is_told_and_lists_begin_again(document, body):
    paper = document_paper(document, country="SV", language="es", body=body)
    opened = Document(io.BytesIO(as_docx(paper)))
    told = opened.core_properties
    assert (told.author, told.language) == ("RED-AMUPREV", "es")
    assert told.title.startswith("Acta de")
    numbers = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in opened.paragraphs
        if paragraph.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]
    assert "versión 3" in opened.sections[0].footer.paragraphs[0].text
    headed = [row for table in opened.tables for row in table.rows[:1]]
    assert all("tblHeader" in row._tr.xml for row in headed)


def test_the_pdf_is_tagged_and_speaks_its_language(document):
    made = as_pdf(document_paper(document, country="SV", language="en"))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert str(opened.Root.Lang) == "en"
        assert opened.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in opened.Root


@pytest.mark.usefixtures("initial_content")
def test_each_model_is_made_within_a_second_for_each_country():
    slowest = 0.0
    for model in ModelDocument.objects.all():
        begun = time.process_time()
        paper = document_paper(model, country="DO", language="es")
        assert as_docx(paper)
        slowest = max(slowest, time.process_time() - begun)
        assert as_pdf(paper).startswith(b"%PDF")
    assert slowest < 1
