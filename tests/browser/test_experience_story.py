"""An experience with a film: written, returned, published, found by what is said in it."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.experiences.moving import a_film

TITLE = "Faroles que cuidan los vecinos de Nahuizalco"
FILM = "Así se cuidan los faroles"
SAID = "Cada cuadra nombra a quien cuida su farol"
TEXTS = {
    "problem": "De noche nadie cruzaba la plaza porque no había luz.",
    "what_was_done": "La municipalidad puso faroles y cada cuadra cuida el suyo.",
    "what_changed": "Las familias volvieron a cruzar la plaza de noche.",
    "what_did_not_work": "Tres faroles se apagaron y nadie sabía a quién avisar.",
}
CAPTIONS = f"""WEBVTT

00:00:00.500 --> 00:00:02.500
La plaza estaba a oscuras.

00:00:05.000 --> 00:00:08.000
{SAID}.
"""
ASKED = "¿De qué año es el video?"
# It goes on from the second of the phrase, and the phrase is written on the picture.
CAPTIONED = f"""() => {{
  const video = document.querySelector('video');
  const read = track => track.mode === 'showing' && [...(track.activeCues || [])].some(
    cue => cue.text.includes('{SAID}'));
  return !video.paused && video.currentTime >= 5 && [...video.textTracks].some(read);
}}"""
MADE = 60_000  # milliseconds that the copies of a short film may take


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return a_film(tmp_path / "faroles.mp4", seconds=10, size=(320, 240))


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def write_experience(page: Page) -> str:
    """Section by section, as the short form asks; its address in the workspace."""
    page.goto("/es/espacio/experiencias/")
    page.get_by_role("link", name="Escribir una experiencia").first.click()
    page.locator("[name=title_es]").fill(TITLE)
    press(page, "Empezar")
    address = page.url
    page.get_by_role("link", name="De qué se trata").click()
    places = page.locator("summary", has_text="Municipios")
    if places.count():
        places.click()
    page.get_by_label("Nahuizalco").check()
    page.locator("[name=began_year]").fill("2024")
    page.locator("[name=prevention_level]").select_option("primary")
    page.locator("[name=sources]").fill("Acta de la municipalidad, 2024.")
    press(page, "Guardar")
    for section, text in TEXTS.items():
        page.goto(f"{address}seccion/{section}/")
        page.locator(f"[name={section}_es]").fill(text)
        press(page, "Guardar")
    return address


def record_film(page: Page, file: Path) -> str:
    """Begun, uploaded, captioned, filled in; its address in the workspace."""
    page.goto("/es/espacio/videos/")
    page.get_by_role("link", name="Agregar un video").first.click()
    page.locator("[name=title_es]").fill(FILM)
    press(page, "Seguir")
    address = page.url
    page.locator("[name=film]").set_input_files(file)
    press(page, "Subir el video")
    expect(page.locator("main")).to_contain_text("El video llegó completo")
    page.locator("[name=track]").set_input_files(
        {"name": "es.vtt", "mimeType": "text/vtt", "buffer": CAPTIONS.encode()}
    )
    press(page, "Subir los subtítulos")
    page.get_by_role("link", name="Llenar esta ficha").click()
    page.locator("[name=summary_es]").fill("Los vecinos cuentan cómo cuidan la luz.")
    page.locator("[name=experience]").select_option(label=TITLE)
    page.locator("[name=people_shown][value=nobody]").check()
    page.locator("[name=spoken]").select_option("es")
    page.locator("[name=poster_alt_es]").fill("Una plaza con faroles encendidos")
    page.locator("[name=rights_holder]").fill("Municipalidad de Nahuizalco")
    press(page, "Guardar")
    expect(page.locator("[data-film-copies] .log")).not_to_contain_text(
        re.compile("Espera su turno|En preparación"), timeout=MADE
    )
    page.reload()
    page.get_by_role("button", name="Los leí junto con el video").click()
    return address


def send(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name=re.compile("^Enviar")).click()
    expect(page.locator("main")).to_contain_text(re.compile("edición de la red"))


def return_once(page: Page) -> None:
    page.goto("/es/espacio/experiencias/revision/")
    page.get_by_role("link", name=TITLE).click()
    page.locator("[name=note_what_changed]").fill("¿Desde cuándo cruzan la plaza?")
    press(page, "Devolver con estas notas")


def return_film_once(page: Page, film_address: str) -> None:
    page.goto(film_address)
    page.locator("[name=note]").fill(ASKED)
    press(page, "Devolver el video con esta nota")


def correct_film(page: Page, film_address: str) -> None:
    """What the editor asks is read, mended, and sent again."""
    page.goto(film_address)
    expect(page.locator("main")).to_contain_text(ASKED)
    page.get_by_role("link", name="Llenar esta ficha").click()
    page.locator("[name=year]").fill("2024")
    press(page, "Guardar")
    send(page, film_address)


def publish(page: Page, film_address: str) -> None:
    page.goto("/es/espacio/experiencias/revision/")
    page.get_by_role("link", name=TITLE).click()
    press(page, "Publicar")
    # The address is told first: it stays for ever.
    expect(page.locator("main")).to_contain_text("/es/experiencias/")
    press(page, "Publicar")
    page.goto(film_address)
    press(page, "Publicar este video")
    press(page, "Publicar este video")


def find_and_watch(page: Page) -> None:
    """By a sentence spoken in it, from its second, with its captions."""
    page.goto("/es/buscar/")
    page.locator("main [name=q]").fill("nombra a quien cuida su farol")
    page.keyboard.press("Enter")
    page.locator("main a", has_text=FILM).first.click()
    expect(page.locator("h1")).to_have_text(FILM)
    video = page.locator("video")
    assert video.evaluate("video => video.paused && video.readyState === 0")
    # As a thumb does: on the picture, where the browser's own player has its triangle.
    video.click()
    page.wait_for_function(CAPTIONED, timeout=MADE)


def take_the_sound(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Descargar solo el sonido")).click()
    assert download.value.path().stat().st_size > 1_000


def open_the_paper(page: Page) -> str:
    """From the film to the experience, and its PDF; its address."""
    page.get_by_role("link", name="Leer la experiencia de la que habla").click()
    expect(page.locator("h1")).to_have_text(TITLE)
    address = page.url
    with page.expect_response(re.compile(r"\.pdf$")) as opened:
        page.get_by_role("link", name=re.compile("PDF")).first.click()
    assert opened.value.headers["content-type"] == "application/pdf"
    page.wait_for_url("**/*.pdf")
    # The browser's own reader keeps the bytes it shows to itself.
    answer = page.request.get(page.url)
    with pikepdf.open(io.BytesIO(answer.body())) as document:
        assert TITLE in str(document.open_metadata()["dc:title"])
        assert "/StructTreeRoot" in document.Root
    page.goto(address)
    return address


def adapt(page: Page, address: str) -> None:
    """A plan of one's own, and word of it where it came from."""
    page.goto(address)
    page.locator("a.button-main", has_text="Adaptar en mi municipio").click()
    press(page, "Empezar el plan")
    expect(page.locator("main")).to_contain_text(TITLE)
    press(page, "Decir que la adaptamos")
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Adaptada por 1 municipalidad")
    expect(page.locator("main")).to_contain_text("Santa Tecla")


def test_written_returned_published_found_and_adapted(open_page, sign_in, film):
    clerk, editor = open_page(width=360, height=640), open_page()
    sign_in(clerk, "tecnica2")
    sign_in(editor, "editora")
    address = write_experience(clerk)
    film_address = record_film(clerk, film)
    send(clerk, film_address)
    send(clerk, address)
    return_once(editor)
    return_film_once(editor, film_address)
    correct_film(clerk, film_address)
    clerk.goto(address)
    expect(clerk.locator("main")).to_contain_text("¿Desde cuándo cruzan la plaza?")
    clerk.goto(f"{address}seccion/what_changed/")
    clerk.locator("[name=what_changed_es]").fill("Desde 2025 se cruza de noche.")
    press(clerk, "Guardar")
    send(clerk, address)
    publish(editor, film_address)
    reader = open_page(width=360, height=640)
    find_and_watch(reader)
    take_the_sound(reader)
    public = open_the_paper(reader)
    neighbour = open_page(width=360, height=640)
    sign_in(neighbour, "coordinacion")
    adapt(neighbour, public)
    reader.goto(public)
    expect(reader.locator("#adapt")).to_contain_text("Santa Tecla")
