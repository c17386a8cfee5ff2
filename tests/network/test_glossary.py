"""The glossary's pages: every term, what each country calls it, what is not known."""

import re

import pytest
from django.utils.translation import override
from lxml import html

from amuprev.foundation.glossary import terms_in
from tests.network import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return html.fromstring(answer.content.decode())


@pytest.fixture
def term():
    plant_pages()
    made = factories.GlossaryTermFactory(
        name_es="Comité municipal", name_en="Municipal committee", slug="comite",
        definition_es="Una **mesa** que acuerda.", also_es="Comité local",
        sources="Una guía | https://ejemplo.test/guia", doubts_es="Quiénes lo forman.",
    )  # fmt: skip
    made.country_names.create(
        country="GT", name="Comisión Municipal", acronym="COMU", basis_es="Un acta"
    )
    return made


def test_every_term_stands_under_its_letter(client, term):
    factories.GlossaryTermFactory(name_es="Árbol", name_en="Tree")
    factories.GlossaryTermFactory(name_es="Ñandú", name_en="Rhea")
    page = read(client, "/es/glosario/")
    assert page.xpath("//section/h2/text()") == ["A", "C", "N"]
    assert page.xpath("//dt/a/@href")[1] == "/es/glosario/comite/"
    assert read(client, "/en/glossary/").xpath("//section/h2/text()") == ["M", "R", "T"]


def test_an_empty_glossary_says_so(client):
    plant_pages()
    assert "todavía no tiene términos" in read(client, "/es/glosario/").text_content()


def test_a_term_tells_each_country_and_what_is_not_known(client, term):
    page = read(client, "/es/glosario/comite/")
    rows = {
        row.findtext("th"): " ".join(row.text_content().split())
        for row in page.xpath("//tbody/tr")
    }
    assert "Comisión Municipal (COMU)" in rows["Guatemala"]
    assert "Un acta" in rows["Guatemala"]
    assert "No se sabe" in rows["Honduras"]
    assert len(rows) == 8
    text = page.text_content()
    for told in (
        "Comité local",
        "Municipal committee",
        "Una guía",
        "Quiénes lo forman",
    ):
        assert told in text
    assert page.xpath("//main//strong/text()") == ["mesa"]
    (other,) = page.xpath("//link[@hreflang='en']/@href")
    assert re.sub(r"^https?://[^/]+", "", other) == "/en/glossary/comite/"


def test_what_stands_only_in_spanish_is_marked(client):
    plant_pages()
    factories.GlossaryTermFactory(
        slug="sola", name_es="Sola", name_en="", definition_en=""
    )
    page = read(client, "/en/glossary/sola/")
    assert page.xpath("//h1/@lang") == ["es"]
    assert "Only available in Spanish." in page.text_content()


def test_a_term_that_does_not_exist_is_not_found(client, term):
    read(client, "/es/glosario/nada/", 404)


def test_a_page_explains_the_words_it_uses(client, term):
    town = factories.reviewed_municipality()
    made = factories.ApprovedActivityFactory(
        owner=town, what_happened_es="El comite municipal se reunió."
    )
    page = read(client, f"/es/bitacora/{made.pk}/")
    (used,) = page.xpath("//details[@class='terms-used']")
    assert "1 palabra del glosario" in used.findtext("summary")
    assert used.xpath(".//a/@href") == ["/es/glosario/comite/"]
    other = factories.ApprovedActivityFactory(owner=town)
    page = read(client, f"/es/bitacora/{other.pk}/")
    assert not page.xpath("//details[@class='terms-used']")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("el COMITÉ  municipal.", True),
        ("comité local", True),
        ("la COMU sesionó", True),
        ("municipal committee", True),
        ("comités municipales", False),
        ("comunidad", False),
        ("", False),
    ],
)
def test_a_text_uses_a_term_by_any_of_its_names_whole(term, text, known):
    with override("es"):
        assert bool(terms_in(text)) == known


def test_the_map_of_the_site_has_every_term(client, term):
    assert b"/en/glossary/comite/" in client.get("/sitemap-glossary.xml").content
