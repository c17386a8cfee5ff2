"""A browser and a portal for stories; they share the session, not the pages.

Nothing here uses the ORM: a story sees what a person sees.
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    expect,
    sync_playwright,
)

from tests.browser import desk, editing
from tests.browser.desk import STEP_MILLISECONDS
from tests.browser.stage import Stage, set_the_stage
from tests.experiences.moving import a_film
from tests.portal import Portal, running_portal

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the machine's own Chromium; skips where there is none."""
    found = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, CHROMIUM_NAMES)), None
    )
    if not found:
        pytest.skip("no Chromium here (Debian: apt install chromium)")
    return found


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    with running_portal(tmp_path_factory.mktemp("portal")) as portal:
        yield portal


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    # As patient as every other step.
    expect.set_options(timeout=STEP_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=CHROMIUM_OPTIONS
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, portal: Portal) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser profile of its own: `open_page(width=360)`."""
    contexts = []

    def open_page(
        *, width: int = 1280, height: int = 800, javascript: bool = True
    ) -> Page:
        context = browser.new_context(
            base_url=portal.url,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            locale="es-SV",
        )
        context.set_default_timeout(STEP_MILLISECONDS)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(portal: Portal) -> Callable[[Page, str], None]:
    """Signs a demonstration person in through the form: `sign_in(page, "tecnica")`."""

    def sign_in(page: Page, name: str) -> None:
        page.goto("/es/espacio/")
        page.locator("[name=login]").fill(f"{name}@demo.example")
        page.locator("[name=password]").fill(portal.password)
        page.locator("main form[method=post] button").first.click()
        page.wait_for_url("**/es/espacio/**")

    return sign_in


@pytest.fixture(scope="session")
def person(
    browser: Browser, portal: Portal
) -> Iterator[Callable[[str], BrowserContext]]:
    """A demonstration person's browser profile, signed in once: `person("tecnica")`;
    without a name, that of somebody from outside."""
    profiles: dict[str, BrowserContext] = {}

    def person(name: str) -> BrowserContext:
        if name not in profiles:
            profile = browser.new_context(base_url=portal.url, locale="es-SV")
            profile.set_default_timeout(STEP_MILLISECONDS)
            profiles[name] = profile
            if name:
                fields = {"login": f"{name}@demo.example", "password": portal.password}
                answer = desk.send(profile, "/es/cuenta/entrar/", fields)
                assert "/espacio/" in answer.url, answer.text()
        return profiles[name]

    yield person
    for profile in profiles.values():
        profile.close()


@pytest.fixture(scope="session")
def published(person: Callable[[str], BrowserContext]) -> int:
    """The number of a public activity with a photograph."""
    number = desk.log_with_photo(person("tecnica"), "Se limpió la cancha entre todos.")
    desk.approve(person("asociacion"), number)
    return number


@pytest.fixture(scope="session")
def composed(
    person: Callable[[str], BrowserContext],
) -> dict[str, tuple[str, str]]:
    """One page of each kind that editors make, with blocks of most kinds, in both."""
    who, day = person("secretaria"), {"day": "2026-03-12"}
    event = {
        "country": "SV", "time_zone": "America/El_Salvador", "place_name": "Santa Tecla",
        "start_time": "09:00", "end_day": "", "end_time": "12:00",
    }  # fmt: skip
    agenda = ("/es/agenda/", "/en/events/")
    return {
        "news-item": editing.in_both(
            who, "newspage", ("/es/noticias/", "/en/news/"),
            title="Una noticia", author="", **day,
        ),
        "event": editing.in_both(
            who, "eventpage", agenda, title="Un encuentro", admission="open",
            **event, **day,
        ),
        "event-by-invitation": editing.in_both(
            who, "eventpage", agenda, title="Un encuentro reservado",
            admission="invitation", **event, day="2090-03-12",
        ),
        "bulletin": editing.in_both(
            who, "bulletinpage", ("/es/boletines/", "/en/bulletins/"),
            title="Un número", year="2026", quarter="3",
        ),
        "standard": editing.in_both(
            who, "standardpage", ("/es/", "/en/"), title="Una historia"
        ),
    }  # fmt: skip


@pytest.fixture(scope="session")
def stage(
    browser: Browser,
    portal: Portal,
    person: Callable[[str], BrowserContext],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stage]:
    """One record of every kind that a screen can be about."""
    film = a_film(tmp_path_factory.mktemp("film") / "a.mp4").read_bytes()
    stage = set_the_stage(browser, portal, person, film)
    yield stage
    if stage.newcomer:
        stage.newcomer.close()
