"""A film on a telephone: nothing of it before the press, then parts of it, by mouse and
by keyboard; found by what is said in it (P13)."""

import re

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.filmed import publish_outside
from tests.browser.keyboard import Keys

FILM = "/es/videos/como-ver-un-video-con-pocos-datos/"
TITLE = "Cómo ver un video con pocos datos"
EXPERIENCE = "/es/experiencias/sv-sonsonate-comite-y-espacios/"
SAID = "También puede descargar solo el sonido"
SECOND = 15
MOST_POSTER = 20 * 1024
PLAYS = f"""() => {{
  const film = document.querySelector('video');
  return !film.paused && film.currentTime >= {SECOND} && film.readyState >= 2;
}}"""
CAPTIONED = f"""() => [...document.querySelector('video').textTracks].some(track =>
  track.mode === 'showing' && [...(track.activeCues || [])].some(cue =>
    cue.text.includes('{SAID}')))"""


def is_media(answer: Response) -> bool:
    kind = answer.headers.get("content-type", "")
    return kind.startswith(("video/", "audio/"))


def listened(page: Page) -> list[Response]:
    """Every answer that the page gets from now on."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    return answers


def weight_of(answer: Response) -> int:
    answer.finished()
    return answer.request.sizes()["responseBodySize"]


@pytest.fixture
def phone(open_page):
    return open_page(width=360, height=640)


@pytest.mark.parametrize("address", [FILM, f"{FILM}?t={SECOND}", "/es/videos/"])
def test_before_the_press_there_is_a_poster_and_no_byte_of_the_film(phone, address):
    answers = listened(phone)
    phone.goto(address, wait_until="networkidle")
    assert [each.url for each in answers if is_media(each)] == []
    posters = [
        each
        for each in answers
        if "/videos/archivos/" in each.url
        or "webp" in each.headers.get("content-type", "")
    ]
    assert sum(map(weight_of, posters)) <= MOST_POSTER
    assert posters
    told = phone.locator("main").inner_text()
    assert re.search(r"\d+(\.\d)?\s(MB|KB)", told)


def test_twelve_films_show_posters_of_one_and_no_byte_of_a_film(phone, person):
    for number in range(12):
        publish_outside(person("tecnica2"), person("editora"), number)
    answers = listened(phone)
    phone.goto("/es/videos/", wait_until="networkidle")
    assert phone.locator(".film-card").count() == 12
    for _screen in range(30):
        phone.mouse.wheel(0, 640)
        phone.wait_for_timeout(50)
    phone.wait_for_load_state("networkidle")
    drawn = "nodes => Promise.all(nodes.map(node => node.decode()))"
    phone.locator(".film-card img").evaluate_all(drawn)
    posters = [
        each for each in answers if "image/webp" in each.headers.get("content-type", "")
    ]
    assert len(posters) == phone.locator(".film-card img").count() == 12
    assert sum(map(weight_of, posters)) <= MOST_POSTER
    assert [each.url for each in answers if is_media(each)] == []


def test_an_experience_fetches_nothing_of_films(phone):
    answers = listened(phone)
    phone.goto(EXPERIENCE, wait_until="networkidle")
    assert [each.url for each in answers if is_media(each)] == []


def test_it_plays_in_parts_and_jumps(phone):
    phone.goto(FILM)
    answers = listened(phone)
    phone.locator("video").click()
    phone.wait_for_function("() => document.querySelector('video').currentTime > 0.3")
    phone.locator("[data-film-said] a").nth(3).click()
    phone.wait_for_function(PLAYS)
    expect(phone.locator("[data-film-said] [aria-current]")).to_contain_text(SAID)
    media = [each for each in answers if is_media(each)]
    assert media
    assert {each.status for each in media} == {206}
    for each in media:
        assert re.fullmatch(r"bytes \d+-\d+/\d+", each.headers["content-range"])


def test_a_part_of_the_file_is_sent_alone(phone):
    phone.goto(FILM)
    source = phone.locator("video source").get_attribute("src").split("#")[0]
    whole = phone.request.get(source)
    size = len(whole.body())
    part = phone.request.get(source, headers={"Range": f"bytes={size - 100}-"})
    assert part.status == 206
    assert part.body() == whole.body()[-100:]
    duration = 30
    assert size * 60 / duration <= 1.6 * 1024 * 1024


def test_found_by_what_is_said_it_opens_there_with_captions(phone):
    phone.goto("/es/buscar/")
    phone.locator("main [name=q]").fill("descargar solo el sonido")
    phone.keyboard.press("Enter")
    phone.locator(f"main a[href*='?t={SECOND}']").first.click()
    expect(phone.locator("h1")).to_have_text(TITLE)
    expect(phone.locator("[data-film-said] [aria-current]")).to_contain_text(SAID)
    phone.locator("video").click()
    phone.wait_for_function(PLAYS)
    phone.wait_for_function(CAPTIONED)


def test_the_sound_alone_is_taken_along(phone):
    phone.goto(FILM)
    with phone.expect_download() as taken:
        phone.get_by_role("link", name=re.compile("^Descargar solo el sonido")).click()
    with taken.value.path().open("rb") as file:
        assert file.read(12)[4:8] == b"ftyp"
    assert taken.value.suggested_filename.endswith(".m4a")


def test_the_film_is_watched_by_keyboard_alone(open_page):
    page = open_page()
    page.goto(FILM)
    keys = Keys(page)
    for _stop in range(60):
        if page.evaluate("document.activeElement.tagName") == "VIDEO":
            break
        keys.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "VIDEO"
    keys.press("Space")
    page.wait_for_function("() => !document.querySelector('video').paused")
    keys.press("Space")
    page.wait_for_function("() => document.querySelector('video').paused")
    keys.to("0:15")
    keys.press("Enter")
    page.wait_for_function(PLAYS)
    assert page.evaluate("document.activeElement.tagName") == "VIDEO"
    for _stop in range(60):
        if page.evaluate("document.activeElement.id") == "film-speed":
            break
        keys.press("Shift+Tab")
    keys.press("ArrowDown")
    page.wait_for_function(
        "() => document.querySelector('video').playbackRate === 1.25"
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_films_are_filtered_by_keyboard_alone(open_page, width):
    page = open_page(width=width)
    page.goto("/es/videos/")
    keys = Keys(page)
    shown = page.locator(".film-card").count()
    if page.locator(".filters summary").first.is_visible():
        keys.to("Filtrar")
        keys.press("Enter")
    keys.to("captions")
    keys.press("ArrowDown")
    keys.enter("Ver resultados")
    assert "captions=es" in page.url
    assert 0 < page.locator(".film-card").count() < shown


@pytest.mark.parametrize("width", [360, 1280])
def test_experiences_are_filtered_by_keyboard_alone(open_page, width):
    page = open_page(width=width)
    page.goto("/es/experiencias/")
    keys = Keys(page)
    shown = page.locator(".experience-card").count()
    # Folded away on a telephone; beside the list on a desk.
    if page.locator(".facet-filters > summary").is_visible():
        keys.to("Filtrar y ordenar")
        keys.press("Enter")
    keys.to("País")
    keys.press("Enter")
    box = page.locator("main form [name=country][value=HN]")
    for _stop in range(200):
        if box.evaluate("node => node === document.activeElement"):
            break
        keys.press("Tab")
    assert box.evaluate("node => node === document.activeElement")
    keys.press("Space")
    keys.enter("Ver resultados")
    assert "country=HN" in page.url
    assert 0 < page.locator(".experience-card").count() < shown
