"""A film's file, its copies and its texts."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from experiences import rendering
from experiences.media import running
from experiences.models import Film, Rendition
from experiences.models.films import film_storage
from experiences.services import films
from network.choices import ReviewState
from network.services.refusals import Refused
from tests.experiences.film_factories import (
    FilmFactory,
    FilmRecordFactory,
    OutsideFilmFactory,
    give_file,
)
from tests.experiences.moving import a_film
from tests.network.factories import MunicipalityFactory, staff_of

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
VTT = b"WEBVTT\n\n00:01.000 --> 00:03.000\nBuenos d\xc3\xadas.\n"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return a_film(tmp_path_factory.mktemp("film") / "a.mp4").read_bytes()


def upload(content, name="a.mp4"):
    return SimpleUploadedFile(name, content, "video/mp4")


def stored() -> set[str]:
    folder = film_storage()
    return set(folder.listdir("films")[1]) if folder.exists("films") else set()


def test_an_uploaded_film_is_measured_kept_and_copied(content):
    film = FilmRecordFactory()
    row, new = films.attach_film(
        film=film, by=staff_of(film.owner), upload=upload(content)
    )
    film.refresh_from_db()
    assert (film.current, new, row.width, row.audio_codec) == (row, True, 96, "aac")
    assert all(rendering.render(copy.pk) for copy in row.renditions.all())
    assert not any(rendering.render(copy.pk) for copy in row.renditions.all())
    for copy in row.renditions.all():
        assert (copy.state, copy.progress) == ("done", 100)
        assert copy.file.size == copy.size > 0
    assert row.renditions.get(kind="poster").content_type == "image/webp"
    assert row.file.size == len(content)


def test_the_same_film_twice_is_one(content):
    film = FilmRecordFactory()
    by = staff_of(film.owner)
    first, _new = films.attach_film(film=film, by=by, upload=upload(content))
    second, new = films.attach_film(film=film, by=by, upload=upload(content, "b.mp4"))
    assert (second, new) == (first, False)
    assert len(stored()) == 1


def test_the_same_film_in_another_record_is_kept_apart_and_said(content):
    film = FilmRecordFactory(title_es="El parque")
    by = staff_of(film.owner)
    films.attach_film(film=film, by=by, upload=upload(content))
    other = FilmRecordFactory(owner=film.owner)
    file, new = films.attach_film(film=other, by=by, upload=upload(content))
    assert new
    assert films.also_in(file, by=by) == [film]
    assert films.also_in(file, by=staff_of(MunicipalityFactory())) == []
    assert len(stored()) == 2


@pytest.mark.parametrize("bad", [b"", b"Querida vecina", b"\x00\x00\x00\x20ftypisom"])
def test_what_is_no_film_leaves_all_as_it_was(content, bad):
    film = FilmRecordFactory()
    by = staff_of(film.owner)
    first, _new = films.attach_film(film=film, by=by, upload=upload(content))
    with pytest.raises(ValidationError):
        films.attach_film(film=film, by=by, upload=upload(bad))
    film.refresh_from_db()
    assert film.current == first
    assert len(stored()) == 1


def test_too_heavy_a_film_and_a_strangers_are_refused(content, settings):
    film = FilmRecordFactory()
    with pytest.raises(Refused):
        films.attach_film(
            film=film, by=staff_of(MunicipalityFactory()), upload=upload(content)
        )
    elsewhere = OutsideFilmFactory()
    with pytest.raises(Refused):
        films.attach_film(
            film=elsewhere, by=staff_of(elsewhere.owner), upload=upload(content)
        )
    settings.FILM_MEGABYTES = 0
    with pytest.raises(ValidationError) as found:
        films.attach_film(film=film, by=staff_of(film.owner), upload=upload(content))
    assert found.value.code == "too_heavy"
    assert stored() == set()


def test_a_new_file_puts_its_captions_up_for_review(content):
    film = FilmFactory()
    by = staff_of(film.owner)
    before = film.current
    films.attach_film(film=film, by=by, upload=upload(content))
    track = film.tracks.get()
    assert track.state == "to_review"
    film.refresh_from_db()
    assert any("se reemplazó" in sentence for sentence in films.missing_of_film(film))
    films.review_track(film=film, by=by, track=track.pk)
    track.refresh_from_db()
    assert (track.state, track.fits) == ("reviewed", film.current.sha256)
    assert film_storage().exists(before.file.name)


@pytest.mark.parametrize(
    ("fault", "code"),
    [(running.Failed("broken"), "broken"), (OSError(28, "No space left"), "no_room")],
)
def test_a_copy_that_fails_says_why_and_is_tried_again(monkeypatch, fault, code):
    film = FilmRecordFactory()
    row = give_file(film)
    copy = row.renditions.get(kind="240p")
    Rendition.objects.filter(pk=copy.pk).update(state="queued", file="", size=0)

    def fail(*_given):
        raise fault

    monkeypatch.setattr(running, "encode", fail)
    assert not rendering.render(copy.pk)
    copy.refresh_from_db()
    assert (copy.state, copy.fault) == ("failed", code)
    assert film_storage().exists(row.file.name)
    assert films.try_again(film=film, by=staff_of(film.owner)) == 1
    copy.refresh_from_db()
    assert (copy.state, copy.fault) == ("queued", "")
    with pytest.raises(Refused):
        films.try_again(film=film, by=staff_of(film.owner))


def test_a_copy_whose_worker_was_killed_is_made_again():
    film = FilmRecordFactory()
    copy = give_file(film).renditions.get(kind="240p")
    now = timezone.now()
    Rendition.objects.filter(pk=copy.pk).update(
        state="running", file="", size=0, tried_at=now
    )
    assert not rendering.render(copy.pk)
    with pytest.raises(Refused):
        films.try_again(film=film, by=staff_of(film.owner))
    long_ago = now - datetime.timedelta(minutes=6)
    Rendition.objects.filter(pk=copy.pk).update(tried_at=long_ago)
    assert films.try_again(film=film, by=staff_of(film.owner)) == 1


def test_a_file_that_is_gone_says_so():
    film = FilmRecordFactory()
    row = give_file(film)
    copy = row.renditions.get(kind="240p")
    Rendition.objects.filter(pk=copy.pk).update(state="queued", file="", size=0)
    film_storage().delete(row.file.name)
    assert not rendering.render(copy.pk)
    assert Rendition.objects.get(pk=copy.pk).fault == "lost"


def test_captions_are_kept_clean_and_fill_what_is_said():
    film = FilmRecordFactory()
    give_file(film)
    by = staff_of(film.owner)
    track, mended = films.save_track(
        film=film, by=by, kind="captions", language="es",
        data=VTT.decode().encode("cp1252"),
    )  # fmt: skip
    assert mended == ("windows1252",)
    assert (track.state, track.fits) == ("draft", film.current.sha256)
    assert film.transcript.get().text == "Buenos días."
    films.save_track(
        film=film,
        by=by,
        kind="captions",
        language="es",
        data=VTT.replace(b"Buenos", b"Otros"),
    )
    assert film.tracks.get().text.count("Otros") == 1
    assert film.transcript.get().text == "Otros días."
    films.remove_track(film=film, by=by, track=film.tracks.get().pk)
    assert film.transcript.exists()


@pytest.mark.parametrize(
    "data", [b"x", VTT.replace(b"00:03", b"09:03"), VTT.replace(b"00:03", b"00:00")]
)
def test_captions_of_another_film_change_nothing(data):
    film = FilmFactory()
    before = film.tracks.get().text
    with pytest.raises(ValidationError):
        films.save_track(
            film=film,
            by=staff_of(film.owner),
            kind="captions",
            language="es",
            data=data,
        )
    assert film.tracks.get().text == before


def test_what_is_said_is_typed_line_by_line():
    film = FilmFactory()
    by = staff_of(film.owner)
    said = "0:00 Antes nadie venía.\n0:04 Ahora sí."
    assert films.save_transcript(film=film, by=by, language="es", typed=said) == 2
    version = Film.objects.get(pk=film.pk).version
    films.save_transcript(film=film, by=by, language="es", typed=said)
    assert Film.objects.get(pk=film.pk).version == version
    with pytest.raises(ValidationError):
        films.save_transcript(
            film=film, by=by, language="es", typed="Antes nadie venía."
        )
    Film.objects.filter(pk=film.pk).update(review_state=ReviewState.SUBMITTED)
    with pytest.raises(Refused):
        films.save_transcript(film=film, by=by, language="es", typed="0:00 Otra cosa")
    lines = film.transcript.filter(language="es")
    assert [line.text for line in lines] == ["Antes nadie venía.", "Ahora sí."]


def test_a_chosen_still_is_drawn_again_small(tmp_path):
    film = FilmFactory()
    Image.effect_noise((1600, 1200), 90).save(tmp_path / "still.jpg")
    still = SimpleUploadedFile("still.jpg", (tmp_path / "still.jpg").read_bytes())
    chosen = films.choose_poster(film=film, by=staff_of(film.owner), upload=still)
    assert 0 < chosen.poster_size == chosen.poster.size <= 20_000


def test_only_old_files_of_nothing_are_swept(monkeypatch):
    film = FilmFactory()
    kept = stored()
    film_storage().save("films/left.film", SimpleUploadedFile("x", b"x"))
    assert films.sweep_film_files() == 0
    monkeypatch.setattr("experiences.film_limits.OLD_AFTER", datetime.timedelta(0))
    assert films.sweep_film_files() == 1
    assert stored() == kept
    assert film.current
