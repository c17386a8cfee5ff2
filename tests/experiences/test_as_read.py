"""What was read is what is marked as read; who is in another file is asked anew."""

from hashlib import sha256
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from experiences.as_read import mark_of_said, mark_of_track
from experiences.choices import TrackState
from experiences.models import Film
from experiences.services import films
from network.choices import ConsentPurpose, PeopleShown
from tests.experiences.film_factories import FilmFactory, give_file, in_days
from tests.experiences.moving import a_film
from tests.network.desk import signed_in
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db
OTHER = "b" * 64
VTT = b"WEBVTT\n\n00:00.100 --> 00:00.900\nLa flauta suena.\n"


def captions_of(film):
    return film.tracks.get(kind="captions", language="es")


@pytest.fixture
def film():
    """A film whose texts are to be read again with its new file."""
    made = FilmFactory()
    give_file(made, OTHER)
    return Film.objects.get(pk=made.pk)


def press(browser, film, **sent):
    """The button «I read it» as it stands on the page that was opened."""
    return browser.post(reverse("films:act", args=[film.pk, "read"]), sent)


def changes():
    def another_file(film):
        give_file(film, "c" * 64)

    def other_captions(film):
        films.save_track(
            film=film, by=staff_of(film.owner), kind="captions", language="es", data=VTT
        )

    def other_words(film):
        films.save_transcript(
            film=film, by=staff_of(film.owner), language="es", typed="0:00 Otra cosa."
        )

    return {"file": another_file, "captions": other_captions, "words": other_words}


@pytest.mark.parametrize("what", ["file", "captions"])
def test_captions_that_changed_meanwhile_are_not_marked_as_read(film, what):
    browser, track = signed_in(staff_of(film.owner)), captions_of(film)
    seen = mark_of_track(film, track)
    changes()[what](film)
    answer = press(browser, film, track=track.pk, seen=seen)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "cambiaron desde que abrió esta página" in answer.content.decode()
    assert (
        captions_of(film).state != TrackState.REVIEWED
        or not captions_of(film).fits_film
    )
    # The page that is answered says how they stand now, and its button does it.
    page = html.fromstring(answer.content.decode())
    now = page.xpath(
        f"//form[.//input[@name='track'][@value='{track.pk}']]//input[@name='seen']/@value"
    )
    press(browser, film, track=track.pk, seen=now[0])
    assert captions_of(Film.objects.get(pk=film.pk)).is_served


@pytest.mark.parametrize("what", ["file", "words"])
def test_words_that_changed_meanwhile_are_not_marked_as_read(film, what):
    browser = signed_in(staff_of(film.owner))
    seen = mark_of_said(film, "es")
    changes()[what](film)
    lines = film.transcript.filter(language="es").values_list("fits", flat=True)
    before = list(lines)
    answer = press(browser, film, language="es", seen=seen)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert list(lines.all()) == before


def test_a_press_that_does_not_say_what_was_read_marks_nothing(film):
    browser, track = signed_in(staff_of(film.owner)), captions_of(film)
    assert press(browser, film, track=track.pk).status_code == HTTPStatus.CONFLICT
    assert not captions_of(film).is_served


@pytest.fixture
def signed_film():
    """A film of adults who signed."""
    return FilmFactory(
        people_shown=PeopleShown.ADULTS,
        consent_purpose=ConsentPurpose.PORTAL,
        consent_until=in_days(90),
    )


def test_another_file_asks_again_who_can_be_recognised(signed_film, tmp_path):
    browser = signed_in(staff_of(signed_film.owner))
    upload = SimpleUploadedFile("b.mp4", a_film(tmp_path / "b.mp4").read_bytes())
    address = reverse("films:upload", args=[signed_film.pk, "file"])
    page = browser.post(address, {"film": upload}, follow=True).content.decode()
    kept = Film.objects.get(pk=signed_film.pk)
    assert kept.people_shown == PeopleShown.NOT_SURE
    assert (kept.consent_purpose, kept.consent_until) == ("", None)
    assert "diga de nuevo si se reconoce a alguien" in page
    assert "Diga si se reconoce a alguien en él." in films.missing_of_film(kept)


def test_the_same_file_again_asks_nothing(signed_film):
    with signed_film.current.file.open("rb") as stored:
        data = stored.read()
    upload = SimpleUploadedFile("a.mp4", data)
    digest = sha256(data).hexdigest()
    signed_film.files.update(sha256=digest)
    signed_film = Film.objects.get(pk=signed_film.pk)
    films.attach_film(film=signed_film, by=staff_of(signed_film.owner), upload=upload)
    kept = Film.objects.get(pk=signed_film.pk)
    assert kept.people_shown == PeopleShown.ADULTS
