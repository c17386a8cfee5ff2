"""A twinning proposed, ratified, visited, reported from a phone, followed up and read."""

import datetime
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser import desk
from tests.portal import Portal, surroundings

PROBLEM = "Los jóvenes no tienen dónde estar por las tardes."
VISIT = "Visita a los centros juveniles"
PROMISES = ("Abrir la cancha por las tardes", "Escribir un plan", "Formar a dos guías")
CHANGED = "La cancha abre tres tardes por semana."
LINK = re.compile(r"https?://\S+?(/es/responder/\S+?/)")
HALF_A_YEAR = 200
# Runs what recurs, as on a day half a year from now.
LATER = """
import datetime, django
django.setup()
from unittest import mock
from django.core.management import call_command
from django.utils import timezone
now = timezone.now
ahead = lambda: now() + datetime.timedelta(days={days})
with mock.patch.object(timezone, "now", ahead):
    call_command("run_due", "ask-follow-ups")
"""


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def fill_day(page: Page, name: str, day: datetime.date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))


def propose(page: Page) -> str:
    """The problem first, then the partner by its name; its address."""
    page.goto("/es/espacio/hermanamientos/")
    page.get_by_role("link", name="Proponer un hermanamiento").first.click()
    page.locator("[name=problem_es]").fill(PROBLEM)
    page.locator("[name=problem_en]").fill("Young people have nowhere to be.")
    press(page, "Seguir: ¿con quién?")
    expect(page.locator("h1")).to_have_text("Municipios y ciudades como el mío")
    page.locator("[name=look]").fill("pinellas")
    press(page, "Buscar")
    page.get_by_label(re.compile("Pinellas")).first.check()
    press(page, "Proponer el hermanamiento")
    expect(page.locator("h1")).to_contain_text("Pinellas")
    return page.url


def ratify(page: Page, address: str) -> None:
    """Both sides, each with its act."""
    links = page.get_by_role("link", name=re.compile("^Anotar la ratificación"))
    for number in range(2):
        page.goto(address)
        links.nth(number).click()
        page.locator("[name=ratification][value=ratified]").check()
        page.locator("[name=when_year]").fill("2024")
        page.locator("[name=act]").fill(f"Acta {number + 1}, acuerdo 4")
        press(page, "Guardar")
    expect(page.locator("main")).to_contain_text("Acta 2, acuerdo 4")


