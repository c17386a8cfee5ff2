"""Captions, chapters and words go with the file for which they were made, and no other."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from amuprev.site.searching import faults_of_search
from experiences.as_read import mark_of_said
from experiences.film_addresses import film_address, media_address
from experiences.models import Film, Track
from experiences.services import films
from network.services.refusals import Refused
from tests.experiences.film_factories import (
    FilmFactory,
    give_file,
    published_film,
)
from tests.experiences.moving import a_film
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
CHAPTERS = "WEBVTT\n\n00:00.000 --> 00:05.000\nEl principio\n"
OTHER = "b" * 64


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return a_film(tmp_path_factory.mktemp("film") / "a.mp4").read_bytes()


def with_texts(**values):
    """A draft whose captions in English and chapters were read with its file too."""
    film = FilmFactory(**values)
    read = {"fits": film.digest, "state": "reviewed", "text": CHAPTERS}
    Track.objects.create(film=film, kind="captions", language="en", **read)
    Track.objects.create(film=film, kind="chapters", language="es", **read)
    return film


def publish(film, by):
    films.submit_film(film=film, by=by)
    return films.publish_film(film=film, by=editor_of_the_portal())


def shown(client, film, language="es"):
    page = html.fromstring(client.get(film_address(film.slug, language)).content)
    tracks = [(each.get("kind"), each.get("srclang")) for each in page.xpath("//track")]
    return sorted(tracks), page.xpath("//ol[@data-film-said]/@lang")


def test_over_a_new_file_only_what_was_read_with_it_is_served(client):
    film = with_texts()
    by = staff_of(film.owner)
    give_file(film, OTHER)
    films.review_track(
        film=film, by=by, track=film.tracks.get(language="es", kind="captions").pk
    )
    public = publish(film, by)
    assert shown(client, public) == ([("captions", "es")], ["es"])
    assert shown(client, public, "en") == ([("captions", "es")], ["es"])
    for name in ("captions.en.vtt", "chapters.es.vtt"):
        assert client.get(media_address(film.uuid, name)).status_code == 404
        desk = signed_in(by).get(media_address(film.uuid, name))
        assert desk.status_code == 200
        assert "no-store" in desk["Cache-Control"]
    assert (
        client.get("/es/videos/?captions=en").content.count(b'class="film-card"') == 0
    )
    assert (
        client.get("/es/videos/?captions=es").content.count(b'class="film-card"') == 1
    )
    found = client.get("/en/buscar/?q=Nobody+came", follow=True).content.decode()
    assert "?t=0" not in found
    assert [each for each in faults_of_search() if each.startswith("said/")] == []


def test_words_written_for_another_file_are_read_again_before_it_is_sent(content):
    film = with_texts()
    by = staff_of(film.owner)
    upload = SimpleUploadedFile("b.mp4", content, "video/mp4")
    films.attach_film(film=film, by=by, upload=upload)
    film = Film.objects.get(pk=film.pk)
    assert not any(line.is_served for line in film.transcript.all())
    told = " ".join(films.missing_of_film(film))
    assert "para otro archivo" in told
    browser, act = signed_in(by), reverse("films:act", args=[film.pk, "read"])
    page = browser.get(reverse("films:film", args=[film.pk])).content.decode()
    assert page.count("otro archivo de este video") == 2
    browser.post(act, {"language": "es", "seen": mark_of_said(film, "es")})
    film = Film.objects.get(pk=film.pk)
    assert "para otro archivo" not in " ".join(films.missing_of_film(film))
    served = {line.language for line in film.transcript.all() if line.is_served}
    assert served == {"es"}


def test_saved_unchanged_over_a_new_file_they_are_of_that_file():
    film = with_texts()
    by = staff_of(film.owner)
    give_file(film, OTHER)
    typed = "0:00 Antes nadie venía.\n0:05 Ahora sí."
    films.save_transcript(film=film, by=by, language="es", typed=typed)
    give_file(film, "c" * 64)
    films.save_transcript(film=film, by=by, language="es", typed=typed)
    fits = set(film.transcript.filter(language="es").values_list("fits", flat=True))
    assert fits == {"c" * 64}


def test_captions_read_with_the_file_carry_the_same_words_along():
    film = with_texts()
    by = staff_of(film.owner)
    spanish = film.tracks.get(kind="captions", language="es")
    give_file(film, OTHER)
    films.review_track(film=film, by=by, track=spanish.pk)
    assert all(line.is_served for line in film.transcript.filter(language="es"))
    assert not any(line.is_served for line in film.transcript.filter(language="en"))


def test_captions_of_an_earlier_file_are_not_enough_even_when_they_say_reviewed():
    film = with_texts()
    film.tracks.update(fits=OTHER)
    assert "se reemplazó" in " ".join(films.missing_of_film(film))
    with pytest.raises(Refused):
        films.submit_film(film=film, by=staff_of(film.owner))


def test_a_correction_carries_the_file_of_its_words():
    film = published_film()
    by = staff_of(film.owner)
    made = films.start_film_correction(film=film, by=by)
    assert {line.fits for line in made.transcript.all()} == {film.digest}
