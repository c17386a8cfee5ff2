"""What people upload by mistake: one clear sentence, in their language, and nothing lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override
from lxml import html

from experiences.choices import RenditionKind
from experiences.film_addresses import film_address, media_address
from experiences.media.probe import NotAFilm, measure
from experiences.models import Film
from experiences.services import films
from tests.experiences.film_factories import (
    FilmFactory,
    OutsideFilmFactory,
    published_film,
)
from tests.experiences.moving import a_film, a_song, promising
from tests.network.desk import signed_in
from tests.network.factories import staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


def odd(folder):
    """A film in a way of writing that nobody knows."""
    known = a_film(folder / "known.mp4", sound=False)
    path = folder / "odd.mp4"
    path.write_bytes(known.read_bytes().replace(b"avc1", b"zzzz"))
    return path


def cut(folder):
    """Copied while it was still being saved."""
    path = folder / "cut.mp4"
    content = a_film(folder / "whole.mp4", seconds=2).read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def long(folder):
    """Ten hours, its header says."""
    liar = a_film(folder / "liar.webm", codec="libvpx", sound=False)
    return promising(liar, 36_000)


def song(folder):
    return a_song(folder / "song.m4a")


def text(folder):
    path = folder / "carta.mp4"
    path.write_bytes(b"Querida vecina")
    return path


def words(answer):
    page = html.fromstring(answer.content.decode())
    return " ".join(" ".join(page.itertext()).split())


@pytest.mark.parametrize(
    ("made", "spanish", "english"),
    [
        (odd, "no puede leer", "cannot read"),
        (cut, "está dañado", "is damaged"),
        (long, "más de una hora", "more than one hour"),
        (song, "pero no imágenes", "but no pictures"),
        (text, "no es un video", "not a video"),
    ],
)
def test_a_film_that_cannot_be_taken_says_so_and_the_one_before_stays(
    tmp_path, made, spanish, english
):
    film = FilmFactory()
    before, content = film.current, made(tmp_path).read_bytes()
    browser = signed_in(staff_of(film.owner))
    for language, sentence in (("es", spanish), ("en", english)):
        upload = SimpleUploadedFile("a.mp4", content, "video/mp4")
        with override(language):
            there = reverse("films:upload", args=[film.pk, "file"])
        answer = browser.post(there, {"film": upload})
        assert answer.status_code == 422
        assert sentence in words(answer)
    film = Film.objects.get(pk=film.pk)
    assert film.current == before
    assert film.tracks.get().is_served
    assert all(line.is_served for line in film.transcript.all())


def test_a_way_of_writing_that_nobody_knows_is_named(tmp_path):
    with pytest.raises(NotAFilm) as refused:
        measure(str(odd(tmp_path)))
    assert refused.value.code == "odd_codec"


@pytest.mark.parametrize(
    ("cues", "sentence"),
    [
        ("00:03.000 --> 00:01.000\nA", "Línea 3: El tiempo va hacia atrás"),
        ("01:00:00.000 --> 01:00:02.000\nA", "subtítulos de otro video"),
        ("ayer --> hoy\nA", "Línea 3: "),
    ],
)
def test_captions_that_cannot_be_used_say_where_and_those_before_stay(cues, sentence):
    film = FilmFactory()
    before = film.tracks.get().text
    vtt = SimpleUploadedFile("a.vtt", f"WEBVTT\n\n{cues}\n".encode())
    sent = {"kind": "captions", "language": "es", "track": vtt}
    there = reverse("films:upload", args=[film.pk, "track"])
    answer = signed_in(staff_of(film.owner)).post(there, sent)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert film.tracks.get().text == before
    assert film.transcript.filter(language="es").count() == 3


def test_what_was_mended_is_said_and_a_script_is_served_as_words(client):
    film = FilmFactory()
    cues = "00:01.000 --> 00:05.000\n<script>x</script>\n\n00:03.000 --> 00:06.000\nB"
    vtt = SimpleUploadedFile("a.vtt", f"WEBVTT\n\n{cues}\n".encode())
    sent = {"kind": "captions", "language": "es", "track": vtt}
    browser = signed_in(staff_of(film.owner))
    there = reverse("films:upload", args=[film.pk, "track"])
    told = words(browser.post(there, sent, follow=True))
    assert "se encimaban" in told
    answer = browser.get(media_address(film.uuid, "captions.es.vtt"))
    assert b"<script" not in answer.content
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(media_address(film.uuid, "captions.es.vtt")).status_code == 404


def test_a_silent_film_offers_no_sound_and_asks_for_no_captions(client):
    plant_pages()
    silent = FilmFactory(spoken="none")
    silent.current.audio_codec = ""
    silent.current.save()
    assert RenditionKind.AUDIO not in silent.current.wanted
    silent.current.renditions.filter(kind="audio").delete()
    silent.tracks.all().delete()
    assert films.missing_of_film(Film.objects.get(pk=silent.pk)) == []
    public = published_film(spoken="none")
    public.current.renditions.filter(kind="audio").delete()
    page = client.get(film_address(public.slug)).content.decode()
    assert "<video" in page
    assert "Descargar solo el sonido" not in page


@pytest.mark.parametrize(
    ("pasted", "sentence"),
    [
        ("https://www.tiktok.com/@x/video/123", "YouTube, Vimeo y Facebook"),
        ("https://www.youtube.com/@canal", "un canal, una lista"),
        ("el video del parque", "Pegue la dirección"),
    ],
)
def test_an_address_that_names_no_film_is_said_beside_it(pasted, sentence):
    film = OutsideFilmFactory()
    there = reverse("films:edit", args=[film.pk])
    sent = {
        "version": film.version, "title_es": "Otro título", "spoken": "es",
        "licence": film.licence, "people_shown": "nobody", "address": pasted,
    }  # fmt: skip
    answer = signed_in(staff_of(film.owner)).post(there, sent)
    page = html.fromstring(answer.content.decode())
    (box,) = page.xpath("//input[@name='address']")
    assert box.get("value") == pasted
    assert box.get("aria-invalid") == "true"
    assert page.xpath("//input[@name='title_es']/@value") == ["Otro título"]
    assert sentence in words(answer)
    assert Film.objects.get(pk=film.pk).external_id == film.external_id
