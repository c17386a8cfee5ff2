"""What writers and editors are shown before something becomes public."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from lxml import html

from amuprev.foundation.figures import figure
from experiences.models import Film
from experiences.services import films
from network.choices import ReviewState
from tests.experiences.factories import (
    ExperienceFactory,
    SentExperienceFactory,
    published,
)
from tests.experiences.film_factories import FilmFactory
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of
from tests.network.held_desk import Browser, send_on, sign_in_here
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
TOLD = "Llame a la señora al teléfono 7777-8888 para contarlo."
FIRST = b"WEBVTT\n\n00:00.100 --> 00:00.900\nEl tambor suena.\n"
SECOND = b"WEBVTT\n\n00:00.100 --> 00:00.900\nLa flauta suena.\n"


def at(view, *args):
    return reverse(f"experiences:{view}", args=args)


def said(film):
    return list(film.transcript.filter(language="es").values_list("text", flat=True))


def captions(film, by, data):
    films.save_track(film=film, by=by, kind="captions", language="es", data=data)


def test_a_telephone_number_is_noticed_as_soon_as_it_is_saved():
    draft = ExperienceFactory(told={})
    client = signed_in(staff_of(draft.owner))
    sent = {"problem_es": TOLD, "problem_en": "", "version": 0}
    page = client.post(at("section", draft.pk, "problem"), sent, follow=True)
    assert "7777-8888" in page.content.decode()
    assert "número de teléfono" in page.content.decode()
    draft.refresh_from_db()
    assert draft.problem_es == TOLD


def test_the_editor_is_told_what_a_text_seems_to_hold_and_reads_all_that_is_public():
    sent = SentExperienceFactory(
        people_reached=1234, systematised_by="Oficina de la Mujer"
    )
    sent.problem_es = TOLD
    sent.save()
    client = signed_in(editor_of_the_portal())
    page = client.get(at("decide", sent.pk)).content.decode()
    assert page.count("7777-8888") == 2
    assert figure(1234) in page
    assert "Oficina de la Mujer" in page


def test_notes_are_never_thrown_away_by_publishing():
    sent = SentExperienceFactory()
    client = signed_in(editor_of_the_portal())
    asked = {"action": "publish", "version": sent.version, "note_problem": "¿Dónde?"}
    answer = client.post(at("decide", sent.pk), asked)
    assert answer.status_code == 422
    page = html.fromstring(answer.content.decode())
    assert page.xpath("//textarea[@name='note_problem']/text()")[0].strip() == "¿Dónde?"
    sent.refresh_from_db()
    assert sent.review_state == ReviewState.SUBMITTED
    sure = {"note_problem": "", "looked": sent.version}
    client.post(at("decide", sent.pk), asked | sure)
    sent.refresh_from_db()
    assert sent.review_state == ReviewState.APPROVED


def test_what_is_said_follows_the_captions_until_somebody_writes_it():
    film = FilmFactory()
    film.transcript.all().delete()
    film.tracks.all().delete()
    by = staff_of(film.owner)
    captions(film, by, FIRST)
    captions(film, by, SECOND)
    assert said(film) == ["La flauta suena."]
    films.save_transcript(
        film=film, by=by, language="es", typed="0:00 La flauta, y aplausos."
    )
    captions(film, by, FIRST)
    assert said(film) == ["La flauta, y aplausos."]


def test_the_editor_reads_what_is_said_in_a_film():
    film = FilmFactory()
    film.transcript.all().delete()
    film.tracks.all().delete()
    captions(film, staff_of(film.owner), FIRST)
    Film.objects.filter(pk=film.pk).update(
        review_state=ReviewState.SUBMITTED, submitted_at=timezone.now()
    )
    client = signed_in(editor_of_the_portal())
    page = client.get(reverse("films:film", args=[film.pk]))
    assert "El tambor suena." in page.content.decode()


def test_the_other_language_of_a_comparison_compares_the_same(client):
    plant_pages()
    one = published()
    address = f"/es/experiencias/comparar/?e={one.slug}"
    page = html.fromstring(client.get(address).content.decode())
    english = page.xpath("//a[starts-with(@href, '/en/exp')]/@href")[0]
    assert english == f"/en/experiences/compare/?e={one.slug}"
    assert escape(one.title_en) in client.get(english).content.decode()


def test_a_section_typed_when_the_session_had_ended_is_kept_and_sent_on():
    draft = ExperienceFactory(told={})
    person = staff_of(draft.owner)
    browser = Browser()
    browser.enter(person)
    address = at("section", draft.pk, "problem")
    browser.read(address)
    browser.lose_session()
    typed = {
        "problem_es": "Había pleitos en el parque.",
        "problem_en": "",
        "version": 0,
    }
    marks = html.fromstring(browser.shown).xpath(
        "//main//input[starts-with(@name,'typed-by-')]/@name"
    )
    page = sign_in_here(browser, browser.send(address, typed | {marks[0]: ""}))
    send_on(browser, page, address)
    draft.refresh_from_db()
    assert draft.problem_es == "Había pleitos en el parque."


def test_a_name_and_a_day_to_come_in_an_experience_are_told_and_saved():
    draft = ExperienceFactory()
    text = f"Doña Rosa abre el 5 de mayo de {timezone.localdate().year + 1}."
    answer = signed_in(staff_of(draft.owner)).post(
        at("section", draft.pk, "problem"),
        {"problem_es": text, "problem_en": "", "version": 0},
        follow=True,
    )
    page = answer.content.decode()
    assert "Parece nombrar a una persona" in page
    assert "un día que no ha llegado" in page
    draft.refresh_from_db()
    assert draft.problem_es == text
