"""«Preguntas» in the workspace and «Preguntas y respuestas» on the public page."""

import datetime

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from network.choices import Role
from network.models import Question
from tests.background import work_off
from tests.network import factories
from tests.network.desk import signed_in
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
READER = "vecina@ejemplo.test"


@pytest.fixture
def town(db):
    cache.clear()
    plant_pages()
    return factories.reviewed_municipality()


@pytest.fixture
def association(town):
    return town.affiliations.get().association


@pytest.fixture
def activity(town):
    return factories.ApprovedActivityFactory(owner=town, title_es="Feria de la paz")


@pytest.fixture
def browser(association):
    return signed_in(factories.staff_of(association, Role.REVIEWS))


def ask(association, activity, **more):
    values = {"asked": "¿Cómo empezaron?", "email": READER, **more}
    return Question.objects.create(
        association=association,
        about=activity.owner,
        kind="activity",
        key=str(activity.pk),
        **values,
    )


def answered(association, activity, **more):
    values = {"state": "answered", "answer": "Con una asamblea.", **more}
    return ask(association, activity, decided_at=timezone.now(), **values)


def address(name, *keys):
    return reverse(f"network:{name}", args=keys)


def public(activity, language):
    folders = {"es": "/es/bitacora/", "en": "/en/activities/"}
    return Client().get(f"{folders[language]}{activity.pk}/").content.decode()


def texts(question, **more):
    return {
        "public_question_es": "¿Cómo se empieza?",
        "public_answer_es": "Con una asamblea de vecinas.",
        "version": question.version,
        **more,
    }


def test_it_is_read_answered_and_published_without_an_address(
    association, activity, browser
):
    asked = ask(association, activity)
    listed = browser.get(address("questions")).content.decode()
    assert "¿Cómo empezaron?" in listed
    assert f'href="{address("questions")}"' in listed
    one = browser.get(address("question", asked.pk)).content.decode()
    assert "Feria de la paz" in one
    assert READER not in listed + one
    done = browser.post(
        address("question", asked.pk),
        {"answer": "Con una asamblea.", "version": asked.version},
        follow=True,
    )
    assert "sale ahora por correo" in done.content.decode()
    work_off()
    assert [letter.to for letter in mail.outbox] == [[READER]]
    asked.refresh_from_db()
    form = browser.get(address("question_publish", asked.pk)).content.decode()
    assert "Con una asamblea." in form
    assert READER not in form
    browser.post(address("question_publish", asked.pk), texts(asked))
    spanish, english = public(activity, "es"), public(activity, "en")
    assert "Preguntas y respuestas" in spanish
    assert "Con una asamblea de vecinas." in spanish
    assert "¿Cómo empezaron?" not in spanish
    assert '<span lang="es">¿Cómo se empieza?</span>' in english
    assert "Only available in Spanish." in english
    assert f"?of=question-{asked.pk}" in spanish
    browser.post(address("question_act", asked.pk, "unpublish"))
    assert "Con una asamblea de vecinas." not in public(activity, "es")
    browser.post(address("question_act", asked.pk, "show"))
    assert "Con una asamblea de vecinas." in public(activity, "es")


def test_nothing_is_said_where_nobody_asked(activity):
    assert "Preguntas y respuestas" not in public(activity, "es")


def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(
    association, activity, browser
):
    asked = ask(association, activity)
    long = "palabra " * 700
    for sent, sentence in (("", "Escriba la respuesta."), (long, "caben 5\u202f000")):
        answer = browser.post(
            address("question", asked.pk), {"answer": sent, "version": 1}
        )
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
    assert long.strip() in answer.content.decode()
    done = answered(association, activity)
    sent = texts(done, public_question_es="", public_answer_es="Llame a la oficina.")
    answer = browser.post(address("question_publish", done.pk), sent)
    assert answer.status_code == 422
    assert "Escriba la pregunta en español." in answer.content.decode()
    assert "Llame a la oficina." in answer.content.decode()
    sent = texts(done, public_answer_es=f"Escriba a {READER}")
    answer = browser.post(address("question_publish", done.pk), sent)
    assert answer.status_code == 422
    assert "Quite del texto el correo" in answer.content.decode()
    assert not Question.objects.filter(public=True).exists()


