"""The main job: a municipality logs, its association approves, the world reads."""

import datetime
import io
import re
import time
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

TWO_MINUTES = 120


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo with a position in it, as a phone makes it."""
    picture = Image.effect_noise((1200, 900), 40).convert("RGB")
    exif = picture.getexif()
    exif[0x8825] = {1: "N", 2: (13.0, 40.0, 0.0), 3: "W", 4: (89.0, 17.0, 0.0)}
    content = io.BytesIO()
    picture.save(content, "JPEG", exif=exif)
    path = tmp_path / "IMG_2026.jpg"
    path.write_bytes(content.getvalue())
    return path


def days_from_today(days: int) -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=days)


def fill_quick_log(page: Page, *, day: datetime.date, text: str) -> None:
    page.goto("/es/espacio/registro-rapido/")
    page.get_by_label("Taller o capacitación").check()
    page.get_by_label("Día").first.fill(str(day.day))
    page.get_by_label("Mes").first.fill(str(day.month))
    page.get_by_label("Año").first.fill(str(day.year))
    page.get_by_label(re.compile("En qué barrio")).fill("Colonia Quezaltepec")
    page.get_by_label("Mujeres").fill("18")
    page.get_by_label("Hombres").fill("0")
    page.get_by_label("¿Qué pasó?").fill(text)


def send(page: Page) -> str:
    """Send to review, looking again where that is asked; the number told."""
    page.get_by_role("button", name="Enviar a revisión").click()
    page.wait_for_url(re.compile("/(enviada|enviar)/$"))
    if page.url.endswith("/enviar/"):
        page.get_by_role("button", name="enviar a revisión").click()
        page.wait_for_url("**/enviada/")
    number = page.locator(".confirmation-number strong").inner_text()
    return str(int(number))


def log_with_photo(page: Page, sign_in, photo: Path, text: str) -> str:
    started = time.monotonic()
    sign_in(page, "tecnica")
    fill_quick_log(page, day=days_from_today(-30), text=text)
    page.get_by_label(re.compile("^Foto")).set_input_files(photo)
    page.locator("[name=people_shown][value=nobody]").check()
    page.locator("[name=photo_public]").check()
    number = send(page)
    assert time.monotonic() - started < TWO_MINUTES
    return number


def approve(page: Page, sign_in, number: str) -> None:
    sign_in(page, "asociacion")
    page.goto(f"/es/espacio/revision/{number}/")
    page.get_by_role("button", name="Aprobar").click()
    page.wait_for_url("**/espacio/revision/")


def read_in_public(page: Page, number: str, text: str) -> None:
    page.goto("/es/bitacora/")
    page.locator(f'a[href="/es/bitacora/{number}/"]').first.click()
    expect(page.locator("main")).to_contain_text(text)
    expect(page.locator("main img").first).to_be_visible()
    page.goto("/es/red/municipios/sv-santa-tecla/")
    expect(page.locator(f'a[href="/es/bitacora/{number}/"]').first).to_be_visible()
    page.goto("/en/activities/")
    link = page.locator(f'a[href="/en/activities/{number}/"]').first
    expect(link).to_be_visible()
    marked = link.evaluate(
        "node => !!node.closest('[lang=es]') || !!node.querySelector('[lang=es]')"
    )
    assert marked
    page.goto(f"/en/activities/{number}/")
    expect(page.locator("main [lang=es]", has_text=text).first).to_be_visible()
    expect(page.locator("main")).to_contain_text("Only available in Spanish")
    assert page.context.cookies() == []


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_log_review_read(open_page, sign_in, photo, javascript):
    text = f"Se habló de convivencia en la casa comunal ({javascript})."
    number = log_with_photo(
        open_page(width=360, height=640, javascript=javascript), sign_in, photo, text
    )
    approve(open_page(javascript=javascript), sign_in, number)
    read_in_public(open_page(width=360, javascript=javascript), number, text)


@pytest.mark.postgres
def test_log_review_read_once_more(open_page, sign_in, photo):
    text = "Se habló de convivencia en la cancha."
    number = log_with_photo(open_page(width=360), sign_in, photo, text)
    approve(open_page(), sign_in, number)
    read_in_public(open_page(width=360), number, text)


@pytest.mark.parametrize("days", [-1, 20], ids=["ended-yesterday", "lies-ahead"])
def test_nothing_tells_where_people_will_be(open_page, sign_in, days):
    text = f"Esto no debe leerse todavía ({days})."
    page = open_page(width=360)
    sign_in(page, "tecnica")
    fill_quick_log(page, day=days_from_today(days), text=text)
    number = send(page)
    approve(open_page(), sign_in, number)
    reader = open_page()
    for address in ("/es/bitacora/", "/es/red/municipios/sv-santa-tecla/", "/es/"):
        reader.goto(address)
        assert f"/bitacora/{number}/" not in reader.content()
        assert text not in reader.content()
    answer = reader.goto(f"/es/bitacora/{number}/")
    assert answer is not None
    assert answer.status == 404


def test_neighbour_finds_nothing(open_page, sign_in):
    page = open_page()
    sign_in(page, "tecnica")
    fill_quick_log(page, day=days_from_today(-30), text="Solo de Santa Tecla.")
    number = send(page)
    neighbour = open_page()
    sign_in(neighbour, "tecnica2")
    for address in (f"actividades/{number}/", f"actividades/{number}/editar/"):
        answer = neighbour.goto(f"/es/espacio/{address}")
        assert answer is not None
        assert answer.status == 404
    neighbour.goto("/es/espacio/actividades/")
    assert "Solo de Santa Tecla" not in neighbour.content()


def test_sign_in_and_log_by_keyboard_alone(open_page, portal):
    page = open_page(width=360, height=640)
    page.goto("/es/espacio/")
    page.keyboard.press("Tab")
    walk_to(page, "login")
    page.keyboard.type("tecnica@demo.example")
    walk_to(page, "password")
    page.keyboard.type(portal.password)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[^?]*/es/espacio/$"))
    page.goto("/es/espacio/registro-rapido/")
    day = days_from_today(-30)
    walk_to(page, "kind")
    page.keyboard.press("Space")
    for name, words in (
        ("started_day", str(day.day)),
        ("started_month", str(day.month)),
        ("started_year", str(day.year)),
        ("place_name", "El Calvario"),
        ("women", "4"),
        ("what_happened", "Solo con el teclado."),
    ):
        walk_to(page, name)
        assert has_visible_focus(page), name
        page.keyboard.type(words)
    walk_to(page, "action")
    page.keyboard.press("Enter")
    page.wait_for_url("**/enviada/")


def walk_to(page: Page, name: str) -> None:
    """Press Tab until the control of that name has the focus; it must be reachable."""
    for _press in range(40):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{name} cannot be reached by keyboard")


def has_visible_focus(page: Page) -> bool:
    """True when the focused control stands inside the window and shows its focus."""
    return page.evaluate(
        """() => {
          const box = document.activeElement.getBoundingClientRect();
          const style = getComputedStyle(document.activeElement);
          const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
          return outlined && box.top >= 0 && box.bottom <= innerHeight;
        }"""
    )
