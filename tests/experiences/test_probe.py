"""Files that call themselves films, and what is made of those that are."""

import av
import pytest
from PIL import Image

from experiences.media import running
from experiences.media.encode import RECIPES, main
from experiences.media.limits import POSTER_BYTES, SMALL_BYTES_A_MINUTE
from experiences.media.probe import NotAFilm, measure
from tests.experiences.moving import a_film, a_song, promising, turned


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("films")


@pytest.fixture(scope="module")
def film(folder):
    return a_film(folder / "film.mp4", seconds=2)


def refused(path) -> str:
    with pytest.raises(NotAFilm) as found:
        measure(str(path))
    return found.value.code


def test_a_film_is_measured(film):
    found = measure(str(film))
    assert (found.width, found.height, found.rotation) == (96, 64, 0)
    assert 1_900 <= found.duration <= 2_200
    assert (found.video_codec, found.audio_codec) == ("h264", "aac")


@pytest.mark.parametrize(
    ("name", "codec"),
    [("film.webm", "libvpx"), ("film.avi", "mpeg4"), ("film.mov", "libx264")],
)
def test_other_kinds_of_file_are_films_too(folder, name, codec):
    assert measure(str(a_film(folder / name, codec=codec, sound=False))).width == 96


def test_a_film_without_sound_is_a_film(folder):
    path = a_film(folder / "silent.mp4", sound=False)
    assert measure(str(path)).audio_codec == ""
    main("240p", str(path), str(folder / "silent-240p.mp4"))
    assert measure(str(folder / "silent-240p.mp4")).audio_codec == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Querida vecina",
        b"\x00" * 5_000,
        b"%PDF-1.7 ...",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_film_is_refused(folder, content):
    path = folder / "not.mp4"
    path.write_bytes(content)
    assert refused(path) == "not_a_film"


def test_a_picture_is_no_film(folder):
    Image.new("RGB", (64, 64)).save(folder / "picture.jpg")
    assert refused(folder / "picture.jpg") in ("not_a_film", "too_short")


def test_a_song_has_no_pictures(folder):
    assert refused(a_song(folder / "song.m4a")) == "no_pictures"


def test_a_film_whose_end_is_missing_is_refused(folder, film):
    content = film.read_bytes()
    half = folder / "half.mp4"
    # The table of contents stands at its end, and is lost.
    half.write_bytes(content[: len(content) // 2])
    assert refused(half) == "damaged"
    early = folder / "early.mp4"
    main("240p", str(a_film(folder / "long.mp4", seconds=8, noise=True)), str(early))
    content = early.read_bytes()
    early.write_bytes(content[: len(content) // 2])
    assert refused(early) == "truncated"


def test_ten_hours_by_its_header_are_too_long(folder):
    liar = a_film(folder / "liar.webm", codec="libvpx", sound=False)
    assert refused(promising(liar, 36_000)) == "too_long"
    assert refused(promising(liar, 1_800)) == "truncated"


def test_a_turned_film_is_seen_upright(folder, film):
    path = folder / "turned.mp4"
    path.write_bytes(film.read_bytes())
    found = measure(str(turned(path)))
    assert (found.width, found.height) == (64, 96)
    main("240p", str(path), str(folder / "upright.mp4"))
    copy = measure(str(folder / "upright.mp4"))
    assert (copy.width, copy.height, copy.rotation) == (64, 96, 0)
    main("poster", str(path), str(folder / "upright.webp"))
    with Image.open(folder / "upright.webp") as still:
        assert still.height > still.width
        # The lamp in the upper left of the frames is now in the upper right.
        assert still.convert("RGB").getpixel((still.width - 8, 8))[0] > 150


def test_a_copy_says_nothing_of_who_filmed(folder, film):
    main("480p", str(film), str(folder / "copy.mp4"))
    with av.open(str(film)) as before, av.open(str(folder / "copy.mp4")) as after:
        assert "Grabado en casa" in before.metadata.values()
        assert "Grabado en casa" not in after.metadata.values()
    content = (folder / "copy.mp4").read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_the_light_copy_keeps_to_its_bytes_whatever_moves(folder):
    path = a_film(folder / "noise.mp4", seconds=6, size=(640, 360), noise=True)
    main("240p", str(path), str(folder / "light.mp4"))
    light = folder / "light.mp4"
    assert measure(str(light)).height == RECIPES["240p"].height
    minutes = measure(str(light)).duration / 60_000
    # In so short a film its heading and first frame weigh more than in a minute.
    assert light.stat().st_size / minutes < SMALL_BYTES_A_MINUTE * 1.25


def test_the_still_weighs_little_whatever_it_shows(folder):
    path = a_film(folder / "busy.mp4", size=(1280, 720), noise=True)
    main("poster", str(path), str(folder / "busy.webp"))
    assert (folder / "busy.webp").stat().st_size <= POSTER_BYTES


def test_what_reads_it_runs_apart_and_tells_how_far_it_is(folder, film):
    assert running.probe(str(film))["film"]["width"] == 96
    assert running.probe(str(folder / "nowhere.mp4")) == {"refused": "damaged"}
    told = []
    running.encode("audio", str(film), str(folder / "sound.m4a"), told.append)
    assert told[-1] == 100
    with av.open(str(folder / "sound.m4a")) as sound:
        assert not sound.streams.video


def test_what_fails_apart_says_so(folder, film, monkeypatch):
    with pytest.raises(running.Failed) as found:
        running.encode("audio", str(folder / "nowhere"), str(folder / "x.m4a"), print)
    assert found.value.code == "broken"
    monkeypatch.setattr(running, "ENCODE_SECONDS", 0.01)
    with pytest.raises(running.Failed) as found:
        running.encode("480p", str(film), str(folder / "x.mp4"), print)
    assert found.value.code == "too_slow"
