"""Each task of the staff from its beginning to its end, without a pointer (A2).

Every control that is used is walked to with Tab and must show that it has the focus.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import desk
from tests.browser.keyboard import SIZES, Keys
from tests.browser.stage import CHOSEN, LETTER_CODE, address
from tests.browser.test_session_story import lose_session
from tests.network.door import code_of

MOST_PRESSES = 25
PART = "/es/espacio/actividades/"


# The screens are walked at both sizes; the tasks on a desk are the long form.
@pytest.fixture(
    params=[SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.soak)],
    ids=lambda size: f"{size[0]}px",
)
def size(request):
    return {"width": request.param[0], "height": request.param[1]}


@pytest.fixture
def keys_of(person, size):
    """A demonstration person at the keyboard, signed in: `keys_of("tecnica")`."""
    pages: list[Page] = []

    def keys_of(name: str, path: str = "/es/espacio/") -> Keys:
        page = person(name).new_page()
        page.set_viewport_size(size)
        page.goto(path)
        pages.append(page)
        return Keys(page)

    yield keys_of
    for page in pages:
        page.close()


def test_come_in_with_two_steps_and_end_a_session(open_page, person, size):
    boss, email = person("coordinacion"), address("teclas")
    people = boss.request.get("/es/espacio/personas/").url
    fields = {"email": email, "name": "Eva Paz", "role": "records", "language": "es"}
    code = LETTER_CODE.search(desk.send(boss, f"{people}invitar/", fields).text())
    page = open_page(**size)
    keys = Keys(page)
    page.goto("/es/cuenta/invitacion/")
    keys.write("email", email)
    keys.write("code", code[1])
    keys.enter("Continuar")
    for name in ("password1", "password2"):
        keys.write(name, CHOSEN)
    keys.enter("Aceptar y entrar")
    page.goto("/es/cuenta/")
    keys.enter("Entrada en dos pasos")
    keys.enter("Poner la aplicación")
    keys.write("password", CHOSEN)
    keys.enter("Continuar")
    keys.to("No puedo fotografiarlo")
    keys.press("Enter")
    secret = page.locator(".secret").inner_text()
    keys.write("code", code_of(secret, -1))
    keys.enter("Activar el segundo paso")
    paper = page.locator(".codes li").first.inner_text()
    keys.enter("Ya los guardé: seguir")

    elsewhere = open_page(**size)
    for browser, step in ((elsewhere, code_of(secret)), (page, paper)):
        other = Keys(browser)
        if browser is page:
            other.enter("Salir")
        browser.goto("/es/cuenta/entrar/")
        other.write("login", email)
        other.write("password", CHOSEN)
        other.enter("Entrar")
        other.write("code", step)
        other.enter("Entrar")
        browser.wait_for_url("**/espacio/")
    page.goto("/es/cuenta/sesiones/")
    keys.enter("Cerrar esta sesión")
    elsewhere.goto("/es/espacio/")
    assert "/cuenta/entrar/" in elsewhere.url


def test_log_correct_detail_and_cover(keys_of, tmp_path):
    keys = keys_of("tecnica", desk.LOG)
    page, day = keys.page, desk.month_ago()
    keys.press("Tab", "Enter")
    keys.to("kind")
    keys.press("Space")
    for name, words in (
        ("started_day", str(day.day)),
        ("started_month", str(day.month)),
        ("started_year", str(day.year)),
        ("place_name", "El Calvario"),
        ("women", "14"),
        ("what_happened", "Se acordó con las familias cuidar el parque."),
    ):
        keys.write(name, words)
    keys.enter("Enviar a revisión")
    page.wait_for_url("**/enviada/")
    assert keys.presses <= MOST_PRESSES, f"{keys.presses} presses"

    number = str(int(page.locator(".confirmation-number strong").inner_text()))
    page.goto(f"{PART}{number}/accion/retomar/")
    keys.enter(page.locator("h1").inner_text())
    page.goto(f"{PART}{number}/editar/")
    keys.write("place_name", "Las Delicias")
    keys.enter("Agregar detalles")
    keys.enter("Anotar cuántas personas participaron")
    keys.write("women-18-29", "9")
    keys.write("men-18-29", "5")
    keys.to("others_too")
    keys.press("Space")
    keys.enter("Guardar y continuar")
    page.goto(f"{PART}{number}/detalles/aliados/")
    keys.to("form-0-kind")
    keys.press("ArrowDown", "ArrowDown")
    keys.write("form-0-name", "Policía Nacional")
    keys.enter("Guardar y continuar")

    photo = tmp_path / "parque.jpg"
    photo.write_bytes(desk.photo()["buffer"])
    # Asked for before the page is there: the browser takes keys while it still learns
    # that its window of files is not to open.
    with page.expect_file_chooser() as asked:
        page.goto(f"{PART}{number}/evidencias/")
        keys.to("file")
        keys.press("Space")
    asked.value.set_files(photo)
    keys.write("caption", "El parque")
    keys.choose("people_shown", "minors")
    keys.enter("Guardar el archivo")
    keys.enter("Recortar o tapar")
    keys.to("squares")
    keys.press("Space", "ArrowRight", "ArrowDown", "Space")
    keys.enter("Recortar y tapar")
    keys.to("people_shown")
    keys.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp")
    keys.enter("Guardar los cambios")
    page.goto(f"{PART}{number}/")
    keys.enter("Enviar a revisión")


def test_review_hide_and_answer(keys_of, open_page, person, size):
    clerk = person("tecnica")
    first, second = (desk.quick_log(clerk, f"Se leyó en grupo {n}.") for n in (1, 2))
    keys = keys_of("asociacion", f"{desk.INBOX}{first}/")
    keys.write("note", "Falta decir con quién se hizo.")
    keys.enter("Devolver con observaciones")
    keys.page.goto(f"{desk.INBOX}{second}/")
    keys.enter("Aprobar")
    assert f"/revision/{second}/" not in keys.page.content()

    reader = Keys(open_page(**size))
    reader.page.goto(f"/es/bitacora/{second}/")
    reader.enter("Pedir que se retire")
    reader.choose("why", "error")
    reader.write("words", "La fecha no es esa.")
    reader.enter("Enviar el pedido")
    expect(reader.page.locator("h1")).to_have_text("Su pedido fue enviado")

    asked = re.search(r"\d{6}", reader.page.locator("main").inner_text())
    boss = keys_of("coordinacion", f"/es/espacio/retiros/{int(asked[0])}/")
    boss.enter("Ocultar ahora")
    boss.write("reason", "La fecha no era esa.")
    boss.enter("Guardar")
    assert reader.page.goto(f"/es/bitacora/{second}/").status == 404


def test_take_away_trash_and_bring_back(keys_of, person):
    number = desk.draft(person("tecnica"), "Se escribió por error.")
    keys = keys_of("tecnica", PART)
    page = keys.page
    keys.to("CSV")
    with page.expect_download() as saved:
        keys.press("Enter")
    assert saved.value.suggested_filename.endswith(".csv")
    page.goto(f"{PART}preparar/")
    keys.enter("Preparar el archivo")
    ready = page.locator("#prepared a")
    expect(ready.first).to_be_visible(timeout=30_000)
    keys.to("actividades")
    with page.expect_download() as saved:
        keys.press("Enter")
    assert saved.value.suggested_filename.endswith(".xlsx")
    page.goto(f"{PART}{number}/")
    keys.enter("Descartar este borrador")
    keys.enter("Descartar este borrador")
    page.goto("/es/espacio/papelera/")
    keys.enter("Recuperarlo")
    assert page.goto(f"{PART}{number}/").status == 200


def test_go_on_after_a_session_ended(open_page, sign_in, portal, size):
    page = open_page(**size)
    sign_in(page, "tecnica")
    keys, day = Keys(page), desk.month_ago()
    page.goto(desk.LOG)
    keys.to("kind")
    keys.press("Space")
    for name, words in (
        ("started_day", str(day.day)),
        ("started_month", str(day.month)),
        ("started_year", str(day.year)),
        ("women", "11"),
        ("what_happened", "Se habló de la cancha."),
    ):
        keys.write(name, words)
    lose_session(page, portal)
    keys.enter("Enviar a revisión")
    keys.write("password", portal.password)
    keys.enter("Entrar y seguir")
    keys.enter("Enviarlo ahora")
    page.wait_for_url("**/enviada/")


def test_replace_a_staff_and_undo_it(keys_of):
    keys = keys_of("coordinacion", "/es/espacio/personas/")
    page = keys.page
    keys.enter("Cambiar a todo el personal")
    for box in page.locator("[name=leaving]").all():
        keys.to("leaving")
        if box.is_checked():
            keys.press("Space")
        keys.press("Tab")
    keys.write("new-0-name", "Alma Ruiz")
    keys.write("new-0-email", address("alma"))
    keys.to("new-0-role")
    keys.press("ArrowDown")
    keys.enter("Revisarlo antes de confirmar")
    keys.enter("Sí, cambiar al personal")
    keys.enter("Qué se hizo y cómo deshacerlo")
    keys.enter("Deshacer el cambio de personal")
    expect(page.locator("main .notice-success")).to_be_visible()


def test_the_secretariats_tasks(keys_of, person):
    keys = keys_of("secretaria", "/admin/network/theme/add/")
    page, name = keys.page, address("Tema").partition("@")[0]
    keys.write("key", re.sub(r"\W", "-", name.lower()))
    keys.write("name_es", name)
    keys.to("Español", back=True)
    keys.press("ArrowRight")
    keys.write("name_en", name)
    keys.enter("_save")
    page.goto(f"/admin/network/theme/?q={name}")
    keys.enter(name)
    keys.enter("Eliminar")
    keys.enter("Si, estoy seguro")
    page.goto("/admin/network/deletion/")
    keys.enter(name)
    keys.enter("Recuperarlo con todo lo que se fue")
    page.goto(f"/admin/network/theme/?q={name}")
    keys.to(name)
    page.goto("/admin/network/auditentry/")
    keys.enter(page.locator("#result_list a").first.inner_text())
    expect(page.locator("#content")).to_contain_text("UTC")
