"""The whole guide as files: well formed, tagged, and with nothing from outside."""

import io
import time
import zipfile
from itertools import pairwise

import pikepdf
import pytest
from defusedxml import ElementTree
from docx import Document

from tests.public_pages import plant_pages
from toolkit.book import book_of
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.documents.books import book_epub, book_pdf
from toolkit.models import ModelDocument, Step, StepNorm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def parts_of(book):
    whole = zipfile.ZipFile(io.BytesIO(book_epub(book)))
    assert whole.testzip() is None
    return whole


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_book_holds_every_step_and_every_absence(language):
    for country in ("", *GUIDE_COUNTRIES):
        book = book_of(country, language)
        steps = [each for each in book.chapters if each.depth == 2]
        assert len(steps) == Step.objects.count()
        said = "Falta:" if language == "es" else "Missing:"
        absent = sum(said in b.words for each in steps for b in each.blocks)
        wanted = StepNorm.objects.missing()
        if country:
            wanted = wanted.filter(country=country)
        assert absent == wanted.count()


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_epub_is_well_formed_and_all_its_links_lead_somewhere(language):
    whole = parts_of(book_of("SV", language))
    first = whole.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert whole.read("mimetype") == b"application/epub+zip"
    trees = {
        name: ElementTree.fromstring(whole.read(name))
        for name in whole.namelist()
        if name.endswith((".xhtml", ".opf", ".xml"))
    }
    package = trees["OEBPS/content.opf"]
    listed = {each.get("href") for each in package.iter(f"{OPF}item")}
    held = {name.removeprefix("OEBPS/") for name in whole.namelist()} - {
        "mimetype", "content.opf", "META-INF/container.xml",
    }  # fmt: skip
    assert listed == held
    for name, tree in trees.items():
        for link in tree.iter(f"{XHTML}a"):
            href = link.get("href")
            assert href.startswith("http") or href in held, (name, href)
        if name.endswith(".xhtml"):
            assert tree.get("lang") == language
            assert not list(tree.iter(f"{XHTML}script"))
            levels = [int(e.tag[-1]) for e in tree.iter() if e.tag[-2:-1] == "h" and e.tag[-1].isdigit()]  # fmt: skip
            assert levels[0] == 1
            assert all(b - a <= 1 for a, b in pairwise(levels))


def test_marks_in_a_text_stay_words_in_every_file():
    Step.objects.filter(key="install").update(why_es='<b>&amp; "x" {{ y }} #strong[z]')
    book = book_of("SV", "es")
    whole = parts_of(book)
    slug = Step.objects.get(key="install").slug
    tree = ElementTree.fromstring(whole.read(f"OEBPS/{slug}.xhtml"))
    assert '<b>&amp; "x" {{ y }} #strong[z]' in "".join(tree.itertext())
    assert book_pdf(book).startswith(b"%PDF")


def test_the_pdf_is_tagged_and_says_its_language_and_title():
    with pikepdf.open(io.BytesIO(book_pdf(book_of("PA", "es")))) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("es")
        assert "Panamá" in str(pdf.docinfo["/Title"])
        assert len(pdf.pages) > 30
        assert "/Outlines" in pdf.Root


def test_the_files_are_served_for_the_country_of_the_address(client):
    plant_pages()
    answer = client.get("/es/caja-de-herramientas/guia.epub?pais=gt")
    assert answer["Content-Type"] == "application/epub+zip"
    assert 'filename="guia-gt-es.epub"' in answer["Content-Disposition"]
    assert "COMUPRE" in zipfile.ZipFile(io.BytesIO(answer.content)).read("OEBPS/about.xhtml").decode()  # fmt: skip
    moved = client.get("/en/toolkit/guia.pdf?pais=gt")
    assert moved["Location"] == "/en/toolkit/guide.pdf?country=gt"


def test_every_model_is_served_filled_for_each_country_within_a_second(client):
    plant_pages()
    for document in ModelDocument.objects.all():
        for country in ("", "sv"):
            address = f"/es/caja-de-herramientas/documentos/{document.slug}.docx?pais={country}"  # fmt: skip
            begun = time.monotonic()
            answer = client.get(address)
            assert time.monotonic() - begun < 1, address
            made = Document(io.BytesIO(answer.content))
            assert made.paragraphs
    act = client.get(
        "/es/caja-de-herramientas/documentos/acta-de-fundacion.docx?pais=sv"
    )
    text = "\n".join(p.text for p in Document(io.BytesIO(act.content)).paragraphs)
    assert "Comité Municipal de Prevención de la Violencia" in text
    assert "Decreto Legislativo 274" in text
