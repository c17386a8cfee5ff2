"""The public pages of the toolkit with the content that comes with the portal."""

import gzip

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.experiences.factories import published
from tests.public_pages import plant_pages
from tests.twinnings.public import read, told, words
from toolkit.addresses import SECTIONS, norm_address, section_address, step_address
from toolkit.choices import GUIDE_COUNTRIES
from toolkit.models import Audience, Instrument, ModelDocument, MunicipalPolicy, Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

SPANISH, ENGLISH = "/es/caja-de-herramientas/", "/en/toolkit/"
STEP = f"{SPANISH}instalar-y-levantar-acta/"
WAY = "//nav[@class='pagination']//a"
POLICIES = "//li[starts-with(@id,'policy-')]"
MOST_BYTES, MOST_QUESTIONS = 45 * 1024, 10


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def linked(page, address):
    return page.xpath("//a[@href=$address]", address=address)


def step(key):
    return Step.objects.get(key=key)


def every_page():
    lists = [section_address(name, language="es") for name in SECTIONS]
    steps = [step_address(each.slug, "SV", "es") for each in Step.objects.all()]
    norms = [norm_address(each.slug, "es") for each in Instrument.objects.all()[::6]]
    others = [
        section_address(name, each.slug, language="es")
        for name, model in (("audiences", Audience), ("documents", ModelDocument))
        for each in model.objects.all()
    ]
    return [SPANISH, *lists, *steps, *norms, *others]


def test_every_page_is_light_and_asks_little(client):
    client.get(SPANISH)
    for address in every_page():
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
        assert answer.status_code == 200, address
        weight = len(gzip.compress(answer.content, 5))
        assert weight <= MOST_BYTES, (address, weight)
        assert len(asked) <= MOST_QUESTIONS, (address, len(asked))
        assert not client.cookies, address


def test_every_list_answers_in_english_and_under_its_own_word(client):
    for words_of in SECTIONS.values():
        page = read(client, f"{ENGLISH}{words_of['en']}/")
        assert page.get("lang") == "en"
        moved = client.get(f"{ENGLISH}{words_of['es']}/?pais=sv")
        if words_of["es"] != words_of["en"]:
            assert moved.status_code == 301
            assert moved["Location"] == f"{ENGLISH}{words_of['en']}/?pais=sv"


def test_the_landing_leads_to_every_step_for_the_chosen_country(client):
    page = read(client, f"{SPANISH}?pais=sv")
    links = [link.get("href") for link in page.xpath("//ol[@class='guide-steps']//a")]
    assert links == [
        step_address(each.slug, "SV", "es") for each in Step.objects.in_order()
    ]
    assert "Comité Municipal de Prevención de la Violencia (CMPV)" in words(page)
    assert "De 28 pasos, 13 no tienen norma" in words(page)
    assert "Comité Municipal" not in told(client, SPANISH)


def test_a_step_tells_its_norm_or_that_it_is_missing_in_each_country(client):
    for at, each in enumerate(Step.objects.all()):
        # Each step for one country, and each country for several steps.
        for country in [GUIDE_COUNTRIES[at % len(GUIDE_COUNTRIES)]]:
            rows = list(each.norms.filter(country=country))
            page = told(client, step_address(each.slug, country, "es"))
            for row in rows:
                assert words_of(row.note_es) in page
                assert ("Falta:" in page) or not row.is_missing


def words_of(text):
    return " ".join(text.split())


def test_a_step_has_its_neighbours_its_lists_and_its_sources(client):
    install = step("install")
    page = read(client, step_address(install.slug, "GT", "es"))
    said = words(page)
    for name in ("how", "done", "evidence", "questions"):
        for line in install.lines(name, "es"):
            assert words_of(line) in said
    before, after = page.xpath(WAY)
    steps = list(Step.objects.in_order())
    at = steps.index(install)
    assert before.get("href") == step_address(steps[at - 1].slug, "GT", "es")
    assert after.get("href") == step_address(steps[at + 1].slug, "GT", "es")
    (here,) = page.xpath("//details[contains(@class,'guide-index')]//*[@aria-current]")
    assert here.text_content() == install.title_es
    assert page.xpath("//div[contains(@class,'source-panel')]//li")
    assert "Revisado el" in said
    first = read(client, step_address(steps[0].slug, language="es"))
    assert len(first.xpath(WAY)) == 1


def test_a_text_without_english_is_given_in_spanish_and_marked(client):
    Step.objects.filter(key="install").update(why_en=None)
    page = read(client, step_address(step("install").slug, language="en"))
    (why,) = page.xpath("//p[@class='prose'][@lang='es']")
    assert words(why) == words_of(step("install").why_es)


