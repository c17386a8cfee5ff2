"""Everything a screen can be about, made once: drafts, requests, papers, codes."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import consulted, desk, organised, registered, told, twinned
from tests.browser.desk import STEP_MILLISECONDS
from tests.network.door import code_of
from tests.portal import Portal

WORKSPACE = "/es/espacio/"
PEOPLE = f"{WORKSPACE}personas/"
ACCOUNT = "/es/cuenta/"
LETTER_CODE = re.compile(r'letter-code">([A-Z0-9-]+)<')
CHOSEN = "cuatro palabras bien juntas"
Person = Callable[[str], BrowserContext]


def address(name: str) -> str:
    return f"{name}-{uuid.uuid4().hex[:6]}@ejemplo.test"


@dataclass
class Stage:
    """Names for addresses (`{draft}`), and the profile of somebody with two steps."""

    numbers: dict[str, str] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    secret: str = ""
    email: str = field(default_factory=lambda: address("con-dos-pasos"))
    coming: str = field(default_factory=lambda: address("por-venir"))
    newcomer: BrowserContext | None = None

    def at(self, pattern: str) -> str:
        return pattern.format(**self.numbers)


def set_the_stage(
    browser: Browser, portal: Portal, person: Person, film: bytes
) -> Stage:
    """Make one record of every kind that a screen of the staff can be about."""
    stage = Stage()
    clerk, boss, reviewer = map(person, ("tecnica", "coordinacion", "asociacion"))
    people = boss.request.get(PEOPLE).url.removeprefix(portal.url)
    stage.numbers["people"] = people
    _activities(stage, clerk, boss, reviewer)
    _take_down(stage, clerk, boss)
    _questions(stage, clerk, reviewer)
    _held(stage, browser, portal)
    _invited(stage, boss, people)
    _newcomer(stage, browser, portal, boss, people)
    desk.send(clerk, f"{WORKSPACE}actividades/preparar/", {"form": "xlsx"})
    _replaced(stage, boss, people)
    _plan(stage, boss)
    _assessment(stage, boss)
    consulted.consult(stage.numbers, boss)
    told.tell(stage.numbers, clerk, boss, film)
    twinned.twin(stage.numbers, boss)
    organised.organise(stage.numbers, clerk)
    registered.register(stage.numbers, clerk)
    return stage


def _activities(
    stage: Stage, clerk: BrowserContext, boss: BrowserContext, reviewer: BrowserContext
) -> None:
    made = stage.numbers
    made["draft"] = str(
        desk.quick_log(
            clerk,
            "Se pintó el mural de la paz.",
            action="draft",
            photo=desk.photo(),
            people_shown="adults",
        )
    )
    made["waiting"] = str(desk.log_with_photo(clerk, "Se habló de convivencia."))
    returned = desk.quick_log(clerk, "Se habló de deporte.")
    desk.return_with_note(reviewer, returned)
    made["returned"] = str(returned)
    published = desk.quick_log(clerk, "Se limpió la cancha.", **_signed_photo())
    hidden = desk.log_with_photo(clerk, "Se cerró la calle para jugar.")
    desk.approve(reviewer, published, hidden)
    asked = desk.send(boss, f"{WORKSPACE}actividades/{hidden}/accion/ocultar/", {})
    found = re.search(r"/retiros/(\d+)/motivo/", asked.url)
    assert found, asked.url
    made["no_reason"] = found[1]
    made["published"], made["hidden"] = str(published), str(hidden)
    discarded = desk.draft(clerk, "Se escribió por error.")
    desk.send(clerk, f"{WORKSPACE}actividades/{discarded}/accion/descartar/", {})
    for state in ("draft", "published"):
        shown = clerk.request.get(
            f"{WORKSPACE}actividades/{made[state]}/evidencias/"
            if state == "draft"
            else f"{WORKSPACE}actividades/{made[state]}/"
        ).text()
        found = re.search(r"/evidencias/([0-9a-f-]{36})/", shown)
        assert found, state
        made[f"{state}_photo"] = found[1]


def _signed_photo() -> dict:
    return {
        "photo": desk.photo(),
        "people_shown": "adults",
        "photo_public": "on",
        "consent_purpose": "portal",
        "consent_until_day": "31",
        "consent_until_month": "12",
        "consent_until_year": str(desk.month_ago().year + 1),
    }


def _take_down(stage: Stage, clerk: BrowserContext, boss: BrowserContext) -> None:
    """A stranger asks; the town hall finds the request in its list."""
    answer = desk.send(
        clerk,
        "/es/pedir-retiro/",
        {
            "of": f"activity-{stage.numbers['published']}",
            "why": "error",
            "words": "La fecha no es esa.",
        },
        form=f"/es/pedir-retiro/?of=activity-{stage.numbers['published']}",
    )
    stage.numbers["thanks"] = answer.url.rstrip("/").rpartition("/")[2]
    listed = boss.request.get(f"{WORKSPACE}retiros/").text()
    found = re.findall(r"/espacio/retiros/(\d+)/", listed)
    assert found, listed
    stage.numbers["take_down"] = found[0]


def _questions(stage: Stage, clerk: BrowserContext, reviewer: BrowserContext) -> None:
    """Readers ask about an activity; one question waits, one is answered."""
    about = f"activity-{stage.numbers['published']}"
    form = f"/es/preguntar/?of=sv-nahuizalco&record={about}"
    for words in ("¿Quién cuida la cancha?", "¿Con qué fondos se limpió?"):
        fields = {"to": "comures", "record": about, "words": words}
        desk.send(clerk, "/es/preguntar/", fields, form=form)
    listed = reviewer.request.get(f"{WORKSPACE}preguntas/").text()
    found = re.findall(r"/espacio/preguntas/(\d+)/", listed)
    assert len(found) >= 2, listed
    stage.numbers["question"], stage.numbers["answered"] = found[0], found[1]
    path = f"{WORKSPACE}preguntas/{found[1]}/"
    desk.send(reviewer, path, {"answer": "Con fondos propios.", "version": "1"})


def _held(stage: Stage, browser: Browser, portal: Portal) -> None:
    """A form that was sent after its session ended, and waits for its writer."""
    with browser.new_context(base_url=portal.url) as profile:
        fields = {"login": "coordinacion@demo.example", "password": portal.password}
        desk.send(profile, f"{ACCOUNT}entrar/", fields)
        shown = profile.request.get(desk.LOG).text()
        profile.clear_cookies(name="sessionid")
        kind, token = desk.KIND.search(shown), desk.TOKEN.search(shown)
        assert kind
        assert token
        month_ago = desk.month_ago()
        profile.request.post(
            desk.LOG,
            # Kept only for what a person sent from a page of the portal.
            headers={"Accept": "text/html", "Origin": portal.url},
            multipart={
                "csrfmiddlewaretoken": token[1],
                "client_uuid": str(uuid.uuid4()),
                "kind": kind[1],
                "started_day": str(month_ago.day),
                "started_month": str(month_ago.month),
                "started_year": str(month_ago.year),
                "what_happened": "Se acordó un horario para la cancha.",
                "women": "12",
                "action": "submit",
            },
        )
        desk.send(profile, f"{ACCOUNT}entrar/", fields)
        front = profile.request.get(WORKSPACE).text()
    found = re.search(r"/espacio/continuar/([0-9a-f-]{36})/", front)
    assert found, "no form was kept"
    stage.numbers["held"] = found[1]


def _invited(stage: Stage, boss: BrowserContext, people: str) -> None:
    answer = desk.send(
        boss,
        f"{people}invitar/",
        {
            "email": stage.coming,
            "name": "Marta Díaz",
            "role": "reads",
            "language": "es",
        },
    )
    code = LETTER_CODE.search(answer.text())
    assert code
    stage.numbers["letter_code"] = code[1]


def _newcomer(
    stage: Stage, browser: Browser, portal: Portal, boss: BrowserContext, people: str
) -> None:
    """Somebody who came by letter and set up the application."""
    profile = browser.new_context(base_url=portal.url, locale="es-SV")
    profile.set_default_timeout(STEP_MILLISECONDS)
    letter = desk.send(
        boss,
        f"{people}invitar/",
        {
            "email": stage.email,
            "name": "Ana López",
            "role": "records",
            "language": "es",
        },
    )
    code = LETTER_CODE.search(letter.text())
    assert code
    page = profile.new_page()
    accept_letter(page, stage.email, code[1], CHOSEN)
    page.goto(f"{ACCOUNT}dos-pasos/aplicacion/")
    page.locator("[name=password]").fill(CHOSEN)
    press_main(page)
    stage.secret = page.locator(".secret").text_content() or ""
    page.locator("[name=code]").fill(code_of(stage.secret, -1))
    press_main(page)
    stage.codes = page.locator(".codes li").all_inner_texts()
    page.close()
    stage.newcomer = profile


def accept_letter(page: Page, email: str, code: str, password: str) -> None:
    """Come in with the code of a letter."""
    page.goto(f"{ACCOUNT}invitacion/")
    page.locator("[name=email]").fill(email)
    page.locator("[name=code]").fill(code)
    press_main(page)
    for name in ("password1", "password2"):
        page.locator(f"[name={name}]").fill(password)
    press_main(page)


def press_main(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form button").first.click()


def _replaced(stage: Stage, boss: BrowserContext, people: str) -> None:
    """One person comes and nobody leaves: a change of staff that can be undone."""
    page = boss.new_page()
    page.goto(f"{people}cambiar-personal/")
    for box in page.locator("[name=leaving]").all():
        box.uncheck()
    page.locator("[name=new-0-name]").fill("Alma Ruiz")
    page.locator("[name=new-0-email]").fill(address("alma"))
    page.locator("[name=new-0-role]").select_option("reads")
    for value in ("review", "confirm"):
        with page.expect_navigation():
            page.locator(f"main button[value={value}]").click()
    found = re.search(r"/cambios-de-personal/(\d+)/", page.content())
    assert found, page.content()
    stage.numbers["replacement"] = found[1]
    page.close()


def _assessment(stage: Stage, boss: BrowserContext) -> None:
    """An assessment that was just opened."""
    address = f"{WORKSPACE}evaluaciones/nueva/"
    page = boss.request.get(address).text()
    town = re.search(r'<option value="(\d+)"', page)
    assert town, "no municipality to assess"
    sent = {"client_uuid": str(uuid.uuid4()), "municipality": town[1], "kind": "full"}
    found = re.search(r"/evaluaciones/(\d+)/", desk.send(boss, address, sent).url)
    assert found, address
    stage.numbers["assessment"] = found[1]


def _plan(stage: Stage, boss: BrowserContext) -> None:
    """A plan of one's own, made from what another municipality did."""
    answer = desk.send(
        boss,
        f"{WORKSPACE}planes/nuevo/gt-mixco-municipio-seguro/",
        {"client_uuid": str(uuid.uuid4()), "owner": "sv-santa-tecla"},
    )
    found = re.search(r"/planes/(\d+)/", answer.url)
    assert found, answer.url
    stage.numbers["plan"] = found[1]
