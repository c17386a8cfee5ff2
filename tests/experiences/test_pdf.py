"""The PDF of an experience: tagged, in its language, with title and headings, and light."""

import io

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import override
from PIL import Image

from experiences.documents import blocks_of, document_of, experience_pdf
from experiences.models.parts import experience_storage
from experiences.views.public.detail import public_experience, told_about
from network.models import Question
from tests.experiences.factories import (
    FULL,
    OutcomeFactory,
    PhotoFactory,
    VoiceFactory,
    published,
)
from tests.network.factories import AssociationFactory, ThemeFactory
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
MOST_BYTES = 300_000
HOSTILE = (
    '#panic("x") $a$ `b` <c> @d \\ "e" //f\n\n- uno\n- **dos**\n\n1. tres\n\n## Título'
)


@pytest.fixture
def experience():
    made = published(told={**FULL, "problem": HOSTILE}, summary_es="En *breve*.")
    OutcomeFactory(experience=made)
    VoiceFactory(experience=made)
    made.milestones.create(on="2012-05-01", text_es="Se aprobó.", text_en="Approved.")
    made.sources = "Prensa | https://prensa.example/\nActa"
    made.save()
    return made


def the_pdf(experience, language):
    with override(language):
        return experience_pdf(told_about(public_experience(experience.slug)))


def nodes_of(document):
    """Every element of the structure tree."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(node)
        elif isinstance(node, pikepdf.Dictionary):
            yield node
            if "/K" in node:
                waiting.append(node.K)


def tags_of(document):
    """Every kind of element of the structure tree."""
    return [str(node.S) for node in nodes_of(document) if "/S" in node]


def a_webp():
    held = io.BytesIO()
    Image.new("RGB", (800, 600), "teal").save(held, "WEBP")
    return held.getvalue()


@pytest.mark.parametrize("language", ["es", "en"])
def test_it_is_tagged_and_says_its_language_and_title(experience, language):
    made = the_pdf(experience, language)
    assert len(made) < MOST_BYTES
    with pikepdf.open(io.BytesIO(made)) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == language
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        title = experience.title_es if language == "es" else experience.title_en
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert metadata["pdfuaid:part"] == "1"
        tags = set(tags_of(document))
        assert {"/H1", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Link"} <= tags
        assert all("/Tabs" in page for page in document.pages if "/Annots" in page)
        for page in document.pages:
            for font in page.Resources.Font.values():
                assert "/ToUnicode" in font


def facts_of(experience, language="es"):
    with override(language):
        told = document_of(told_about(public_experience(experience.slug)))
    return dict(told["facts"])


def test_at_a_glance_tells_what_the_page_tells(experience):
    experience.themes.add(ThemeFactory(name_es="Cámaras"))
    experience.people_reached, experience.systematised_by = 1_200, "COMURES"
    experience.prevention_level = "primary"
    experience.save()
    facts = facts_of(experience)
    assert facts["Nivel de prevención"].startswith("Primaria") or facts[
        "Nivel de prevención"
    ].startswith("Prevención primaria")
    assert facts["Temas"] == "Cámaras"
    assert facts["Personas alcanzadas"] == "1\u202f200"
    assert facts["Sistematizada por"] == "COMURES"
    assert facts_of(experience, "en")["People reached"] == "1,200"


def test_published_photos_stand_in_it_with_their_words(experience):
    stored = experience_storage().save("foto.webp", ContentFile(a_webp()))
    for alt, public in (("La cancha nueva", True), ("Lo reservado", False)):
        PhotoFactory(experience=experience, alt_text_es=alt, file=stored, public=public)
    PhotoFactory(experience=experience, alt_text_es="Sin archivo", file="no/esta.jpg")
    broken = experience_storage().save("rota.jpg", ContentFile(b"no es una foto"))
    PhotoFactory(experience=experience, alt_text_es="Rota", file=broken)
    with pikepdf.open(io.BytesIO(the_pdf(experience, "es"))) as document:
        figures = [node for node in nodes_of(document) if node.get("/S") == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == ["La cancha nueva"]
        assert any("/XObject" in page.Resources for page in document.pages)


def test_published_questions_stand_in_it(client, experience):
    plant_pages()
    path = f"/es/experiencias/{experience.slug}.pdf"
    before = client.get(path).content
    Question.objects.create(
        association=AssociationFactory(), kind="experience", key=str(experience.pk),
        state="answered", decided_at=timezone.now(), published_at=timezone.now(),
        public=True, public_question_es="¿Cómo empezó?",
        public_answer_es="Con una asamblea.",
    )  # fmt: skip
    after = client.get(path).content
    assert after != before
    with override("es"):
        asked = Question.objects.select_related("association")
        told = told_about(public_experience(experience.slug)) | {"questions": asked}
        (question,) = document_of(told)["questions"]
    assert question["question"]["words"] == "¿Cómo empezó?"
    assert question["blocks"][0]["runs"][0]["words"] == "Con una asamblea."


def test_what_is_only_in_spanish_is_told_so_in_its_language(experience):
    type(experience).objects.filter(pk=experience.pk).update(problem_en="")
    with override("en"):
        told = document_of(told_about(public_experience(experience.slug)))
    section = next(
        each for each in told["sections"] if each["heading"] == "The problem"
    )
    assert section["language"] == "es"
    with pikepdf.open(io.BytesIO(the_pdf(experience, "en"))) as document:
        langs, waiting = set(), [document.Root.StructTreeRoot]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting.extend(node)
            elif isinstance(node, pikepdf.Dictionary):
                if "/Lang" in node:
                    langs.add(str(node.Lang))
                if "/K" in node:
                    waiting.append(node.K)
        assert "es" in langs


def test_no_sign_of_a_writer_is_a_command():
    blocks = blocks_of(HOSTILE)
    assert [block["kind"] for block in blocks] == [
        "paragraph",
        "item",
        "item",
        "numbered",
        "heading",
    ]
    assert blocks[2]["runs"] == [{"words": "dos", "style": "strong", "link": ""}]
    assert blocks[0]["runs"][0]["words"].startswith('#panic("x") $a$ `b` <c> @d')


def test_it_is_made_once_for_each_version(client, experience, monkeypatch):
    plant_pages()
    path = f"/es/experiencias/{experience.slug}.pdf"
    first = client.get(path)
    assert first["Content-Type"] == "application/pdf"

    def not_again(data, photos):
        message = "made again"
        raise AssertionError(message)

    monkeypatch.setattr("experiences.documents._made", not_again)
    assert client.get(path).content == first.content
    type(experience).objects.filter(pk=experience.pk).update(title_es="Otra")
    with pytest.raises(AssertionError, match="made again"):
        client.get(path)
