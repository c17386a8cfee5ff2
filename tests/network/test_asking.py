"""«Pregúnteles»: what readers write reaches an association, and no address is shown."""

import errno
import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from network.choices import Role
from network.models import Question
from network.services import asking
from network.services.asking import ask_association
from network.services.refusals import Refused
from tests.background import work_off
from tests.network import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db

OFFICE = "oficina@asociacion.test"
READER = "vecina@ejemplo.test"
WORDS = "¿Cómo se forma un comité en mi municipio?"


@pytest.fixture
def town(db):
    cache.clear()
    plant_pages()
    return factories.reviewed_municipality()


@pytest.fixture
def association(town):
    found = town.affiliations.get().association
    found.email = OFFICE
    found.save()
    return found


def send(client, association, **more):
    values = {"to": association.slug, "words": WORDS, "email": READER, **more}
    return client.post(reverse("ask"), values)


def outbox():
    work_off()
    return mail.outbox


def test_a_question_reaches_the_office_without_the_readers_address(association, town):
    answer = send(
        Client(), association, of=town.slug, words=f"{WORDS}\r\nBcc: x@y.test"
    )
    assert answer["Location"] == reverse("ask_sent")
    letter = outbox()[0]
    assert letter.to == [OFFICE]
    assert not letter.reply_to
    assert WORDS not in letter.body
    assert str(town) in letter.body
    assert READER not in str(letter.message())
    assert not letter.bcc
    assert "Bcc" not in dict(letter.message())
    question = Question.objects.get()
    assert (question.association, question.about) == (association, town)
    assert reverse("network:question", args=[question.pk]) in letter.body


def test_a_question_about_an_activity_is_kept_with_it(association, town):
    done = factories.ApprovedActivityFactory(owner=town, title_es="Feria de la paz")
    address = reverse("ask") + f"?of={town.slug}&record=activity-{done.pk}"
    page = Client().get(address).content.decode()
    assert "Feria de la paz" in page
    send(Client(), association, of=town.slug, record=f"activity-{done.pk}")
    question = Question.objects.get()
    assert (question.kind, question.key) == ("activity", str(done.pk))
    assert "Feria de la paz" in outbox()[0].body


@pytest.mark.parametrize("record", ["activity-999999", "film-1", "x", "question-1"])
def test_what_nobody_may_read_is_nothing_to_ask_about(association, town, record):
    send(Client(), association, of=town.slug, record=record)
    assert Question.objects.get().kind == ""


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_shows_an_address(association, town, language):
    client = Client()
    with override(language):
        form = reverse("ask") + f"?of={town.slug}"
    told = client.get(form)
    page = told.content.decode()
    assert f'value="{association.slug}" selected' in page
    assert OFFICE not in page
    assert "no-store" in told["Cache-Control"]
    assert f'<html lang="{language}"' in page
    folders = {"es": "/es/red/municipios/", "en": "/en/network/municipalities/"}
    public = client.get(f"{folders[language]}{town.slug}/").content.decode()
    assert form in public
    assert "csrfmiddlewaretoken" not in public


@pytest.mark.parametrize("language", ["es", "en"])
def test_an_activity_leads_to_the_association_of_who_did_it(
    association, town, language
):
    factories.reviewed_municipality()
    done = factories.ApprovedActivityFactory(owner=town)
    folders = {"es": "/es/bitacora/", "en": "/en/activities/"}
    told = Client().get(f"{folders[language]}{done.pk}/").content.decode()
    words = {"es": "Pregúnteles", "en": "Ask them"}[language]
    link = re.search(rf'href="([^"]+)">{words}<', told)
    assert link
    form = Client().get(link[1]).content.decode()
    assert f'<html lang="{language}"' in form
    assert f'value="{association.slug}" selected' in form
    assert town.name in form
    # Of a town hall that is not shown, nobody is led anywhere.
    type(town).objects.filter(pk=town.pk).update(shown=False)
    told = Client().get(f"{folders[language]}{done.pk}/").content.decode()
    assert words not in told


def test_without_an_office_its_people_receive_it(town):
    association = town.affiliations.get().association
    reviewer = factories.staff_of(association, Role.REVIEWS)
    send(Client(), association)
    assert [letter.to for letter in outbox()] == [[reviewer.email]]


def test_without_people_there_the_secretariat_hears_of_it_too(association):
    secretariat = factories.secretariat_member()
    send(Client(), association)
    assert [letter.to for letter in outbox()] == [[secretariat.email], [OFFICE]]


def test_with_nobody_there_it_is_refused_and_may_be_sent_again(town):
    association = town.affiliations.get().association
    for _time in range(2):
        with pytest.raises(Refused):
            ask_association(
                association=association,
                about=None,
                words=WORDS,
                email="",
                language="es",
            )
    assert outbox() == []


def test_the_same_words_sent_twice_are_one_mail(association):
    client = Client()
    assert send(client, association).status_code == 302
    assert send(client, association).status_code == 302
    assert len(outbox()) == 1


@pytest.mark.parametrize(
    ("sent", "es", "en"),
    [
        ({"email": "a@@b.test"}, "más de una @", "more than one @"),
        ({"email": "a@b.test@c.test"}, "más de una @", "more than one @"),
        ({"email": "josé@b.test"}, "sin acentos", "without accents"),
        ({"email": "a@b.test\nBcc: c@d.test"}, "una sola línea", "in one line"),
        ({"email": "a@b"}, "nombre@ejemplo.org", "name@example.org"),
        ({"words": ""}, "Escriba su pregunta", "Write your question"),
        ({"words": "http://a www.b https://c"}, "dos enlaces", "two links"),
        ({"words": "[url=x]y[/url]"}, "sin código", "without code"),
        ({"to": "nadie"}, "Elija una opción de la lista", "Choose one of the list"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(
    association, sent, es, en
):
    for language, sentence in (("es", es), ("en", en)):
        with override(language):
            other = {"words": "Ana Pérez pregunta"} | sent
            if "words" in sent:
                other["email"] = "ana.perez@ejemplo.test"
            answer = send(Client(), association, **other)
            assert answer.status_code == 422
            told = answer.content.decode()
            assert sentence in told
            assert ("ana.perez@" if "words" in sent else "Ana Pérez") in told
    assert outbox() == []


def test_what_only_a_robot_fills_in_stops_it(association):
    assert send(Client(), association, website="x").status_code == 422
    assert outbox() == []


def test_a_connection_has_to_wait_after_many(association, settings):
    settings.QUESTIONS_AN_HOUR = 2
    client = Client()
    for number in range(2):
        answer = send(client, association, words=f"{WORDS} {number}")
        assert answer.status_code == 302
    answer = send(client, association, words="Otra")
    assert answer.status_code == 429
    assert "Otra" in answer.content.decode()


def test_an_association_is_not_flooded_from_many_connections(association, settings):
    settings.QUESTIONS_AN_HOUR_TO_ONE = 1
    send(Client(), association)
    answer = Client(REMOTE_ADDR="192.0.2.7").post(
        reverse("ask"), {"to": association.slug, "words": "Otra"}
    )
    assert answer.status_code == 429
    assert len(outbox()) == 1


def test_what_could_not_be_kept_is_no_repetition(association, monkeypatch):
    """Sent again after a fault it goes out: nobody is told that it was sent already."""
    write = asking.letters.write

    def fail(*args, **kwargs):
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(asking.letters, "write", fail)
        with pytest.raises(OSError, match="no room"):
            send(Client(), association)
    assert asking.letters.write is write
    assert send(Client(), association).status_code == 302
    assert len(outbox()) == 1
    send(Client(), association)
    assert len(outbox()) == 1