def activate(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Anotar su situación").click()
    page.locator("[name=status]").select_option("active")
    page.locator("[name=when_year]").fill("2024")
    press(page, "Guardar")


def send_and_publish(page: Page, reader: Page, address: str, kind: str) -> None:
    page.goto(address)
    press(page, "Enviarlo a la asociación")
    number = address.rstrip("/").rpartition("/")[2]
    reader.goto(f"/es/espacio/{kind}/revision/{number}/")
    press(reader, "Publicar")


def plan(page: Page, address: str, day: datetime.date) -> str:
    """Opened with its agenda and its delegation; its address."""
    page.goto(address)
    page.get_by_role("link", name="Abrir un intercambio").click()
    page.locator("[name=title_es]").fill(VISIT)
    page.locator("[name=title_en]").fill("Visit to the youth centres")
    fill_day(page, "began", day)
    press(page, "Abrir el intercambio")
    exchange = page.url
    page.get_by_role("link", name="Agenda", exact=True).click()
    page.locator("[name=rows-0-text_es]").fill("Oficina de juventud")
    press(page, "Guardar")
    page.get_by_role("link", name="Delegación", exact=True).click()
    page.locator("[name=rows-0-people]").fill("6")
    page.locator("[name=rows-0-role]").select_option("staff")
    page.locator("[name=rows-0-sex]").select_option("women")
    press(page, "Guardar")
    return exchange


def report(phone: Page, exchange: str) -> None:
    """On a phone: what was done, a photo, three commitments."""
    phone.goto(exchange)
    phone.get_by_role("link", name="Informar después del viaje").click()
    phone.locator("[name=what_happened_es]").fill("Se vieron tres centros juveniles.")
    phone.locator("[name=what_happened_en]").fill("Three youth centres were seen.")
    phone.locator("[name=learnt_es]").fill("Los jóvenes mismos deciden el horario.")
    press(phone, "Guardar")
    phone.get_by_role("link", name="Fotos y documentos").click()
    phone.locator("[name=photoform-file]").set_input_files(desk.photo("centro.jpg"))
    phone.locator("[name=photoform-alt_text_es]").fill("Un centro juvenil vacío")
    phone.locator("[name=photoform-people_shown][value=nobody]").check()
    phone.locator("[name=photoform-public]").check()
    press(phone, "Agregar la foto")
    for promise in PROMISES:
        phone.goto(exchange)
        phone.get_by_role("link", name="Anotar un compromiso").click()
        phone.locator("[name=text_es]").fill(promise)
        press(phone, "Guardar")
    expect(phone.locator("#commitments + p")).to_have_text(
        "De 3 compromisos, 0 cumplidos."
    )


def asked_later(portal: Portal) -> str:
    """The clock moved half a year on: the address in the mail that asks."""
    folder = portal.log.parent
    place = {"DB_PATH": str(folder / "portal.sqlite3")}
    subprocess.run(
        [sys.executable, "-c", LATER.format(days=HALF_A_YEAR)],
        cwd=settings.BASE_DIR,
        env=surroundings(folder, SITE_URL=portal.url, **place),
        check=True,
    )
    # Written then; the portal's own worker sends it.
    return portal.mailed(LINK)


def answer(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.locator("main")).to_contain_text(VISIT)
    page.locator("[name=done][value=partly]").check()
    page.locator("[name=what_changed]").fill(CHANGED)
    page.locator("[name=what_stopped]").fill("Faltaron fondos para los guías.")
    page.locator("main form button").last.click()
    expect(page.locator("main")).to_contain_text("racias")
    page.goto(link)
    expect(page.locator("[name=done]")).to_have_count(0)


@pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="the clock is moved beside a file of SQLite"
)
def test_proposed_ratified_visited_reported_followed_and_read(
    portal, open_page, sign_in
):
    boss, phone = open_page(), open_page(width=360, height=640)
    association = open_page()
    sign_in(boss, "coordinacion")
    sign_in(phone, "coordinacion")
    sign_in(association, "asociacion")
    address = propose(boss)
    ratify(boss, address)
    activate(boss, address)
    send_and_publish(boss, association, address, "hermanamientos")
    exchange = plan(boss, address, timezone.localdate() - datetime.timedelta(days=12))
    report(phone, exchange)
    send_and_publish(phone, association, exchange, "intercambios")
    answer(open_page(width=360, height=640), asked_later(portal))
    number = exchange.rstrip("/").rpartition("/")[2]
    association.goto(f"/es/espacio/intercambios/{number}/agregado/")
    expect(association.locator("main")).to_contain_text(CHANGED)
    press(association, "Lo leí: que se publique")
    boss.goto(address)
    boss.get_by_role("link", name="Ver su página pública").click()
    public = boss.url
    reader = open_page(width=360, height=640)
    reader.goto(public)
    for words in (PROBLEM, VISIT, *PROMISES, "De 3 compromisos, 0 cumplidos", CHANGED):
        expect(reader.locator("main")).to_contain_text(words)
    expect(reader.locator("main")).to_contain_text("Acta 1, acuerdo 4")
    slug = public.rstrip("/").rpartition("/")[2]
    reader.goto(f"/en/twinnings/{slug}/")
    for words in ("Young people have nowhere to be.", "Visit to the youth centres"):
        expect(reader.locator("main")).to_contain_text(words)
    expect(reader.locator("main")).to_contain_text("Of 3 commitments, 0 met")
