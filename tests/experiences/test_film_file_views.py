"""The files of films: whole and in parts, for whoever may see them."""

import random
import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html
from PIL import Image

from experiences.film_addresses import film_address, media_address
from experiences.film_lines import copies_of
from experiences.services import films
from tests.experiences.film_factories import (
    BYTES,
    FilmFactory,
    OutsideFilmFactory,
    published_film,
)
from tests.network.factories import MunicipalityFactory, editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
LIGHT = BYTES * 3


@pytest.fixture
def film():
    return published_film()


def address(film, kind="240p"):
    return next(copy.url for copy in copies_of(film) if copy.kind == kind)


def get(client, path, **given):
    """The answer and its bytes, with its file closed."""
    answer = client.get(path, **given)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    # Closed as whoever serves it does, but for the database.
    for close in answer._resource_closers:
        close()
    return answer, content


def test_the_whole_file_with_its_kind_and_its_length(client, film):
    given = {"accept-encoding": "gzip"}
    answer, content = get(client, address(film), headers=given)
    assert (answer.status_code, answer["Content-Type"]) == (200, "video/mp4")
    assert content == LIGHT
    assert int(answer["Content-Length"]) == len(LIGHT)
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["Content-Encoding"] == "identity"
    assert not answer.cookies


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-99", 0, 99), ("bytes=6000-", 6000, 6143), ("bytes=-10", 6134, 6143)],
)
def test_a_part_of_it(client, film, asked, first, last):
    answer, content = get(client, address(film), headers={"range": asked})
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/{len(LIGHT)}"
    assert content == LIGHT[first : last + 1]
    assert int(answer["Content-Length"]) == last + 1 - first


def test_a_part_that_does_not_exist(client, film):
    answer = client.get(address(film), headers={"range": "bytes=99999-"})
    assert (answer.status_code, answer["Content-Range"]) == (
        416,
        f"bytes */{len(LIGHT)}",
    )


def test_the_rest_of_another_file_is_the_whole_of_this_one(client, film):
    whole, _content = get(client, address(film))
    asked = {"range": "bytes=5-9"}
    given = {**asked, "if-range": whole["ETag"]}
    same, _content = get(client, address(film), headers=given)
    other, _content = get(client, address(film), headers={**asked, "if-range": '"x"'})
    assert (same.status_code, other.status_code) == (206, 200)
    known = client.get(address(film), headers={"if-none-match": whole["ETag"]})
    assert known.status_code == 304


def test_its_head_alone(client, film):
    answer = client.head(address(film))
    assert (answer.status_code, int(answer["Content-Length"])) == (200, len(LIGHT))
    assert client.post(address(film)).status_code == 405


def test_captions_come_as_captions(client, film):
    answer = client.get(media_address(film.uuid, "captions.es.vtt"))
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.startswith(b"WEBVTT\n")
    assert client.get(media_address(film.uuid, "captions.en.vtt")).status_code == 404


def test_the_sound_is_taken_along_under_a_name(client, film):
    answer, _content = get(client, f"{address(film, 'audio')}?save")
    assert answer["Content-Type"] == "audio/mp4"
    assert answer["Content-Disposition"].startswith('attachment; filename="amuprev-')


@pytest.mark.parametrize(
    "name", ["x.mp4", "240p-deadbeef.mp4", "original.film", "480p-.mp4", "still-.webp"]
)
def test_no_other_name_leads_anywhere(client, film, name):
    assert client.get(media_address(film.uuid, name)).status_code == 404


def test_of_a_draft_only_to_those_who_may_read_it(client):
    film = FilmFactory()
    path = address(film)
    assert client.get(path).status_code == 404
    client.force_login(staff_of(MunicipalityFactory()))
    assert client.get(path).status_code == 404
    client.force_login(staff_of(film.owner))
    answer, _content = get(client, path)
    assert answer.status_code == 200
    assert answer["Cache-Control"].startswith("private, no-store")


def test_hidden_it_is_gone_at_once(client, film):
    path = address(film)
    films.hide_film(film=film, by=editor_of_the_portal())
    assert client.get(path).status_code == 404
    assert client.get(media_address(film.uuid, "captions.es.vtt")).status_code == 404


def drawn(seed, size=(480, 270)):
    """A still as heavy as stills may be."""
    random.seed(seed)
    noise = Image.effect_noise(size, 90).convert("RGB")
    return SimpleUploadedFile(
        "a.webp", saved(noise, "WEBP", quality=80), content_type="image/webp"
    )


def saved(picture, kind, **how):
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def test_a_page_of_twelve_shows_twenty_kilobytes_of_stills(client):
    plant_pages()
    for turn in range(12):
        row = OutsideFilmFactory()
        films.choose_poster(film=row, by=staff_of(row.owner), upload=drawn(turn))
        films.submit_film(film=row, by=staff_of(row.owner))
        films.publish_film(film=row, by=editor_of_the_portal())
    page = html.fromstring(client.get("/es/videos/").content.decode())
    shown = page.xpath("//main//img")
    assert len(shown) == 12
    assert {each.get("loading") for each in shown} == {"lazy"}
    sent = [get(client, each.get("src")) for each in shown]
    assert {answer["Content-Type"] for answer, _content in sent} == {"image/webp"}
    assert sum(len(content) for _answer, content in sent) <= 20 * 1024
    for _answer, content in sent:
        with Image.open(BytesIO(content)) as picture:
            assert picture.width >= 60


def test_the_small_still_is_of_stills_alone(client, film):
    for kind in ("240p", "audio"):
        name = address(film, kind).rpartition("/")[2]
        small = media_address(film.uuid, f"small-{name}")
        assert client.get(small).status_code == 404
    small = media_address(film.uuid, "small-poster-deadbeef.webp")
    assert client.get(small).status_code == 404


def test_other_captions_have_another_address(client):
    plant_pages()
    film = published_film()
    page = html.fromstring(client.get(film_address(film.slug)).content)
    (before,) = page.xpath("//track/@src")
    assert re.search(r"/captions\.es-[0-9a-f]{8}\.vtt$", before)
    assert client.get(before).status_code == 200
    track = film.tracks.get()
    track.text = track.text.replace("nadie", "casi nadie")
    track.save()
    # Those that a browser keeps for a minute are never those of the page.
    assert client.get(before).status_code == 404
    (after,) = html.fromstring(client.get(film_address(film.slug)).content).xpath(
        "//track/@src"
    )
    assert after != before
    assert "casi nadie" in client.get(after).content.decode()
