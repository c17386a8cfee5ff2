"""From «¿Dónde está mi municipio?» to printed minutes, seen by the association and,
where the municipality agreed, by the world."""

import datetime
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.browser.desk import month_ago
from tests.portal import Portal, surroundings

BODY = "Comité Municipal de Prevención de la Violencia"
SEATS = (("municipal", "Municipalidad", "Alcaldía"), ("police", "Policía", "Jefatura"))
AGREED = ("Cambiar las luminarias de la cancha", "Abrir la escuela los sábados")
CHAIR = "Alcaldía «de Comacarán» & {{ quien }}"
# People of Comacarán, with the password of the demonstration.
PEOPLE = """
import django
django.setup()
from amuprev.management.commands.load_demo import Account, keep_account
from network.choices import Role
from network.models import User
known = User.objects.get(email="tecnica@demo.example").password
for name, role in (("tecnica", Role.RECORDS), ("coordinacion", Role.COORDINATES)):
    email = f"{name}-comacaran@demo.example"
    keep_account(Account(email, f"{name} de prueba", "sv-comacaran", (role,)))
    User.objects.filter(email=email).update(password=known)
"""


def people_of_comacaran(portal: Portal) -> None:
    folder = portal.log.parent
    place = {"DB_PATH": str(folder / "portal.sqlite3")}
    subprocess.run(
        [sys.executable, "-c", PEOPLE],
        cwd=settings.BASE_DIR,
        env=surroundings(folder, SITE_URL=portal.url, **place),
        check=True,
    )


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()


def fill_day(page: Page, name: str, day: datetime.date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))


def taken(page: Page, name: str, role: str = "link") -> bytes:
    with page.expect_download() as given:
        page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]
    return Path(given.value.path()).read_bytes()


def words_of(content: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


def follow_a_step(page: Page) -> None:
    """El Salvador chosen on the public guide, and a step of it read."""
    page.goto("/es/caja-de-herramientas/")
    page.locator("select[name=pais]").select_option("sv")
    page.locator("form:has(select[name=pais]) button").first.click()
    expect(page).to_have_url(re.compile("pais=sv"))
    follow(page, "Empezar por el primer paso")
    expect(page.locator("#norm")).to_contain_text("El Salvador")


def write_the_body(page: Page, home: str) -> None:
    page.goto(home)
    follow(page, "Anotar la instancia")
    page.locator("[name=name]").fill(BODY)
    page.locator("[name=act]").fill("Acta 09-2016, secretaría municipal")
    page.locator("[name=quorum]").fill("2")
    press(page, "Guardar")
    for sector, institution, office in SEATS:
        follow(page, "Agregar un lugar")
        page.locator("[name=sector]").select_option(sector)
        page.locator("[name=institution]").fill(institution)
        page.locator("[name=office]").fill(office)
        press(page, "Guardar")
    expect(page.locator("main")).to_contain_text("2 lugares")


def founding_act(page: Page, home: str) -> None:
    """With the municipality's names, and with what is typed for this once."""
    page.goto(f"{home}documentos/")
    follow(page, "Acta de fundación")
    page.locator("[name=chair]").fill(CHAIR)
    words = words_of(taken(page, "Hacer el archivo", "button"))
    for told in (BODY, "Comacarán", "Policía", "{{ quien }}"):
        assert told in words


def minute(page: Page, home: str) -> str:
    """A meeting with two agreements; its address."""
    page.goto(home)
    follow(page, "Anotar una reunión")
    fill_day(page, "held_on", month_ago())
    page.locator("[name=starts]").fill("2:30 p. m.")
    page.locator("[name=agenda]").fill("Iluminación\nEscuela abierta")
    for box in page.locator("[name=present]").all():
        box.check(force=True)
    press(page, "Guardar")
    expect(page.locator("main")).to_contain_text("hubo cuórum")
    for number, agreed in enumerate(AGREED, start=1):
        follow(page, "Anotar un acuerdo")
        page.locator("[name=text]").fill(agreed)
        page.locator("[name=member]").select_option(index=number)
        press(page, "Guardar")
    return page.url


def print_the_minutes(page: Page) -> None:
    words = words_of(taken(page, "Acta: Español, DOCX"))
    for told in (*AGREED, BODY, "14:30", "Escuela abierta"):
        assert told in words, told
    assert taken(page, "Acta: Español, PDF").startswith(b"%PDF")


@pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="people are added beside a file of SQLite"
)
def test_from_where_is_my_municipality_to_printed_minutes(portal, open_page, sign_in):
    people_of_comacaran(portal)
    clerk, boss, association = open_page(), open_page(), open_page()
    reader = open_page(width=360, height=640)
    follow_a_step(clerk)
    sign_in(clerk, "tecnica-comacaran")
    follow(clerk, "¿Dónde está mi municipio?")
    home = clerk.url
    expect(clerk.locator("main")).to_contain_text("Comacarán")
    write_the_body(clerk, home)
    founding_act(clerk, home)
    minute(clerk, home)
    print_the_minutes(clerk)
    clerk.goto(home)
    total = clerk.locator("tfoot td").nth(1)
    expect(total).to_have_text("0")
    follow(clerk, "Decir cómo vamos")
    clerk.locator("[name=answer][value=yes]").check(force=True)
    press(clerk, "Guardar")
    expect(clerk.locator("main")).to_contain_text("necesita algo que lo muestre")
    clerk.locator("[name=reference]").fill("Acta 09-2016, archivo municipal")
    press(clerk, "Guardar")
    expect(total).to_have_text("1")
    sign_in(association, "asociacion")
    association.goto("/es/espacio/guia/")
    follow(association, "Comacarán")
    expect(association.locator("main")).to_contain_text(AGREED[0])
    public = "/es/caja-de-herramientas/avance/"
    reader.goto(public)
    expect(reader.locator("main")).not_to_contain_text("Comacarán")
    sign_in(boss, "coordinacion-comacaran")
    boss.goto(home)
    follow(boss, "Mostrarlo al público")
    press(boss, "Mostrar el avance al público")
    reader.goto(public)
    expect(reader.locator("main")).to_contain_text("Comacarán")
    follow(reader, "Comacarán")
    expect(reader.locator("main")).to_contain_text("1 está hecho")
    for kept in (BODY, *AGREED, "Acta 09-2016"):
        expect(reader.locator("main")).not_to_contain_text(kept)
