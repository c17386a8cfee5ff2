"""A film on its way: how far it is, a connection that is cut, somebody who stops it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.experiences.moving import a_film

SLOW = {"offline": False, "latency": 0, "downloadThroughput": -1}


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return a_film(tmp_path / "faroles.mp4", seconds=10, size=(640, 360))


def a_record(page: Page) -> None:
    page.goto("/es/espacio/videos/nuevo/")
    page.locator("[name=title_es]").fill("Así se cuidan los faroles")
    with page.expect_navigation():
        page.get_by_role("button", name="Seguir", exact=True).click()


def send(page: Page) -> None:
    page.get_by_role("button", name="Subir el video", exact=True).click()


def test_a_connection_that_is_cut_loses_nothing(open_page, sign_in, film):
    page = open_page(width=360, height=640)
    sign_in(page, "tecnica")
    a_record(page)
    address, chosen = page.url, page.locator("[name=film]")
    chosen.set_input_files(film)
    page.context.set_offline(True)
    send(page)
    fault = page.locator("form:has([name=film]) [data-upload-fault]")
    expect(fault).to_contain_text("el archivo sigue elegido")
    assert page.url == address
    assert chosen.evaluate("box => box.files[0].name") == film.name
    expect(page.get_by_role("button", name="Subir el video")).to_be_focused()
    page.context.set_offline(False)
    with page.expect_navigation():
        send(page)
    expect(page.locator("main")).to_contain_text("El video llegó completo")
    expect(page.locator("[data-film-copies]")).to_be_visible()


def test_who_waits_sees_how_far_it_is_and_can_stop_it(open_page, sign_in, film):
    page = open_page(width=360, height=640)
    sign_in(page, "tecnica")
    a_record(page)
    page.locator("[name=film]").set_input_files(film)
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    slow = {**SLOW, "uploadThroughput": film.stat().st_size // 8}
    wire.send("Network.emulateNetworkConditions", slow)
    send(page)
    way = page.locator("form:has([name=film]) [data-upload-way]")
    expect(way).to_contain_text("Enviado: ")
    expect(page.get_by_role("button", name="Subir el video")).to_be_disabled()
    way.get_by_role("button", name="Detener").click()
    expect(page.locator("form:has([name=film]) [data-upload-fault]")).to_have_text(
        "Usted lo detuvo. No cambió nada."
    )
    wire.send("Network.emulateNetworkConditions", {**SLOW, "uploadThroughput": -1})
    page.reload()
    expect(page.locator("[data-film-copies]")).to_have_count(0)


def test_what_is_refused_is_said_beside_the_button(open_page, sign_in, tmp_path):
    page = open_page(width=360, height=640)
    sign_in(page, "tecnica")
    a_record(page)
    letter = tmp_path / "carta.mp4"
    letter.write_text("Querida vecina")
    page.locator("[name=film]").set_input_files(letter)
    send(page)
    fault = page.locator("form:has([name=film]) [data-upload-fault]")
    expect(fault).to_contain_text("no es un video")
