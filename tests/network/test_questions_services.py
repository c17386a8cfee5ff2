"""Answering readers: once by mail, published in other words, and forgotten in time."""

import datetime
import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from amuprev.due import DUE
from network import rules
from network.choices import Act, QuestionState, Role
from network.models import AuditEntry, Question, TakeDown
from network.questions import overdue_questions, public_questions
from network.services import questions, takedowns
from network.services.asking import ask_association, asked_thing
from network.services.refusals import Refused
from network.services.review import hide_activity
from tests.background import work_off
from tests.network import factories

pytestmark = pytest.mark.django_db
READER = "vecina@ejemplo.test"
WORDS = "Soy Ana. ¿Cómo se pagó el taller?"
TEXTS = {
    "public_question_es": "¿Cómo se pagó?",
    "public_question_en": "",
    "public_answer_es": "Con fondos propios.",
    "public_answer_en": "",
}


@pytest.fixture
def town(db):
    cache.clear()
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
    return ask_association(
        association=association,
        about=town,
        words=WORDS,
        email=READER,
        language="en",
        thing=asked_thing(f"activity-{activity.pk}"),
    )


def answered(question, by, answer="Con fondos propios de la municipalidad."):
    question.refresh_from_db()
    return questions.answer_question(
        question=question, by=by, answer=answer, version=question.version
    )


def published(question, by, **texts):
    question.refresh_from_db()
    return questions.publish_question(
        question=question, by=by, texts={**TEXTS, **texts}, version=question.version
    )


def outbox():
    work_off()
    return mail.outbox


def moved_back(question, days):
    past = timezone.now() - datetime.timedelta(days=days)
    Question.objects.filter(pk=question.pk).update(asked_at=past)


def test_an_answer_goes_once_to_whoever_asked_and_shows_no_address(asked, reviewer):
    assert [letter.to for letter in outbox()] == [[reviewer.email]]
    assert READER not in outbox()[0].body + str(outbox()[0].message())
    for _time in range(2):
        answered(asked, reviewer)
    told = [letter for letter in outbox() if letter.to == [READER]]
    assert len(told) == 1
    assert "Con fondos propios" in told[0].body
    assert "erased in 30 days" in told[0].body
    assert reviewer.email not in str(told[0].message())
    assert not told[0].reply_to
    asked.refresh_from_db()
    assert asked.state == QuestionState.ANSWERED
    acts = AuditEntry.objects.filter(act=Act.QUESTION_ANSWERED)
    assert acts.count() == 1
    assert acts.get().owner_id == asked.association_id
    assert READER not in str(acts.get().details)


def test_two_who_answer_do_not_both_write(asked, reviewer):
    read = asked.version
    answered(asked, reviewer)
    with pytest.raises(questions.StaleQuestion) as stale:
        questions.answer_question(
            question=asked, by=reviewer, answer="Otra", version=read
        )
    assert stale.value.question.answer.startswith("Con fondos")
    assert len([each for each in outbox() if each.to == [READER]]) == 1


@pytest.mark.parametrize("role", [Role.READS, Role.RECORDS, Role.FACILITATES])
def test_whoever_does_not_review_neither_answers_nor_publishes(
    asked, association, role
):
    person = factories.staff_of(association, role)
    assert not rules.may_answer_question(person, asked)
    for verb in (
        lambda: answered(asked, person),
        lambda: published(asked, person),
        lambda: questions.close_question(question=asked, by=person),
    ):
        with pytest.raises(Refused):
            verb()
    asked.refresh_from_db()
    assert asked.state == QuestionState.WAITING
    assert AuditEntry.objects.filter(outcome="refused").count() == 3


def test_others_find_none_of_it(asked, town):
    stranger = factories.staff_of(factories.AssociationFactory(), Role.ADMINISTERS)
    clerk = factories.staff_of(town, Role.COORDINATES)
    for person in (stranger, clerk):
        assert not Question.objects.answerable_by(person).exists()
        assert not rules.may_answer_question(person, asked)
    secretariat = factories.secretariat_member()
    assert Question.objects.answerable_by(secretariat).get() == asked


def test_it_is_published_in_other_words_once_and_corrected(asked, reviewer, activity):
    with pytest.raises(Refused):
        published(asked, reviewer)
    answered(asked, reviewer)
    for _time in range(2):
        published(asked, reviewer)
    shown = public_questions("activity", activity.pk)
    assert [each.public_answer_es for each in shown] == ["Con fondos propios."]
    assert (
        AuditEntry.objects.filter(act=Act.QUESTION_PUBLISHED, outcome="done").count()
        == 1
    )
    kept = list(asked.history.values_list("public_answer_es", flat=True))
    published(asked, reviewer, public_answer_en="With own funds.")
    assert asked.history.count() > len(kept)
    assert not {"asked", "email", "answer"} & {
        field.name for field in asked.history.model._meta.fields
    }


