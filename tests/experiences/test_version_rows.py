"""What a version changed of outcomes, milestones, partners, files, voices and lists."""

import datetime

import pytest
from django.core.files.base import ContentFile
from lxml import html

from experiences.models import (
    Experience,
    ExperienceDocument,
    ExperienceMilestone,
    ExperiencePartner,
)
from experiences.services import corrections, review
from network.models import Theme
from tests.experiences.factories import (
    OutcomeFactory,
    PhotoFactory,
    SentExperienceFactory,
    VoiceFactory,
)
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """A published experience with one of everything."""
    plant_pages()
    sent = SentExperienceFactory(prevention_level="primary", problems=["02"])
    ExperienceMilestone.objects.create(
        experience=sent, on=datetime.date(2011, 1, 1), precision="year",
        text_es="Se formó el comité", text_en="The committee was formed",
    )  # fmt: skip
    OutcomeFactory(experience=sent)
    ExperiencePartner.objects.create(
        experience=sent, kind="health", name="Unidad de Salud El Roble",
        agreed_to_be_named=True, contribution_es="Prestó el local",
        contribution_en="Lent the premises",
    )  # fmt: skip
    ExperienceDocument.objects.create(
        experience=sent, kind="report", title_es="Informe de 2012",
        title_en="Report of 2012", address="https://ejemplo.test/i.pdf",
    )  # fmt: skip
    VoiceFactory(experience=sent, text_es="Palabras de antes", text_en="Words")
    PhotoFactory(experience=sent, file=ContentFile(b"one", "a.jpg"))
    return review.publish_experience(experience=sent, by=editor_of_the_portal())


@pytest.fixture
def correct(told):
    """Publishes a correction, changed by whatever is given."""
    clerk = staff_of(told.owner)

    def corrected(change):
        made = corrections.start_correction(experience=told, by=clerk)
        change(made)
        made = Experience.objects.get(pk=made.pk)
        review.submit_experience(experience=made, by=clerk)
        review.publish_experience(experience=made, by=editor_of_the_portal())

    return corrected


def rows(client, told, language="es"):
    """What the page of versions tells of rows: heading -> its lines."""
    word = "experiencias" if language == "es" else "experiences"
    versions = "versiones" if language == "es" else "versions"
    answer = client.get(f"/{language}/{word}/{told.slug}/{versions}/")
    page = html.fromstring(answer.content.decode())
    return {
        section.findtext("h3"): [
            " ".join(row.text_content().split())
            for row in section.xpath(".//ul[@class='changed-rows']/li")
        ]
        for section in page.xpath("//section[.//ul[@class='changed-rows']]")
    }


def change_outcome(made):
    made.outcomes.update(evidence="before_after", cost_band="low", cost_year=2012)


def test_an_outcome_tells_what_changed_in_it(client, told, correct):
    correct(change_outcome)
    (lines,) = rows(client, told).values()
    (line,) = lines
    assert line.startswith("Cambió: Más jóvenes usan el parque ")
    assert "Bajo (de 10 a 49 dólares por persona)" in line
    (english,) = rows(client, told, "en").values()
    assert english[0].startswith("Changed: More young people use the park ")
    answer = client.get(f"/es/experiencias/{told.slug}/versiones/")
    # A statement whole: half of a figure says nothing.
    assert "Costo: No se sabe\n</del>" in answer.content.decode()


def add_rows(made):
    made.milestones.create(
        on=datetime.date(2013, 5, 1), precision="month",
        text_es="Abrió la cancha", text_en="",
    )  # fmt: skip
    VoiceFactory(experience=made, role="police", text_es="Algo nuevo", text_en="New")
    for name in ("b.jpg", "c.jpg"):
        PhotoFactory(experience=made, file=ContentFile(name.encode(), name))
    made.themes.add(
        Theme.objects.create(key="sport", name_es="Deporte", name_en="Sport")
    )
    Experience.objects.filter(pk=made.pk).update(
        people_reached=1200, prevention_level="secondary", doubts_es="No se contó."
    )


def test_what_came_is_told_row_by_row(client, told, correct):
    correct(add_rows)
    said = rows(client, told)
    assert said["Hitos"] == ["Se agregó: mayo de 2013: Abrió la cancha"]
    assert said["Voces"] == ["Se agregó: Policía"]
    assert said["Fotos"] == ["Se agregó: Una foto (× 2)"]
    about = said["De qué se trata"]
    assert "Se agregó: Temas: Deporte" in about
    (reached,) = (each for each in about if "Personas alcanzadas" in each)
    assert "".join(each for each in reached if each.isdigit()) == "1200"
    (level,) = (each for each in about if "Nivel" in each)
    assert level == (
        "Cambió: Nivel de prevención: Prevención primaria Prevención secundaria"
    )
    # A text that has no English says so.
    answer = client.get(f"/en/experiences/{told.slug}/versions/")
    page = html.fromstring(answer.content.decode())
    (line,) = page.xpath("//ul[@class='changed-rows']//*[contains(., 'cancha')][@lang]")
    assert line.get("lang") == "es"
    assert "No se contó." in answer.content.decode()


def take_out(made):
    made.milestones.all().delete()
    made.voices.all().delete()
    made.photos.all().delete()
    made.documents.all().delete()
    made.partners.all().delete()


def test_what_went_tells_no_voice_photo_or_name(client, told, correct):
    correct(take_out)
    said = rows(client, told)
    assert said["Hitos"] == ["Se quitó: 2011: Se formó el comité"]
    assert said["Voces"] == ["Se quitó: Vecina o vecino"]
    assert said["Fotos"] == ["Se quitó: Una foto"]
    assert said["Documentos"] == ["Se quitó: Informe: Informe de 2012"]
    (partner,) = said["Quiénes participaron"]
    assert "Prestó el local" in partner
    page = client.get(f"/es/experiencias/{told.slug}/versiones/").content.decode()
    for secret in ("Palabras de antes", "El Roble", "El parque"):
        assert secret not in page


def test_a_partner_is_named_while_it_agrees(client, told, correct):
    def change(made):
        made.partners.update(contribution_es="Prestó el local y las sillas")

    correct(change)
    (said,) = rows(client, told)["Quiénes participaron"]
    assert "Unidad de Salud El Roble" in said
    assert "y las sillas" in said
    told.partners.update(agreed_to_be_named=False)
    (said,) = rows(client, told)["Quiénes participaron"]
    assert "El Roble" not in said


def test_a_record_published_before_rows_were_kept_is_compared_from_then_on(
    client, told, correct
):
    told.editions.all().delete()
    correct(change_outcome)
    assert "Resultados, evidencia y costo" in rows(client, told)


def test_what_was_told_before_a_hiding_stays_out(client, told, correct):
    correct(change_outcome)
    boss = editor_of_the_portal()
    review.hide_experience(experience=told, by=boss)
    review.show_experience(experience=told, by=boss)
    assert rows(client, told) == {}


def test_what_changed_in_the_other_language_alone_is_told_in_that(
    client, told, correct
):
    def translate(made):
        made.milestones.update(text_en="The committee began")

    correct(translate)
    answer = client.get(f"/es/experiencias/{told.slug}/versiones/")
    page = html.fromstring(answer.content.decode())
    (line,) = page.xpath("//ul[@class='changed-rows']//*[@lang]")
    assert line.get("lang") == "en"
    assert "began" in line.text_content()
