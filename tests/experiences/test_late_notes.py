"""What an editor wrote is never lost: too long, of another version, or too late."""

from http import HTTPStatus

import pytest
from django.urls import reverse
from lxml import html

from experiences.services import corrections, films, review
from network.choices import ReviewState
from tests.experiences.factories import SentExperienceFactory, published
from tests.experiences.film_factories import sent_film
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = pytest.mark.django_db
NOTE = "Falta el año en que empezó."


def typed_in(answer, name):
    page = html.fromstring(answer.content.decode())
    return "".join(page.xpath(f"//textarea[@name='{name}']/text()")).strip()


def returned(film, note=NOTE, version=None):
    address = reverse("films:act", args=[film.pk, "return"])
    sent = {"note": note, "version": film.version if version is None else version}
    return signed_in(editor_of_the_portal()).post(address, sent)


def test_a_note_that_is_too_long_stays_on_the_page():
    film, note = sent_film(), "a" * 2_001
    answer = returned(film, note)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert typed_in(answer, "note") == note
    film.refresh_from_db()
    assert film.review_state == ReviewState.SUBMITTED


def test_a_note_on_another_version_stays_on_the_page_and_is_sent_again():
    film = sent_film()
    answer = returned(film, version=film.version - 1)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert typed_in(answer, "note") == NOTE
    film.refresh_from_db()
    assert (film.review_state, film.review_note) == (ReviewState.SUBMITTED, "")
    returned(film)
    film.refresh_from_db()
    assert (film.review_state, film.review_note) == (ReviewState.RETURNED, NOTE)


def test_an_empty_note_is_asked_for_beside_its_box():
    answer = returned(sent_film(), "  ")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = html.fromstring(answer.content.decode())
    assert page.xpath("//textarea[@name='note']/@aria-invalid") == ["true"]


def by_a_colleague(film):
    films.return_film(film=film, by=editor_of_the_portal(), note="Otra cosa.")


def by_its_authors(film):
    films.reopen_film(film=film, by=staff_of(film.owner))


@pytest.mark.parametrize("meanwhile", [by_a_colleague, by_its_authors])
def test_a_note_that_came_too_late_can_be_copied(meanwhile):
    film = sent_film()
    meanwhile(film)
    answer = returned(film)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert NOTE in answer.content.decode()
    film.refresh_from_db()
    assert film.review_note != NOTE


def sent_notes(record, browser):
    address = reverse("experiences:decide", args=[record.pk])
    asked = {"action": "return", "version": record.version, "note_problem": NOTE}
    return browser.post(address, asked | {"whole": "Gracias."})


def sent_correction():
    told = published()
    by = staff_of(told.owner)
    made = corrections.start_correction(experience=told, by=by)
    review.submit_experience(experience=made, by=by)
    return made


def publish(record):
    review.publish_experience(experience=record, by=editor_of_the_portal())


def take_back(record):
    review.reopen_experience(experience=record, by=staff_of(record.owner))


@pytest.mark.parametrize(
    ("make", "meanwhile"),
    [
        (SentExperienceFactory, publish),
        (SentExperienceFactory, take_back),
        (sent_correction, publish),
    ],
)
def test_notes_on_an_experience_that_came_too_late_can_be_copied(make, meanwhile):
    record = make()
    meanwhile(type(record).objects.get(pk=record.pk))
    answer = sent_notes(record, signed_in(editor_of_the_portal()))
    assert answer.status_code == HTTPStatus.CONFLICT
    page = answer.content.decode()
    assert NOTE in page
    assert "Gracias." in page
    assert "El problema" in page


def test_nobody_learns_from_it_what_exists():
    browser = signed_in(staff_of(published().owner))
    record = SentExperienceFactory()
    assert sent_notes(record, browser).status_code == HTTPStatus.NOT_FOUND
