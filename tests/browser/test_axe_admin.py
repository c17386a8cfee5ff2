"""The secretariat's screens: nothing for axe to find."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.looking import faults

ADMIN = "/admin/network/"
MODELS = (
    "activity", "activitykind", "affiliation", "agreement", "appointment", "assembly",
    "association", "helpline", "invitation", "milestone", "municipality", "organisation",
    "partner", "place", "populationgroup", "secretariatterm", "setting", "theme",
    "user",
)  # fmt: skip
# One template shows every history; three records have it in all its shapes.
WITH_HISTORY = ("activity", "association", "municipality")


@pytest.fixture(scope="module")
def page(person, published):
    """The secretariat's page."""
    page = person("secretaria").new_page()
    yield page
    page.close()


@pytest.mark.parametrize("model", MODELS)
def test_list_and_forms(page, model):
    """The list, and of what it links: a record, its history, adding one."""
    page.goto(f"{ADMIN}{model}/")
    shown = page.content()
    found = {"list": faults(page)}
    record = re.search(rf'href="({ADMIN}{model}/\d+/change/)', shown)
    addresses = [record[1]] if record else []
    if record and model in WITH_HISTORY:
        addresses.append(record[1].replace("change", "history"))
    for verb in ("add", "import", "export"):
        if f'href="{ADMIN}{model}/{verb}/' in shown:
            addresses.append(f"{ADMIN}{model}/{verb}/")
    for address in addresses:
        answer = page.goto(address)
        assert answer.status == 200, address
        found[address] = faults(page)
    assert {place: what for place, what in found.items() if what} == {}


@pytest.mark.parametrize("address", ["/admin/", "/admin/network/"])
def test_front_page(page, address):
    page.goto(address)
    assert faults(page) == []


@pytest.mark.parametrize("screen", ["paste", "invite"])
def test_screen_of_an_association(page, screen):
    page.goto(f"{ADMIN}association/")
    record = page.locator("#result_list a[href$='/change/']").first
    path = record.get_attribute("href").removesuffix("change/")
    page.goto(f"{path}{screen}/")
    assert faults(page) == []
    page.locator("#content form [type=submit]").first.click()
    page.wait_for_load_state()
    assert faults(page) == []


@pytest.mark.parametrize("model", ["association", "municipality", "place"])
def test_form_with_errors(page, model):
    """Django tells that something is wrong; ours tells what, and leads there."""
    page.goto(f"{ADMIN}{model}/add/")
    page.locator("[name=_save]").click()
    note = page.locator(".errornote")
    expect(note).to_be_focused()
    links = note.locator("a")
    assert links.count() == page.locator("[aria-invalid=true]").count()
    for number in range(links.count()):
        link = links.nth(number)
        said = link.inner_text().rpartition(": ")[2]
        link.focus()
        page.keyboard.press("Enter")
        focused = page.locator("*:focus")
        assert focused.get_attribute("aria-invalid") == "true"
        about = (focused.get_attribute("aria-describedby") or "").split()
        told = [page.locator(f"#{each}").inner_text() for each in about]
        assert said in " ".join(told)
    assert faults(page) == []


def test_errors_keep_the_focus_when_a_script_comes_late(page):
    """Django's script leads to the first field, whenever a slow line brings it."""
    page.goto(f"{ADMIN}municipality/add/")
    late = []
    page.route("**/change_form*.js", lambda route: late.append(route))
    page.locator("[name=_save]").click()
    note = page.locator(".errornote")
    expect(note).to_be_focused()
    late[0].continue_()
    page.wait_for_load_state("load")
    page.unroute("**/change_form*.js")
    expect(note).to_be_focused()


def test_file_to_import_is_shown_first(page):
    page.goto(f"{ADMIN}association/import/")
    page.locator("[type=file]").set_input_files(
        {
            "name": "asociaciones.csv",
            "mimeType": "text/csv",
            "buffer": "Siglas,Nombre en español\nNUEVA,Asociación nueva\n".encode(),
        }
    )
    page.locator("#content form [type=submit]").click()
    page.wait_for_load_state()
    assert faults(page) == []


@pytest.mark.parametrize("name", ["tecnica", "editora"])
def test_admin_is_closed_to_others(person, name):
    page = person(name).new_page()
    page.goto("/admin/")
    assert faults(page) == []
    page.close()
