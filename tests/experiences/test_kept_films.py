"""What was uploaded to a film is not lost, and the films of some leave room to others."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from experiences.models import Film
from experiences.services import films
from network.services import kept_uploads
from tests.experiences.film_factories import published_film
from tests.foundation.upload_samples import photo
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


def still(name="banca.jpg"):
    return SimpleUploadedFile(name, photo(size=(80, 40)), "image/jpeg")


@pytest.fixture
def told():
    plant_pages()
    return published_film()


def word_in(page):
    return html.fromstring(page).xpath("//input[@name='still-kept']/@value")


@pytest.mark.parametrize("followed", [False, True])
def test_sent_to_a_correction_published_meanwhile_it_waits_in_the_next(told, followed):
    clerk = staff_of(told.owner)
    browser = signed_in(clerk)
    made = films.start_film_correction(film=told, by=clerk)
    films.submit_film(film=made, by=clerk)
    films.publish_film(film=made, by=editor_of_the_portal())
    there = reverse("films:upload", args=[made.pk, "still"])
    headers = {"x-upload": "followed"} if followed else {}
    answer = browser.post(there, {"still": still()}, headers=headers)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "banca.jpg" in str(answer.json() if followed else answer.content.decode())
    shut = browser.get(reverse("films:film", args=[told.pk])).content.decode()
    assert word_in(shut) == []
    again = films.start_film_correction(film=Film.objects.get(pk=told.pk), by=clerk)
    page = browser.get(reverse("films:film", args=[again.pk])).content.decode()
    assert "«banca.jpg»" in page
    (word,) = word_in(page)
    there = reverse("films:upload", args=[again.pk, "still"])
    assert browser.post(there, {"still-kept": word}).status_code == HTTPStatus.FOUND
    assert Film.objects.get(pk=again.pk).poster
    page = browser.get(reverse("films:film", args=[again.pk])).content.decode()
    assert word_in(page) == []
    colleague = signed_in(staff_of(told.owner))
    assert (
        word_in(colleague.get(reverse("films:film", args=[again.pk])).content.decode())
        == []
    )


@pytest.fixture
def small_room(monkeypatch):
    """A film weighs more than 100 bytes; two of them are half of the room."""
    monkeypatch.setattr(kept_uploads, "MOST_BYTES", 100)
    monkeypatch.setattr(kept_uploads, "MOST_LARGE_IN_ALL", 400)
    monkeypatch.setattr(kept_uploads, "MOST_BYTES_IN_ALL", 800)


def keep(by, where, size):
    upload = SimpleUploadedFile("x.mp4", b"x" * size, "video/mp4")
    return kept_uploads.keep_upload(upload, by=by, where=where, most=1_000)


def test_films_leave_room_for_what_others_send(told, small_room):
    people = [staff_of(told.owner) for _turn in range(5)]
    kept = [keep(by, f"film {by.pk}", 200) for by in people[:4]]
    assert [bool(word) for word in kept] == [True, True, False, False]
    assert keep(people[4], "log 1", 90)


def waits(word, by, where):
    held = kept_uploads.kept_upload(word, by=by, where=where)
    if held is not None:
        held.close()
    return held is not None


def test_one_film_of_a_person_waits_and_never_makes_a_colleague_s_go(told, small_room):
    first, second = (staff_of(told.owner) for _turn in range(2))
    early = keep(first, "film 1", 200)
    late = keep(second, "film 1", 200)
    assert waits(early, first, "film 1")
    assert waits(late, second, "film 1")
    newer = keep(second, "film 3", 200)
    assert not waits(late, second, "film 1")
    assert waits(newer, second, "film 3")
    assert waits(early, first, "film 1")