def test_personal_data_is_asked_about_once_before_it_is_published(
    association, activity, browser
):
    done = answered(association, activity)
    sent = texts(done, public_answer_es="Llame a doña Rosa, tel. 2228-1234.")
    first = browser.post(address("question_publish", done.pk), sent)
    told = first.content.decode()
    assert "¿Está bien así?" in told
    assert "2228-1234" in told
    assert not Question.objects.filter(public=True).exists()
    looked = {**sent, "looked": first.context["form"].mark}
    other = looked | {"public_answer_es": "Cel. 7228-1234."}
    browser.post(address("question_publish", done.pk), other)
    assert not Question.objects.filter(public=True).exists()
    browser.post(address("question_publish", done.pk), looked)
    assert Question.objects.filter(public=True).exists()


def test_two_who_write_see_both_and_nothing_is_overwritten(
    association, activity, browser
):
    asked = ask(association, activity)
    path = address("question", asked.pk)
    browser.post(path, {"answer": "La primera.", "version": asked.version})
    second = browser.post(path, {"answer": "La segunda.", "version": asked.version})
    assert second.status_code == 409
    for words in ("La primera.", "La segunda.", "Otra persona ya decidió"):
        assert words in second.content.decode()
    asked.refresh_from_db()
    path = address("question_publish", asked.pk)
    browser.post(path, texts(asked))
    mine = texts(asked, public_answer_es="De otra forma.")
    both = browser.post(path, mine)
    assert both.status_code == 409
    for words in ("Con una asamblea de vecinas.", "De otra forma."):
        assert words in both.content.decode()
    asked.refresh_from_db()
    chosen = mine | {"version": asked.version, "pick-public_answer_es": "theirs"}
    assert browser.post(path, chosen).status_code == 302
    asked.refresh_from_db()
    assert asked.public_answer_es == "Con una asamblea de vecinas."


def test_of_a_withdrawn_activity_it_is_answered_and_not_published(
    association, activity, browser
):
    asked = ask(association, activity)
    type(activity).objects.filter(pk=activity.pk).update(hidden_at=timezone.now())
    browser.post(address("question", asked.pk), {"answer": "Sí.", "version": 1})
    page = browser.get(address("question", asked.pk)).content.decode()
    assert "ya no está publicado" in page
    asked.refresh_from_db()
    answer = browser.post(address("question_publish", asked.pk), texts(asked))
    assert answer.status_code == 422
    assert "ya no está publicado" in answer.content.decode()
    assert "Con una asamblea de vecinas." in answer.content.decode()


def test_others_do_not_find_it(association, activity, town):
    asked = ask(association, activity)
    clerk = signed_in(factories.staff_of(town, Role.COORDINATES))
    assert clerk.get(address("questions")).status_code == 403
    other = factories.staff_of(factories.AssociationFactory(), Role.ADMINISTERS)
    for browser in (clerk, signed_in(other)):
        assert browser.get(address("question", asked.pk)).status_code == 404
    assert Client().get(address("question", asked.pk)).status_code == 302
    assert (
        "¿Cómo empezaron?"
        not in signed_in(other).get(address("questions")).content.decode()
    )


def test_the_list_costs_the_same_for_one_and_for_many(
    association, activity, browser, django_assert_num_queries
):
    empty = browser.get(address("questions")).content.decode()
    assert "Ninguna pregunta espera." in empty
    for number in (1, 45):
        for _turn in range(number):
            ask(association, activity)
            answered(association, activity)
        browser.get(address("questions"))
        with django_assert_num_queries(LIST_QUERIES):
            page = browser.get(address("questions")).content.decode()
    seen, path = 0, address("questions")
    while path:
        answer = browser.get(path)
        seen += len(answer.context["decided"])
        further = answer.context["older_url"]
        path = address("questions") + further if further else ""
    assert seen == 46
    assert "46" in page


LIST_QUERIES = 5


def test_the_secretariat_finds_what_waits_too_long(association, activity):
    late = ask(association, activity)
    past = timezone.now() - datetime.timedelta(days=16)
    Question.objects.filter(pk=late.pk).update(asked_at=past)
    ask(association, activity)
    desk = signed_in(factories.secretariat_member())
    with override("es"):
        front = desk.get(reverse("admin:index")).content.decode()
        assert "1 pregunta de un lector espera" in front
        screen = reverse("admin:network_question_changelist")
        listed = desk.get(f"{screen}?waiting=overdue").content.decode()
        assert late.number in listed
        assert listed.count("field-number") == 1
        one = desk.get(reverse("admin:network_question_change", args=[late.pk]))
        assert READER not in one.content.decode() + listed
    told = desk.get(address("questions")).content.decode()
    assert "Espera demasiado" in told
