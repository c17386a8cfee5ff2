"""A correction and what it corrects show one stored file: each copy is made once, for both."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from experiences import rendering
from experiences.choices import RenditionState
from experiences.media import running
from experiences.models import Film, Rendition
from experiences.models.films import film_storage
from experiences.services import discarding, films
from tests.experiences.film_factories import published_film
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def told():
    """Published, and its clear copy is not made yet."""
    plant_pages()
    film = published_film()
    empty = {"state": RenditionState.QUEUED, "file": "", "size": 0, "sha256": ""}
    film.current.renditions.filter(kind="480p").update(**empty)
    return film


@pytest.fixture
def clerk(told):
    return staff_of(told.owner)


@pytest.fixture
def made(monkeypatch):
    """What was made, by kind; each takes no time."""
    asked = []

    def encode(kind, _source, target, _tell):
        asked.append(kind)
        Path(target).write_bytes(b"film")

    monkeypatch.setattr(running, "encode", encode)
    measured = dict.fromkeys(("width", "height", "duration"), 2) | {
        "rotation": 0, "container": "mov", "video_codec": "h264", "audio_codec": "aac",
    }  # fmt: skip
    monkeypatch.setattr(running, "probe", lambda _path: {"film": measured})
    return asked


def clear(film):
    return Film.objects.get(pk=film.pk).current.renditions.get(kind="480p")


def publish(correction, by):
    correction = Film.objects.get(pk=correction.pk)
    films.submit_film(film=correction, by=by)
    return films.publish_film(film=correction, by=editor_of_the_portal())


def test_it_is_made_once_and_both_have_it(told, clerk, made):
    correction = films.start_film_correction(film=told, by=clerk)
    assert rendering.render(clear(correction).pk)
    assert not rendering.render(clear(told).pk)
    assert made == ["480p"]
    assert clear(told).state == clear(correction).state == RenditionState.DONE
    assert clear(told).file.name == clear(correction).file.name


def test_while_one_is_made_the_other_waits_and_then_has_it(told, clerk, made):
    correction = films.start_film_correction(film=told, by=clerk)
    Rendition.objects.filter(pk=clear(told).pk).update(state=RenditionState.RUNNING)
    assert not rendering.render(clear(correction).pk)
    assert made == []
    assert clear(correction).state == RenditionState.QUEUED


def test_what_fails_failed_for_both_and_one_press_mends_both(
    told, clerk, made, monkeypatch
):
    correction = films.start_film_correction(film=told, by=clerk)
    with monkeypatch.context() as patch:
        patch.setattr(running, "encode", _broken)
        assert not rendering.render(clear(correction).pk)
    assert clear(told).fault == clear(correction).fault == "broken"
    assert films.try_again(film=correction, by=clerk) == 1
    assert rendering.render(clear(correction).pk)
    assert (clear(told).state, clear(told).fault) == (RenditionState.DONE, "")


def _broken(*_given):
    raise running.Failed("broken")


def test_published_meanwhile_it_is_neither_lost_nor_left_failed(
    told, clerk, made, django_capture_on_commit_callbacks
):
    failed = {"state": RenditionState.FAILED, "fault": "broken"}
    Rendition.objects.filter(pk=clear(told).pk).update(**failed)
    correction = films.start_film_correction(film=told, by=clerk)
    assert clear(correction).state == RenditionState.QUEUED
    with django_capture_on_commit_callbacks(execute=True):
        kept = publish(correction, clerk)
    assert clear(kept).state != RenditionState.FAILED
    rendering.render(clear(kept).pk)
    assert clear(kept).state == RenditionState.DONE


def test_discarded_while_it_was_made_what_is_published_has_it(told, clerk, made):
    correction = films.start_film_correction(film=told, by=clerk)
    row = Rendition.objects.select_related("original").get(pk=clear(correction).pk)
    assert rendering._claim(row)
    discarding.delete_whole(Film.objects.get(pk=correction.pk))
    target = film_storage().path(film_storage().save("films/t", ContentFile(b"film")))
    assert rendering._keep(row, Path(target), "mp4", "video/mp4")
    assert clear(told).state == RenditionState.DONE
    assert film_storage().exists(clear(told).file.name)
