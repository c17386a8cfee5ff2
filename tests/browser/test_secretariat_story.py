"""The secretariat adds an association; who it invites can only touch its own."""

import re

from playwright.sync_api import expect

NEW_PASSWORD = "lámpara plaza vecina martes"


def test_add_an_association_and_invite_its_administrator(open_page, sign_in):
    page = open_page()
    sign_in(page, "secretaria")
    page.goto("/admin/network/association/add/")
    page.locator("[name=acronym]").fill("AMPRU")
    page.locator("[name=name_es]").fill("Asociación Municipal de Prueba")
    page.locator("[name=name_en]").fill("Municipal Test Association")
    page.locator("[name=country]").select_option("HN")
    page.locator("[name=level]").select_option("national")
    page.locator("[name=_save]").click()
    page.get_by_role("link", name="Invitar a quien la administra").first.click()
    page.locator("[name=email]").fill("administra@prueba.example")
    page.locator("[name=name]").fill("Persona de Prueba")
    page.locator("#content-main form [type=submit]").click()
    link = page.locator(".letter-link").inner_text()

    invited = open_page(width=360)
    invited.goto(link)
    expect(invited.locator("main")).to_contain_text("Asociación Municipal de Prueba")
    invited.locator("[name=password1]").fill(NEW_PASSWORD)
    invited.locator("[name=password2]").fill(NEW_PASSWORD)
    invited.get_by_role("button", name="Aceptar y entrar").click()
    invited.wait_for_url(re.compile(r"^[^?]*/es/espacio/$"))
    expect(invited.locator("main")).to_contain_text("Asociación Municipal de Prueba")
    assert invited.goto("/admin/").status in (302, 403)
    assert invited.goto("/cms/").status in (302, 403)
    invited.goto("/es/espacio/personas/")
    assert "COMURES" not in invited.content()

    again = open_page()
    answer = again.goto(link)
    assert answer.status == 410