def test_the_country_is_kept_only_when_the_form_asks_and_then_needs_no_word(client):
    client.get(f"{SPANISH}?pais=sv")
    assert not client.cookies
    asked = client.get(f"{SPANISH}normas/?q=plan&pais=gt&keep=1")
    assert asked["Location"] == f"{SPANISH}normas/?q=plan&pais=gt"
    kept = client.cookies[settings.COUNTRY_COOKIE_NAME]
    assert (kept.value, kept["samesite"]) == ("GT", "Lax")
    assert kept["httponly"]
    answer = client.get(SPANISH)
    assert "Cookie" in answer["Vary"]
    assert "COMUPRE" in answer.content.decode()
    assert "recuerda Guatemala" in words(read(client, SPANISH))
    # The address says more than what the browser keeps.
    assert "COMUPRE" not in told(client, f"{SPANISH}?pais=hn")
    assert "COMUPRE" not in told(client, f"{SPANISH}?pais=")
    assert client.get(f"{SPANISH}?pais=&keep=1")["Location"] == SPANISH
    assert not client.cookies[settings.COUNTRY_COOKIE_NAME].value


@pytest.mark.parametrize("asked", ["ni", "US", "xx", "'", "%00", "sv%0d%0aX: y"])
def test_a_country_that_the_guide_does_not_have_is_none(client, asked):
    answer = client.get(f"{SPANISH}?pais={asked}")
    assert answer.status_code == 200
    assert "La instancia en" not in answer.content.decode()
    kept = client.get(f"{SPANISH}?pais={asked}&keep=1")
    assert (kept.status_code, kept["Location"]) == (302, SPANISH)
    assert not client.cookies


def test_the_english_word_for_the_country_is_understood_in_spanish_too(client):
    assert "CMPV" in told(client, f"{SPANISH}?country=sv")
    assert "CMPV" in told(client, f"{ENGLISH}?pais=SV")


def test_norms_are_told_in_time_and_found_without_accents(client):
    page = read(client, f"{SPANISH}normas/?pais=pa")
    titles = [words(each) for each in page.xpath("//ol[@class='timeline']//h3")]
    assert len(titles) == Instrument.objects.filter(country="PA").count()
    assert titles[0].startswith("Ley sobre Régimen Municipal")
    found = told(client, f"{SPANISH}normas/?q=regimen+MUNICIPAL&pais=pa")
    assert "1 norma" in found
    assert "Ninguna norma coincide" in told(client, f"{SPANISH}normas/?q=zzz")
    gone = read(client, f"{SPANISH}normas/?status=repealed")
    assert {
        words(each) for each in gone.xpath("//li[contains(@class,'tag-attention')]")
    } == {"Derogada"}
    (removed,) = gone.xpath("//ul[@aria-label]//a[starts-with(@href,'?')]")
    assert removed.get("href") == "?"


def test_a_norm_tells_what_repealed_it_and_the_steps_it_supports(client):
    old = Instrument.objects.get(key="pa-community-justice-2016")
    page = read(client, norm_address(old.slug, "es"))
    said = words(page)
    assert "Derogada por" in said
    new = Instrument.objects.get(key="pa-community-justice-2025")
    assert linked(page, norm_address(new.slug, "es"))
    assert "Nadie la ha comparado aún con su publicación oficial" in said
    code = Instrument.objects.get(key="sv-municipal-code")
    steps = read(client, norm_address(code.slug, "es")).xpath(
        "//h2[@id='steps']/following-sibling::ul[1]//h3/a"
    )
    assert len(steps) == code.step_norms.count() > 1


def test_the_register_shows_what_is_public_alone(client):
    address = f"{SPANISH}politicas/"
    assert len(read(client, address).xpath(POLICIES)) == 4
    assert len(read(client, f"{address}?pais=hn").xpath(POLICIES)) == 1
    assert "no tiene ninguno" in told(client, f"{address}?pais=pa")
    MunicipalPolicy.objects.update(published_at=None)
    assert "El registro está vacío" in told(client, address)


def test_an_experience_and_the_step_it_did_lead_to_each_other(client):
    experience = published()
    done = step("internal-regulation")
    experience.guide_steps.add(done)
    page = read(client, step_address(done.slug, language="es"))
    assert linked(page, experience.get_absolute_url())
    other = read(client, experience.get_absolute_url())
    address = step_address(done.slug, experience.country, "es")
    assert linked(other, address)
    type(experience).objects.update(hidden_at=experience.published_at)
    page = read(client, step_address(done.slug, language="es"))
    assert not linked(page, experience.get_absolute_url())


@pytest.mark.parametrize("slug", ["nada", "normas-x", "x" * 90, "guia.doc"])
def test_what_is_not_there_is_not_found(client, slug):
    for address in (
        f"{SPANISH}{slug}/",
        f"{SPANISH}normas/{slug}/",
        f"{SPANISH}politicas/{slug}/",
        f"{SPANISH}documentos/{slug}.docx",
        f"{SPANISH}normas/{slug}.pdf",
    ):
        assert client.get(address).status_code == 404, address
