"""The letter of intent and the recognition memo, from the record, in both languages."""

import io
import shutil
import subprocess

import pikepdf
import pytest
from django.urls import reverse
from docx import Document

from network.models import Organisation, Place
from tests.network.desk import signed_in
from tests.twinnings import factories
from toolkit.documents import as_docx, as_pdf
from twinnings.papers import PAPERS

pytestmark = pytest.mark.django_db
ODD = 'Ñuñoa «"La Paz"» & Más <b> {% x %} ${name}'
TITLES = {
    ("intent", "es"): "Carta de intención",
    ("intent", "en"): "Letter of intent",
    ("memo", "es"): "Memorando de reconocimiento",
    ("memo", "en"): "Recognition memo",
}


@pytest.fixture
def twinning():
    """Of a city and a town hall whose names hold what files trip over."""
    made = factories.TwinningFactory()
    city = made.parties.get(place__country="US")
    Place.objects.filter(pk=city.place_id).update(name_es=ODD, name_en=ODD)
    Place.objects.filter(pk=made.owner.place_id).update(name_es="Peña", name_en="Peña")
    Organisation.objects.filter(pk=made.owner_id).update(name_es="Peña")
    made.parties.filter(pk=city.pk).update(
        ratification="ratified", ratified_act="Acta N.º 4 & anexo"
    )
    exchange = factories.ExchangeFactory(
        twinning=made, learnt_es="Que la calle cuida", learnt_en="That streets care"
    )
    exchange.commitments.create(
        text_es="Escribir un plan", text_en="To write a plan", state="open", party=city
    )
    return made


def taken_by_its_owner(twinning, kind, language):
    reader = factories.coordinator_of(twinning.owner)
    return PAPERS[kind](twinning, language=language, reader=reader)


def words_of(docx):
    opened = Document(io.BytesIO(docx))
    lines = [paragraph.text for paragraph in opened.paragraphs]
    for table in opened.tables:
        lines += [cell.text for row in table.rows for cell in row.cells]
    return opened, "\n".join(lines)


@pytest.mark.parametrize(("kind", "language"), TITLES)
def test_the_word_file_says_it_all_in_its_language(twinning, kind, language):
    paper = taken_by_its_owner(twinning, kind, language)
    opened, words = words_of(as_docx(paper))
    assert TITLES[kind, language] in words
    assert ODD in words
    assert "Peña" in words
    assert opened.core_properties.language == language
    assert TITLES[kind, language] in opened.core_properties.title
    said = {
        ("intent", "es"): ("Jóvenes fuera de la escuela", "Acta N.º 4 & anexo"),
        ("intent", "en"): ("Young people out of school", "no legal or financial"),
        ("memo", "es"): ("Escribir un plan", "Que la calle cuida"),
        ("memo", "en"): ("To write a plan", "That streets care"),
    }
    for text in said[kind, language]:
        assert text in words


@pytest.mark.parametrize(("kind", "language"), TITLES)
def test_the_pdf_carries_tags_language_and_title(twinning, kind, language):
    made = as_pdf(taken_by_its_owner(twinning, kind, language))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in opened.Root
        assert str(opened.Root.Lang) == language
        title = str(opened.docinfo["/Title"])
    assert TITLES[kind, language] in title
    assert ODD in title


def test_what_lacks_a_language_is_told_as_such(twinning):
    type(twinning).objects.filter(pk=twinning.pk).update(problem_en="")
    twinning.refresh_from_db()
    words = words_of(as_docx(taken_by_its_owner(twinning, "intent", "en")))[1]
    assert "[Text in Spanish]" in words
    assert "Jóvenes fuera de la escuela" in words


def test_a_partners_draft_is_not_told(twinning):
    partner, writer, _reviewer = factories.reviewed_town()
    draft = factories.ExchangeFactory(
        twinning=twinning, owner=partner, title_es="Visita secreta", learnt_es="Callar"
    )
    draft.commitments.create(text_es="No contar nada", text_en="To tell nothing")
    words = words_of(as_docx(taken_by_its_owner(twinning, "memo", "es")))[1]
    assert "Que la calle cuida" in words
    paper = PAPERS["memo"](twinning, language="es", reader=writer)
    own = words_of(as_docx(paper))[1]
    for secret in ("Visita secreta", "Callar", "No contar nada"):
        assert secret not in words
        assert secret in own


def test_a_name_that_begins_with_i_is_joined_as_spanish_says(twinning):
    town = twinning.parties.exclude(place__country="US").get()
    place = factories.CityFactory(name_es="Ilopango", name_en="Ilopango")
    twinning.parties.filter(pk=town.pk).update(position=0)
    twinning.parties.exclude(pk=town.pk).update(position=1, place=place)
    words = words_of(as_docx(taken_by_its_owner(twinning, "intent", "es")))[1]
    assert "e Ilopango" in words


def test_only_whoever_may_read_it_takes_it(twinning):
    def taken(person, file):
        there = reverse("twinnings:paper_file", args=[twinning.pk, "intent", file])
        return signed_in(person).get(there)

    own = factories.coordinator_of(twinning.owner)
    answer = taken(own, "es.docx")
    assert answer.content[:2] == b"PK"
    assert answer["Content-Disposition"].startswith('attachment; filename="carta-de')
    assert taken(own, "en.pdf").content.startswith(b"%PDF")
    assert taken(factories.reviewed_town()[1], "es.docx").status_code == 404


@pytest.mark.soak
@pytest.mark.parametrize(("kind", "language"), TITLES)
def test_libreoffice_opens_it(twinning, kind, language, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer)")
    held = tmp_path / "paper.docx"
    held.write_bytes(as_docx(taken_by_its_owner(twinning, kind, language)))
    subprocess.run(
        [
            office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
            "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(held),
        ],
        check=True,
        timeout=300,
    )  # fmt: skip
    words = (tmp_path / "paper.txt").read_text(encoding="utf-8-sig")
    assert TITLES[kind, language] in words
    assert ODD in words
