"""The public list and page of experiences: what is read, what is not, in few questions."""

import pytest
from lxml import html

from experiences.models import Experience
from experiences.services import review
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
