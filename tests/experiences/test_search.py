"""What the search finds of experiences, as they stand and with what was asked of them."""

import pytest
from django.utils import timezone

from amuprev.foundation.search_models import SearchDocument
from experiences.search import EXPERIENCES
from experiences.services import review
from network.models import Affiliation, Question
from network.services import questions
from tests.experiences.factories import OutcomeFactory, published
from tests.network.factories import (
    AppointmentFactory,
    ThemeFactory,
    editor_of_the_portal,
    reviewed_municipality,
)

pytestmark = pytest.mark.django_db


def found(experience):
    """Its documents as readers of each language find them."""
    rows = SearchDocument.objects.filter(kind="experience", key=str(experience.pk))
    return {row.language: row for row in rows}


def documents(*experiences):
    made = EXPERIENCES.documents([str(each.pk) for each in experiences])
    return {(each.key, each.language): each for each in made}


def test_it_is_found_in_both_languages_with_all_its_page_tells():
    told = published(summary_es="En breve.", doubts_es="No consta el costo.")
    told.themes.add(ThemeFactory(name_es="Cámaras", name_en="Cameras"))
    OutcomeFactory(experience=told)
    spanish = documents(told)[str(told.pk), "es"]
    english = documents(told)[str(told.pk), "en"]
    assert spanish.title == told.title_es
    assert english.title == told.title_en
    assert "No consta el costo." in spanish.text
    assert "No consta" not in english.text
    assert "Cámaras" in spanish.facts
    assert "Cameras" in english.facts
    assert "Más jóvenes usan el parque" in spanish.facts
    assert spanish.address == told.get_absolute_url()
    assert spanish.country == told.country
    assert {told.started.year} <= spanish.years


def test_without_its_english_it_is_found_in_spanish_and_says_so():
    told = published()
    type(told).objects.filter(pk=told.pk).update(title_en=None, problem_en=None)
    english = documents(told)[str(told.pk), "en"]
    assert (english.title, english.title_language) == (told.title_es, "es")
    assert english.text_language == "es"


def test_half_written_moments_of_a_short_record_are_found_by_nobody():
    told = published()
    type(told).objects.filter(pk=told.pk).update(reflection_es="Todavía a medias.")
    assert "a medias" not in documents(told)[str(told.pk), "es"].text


def test_what_is_hidden_is_found_by_nobody_and_found_again():
    told = published()
    assert set(found(told)) == {"es", "en"}
    assert EXPERIENCES.public([str(told.pk), "x", "9" * 30]) == {str(told.pk)}
    editor = editor_of_the_portal()
    review.hide_experience(experience=told, by=editor)
    assert not found(told)
    assert not documents(told)
    assert not EXPERIENCES.public([str(told.pk)])
    assert told.pk not in list(EXPERIENCES.every())
    review.show_experience(experience=told, by=editor)
    assert set(found(told)) == {"es", "en"}


def test_what_was_asked_and_answered_is_found_while_it_is_published():
    town = reviewed_municipality()
    told = published(owner=town)
    association = Affiliation.objects.get(municipality=town).association
    reviewer = AppointmentFactory(organisation=association, role="reviews").person
    asked = Question.objects.create(
        association=association,
        about=town,
        kind="experience",
        key=str(told.pk),
        asked="mi vecina Petra",
        state="answered",
        answer="Por correo.",
        decided_at=timezone.now(),
    )
    texts = {
        "public_question_es": "¿Quién pagó las lámparas?",
        "public_question_en": "Who paid for the lamps?",
        "public_answer_es": "La cooperativa.",
        "public_answer_en": "",
    }
    questions.publish_question(
        question=asked, by=reviewer, texts=texts, version=asked.version
    )
    assert "lámparas" in found(told)["es"].text
    assert "La cooperativa." in found(told)["es"].text
    assert "Who paid for the lamps?" in found(told)["en"].text
    assert "cooperativa" not in found(told)["en"].text
    assert "Petra" not in found(told)["es"].text
    asked.refresh_from_db()
    questions.unpublish_question(question=asked, by=reviewer)
    assert "lámparas" not in found(told)["es"].text
    asked.refresh_from_db()
    questions.show_question(question=asked, by=reviewer)
    assert "lámparas" in found(told)["es"].text


def test_many_are_read_in_the_same_few_questions(django_assert_num_queries):
    made = [published() for _ in range(3)]
    for some in (made[:1], made):
        with django_assert_num_queries(8):
            assert len(documents(*some)) == 2 * len(some)
