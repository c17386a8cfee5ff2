"""Two steps at the door: telephone, paper, passkey; and each page as axe sees it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import desk
from tests.browser.desk import STEP_MILLISECONDS
from tests.browser.looking import faults
from tests.network.door import code_of
from tests.portal import Portal

ACCOUNT = "/es/cuenta/"
CODE = re.compile(r'letter-code">([A-Z0-9-]+)<')
CHOSEN = "cuatro palabras bien juntas"
PASSKEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@dataclass
class Newcomer:
    """Somebody nobody else's tests know: address and, once set up, the telephone's key."""

    email: str
    secret: str = ""


@pytest.fixture
def profile(browser: Browser, portal: Portal) -> Iterator[BrowserContext]:
    # Browsers give passkeys to names, never to bare addresses.
    named = portal.url.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=named, locale="es-SV")
    context.set_default_timeout(STEP_MILLISECONDS)
    yield context
    context.close()


@pytest.fixture
def page(profile: BrowserContext) -> Iterator[Page]:
    said: list[str] = []
    page = profile.new_page()
    page.on("console", lambda message: said.append(message.text))
    yield page
    # A policy that forbids something says so here.
    assert [line for line in said if "Content Security Policy" in line] == []


@pytest.fixture
def newcomer(
    request: pytest.FixtureRequest, person: Callable[[str], BrowserContext], page: Page
) -> Newcomer:
    """Invited by letter, and signed in for the first time."""
    email = f"{request.node.name.replace('_', '-')}@ejemplo.test"
    coordinator = person("coordinacion")
    people = coordinator.request.get("/es/espacio/personas/").url
    letter = desk.send(
        coordinator,
        f"{people}invitar/",
        {"email": email, "name": "Ana López", "role": "records", "language": "es"},
    )
    page.goto(f"{ACCOUNT}invitacion/")
    page.locator("[name=email]").fill(email)
    page.locator("[name=code]").fill(CODE.search(letter.text())[1])
    page.locator("main form button").first.click()
    page.locator("[name=password1]").fill(CHOSEN)
    page.locator("[name=password2]").fill(CHOSEN)
    page.locator("main form button").first.click()
    page.wait_for_url("**/espacio/")
    return Newcomer(email)


def sign_out(page: Page) -> None:
    page.goto(ACCOUNT)
    page.locator("header form button").click()
    page.wait_for_load_state()


def password(page: Page, newcomer: Newcomer) -> None:
    page.goto(f"{ACCOUNT}entrar/")
    page.locator("[name=login]").fill(newcomer.email)
    page.locator("[name=password]").fill(CHOSEN)
    page.get_by_role("button", name="Entrar", exact=True).click()


def password_again(page: Page) -> None:
    page.locator("[name=password]").fill(CHOSEN)
    page.get_by_role("button", name="Continuar").click()


def write_code(page: Page, code: str) -> None:
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()


def set_up_app(page: Page, newcomer: Newcomer) -> list[str]:
    """Set up the application; the codes of the sheet."""
    page.goto(ACCOUNT)
    page.get_by_role("link", name="Entrada en dos pasos").click()
    assert faults(page) == []
    page.get_by_role("link", name="Poner la aplicación").click()
    password_again(page)
    assert page.locator("img.qr").evaluate("image => image.naturalWidth") > 0
    page.get_by_text("No puedo fotografiarlo").click()
    newcomer.secret = page.locator(".secret").inner_text()
    assert faults(page) == []
    write_code(page, code_of(newcomer.secret, -1))
    expect(
        page.get_by_role("heading", name="El segundo paso está puesto")
    ).to_be_visible()
    assert faults(page) == []
    return page.locator(".codes li").all_inner_texts()


def test_telephone_and_paper(page: Page, newcomer: Newcomer) -> None:
    codes = set_up_app(page, newcomer)
    assert len(codes) == 10
    with page.expect_download() as saved:
        page.get_by_role("link", name="Guardarlos en un archivo").click()
    assert codes[0] in saved.value.path().read_text(encoding="utf-8")

    sign_out(page)
    password(page, newcomer)
    expect(page.get_by_role("heading", name="Segundo paso")).to_be_visible()
    page.goto("/es/espacio/")
    expect(page.get_by_role("heading", name="Segundo paso")).to_be_visible()
    write_code(page, "123")
    page.locator("#errors").wait_for()
    assert faults(page) == []
    write_code(page, code_of(newcomer.secret))
    page.wait_for_url("**/espacio/")

    sign_out(page)
    password(page, newcomer)
    write_code(page, codes[3])
    page.wait_for_url("**/espacio/")
    page.goto(f"{ACCOUNT}dos-pasos/")
    expect(page.get_by_text("Quedan 9 de 10.")).to_be_visible()
    assert faults(page) == []

    sign_out(page)
    password(page, newcomer)
    write_code(page, codes[3])
    expect(page.locator("#errors")).to_contain_text("ya se usó")


def test_passkey(profile: BrowserContext, page: Page, newcomer: Newcomer) -> None:
    device = profile.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY})
    page.goto(f"{ACCOUNT}dos-pasos/llave/")
    password_again(page)
    assert faults(page) == []
    page.locator("[name=name]").fill("Mi teléfono")
    page.get_by_role("button", name="Agregar la llave").click()
    expect(
        page.get_by_role("heading", name="El segundo paso está puesto")
    ).to_be_visible()
    page.goto(f"{ACCOUNT}dos-pasos/")
    expect(page.get_by_text("Mi teléfono").first).to_be_visible()
    assert faults(page) == []

    sign_out(page)
    page.goto(f"{ACCOUNT}entrar/")
    assert faults(page) == []
    page.get_by_role("button", name="Entrar con llave de acceso").click()
    page.wait_for_url("**/espacio/")

    sign_out(page)
    password(page, newcomer)
    page.get_by_role("button", name="Usar mi llave de acceso").click()
    page.wait_for_url("**/espacio/")

    page.goto(f"{ACCOUNT}dos-pasos/")
    page.get_by_role("link", name=re.compile("^Quitar")).click()
    password_again(page)
    assert faults(page) == []
    page.get_by_role("button", name="Quitar la llave de acceso").click()
    page.wait_for_url("**/dos-pasos/")
    expect(page.get_by_role("link", name="Agregar una llave de acceso")).to_be_visible()


def test_a_passkey_of_somebody_else_opens_nothing(
    profile: BrowserContext, page: Page, newcomer: Newcomer
) -> None:
    device = profile.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY})
    sign_out(page)
    page.goto(f"{ACCOUNT}entrar/")
    page.get_by_role("button", name="Entrar con llave de acceso").click()
    expect(page.get_by_text("No se completó")).to_be_visible()
    assert faults(page) == []


def test_own_sessions(browser: Browser, page: Page, newcomer: Newcomer) -> None:
    with browser.new_context(base_url=page.url.split("/es/")[0]) as elsewhere:
        other = elsewhere.new_page()
        password(other, newcomer)
        other.wait_for_url("**/espacio/")
        page.goto(f"{ACCOUNT}sesiones/")
        assert faults(page) == []
        page.get_by_role("button", name=re.compile("^Cerrar esta sesión")).click()
        expect(page.get_by_text("Esa sesión se cerró.")).to_be_visible()
        other.goto("/es/espacio/")
        assert "/cuenta/entrar/" in other.url


def test_whoever_tries_too_often_is_offered_a_mail(page: Page) -> None:
    page.goto(f"{ACCOUNT}entrar/")
    for _number in range(6):
        page.locator("[name=login]").fill("nadie@ejemplo.test")
        page.locator("[name=password]").fill("no es esta")
        page.get_by_role("button", name="Entrar", exact=True).click()
        page.wait_for_load_state()
    expect(page.get_by_role("heading", name="Demasiados intentos")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Enviarme el enlace").click()
    page.wait_for_url("**/enviada/")
