"""What each save of an experience changed, as its writers read it."""

import pytest
from django.urls import reverse
from lxml import html

from experiences.services.writing import save_section, version_of
from network.choices import Role
from tests.experiences.factories import ExperienceFactory
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return reviewed_municipality()


@pytest.fixture
def clerk(town):
    return staff_of(town, Role.RECORDS, name="Alma Ruiz")


@pytest.fixture
def draft(town):
    return ExperienceFactory(owner=town)


def write(draft, by, text, language="es"):
    save_section(
        experience=draft,
        section="problem",
        by=by,
        version=version_of(draft, "problem"),
        values={f"problem_{language}": text},
    )


def read(browser, draft, query=""):
    answer = browser.get(reverse("experiences:versions", args=[draft.pk]) + query)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def test_writers_read_what_each_save_of_a_draft_changed(draft, clerk, town):
    write(draft, clerk, "De noche nadie cruzaba la plaza.")
    write(draft, clerk, "De noche pocas personas cruzaban la plaza.")
    browser = signed_in(staff_of(town, Role.COORDINATES))
    page = read(browser, draft)
    assert page.xpath("//del/text()")[0].startswith("nadie")
    assert "pocas" in page.xpath("//ins/text()")[0]
    assert "Alma Ruiz" in page.xpath("//main//h2[1]")[0].text_content()
    links = page.xpath("//ol//a/@href")
    assert page.xpath("//ol//a[@aria-current]/@href") == [links[0]]
    earlier = read(browser, draft, links[1])
    changed = earlier.xpath("//p[@class='changes']")[0].text_content()
    assert "nadie cruzaba la plaza." in changed
    assert "nadie" in "".join(earlier.xpath("//ins//text()"))
    for odd in ("?version=x", "?version=9999", "?version=99999999999", "?version=-1"):
        assert read(browser, draft, odd).xpath("//ol//a[@aria-current]/@href") == [
            links[0]
        ]
    record = browser.get(reverse("experiences:experience", args=[draft.pk]))
    assert reverse("experiences:versions", args=[draft.pk]) in record.content.decode()


def test_what_changes_no_text_is_no_save(draft, clerk):
    write(draft, clerk, "Una plaza a oscuras.")
    before = len(read(signed_in(clerk), draft).xpath("//ol//a"))
    draft.refresh_from_db()
    draft.save()
    assert len(read(signed_in(clerk), draft).xpath("//ol//a")) == before


def test_text_is_shown_as_text(draft, clerk):
    write(draft, clerk, "<script>alert(1)</script>")
    page = read(signed_in(clerk), draft)
    assert "<script>alert(1)</script>" in page.xpath("//main")[0].text_content()


def test_others_do_not_find_it(draft, town):
    path = reverse("experiences:versions", args=[draft.pk])
    neighbour = staff_of(MunicipalityFactory(), Role.COORDINATES)
    for person in (neighbour, editor_of_the_portal(), staff_of(town, Role.READS)):
        assert signed_in(person).get(path).status_code == 404


def test_it_asks_alike_for_few_and_many_saves(
    draft, clerk, django_assert_max_num_queries
):
    browser = signed_in(clerk)
    read(browser, draft)
    for turn in range(8):
        write(draft, clerk, f"Texto {turn}.")
        with django_assert_max_num_queries(9):
            read(browser, draft)
