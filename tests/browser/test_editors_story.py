"""An editor writes, the secretariat publishes, the world reads in two languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from amuprev.foundation.search.words import fold
from tests.browser import desk, editing

TITLE = "La plaza volvió a llenarse"
ENGLISH = "The square filled up again"
LEAD = "Tres juntas directivas acordaron cuidar la plaza con la municipalidad."
DAY = {"day": "2026-03-12"}
PICTURE_TEXT = "Una plaza de noche con los faroles encendidos"
WIDTH_ONCE_LOADED = "image => image.decode().then(() => image.naturalWidth)"
# The home page, the feed of news and that of everything, the search.
PLACES = {
    "es": (
        "/es/",
        ("/es/noticias/novedades.atom", "/es/novedades.atom"),
        "/es/buscar/",
    ),
    "en": ("/en/", ("/en/news/feed.atom", "/en/feed.atom"), "/en/search/"),
}


def at_desk(sign_in, open_page, name: str) -> Page:
    page = open_page()
    sign_in(page, name)
    page.goto("/cms/")
    return page


def choose_a_picture(page: Page) -> None:
    page.get_by_role("button", name="Seleccionar una imagen").first.click()
    page.get_by_role("tab", name=re.compile("Subir")).click()
    modal = page.locator(".modal-body")
    modal.locator("input[type=file]").set_input_files(
        {
            "name": "plaza.jpg",
            "mimeType": "image/jpeg",
            "buffer": desk.photo()["buffer"],
        }
    )
    modal.locator("[name$=title]").last.fill("La plaza")
    modal.locator("[name$=people_shown]").select_option("nobody")
    modal.locator("form [type=submit]").last.click()
    expect(page.locator(".modal-body")).to_have_count(0)


def send_for_review(page: Page) -> None:
    page.get_by_role("button", name="Más acciones").click()
    page.get_by_role("button", name="Enviar a Revisión de la secretaría").click()
    page.wait_for_url(re.compile(r"/cms/pages/\d+/$"))


def approve(page: Page, title: str) -> None:
    page.goto("/cms/")
    page.get_by_role("link", name=title, exact=True).first.click()
    page.wait_for_url(re.compile(r"/cms/pages/\d+/edit/"))
    page.get_by_role("button", name="Más acciones").click()
    page.locator("[data-workflow-action-name=approve]:visible").first.click()
    page.wait_for_url(re.compile(r"/cms/(pages/\d+/)?$"))


def reads(reader: Page, language: str, title: str) -> None:
    """It stands on the home page, in both feeds and in the search."""
    assert "/noticias/" in reader.url or "/news/" in reader.url
    address = reader.url
    home, feeds, search = PLACES[language]
    reader.goto(home)
    expect(reader.get_by_role("link", name=title)).to_have_attribute(
        "href", re.sub(r"^https?://[^/]+", "", address)
    )
    for feed in feeds:
        told = reader.request.get(feed).text()
        assert f"<title>{title}</title>" in told, feed
        assert f'href="{address}"' in told, feed
    reader.goto(search)
    reader.locator("main [name=q]").fill(fold(title))
    reader.locator("main [name=q]").press("Enter")
    reader.locator(".search-results").get_by_role("link", name=title).click()
    expect(reader).to_have_url(address)
    expect(reader.locator("h1")).to_have_text(title)


def languages(reader: Page) -> dict[str, str]:
    """Where the page says that it stands in each language."""
    links = reader.locator("link[rel=alternate][hreflang]")
    return dict(
        links.evaluate_all("all => all.map(each => [each.hreflang, each.href])")
    )


def test_an_editor_writes_news_and_the_secretariat_publishes_it(open_page, sign_in):
    page = at_desk(sign_in, open_page, "editora")
    page.get_by_role("link", name="Escribir una noticia").click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill(LEAD)
    choose_a_picture(page)
    page.locator("[name=picture_text]").fill(PICTURE_TEXT)
    page.locator("[data-side-panel-toggle=preview]").click()
    preview = page.frame_locator("iframe.w-preview__iframe").first
    expect(preview.locator("h1")).to_have_text(TITLE)
    page.locator("[data-side-panel-toggle=preview]").click()
    send_for_review(page)
    reader = open_page(width=360)
    reader.goto("/es/")
    expect(reader.locator("main")).not_to_contain_text(TITLE)
    assert TITLE not in reader.request.get(PLACES["es"][1][0]).text()
    reader.goto(f"/es/buscar/?q={fold(TITLE)}")
    expect(reader.locator("main")).not_to_contain_text(TITLE)

    secretary = at_desk(sign_in, open_page, "secretaria")
    approve(secretary, TITLE)
    reader.goto("/es/")
    reader.get_by_role("link", name=TITLE).click()
    expect(reader.locator("h1")).to_have_text(TITLE)
    picture = reader.get_by_alt_text(PICTURE_TEXT)
    expect(picture).to_be_visible()
    assert picture.evaluate(WIDTH_ONCE_LOADED) > 0
    expect(reader.get_by_text("Última revisión:")).to_be_visible()
    reads(reader, "es", TITLE)
    assert "en" not in languages(reader), "there is no English page yet"

    english(page, secretary, reader)


def english(page: Page, secretary: Page, reader: Page) -> None:
    """Its English page is made, translated, published and linked both ways."""
    page.goto("/cms/translations/")
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_url(re.compile(r"/cms/pages/\d+/edit/"))
    number = re.search(r"/pages/(\d+)/", page.url)
    assert number
    page.goto(f"/cms/translation/submit/page/{number[1]}/")
    page.locator("[name=locales]").check()
    page.locator("form [type=submit]").last.click()
    page.wait_for_url(re.compile(r"/cms/pages/\d+/edit/"))
    page.locator("[name=title]").fill(ENGLISH)
    page.locator("[name=lead]").fill(
        "Three neighbourhood boards agreed to care for it."
    )
    page.locator("[name=picture_text]").fill("A square at night with its lamps lit")
    send_for_review(page)
    approve(secretary, ENGLISH)
    spanish = reader.url
    reader.reload()
    told = languages(reader)
    assert told["es"] == spanish
    reader.get_by_role("link", name="English").click()
    expect(reader.locator("h1")).to_have_text(ENGLISH)
    expect(reader).to_have_url(re.compile("/en/news/"))
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    assert told["en"] == reader.url
    assert languages(reader) == told
    reads(reader, "en", ENGLISH)
    reader.get_by_role("link", name="Español").click()
    expect(reader).to_have_url(spanish)


def test_an_event_that_cannot_be_is_told_beside_its_box(person):
    with pytest.raises(AssertionError, match="antes de empezar"):
        editing.published(
            person("secretaria"), "eventpage", "/es/agenda/", title="Otro", day="2026-03-12",
            country="SV", admission="open", time_zone="America/El_Salvador",
            place_name="", start_time="20:00", end_day="", end_time="01:00",
        )  # fmt: skip


def test_a_news_list_with_twelve_pictures_is_light(open_page, person):
    who = person("secretaria")
    shown = []
    for number in range(12):
        answer = desk.send(
            who,
            "/cms/images/add/",
            {
                "title": f"Plaza {number}", "file": desk.photo(), "collection": "1",
                "people_shown": "nobody", "consent_purpose": "", "consent_until": "",
                "tags": "", "alternative_text": "", "credit": "", "focal_point_x": "",
                "focal_point_y": "", "focal_point_width": "", "focal_point_height": "",
                "description": "",
            },
        )  # fmt: skip
        shown = re.findall(r"/cms/images/(\d+)/", answer.text())
        editing.published(
            who, "newspage", "/es/noticias/", title=f"Con foto {'abcdefghijkl'[number]}",
            day="2026-11-01", author="", picture=max(shown, key=int),
            picture_text="La plaza",
        )  # fmt: skip
    page = open_page(width=360, height=640)
    received = []
    page.on("requestfinished", lambda each: received.append(each))
    page.goto("/es/noticias/")
    for down in range(0, 6000, 500):
        page.evaluate("down => scrollTo(0, down)", down)
        page.wait_for_timeout(50)
    page.wait_for_load_state("networkidle")
    pictures = [each for each in received if "/pictures/" in each.url]
    assert len(pictures) >= 12
    total = sum(each.sizes()["responseBodySize"] for each in received)
    assert total <= 150 * 1024, total
