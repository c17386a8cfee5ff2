"""Whose page a question stands on, who takes it off, and what nobody else reads of it."""

import datetime

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from network.choices import Act, QuestionState, Role
from network.models import Affiliation, AuditEntry, Question
from network.questions import public_questions
from network.services import audit, questions, takedowns
from network.services.asking import ask_association, asked_thing, tell_association
from network.services.refusals import Refused
from tests.background import work_off
from tests.network import factories
from tests.network.desk import screen_address, signed_in
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
OFFICE = "oficina@asociacion.test"
WORDS = "Soy Ana. ¿Cómo se pagó el taller?"
TEXTS = {"public_question_es": "¿Cómo se pagó?", "public_answer_es": "Con fondos."}


@pytest.fixture
def town(db):
    cache.clear()
    plant_pages()
    return factories.reviewed_municipality()


@pytest.fixture
def association(town):
    return town.affiliations.get().association


@pytest.fixture
def reviewer(association):
    return factories.staff_of(association, Role.REVIEWS)


@pytest.fixture
def activity(town):
    return factories.ApprovedActivityFactory(owner=town, title_es="Taller de la paz")


@pytest.fixture
def asked(association, town, activity, reviewer):
    return asked_of(association, town, activity)


def asked_of(association, town, activity):
    return ask_association(
        association=association,
        about=town,
        words=WORDS,
        email="vecina@ejemplo.test",
        language="es",
        thing=asked_thing(f"activity-{activity.pk}"),
    )


def answered(question, by):
    question.refresh_from_db()
    return questions.answer_question(
        question=question, by=by, answer="Con fondos.", version=question.version
    )


def published(question, by):
    question.refresh_from_db()
    return questions.publish_question(
        question=question, by=by, texts=TEXTS, version=question.version
    )


def review_ends(town):
    """The association stops answering for the municipality."""
    Affiliation.objects.filter(municipality=town).update(reviews=False)


def test_another_association_has_no_say_on_a_page_that_is_not_its_own(town, activity):
    other = factories.AssociationFactory()
    stranger = factories.staff_of(other, Role.REVIEWS)
    sent = {"to": other.slug, "words": WORDS, "of": town.slug}
    sent["record"] = f"activity-{activity.pk}"
    assert Client().post(reverse("ask"), sent).status_code == 302
    question = Question.objects.get()
    assert (question.association, question.kind, question.key) == (other, "", "")
    answered(question, stranger)
    with pytest.raises(Refused):
        published(question, stranger)
    assert public_questions("activity", activity.pk) == []


def test_who_no_longer_answers_for_a_municipality_publishes_nothing_there(
    asked, reviewer, town, activity
):
    answered(asked, reviewer)
    published(asked, reviewer)
    questions.unpublish_question(question=asked, by=reviewer)
    review_ends(town)
    for verb in (
        lambda: questions.show_question(question=asked, by=reviewer),
        lambda: published(asked, reviewer),
    ):
        with pytest.raises(Refused):
            verb()
    assert public_questions("activity", activity.pk) == []
    browser = signed_in(reviewer)
    page = browser.get(reverse("network:question", args=[asked.pk])).content.decode()
    assert "ya no responde por" in page
    assert "Volver a mostrarla al público" not in page


def test_those_whose_page_it_stands_on_take_it_off(asked, reviewer, town, activity):
    answered(asked, reviewer)
    published(asked, reviewer)
    review_ends(town)
    clerk = factories.staff_of(town, Role.COORDINATES)
    stranger = factories.staff_of(factories.AssociationFactory(), Role.REVIEWS)
    thing = takedowns.find_thing(f"question-{asked.pk}")
    request = takedowns.ask_take_down(thing=thing, why="error")
    with pytest.raises(Refused):
        takedowns.hide_now(take_down=request, by=stranger)
    page = reverse("network:take_down", args=[request.pk])
    assert signed_in(clerk).get(page).status_code == 200
    takedowns.hide_now(take_down=request, by=clerk)
    assert public_questions("activity", activity.pk) == []