def test_two_who_publish_see_both_versions(asked, reviewer):
    read = answered(asked, reviewer).version
    published(asked, reviewer)
    with pytest.raises(questions.StaleQuestion):
        questions.publish_question(
            question=asked,
            by=reviewer,
            texts={**TEXTS, "public_answer_es": "De otra forma."},
            version=read,
        )
    asked.refresh_from_db()
    assert asked.public_answer_es == "Con fondos propios."


def test_the_address_of_whoever_asked_is_never_published(asked, reviewer):
    answered(asked, reviewer)
    with pytest.raises(Refused):
        published(asked, reviewer, public_answer_en=f"Write to {READER.upper()}")
    asked.refresh_from_db()
    assert not asked.public


def test_what_is_about_something_withdrawn_is_answered_and_not_published(
    asked, reviewer, activity
):
    hide_activity(activity=activity, by=reviewer)
    answered(asked, reviewer)
    assert [READER] in [each.to for each in outbox()]
    with pytest.raises(Refused):
        published(asked, reviewer)
    assert public_questions("activity", activity.pk) == []


def test_it_is_taken_off_with_one_press_and_shown_again(asked, reviewer, activity):
    answered(asked, reviewer)
    published(asked, reviewer)
    for _time in range(2):
        questions.unpublish_question(question=asked, by=reviewer)
    assert public_questions("activity", activity.pk) == []
    assert not TakeDown.objects.exists()
    for _time in range(2):
        questions.show_question(question=asked, by=reviewer)
    assert len(public_questions("activity", activity.pk)) == 1
    assert AuditEntry.objects.filter(act=Act.QUESTION_HIDDEN).count() == 1
    assert AuditEntry.objects.filter(act=Act.QUESTION_SHOWN).count() == 1


def test_a_stranger_may_ask_that_it_be_taken_down(asked, reviewer, activity):
    assert takedowns.find_thing(f"question-{asked.pk}") is None
    answered(asked, reviewer)
    published(asked, reviewer)
    thing = takedowns.find_thing(f"question-{asked.pk}")
    assert thing.is_public
    assert thing.title == "¿Cómo se pagó?"
    request = takedowns.ask_take_down(thing=thing, why="myself")
    takedowns.hide_now(take_down=request, by=reviewer)
    assert public_questions("activity", activity.pk) == []
    takedowns.show_again(take_down=request, by=reviewer)
    assert len(public_questions("activity", activity.pk)) == 1
    hide_activity(activity=activity, by=reviewer)
    assert not takedowns.find_thing(f"question-{asked.pk}").is_public


def test_what_needs_no_answer_is_put_aside_and_taken_up_again(asked, reviewer):
    for _time in range(2):
        questions.close_question(question=asked, by=reviewer)
    asked.refresh_from_db()
    assert asked.state == QuestionState.CLOSED
    questions.reopen_question(question=asked, by=reviewer)
    asked.refresh_from_db()
    assert (asked.state, asked.decided_at) == (QuestionState.WAITING, None)
    assert AuditEntry.objects.filter(act=Act.QUESTION_CLOSED).count() == 1


def test_after_fifteen_days_the_association_is_reminded_once(asked, reviewer):
    moved_back(asked, 14)
    assert questions.remind_of_waiting() == 0
    assert not overdue_questions().exists()
    moved_back(asked, 15)
    assert overdue_questions().get() == asked
    assert [questions.remind_of_waiting() for _time in range(2)] == [1, 0]
    reminder = outbox()[-1]
    assert reminder.to == [reviewer.email]
    assert READER not in str(reminder.message())
    assert re.search(r"/preguntas/\d+/", reminder.body)


def test_address_and_words_are_erased_after_the_answer(asked, reviewer, activity):
    answered(asked, reviewer)
    published(asked, reviewer)
    assert questions.forget_askers() == 0
    past = timezone.now() - datetime.timedelta(days=31)
    Question.objects.update(decided_at=past)
    assert [questions.forget_askers() for _time in range(2)] == [1, 0]
    asked.refresh_from_db()
    assert (asked.email, asked.asked, asked.answer) == ("", "", "")
    assert len(public_questions("activity", activity.pk)) == 1


def test_what_nobody_answered_is_put_aside_and_erased_after_180_days(asked, reviewer):
    moved_back(asked, 179)
    assert questions.forget_askers() == 0
    moved_back(asked, 181)
    assert questions.forget_askers() == 1
    asked.refresh_from_db()
    assert (asked.state, asked.email) == (QuestionState.CLOSED, "")
    with pytest.raises(Refused):
        questions.reopen_question(question=asked, by=reviewer)


def test_both_verbs_recur():
    assert {"remind-of-waiting-questions", "forget-question-askers"} <= {
        verb.name for verb in DUE
    }
