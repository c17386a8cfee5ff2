"""The public list and page of experiences: what is read, what is not, in few questions."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from lxml import html

from experiences.documents import document_of
from experiences.models import Experience
from experiences.services import review
from experiences.views.public.detail import public_experience, told_about
from tests.experiences.factories import (
    FULL,
    OutcomeFactory,
    SentExperienceFactory,
    published,
)
from tests.network.factories import editor_of_the_portal
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def read(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, path
    return html.fromstring(answer.content.decode())


def words(page):
    return " ".join(" ".join(page.itertext()).split())


def test_a_card_says_where_when_what_and_three_statements(client):
    experience = published(title_es="El parque", problems=["08"], goes_on=True)
    OutcomeFactory(experience=experience, effect="promising", evidence="before_after")
    OutcomeFactory(experience=experience, effect="negative")
    card = read(client, "/es/experiencias/").find_class("experience-card")[0]
    said = words(card)
    assert "desde 2011; continúa" in said
    assert "orden público" in said
    assert "Efecto Prometedora · Efectos negativos" in said
    assert "Solidez de la evidencia Antes y después" in said
    assert "Costo No se sabe" in said
    assert "Ficha corta" in said


def test_what_is_not_public_is_nowhere(client):
    editor = editor_of_the_portal()
    hidden, withdrawn, of_nobody = (published() for _ in range(3))
    review.hide_experience(experience=hidden, by=editor)
    review.withdraw_experience(experience=withdrawn, by=editor)
    of_nobody.owner.shown = False
    of_nobody.owner.save()
    sent = SentExperienceFactory(slug="sv-enviada")
    listed = words(read(client, "/es/experiencias/"))
    for experience in (hidden, withdrawn, of_nobody, sent):
        assert experience.title_es not in listed
        read(client, f"/es/experiencias/{experience.slug}/", 404)


def test_an_empty_list_says_what_comes(client):
    assert "Todavía no se ha publicado ninguna experiencia" in words(
        read(client, "/es/experiencias/")
    )


def test_a_short_record_keeps_half_written_moments_back(client):
    experience = published()
    Experience.objects.filter(pk=experience.pk).update(process_es="A medias.")
    page = words(read(client, experience.get_absolute_url()))
    assert "Ficha corta" in page
    assert "A medias" not in page


def test_a_full_experience_tells_the_five_moments_and_is_frank(client):
    experience = published(told=FULL, summary_es="Resumen.")
    page = read(client, f"/en/experiences/{experience.slug}/")
    said = page.xpath("//article//section/h2/text()")
    assert "3. Reconstruction of the process" in said
    assert {"What did not work", "What we do not know"} <= set(said)


def test_text_only_in_spanish_is_marked(client):
    experience = published(title_en="")
    Experience.objects.filter(pk=experience.pk).update(problem_en="")
    page = read(client, f"/en/experiences/{experience.slug}/")
    assert page.xpath("//h1/@lang") == ["es"]
    assert page.xpath("//article//div[@lang='es']")
    assert "Only available in Spanish." in words(page)


def test_one_card_and_three_ask_alike(client, django_assert_num_queries):
    OutcomeFactory(experience=published())
    client.get("/es/experiencias/")
    with django_assert_num_queries(7):
        client.get("/es/experiencias/")
    for _ in range(2):
        OutcomeFactory(experience=published())
    with django_assert_num_queries(7):
        client.get("/es/experiencias/")


def test_its_own_cost_stands_on_its_page_and_in_its_pdf(client):
    dear = published(cost_band="low", cost_per_person=Decimal("12.50"), cost_year=2019)
    told = (
        "Bajo (de 10 a 49 dólares por persona): 12.50 por participante, en dólares de los "
        "Estados Unidos de 2019"
    )
    page = read(client, dear.get_absolute_url())
    assert told in words(page).replace("\N{NO-BREAK SPACE}", " ")
    unsaid = published()
    assert "Costo" not in words(read(client, unsaid.get_absolute_url()))
    with override("es"):
        facts = dict(document_of(told_about(public_experience(dear.slug)))["facts"])
        assert facts["Costo"] == told
        rest = document_of(told_about(public_experience(unsaid.slug)))["facts"]
    assert "Costo" not in dict(rest)


def test_what_is_not_known_stands_in_one_box(client):
    told = published(told=FULL, summary_es="Resumen.", doubts_es="La fecha es dudosa.")
    page = read(client, told.get_absolute_url())
    boxes = [each for each in page.xpath("//h2") if "no sabemos" in each.text_content()]
    (box,) = boxes
    assert "La fecha es dudosa." in words(box.getparent())
    short = published(doubts_es="No consta.", sources="Acta")
    page = read(client, short.get_absolute_url())
    (box,) = [
        each for each in page.xpath("//h2") if "no sabemos" in each.text_content()
    ]
    assert "No consta." in words(box.getparent())
    with override("es"):
        one = document_of(told_about(public_experience(told.slug)))
        other = document_of(told_about(public_experience(short.slug)))
    assert one["doubts"]["words"] == ""
    assert "La fecha es dudosa." in str(one["sections"])
    assert other["doubts"]["words"] == "No consta."