def test_no_letter_holds_what_the_reader_wrote(asked, association, reviewer):
    association.email = OFFICE
    association.save()
    tell_association(asked, "question")
    tell_association(asked, "question_waiting")
    work_off()
    assert len(mail.outbox) == 5
    for letter in mail.outbox:
        assert "Soy Ana" not in str(letter.message()) + letter.body
        assert asked.number in letter.subject + letter.body
        assert "Taller de la paz" in letter.body
        assert reverse("network:question", args=[asked.pk]) in letter.body
        assert "tiene cuenta en el portal" not in letter.body


@pytest.mark.parametrize("letter", ["question", "question_waiting"])
def test_where_nobody_has_an_account_the_letter_says_how_to_get_in(association, letter):
    association.email = OFFICE
    association.save()
    question = Question.objects.create(association=association, asked=WORDS)
    tell_association(question, letter)
    work_off()
    (told,) = mail.outbox
    assert told.to == [OFFICE]
    assert "tiene cuenta en el portal" in told.body
    assert "invitación" in told.body
    assert "Soy Ana" not in told.body


def test_what_was_withdrawn_is_told_by_its_number_alone(asked, activity, reviewer):
    work_off()
    mail.outbox.clear()
    type(activity).objects.filter(pk=activity.pk).update(
        hidden_at=timezone.now(), title_es="Se reescribe"
    )
    tell_association(asked, "question_waiting")
    work_off()
    browser = signed_in(reviewer)
    page = browser.get(reverse("network:question", args=[asked.pk])).content.decode()
    for told in (mail.outbox[0].body, page):
        assert "Se reescribe" not in told
        assert f"Actividad {activity.pk}" in told


@pytest.mark.parametrize("path", ["?of=%00{town}", "?record=activity-%00{key}"])
def test_a_null_byte_in_the_address_is_nothing(town, association, activity, path):
    query = path.format(town=town.slug, key=activity.pk)
    answer = Client().get(reverse("ask") + query)
    assert f'value="{association.slug}" selected' in answer.content.decode()
    for empty in ("?of=%00", "?record=municipality-%00", "?record=activity-%00"):
        assert Client().get(reverse("ask") + empty).status_code == 200


def test_a_null_byte_names_nothing_to_take_down(town):
    answer = Client().get(reverse("take_down") + f"?of=municipality-%00{town.slug}")
    assert answer.context["thing"].record == town
    answer = Client().get(reverse("take_down") + "?of=municipality-%00")
    assert answer.status_code == 404


def test_an_answer_given_late_keeps_its_thirty_days(asked, reviewer):
    answered(asked, reviewer)
    now, day = timezone.now(), datetime.timedelta(days=1)
    rows = Question.objects.filter(pk=asked.pk)
    rows.update(asked_at=now - 185 * day, decided_at=now - 15 * day)
    assert questions.forget_askers() == 0
    rows.update(decided_at=now - 31 * day)
    assert questions.forget_askers() == 1
    rows.update(state=QuestionState.CLOSED, asked="Otra", decided_at=now - day)
    assert questions.forget_askers() == 1


def test_the_trail_keeps_no_mark_of_what_is_erased(asked):
    entry = AuditEntry.objects.get(act=Act.QUESTION_ASKED)
    assert entry.digest == audit.fingerprint(asked)
    for name in ("asked", "email", "answer"):
        setattr(asked, name, "otra@ejemplo.test")
    assert entry.digest == audit.fingerprint(asked)
    asked.key = "0"
    assert entry.digest != audit.fingerprint(asked)


def test_the_secretariats_list_counts_no_whole_table(asked, settings):
    settings.QUESTION_PATIENCE_DAYS = 9
    desk = signed_in(factories.secretariat_member())
    address = screen_address("question", "changelist")
    with CaptureQueriesContext(connection) as seen:
        page = desk.get(address).content.decode()
    assert "en 9 días" in page
    counts = [each["sql"] for each in seen if "COUNT(" in each["sql"]]
    counts = [sql for sql in counts if 'FROM "network_question"' in sql]
    assert counts
    assert all("LIMIT" in sql for sql in counts)


def test_the_empty_list_speaks_of_questions(reviewer):
    page = signed_in(reviewer).get(reverse("network:questions")).content.decode()
    assert "Usted recibe un correo cuando alguien pregunta." in page
