"""The search page: what stands first, what is said of nonsense, what leads on."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from tests.network import factories
from tests.public_pages import plant_pages

TABLE = Path(__file__).with_name("data") / "search_queries.txt"
ROWS = [
    tuple(part.strip() for part in line.split("|"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PLACES = {"es": "/es/buscar/", "en": "/en/search/"}


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    page = html.fromstring(answer.content.decode())
    # What only a screen reader is told, so that two results of one name differ.
    for more in page.xpath("//h3//*[@class='visually-hidden']"):
        more.drop_tree()
    return page


def asked(language, words):
    return f"{PLACES[language]}?q={quote(words)}"


def test_the_table_is_long_enough():
    assert len(ROWS) >= 60
    assert {row[0] for row in ROWS} == {"es", "en"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_first_results_on_the_initial_content(initial_content, db, client, row):
    language, words, kind, title = row
    page = read(client, asked(language, words))
    if kind == "?":
        (link,) = page.xpath("//p[@class='did-you-mean']/a")
        assert link.text_content() == title
        led = read(client, PLACES[language] + link.get("href"))
        lines = "//ol[contains(@class, 'search-results')]/li//h3"
        told = [each.text_content() for each in led.xpath(lines)]
        assert told
        # The first of them stand beneath the question already.
        shown = [each.text_content() for each in page.xpath(lines)]
        assert shown == told[:5]
        return
    (first, *_rest) = page.xpath("//ol[contains(@class, 'search-results')]/li")
    assert first.findtext("h3/a") is not None
    assert first.find("h3/a").text_content() == title
    assert not page.xpath("//p[@class='did-you-mean']")
    assert page.xpath("//mark")


@pytest.fixture
def town(db):
    plant_pages()
    return factories.reviewed_municipality()


NONSENSE = {
    "ten thousand letters": ("q=" + "a" * 10_000, 414),
    "a thousand letters": ("q=" + "a" * 1_000, 422),
    "thirteen words": ("q=" + "+".join(f"p{n}" for n in range(13)), 422),
    "operators": ("q=" + quote("\"a\" AND (b* OR NOT c) -d ^e :* | & ! <-> NEAR(x y)"), 200),
    "quotes": ("q=" + quote("'\"; DROP TABLE x; --"), 200),
    "null bytes": ("q=" + quote("casa\x00\x00de\x00paz"), 200),
    "lone surrogate": ("q=%ED%A0%80", 200),
    "right to left": ("q=" + quote("\u202eabc\u2066 \u05d0\u05d1"), 200),
    "only stop words": ("q=de+la+the", 200),
    "only marks": ("q=%25%25%2A%2A", 200),
    "strange kind": ("q=paz&kind=nada", 422),
    "strange country": ("q=paz&country=XX", 422),
    "strange year": ("q=paz&year=20x4", 422),
    "year with null": ("q=paz&year=2014%00", 200),
    "page -1": ("q=taller&page=-1", 404),
    "page 0": ("q=taller&page=0", 404),
    "page 10^9": ("q=taller&page=1000000000", 404),
    "page abc": ("q=taller&page=abc", 404),
    "page of other digits": ("q=taller&page=%D9%A1", 404),
    "unknown filter": ("q=taller&owner=1&x[]=2", 200),
    "everything twice": ("q=taller&q=paz&kind=&kind=", 200),
}  # fmt: skip


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_gets_one_clear_sentence(town, client, name, language):
    query, status = NONSENSE[name]
    factories.ApprovedActivityFactory(owner=town, title_es="Taller", title_en="Taller")
    page = read(client, f"{PLACES[language]}?{query}", status)
    if status == 414:
        assert page.findtext(".//h1")
        return
    told = page.xpath("//*[contains(@class, 'empty-title')]")
    results = page.xpath("//ol[contains(@class, 'search-results')]/li")
    assert len(told) == (0 if results else 1)
    assert len(page.xpath("//*[contains(@class, 'field-error')]")) == (status == 422)


def test_markup_in_words_and_texts_is_only_text(town, client):
    factories.ApprovedActivityFactory(
        owner=town,
        title_es="<script>alert(1)</script> paz",
        what_happened_es='La <b onclick=x>paz</b> & el "orden"',
    )
    answer = client.get(
        asked("es", "<img src=x onerror=alert(1)> paz")
    ).content.decode()
    assert "<img src=x" not in answer
    text = client.get(asked("es", "paz")).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>paz</mark>" in text
    assert "<mark>paz</mark>" in text.partition("search-results")[2]


def test_pages_lead_on_keep_what_was_asked_and_end(town, client):
    for _each in range(45):
        factories.ApprovedActivityFactory(owner=town, title_es="Taller de oficio")
    first = read(client, "/es/buscar/?q=oficio&country=SV&x=1")
    assert "45 resultados" in first.text_content()
    seen, address = [], "?q=oficio&country=SV"
    while address:
        page = read(client, f"/es/buscar/{address}")
        seen += page.xpath("//ol[contains(@class, 'search-results')]/li/h3/a/@href")
        address = next(iter(page.xpath("//a[@rel='next']/@href")), "")
        assert not address or "country=SV" in address
    assert len(seen) == len(set(seen)) == 45
    assert read(client, "/es/buscar/?q=oficio&page=4", 404) is not None
    last = read(client, "/es/buscar/?q=oficio&page=3")
    assert last.xpath("//ol[contains(@class, 'search-results')]/@start") == ["41"]
    # In the other language there may be fewer: it begins at the first page.
    assert last.xpath("//a[@hreflang='en']/@href") == ["/en/search/?q=oficio"]


def test_the_number_of_questions_does_not_grow(town, client):
    def asked():
        with CaptureQueriesContext(connection) as questions:
            read(client, "/es/buscar/?q=oficio")
        return len(questions)

    # Its names are synonyms, and are read with it.
    factories.GlossaryTermFactory()
    factories.ApprovedActivityFactory(owner=town, title_es="Taller de oficio")
    asked()
    first = asked()
    for _each in range(3):
        factories.ApprovedActivityFactory(owner=town, title_es="Taller de oficio")
    assert asked() <= first <= 8


def test_the_form_keeps_what_was_asked_and_says_how_many_filters(town, client):
    page = read(client, "/es/buscar/?q=%22a+b%22&country=SV&kind=activity")
    form = page.xpath("//form[contains(@class, 'search-form')]")[0]
    assert form.fields["q"] == '"a b"'
    assert (form.fields["country"], form.fields["kind"]) == ("SV", "activity")
    assert form.xpath(".//details[@open]")
    assert form.xpath(".//*[@class='count']")[0].text_content().startswith("2")
    (wider,) = page.xpath("//div[@class='empty']//a[contains(., 'sin los filtros')]")
    assert wider.get("href") == "?q=%22a+b%22"


def test_every_page_has_the_box_and_a_missing_page_one_of_its_own(town, client):
    for address in ("/es/", "/en/network/", "/es/bitacora/"):
        page = read(client, address)
        (form,) = page.xpath("//header//form[@role='search']")
        assert form.get("action") in PLACES.values()
        assert form.method == "GET"
        assert page.xpath(f"//label[@for='{form.xpath('.//input/@id')[0]}']")
    missing = read(client, "/es/no-existe/", 404)
    assert missing.xpath("//main//form[@role='search']//input[@name='q']")
    assert missing.xpath("//main//label[@for='not-found-search']")


def test_readers_get_no_cookie_and_engines_are_kept_out(town, client):
    answer = client.get("/es/buscar/?q=paz")
    assert not answer.cookies
    page = html.fromstring(answer.content.decode())
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    (other,) = page.xpath("//link[@hreflang='en']/@href")
    assert re.sub(r"^https?://[^/]+", "", other) == "/en/search/"


def test_the_start_says_what_to_do(town, client):
    page = read(client, "/en/search/")
    links = page.xpath("//main//a/@href")
    assert {"/en/network/", "/en/activities/", "/en/glossary/"} <= set(links)
    assert not page.xpath("//*[contains(@class, 'empty-title')]")


def test_only_get(town, client):
    assert client.post("/es/buscar/", {"q": "paz"}).status_code == 405
