"""Every screen of the workspace: nothing for axe to find, empty, plain or with errors."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser import desk
from tests.browser.looking import faults

WORKSPACE = "/es/espacio/"
ACTIVITIES = f"{WORKSPACE}actividades/"
SECTIONS = (
    "", "cuando/", "participantes/", "poblacion/", "resultados/", "costo/", "aliados/",
)  # fmt: skip


@pytest.fixture(scope="module")
def page_of(person):
    """One page per person, used again: `page_of("tecnica")`."""
    pages: dict[str, Page] = {}

    def page_of(name):
        if name not in pages:
            pages[name] = person(name).new_page()
        return pages[name]

    yield page_of
    for page in pages.values():
        page.close()


@pytest.fixture(scope="module")
def open_draft(person) -> int:
    """A draft with a photograph."""
    return desk.quick_log(
        person("tecnica"),
        "Se pintó el mural de la paz.",
        action="draft",
        photo=desk.photo(),
        people_shown="adults",
    )


@pytest.fixture(scope="module")
def waiting(person) -> int:
    return desk.log_with_photo(person("tecnica"), "Se habló de convivencia.")


@pytest.fixture(scope="module")
def returned(person) -> int:
    number = desk.quick_log(person("tecnica"), "Se habló de deporte.")
    desk.return_with_note(person("asociacion"), number)
    return number


def press(page: Page, value: str) -> None:
    page.locator(f"main button[value={value}]").click()


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("tecnica2", ""), ("tecnica2", "actividades/"),
        ("tecnica2", "actividades/?q=nada"), ("tecnica2", "mes/"),
        ("tecnica", "registro-rapido/"), ("asociacion", "registro-rapido/"),
        ("tecnica", "galeria/"),
    ],
)  # fmt: skip
def test_before_anything_is_written(page_of, who, address):
    page = page_of(who)
    answer = page.goto(f"{WORKSPACE}{address}")
    assert answer.status == 200
    assert faults(page) == []


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("tecnica", ""), ("coordinacion", ""), ("asociacion", ""), ("secretaria", ""),
        ("tecnica", "actividades/"), ("tecnica", "actividades/{draft}/"),
        ("tecnica", "actividades/{waiting}/"), ("tecnica", "actividades/{returned}/"),
        ("coordinacion", "actividades/{published}/"),
        ("tecnica", "actividades/{draft}/editar/"),
        ("tecnica", "actividades/{returned}/editar/"),
        ("tecnica", "actividades/{waiting}/enviada/"),
        ("tecnica", "actividades/{draft}/evidencias/"),
        *(("tecnica", f"actividades/{{draft}}/detalles/{part}") for part in SECTIONS),
        ("tecnica", "actividades/{draft}/accion/descartar/"),
        ("tecnica", "actividades/{waiting}/accion/retomar/"),
        ("coordinacion", "actividades/{published}/accion/retirar/"),
        ("coordinacion", "actividades/{published}/accion/ocultar/"),
        ("tecnica", "mes/"), ("asociacion", "revision/"),
        ("asociacion", "revision/{waiting}/"),
        ("coordinacion", "personas/"), ("secretaria", "personas/"),
        ("asociacion", "personas/"), ("secretaria", "personas/?q=nada"),
    ],
)  # fmt: skip
def test_screen(page_of, open_draft, waiting, returned, published, who, address):
    page = page_of(who)
    answer = page.goto(
        WORKSPACE
        + address.format(
            draft=open_draft, waiting=waiting, returned=returned, published=published
        )
    )
    assert answer.status == 200
    assert faults(page) == []


@pytest.mark.parametrize("address", ["actividades/999999/", "revision/"])
def test_closed_door(page_of, address):
    page = page_of("tecnica2")
    page.goto(f"{WORKSPACE}{address}")
    assert faults(page) == []


def test_screen_that_is_refused(page_of):
    page = page_of("tecnica")
    answer = page.goto("/es/espacio/revision/")
    assert answer.status == 403
    assert faults(page) == []


def test_quick_log_in_english(page_of):
    page = page_of("tecnica")
    page.goto("/en/workspace/quick-log/")
    assert faults(page) == []
    page.locator(".more-kinds summary").click()
    assert faults(page) == []
    press(page, "submit")
    page.locator("#errors").wait_for()
    assert faults(page) == []


def test_quick_log_with_every_error(page_of):
    page = page_of("tecnica")
    page.goto(f"{WORKSPACE}registro-rapido/")
    page.locator(".more-kinds summary").click()
    page.locator("[data-key=other] input").check()
    for name, typed in (
        ("started_day", "31"), ("started_month", "2"), ("started_year", "26"),
        ("women", "-4"), ("men", "1000000000"), ("unseparated", "varios"),
    ):  # fmt: skip
        page.locator(f"[name={name}]").fill(typed)
    page.locator("[name=photo]").set_input_files(
        {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": b"MZ no es foto"}
    )
    press(page, "submit")
    page.locator("#errors").wait_for()
    assert faults(page) == []


@pytest.mark.parametrize(
    ("address", "name", "typed"),
    [
        ("detalles/cuando/", "ended_day", "99"),
        ("detalles/participantes/", "women-18-29", "x"),
        ("detalles/costo/", "cost", "mucho"),
        ("detalles/resultados/", "links", "no es una dirección"),
        ("detalles/aliados/", "form-0-name", "Policía"),
        ("evidencias/", "caption", "Sin archivo"),
    ],
)
def test_section_with_errors(page_of, open_draft, address, name, typed):
    page = page_of("tecnica")
    page.goto(f"{ACTIVITIES}{open_draft}/{address}")
    page.locator(f"[name='{name}']").fill(typed)
    page.locator("main form .button-main").click()
    page.locator("#errors").wait_for()
    assert faults(page) == []


def test_piece_of_evidence(page_of, open_draft):
    page = page_of("tecnica")
    page.goto(f"{ACTIVITIES}{open_draft}/evidencias/")
    page.locator("main a[href*='/evidencias/']:not(:has(img))").first.click()
    page.locator("[name=caption]").wait_for()
    assert faults(page) == []


def test_two_versions(page_of, person):
    number = desk.draft(person("tecnica"), "Se jugó en la cancha.")
    page = page_of("tecnica")
    page.goto(f"{ACTIVITIES}{number}/editar/")
    other = person("tecnica").new_page()
    other.goto(f"{ACTIVITIES}{number}/editar/")
    for each, place in ((other, "El Calvario"), (page, "Las Delicias")):
        each.locator("[name=place_name]").fill(place)
        each.locator("button[value=draft]").click()
        each.wait_for_load_state()
    other.close()
    assert "versiones" in page.title()
    assert faults(page) == []


def test_review_with_an_error(page_of, waiting):
    page = page_of("asociacion")
    page.goto(f"{WORKSPACE}revision/{waiting}/")
    press(page, "return")
    page.locator("#errors").wait_for()
    assert faults(page) == []


def test_inbox_when_all_is_decided(page_of, person):
    shown = person("asociacion").request.get(desk.INBOX).text()
    numbers = re.findall(r'name="activity" value="(\d+)"', shown)
    desk.approve(person("asociacion"), *map(int, numbers))
    page = page_of("asociacion")
    page.goto(desk.INBOX)
    assert page.locator("[name=activity]").count() == 0
    assert faults(page) == []


def test_inviting(page_of):
    """The people of a municipality, the form, its errors, the letter, the questions."""
    page = page_of("coordinacion")
    page.goto(f"{WORKSPACE}personas/")
    people = page.url
    page.goto(f"{people}invitar/")
    assert faults(page) == []
    page.locator("main form .button-main").click()
    page.locator("#errors").wait_for()
    assert faults(page) == []
    page.locator("[name=email]").fill("otra@ejemplo.test")
    page.locator("[name=name]").fill("Otra Persona")
    page.locator("[name=role][value=records]").check()
    page.locator("main form .button-main").click()
    page.locator(".letter").wait_for()
    assert faults(page) == []
    for question in ("/carta/", "/anular/", "/terminar/"):
        page.goto(people)
        page.goto(
            page.locator(f"main a[href$='{question}']").first.get_attribute("href")
        )
        assert faults(page) == []


def test_new_address_for_a_lost_mailbox(page_of):
    page = page_of("secretaria")
    page.goto(f"{WORKSPACE}personas/?q=Santa Tecla")
    page.locator("main a[href*='/personas/']").last.click()
    page.goto(
        page.locator("main a[href*='/correo-nuevo/']").first.get_attribute("href")
    )
    assert faults(page) == []
