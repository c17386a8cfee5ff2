"""The workspace of films: each door, and a film from its first press to the public."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from experiences import rendering
from experiences.models import Film
from experiences.services.films import save_film
from network.choices import PeopleShown, ReviewState, Role
from tests.experiences.film_factories import (
    FilmFactory,
    FilmRecordFactory,
    published_film,
    sent_film,
)
from tests.experiences.moving import a_film
from tests.network.factories import MunicipalityFactory, editor_of_the_portal, staff_of

pytestmark = pytest.mark.django_db
VTT = b"WEBVTT\n\n00:00.100 --> 00:00.900\nEl tambor suena.\n"


def words(answer):
    page = html.fromstring(answer.content.decode())
    return " ".join(" ".join(page.xpath("//main")[0].itertext()).split())


def at(name, film, *rest):
    return reverse(f"films:{name}", args=(film.pk, *rest))


def hidden_of(page, action):
    """What a form of the page sends by itself."""
    boxes = page.xpath(f"//form[@action='{action}']//input[@type='hidden']")
    return {box.get("name"): box.get("value", "") for box in boxes}


def record_of(film, **changed):
    said = {
        "version": film.version, "title_es": film.title_es, "title_en": "",
        "summary_es": "Lo que pasó en el parque.", "spoken": "es", "licence": "cc-by-4.0",
        "rights_holder": "Municipalidad", "poster_alt_es": "Un tambor", "year": "2012",
        "people_shown": PeopleShown.NOBODY,
    }  # fmt: skip
    return {**said, **changed}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return a_film(tmp_path_factory.mktemp("film") / "a.mp4").read_bytes()


def test_from_the_first_press_to_the_public(client, content):
    town, editor = MunicipalityFactory(), editor_of_the_portal()
    client.force_login(staff_of(town))
    started = {"client_uuid": str(uuid.uuid4()), "title_es": "El tambor"}
    client.post(reverse("films:start"), started)
    film = Film.objects.get()
    upload = SimpleUploadedFile("a.mp4", content)
    client.post(at("upload", film, "file"), {"film": upload})
    film.refresh_from_db()
    for copy in film.current.renditions.all():
        rendering.render(copy.pk)
    track = {
        "kind": "captions",
        "language": "es",
        "track": SimpleUploadedFile("a.vtt", VTT),
    }
    client.post(at("upload", film, "track"), track)
    page = html.fromstring(client.get(at("film", film)).content.decode())
    client.post(at("act", film, "read"), hidden_of(page, at("act", film, "read")))
    film.refresh_from_db()
    saved = client.post(at("edit", film), record_of(film))
    assert saved.status_code == 302
    assert "Enviar este video a edición" in words(client.get(at("film", film)))
    client.post(at("act", film, "send"))
    client.force_login(editor)
    client.post(at("act", film, "return"), {"note": "Falta el año."})
    film.refresh_from_db()
    assert film.review_state == ReviewState.RETURNED
    client.force_login(staff_of(town))
    assert "Falta el año." in words(client.get(at("film", film)))
    client.post(at("act", film, "send"))
    film.refresh_from_db()
    client.force_login(editor)
    read = {"version": film.version}
    # What publishing means is asked first.
    assert "/es/videos/" in words(client.post(at("act", film, "publish"), read))
    client.post(at("act", film, "publish"), read | {"looked": film.version})
    film.refresh_from_db()
    assert film.is_public


def test_a_neighbour_finds_nothing_and_a_stranger_signs_in(client):
    film = FilmFactory()
    paths = [
        at("film", film), at("edit", film), at("said", film, "es"),
    ]  # fmt: skip
    posts = [at("upload", film, "file"), at("act", film, "send")]
    for path in (*paths, reverse("films:films"), reverse("films:start")):
        assert client.get(path).status_code == 302
    client.force_login(staff_of(MunicipalityFactory()))
    assert [client.get(path).status_code for path in paths] == [404] * 3
    assert [client.post(path).status_code for path in posts] == [404] * 2
    assert film.title_es not in words(client.get(reverse("films:films")))


def test_wrong_methods_and_wrong_words_lead_nowhere(client):
    film = FilmFactory()
    client.force_login(staff_of(film.owner))
    assert client.get(at("act", film, "send")).status_code == 405
    assert client.post(at("film", film)).status_code == 405
    act, upload = at("act", film, "send"), at("upload", film, "file")
    assert client.post(act.replace("enviar", "quemar")).status_code == 404
    assert client.post(upload.replace("archivo", "cosa")).status_code == 404
    assert client.get(at("said", film, "fr")).status_code == 404
    assert client.get(reverse("films:start") + "?owner=nadie").status_code == 404


def test_a_reader_reads_and_changes_nothing(client):
    film = FilmFactory()
    client.force_login(staff_of(film.owner, Role.READS))
    page = client.get(at("film", film))
    assert page.status_code == 200
    assert "Subir el video" not in words(page)
    assert client.get(at("edit", film)).status_code == 404
    client.post(at("act", film, "send"))
    film.refresh_from_db()
    assert film.review_state == ReviewState.DRAFT


@pytest.mark.parametrize(
    ("what", "sent", "sentence"),
    [
        ("file", {"film": b"Querida vecina"}, "no es un video"),
        ("file", {}, "Elija el video."),
        (
            "track",
            {"kind": "captions", "language": "es", "track": b"x"},
            "no es de subtítulos",
        ),
        ("still", {"still": b"x"}, "no es una foto"),
    ],
)
def test_a_wrong_file_is_said_and_nothing_is_lost(client, what, sent, sentence):
    film = FilmFactory()
    client.force_login(staff_of(film.owner))
    files = {
        name: SimpleUploadedFile("a.bin", value) if isinstance(value, bytes) else value
        for name, value in sent.items()
    }
    answer = client.post(at("upload", film, what), files)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert film.files.count() == 1
    assert film.tracks.count() == 1


def test_what_was_mended_in_captions_is_said(client):
    film = FilmFactory()
    client.force_login(staff_of(film.owner))
    old = SimpleUploadedFile(
        "a.vtt", VTT.replace(b"tambor", "tamboró".encode("cp1252"))
    )
    sent = {"kind": "captions", "language": "es", "track": old}
    answer = client.post(at("upload", film, "track"), sent, follow=True)
    assert "Windows-1252" in answer.content.decode()
    assert "tamboró" in film.tracks.get().text


def test_an_address_of_another_site_is_kept_as_its_number(client):
    film = FilmRecordFactory()
    client.force_login(staff_of(film.owner))
    wrong = client.post(
        at("edit", film), record_of(film, address="https://tiktok.com/x")
    )
    assert wrong.status_code == 422
    assert "YouTube, Vimeo y Facebook" in words(wrong)
    pasted = "Mire: https://youtu.be/dQw4w9WgXcQ?si=x&t=90"
    said = record_of(film, address=pasted, told_seconds="90")
    assert client.post(at("edit", film), said).status_code == 302
    film.refresh_from_db()
    assert (film.provider, film.external_id) == ("youtube", "dQw4w9WgXcQ")
    shown = client.get(at("edit", film)).content.decode()
    assert 'value="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=90s"' in shown
    assert film.outside.address.endswith("/embed/dQw4w9WgXcQ?start=90")
    # There is no picture to describe, and what is said has to be written here.
    assert "poster_alt_es" not in shown
    desk = words(client.get(at("film", film)))
    assert "Escriba en español lo que se dice" in desk
    assert "imagen fija" not in desk.partition("Antes de poder enviar")[2]


def test_two_who_write_at_once_choose_between_both_versions(client):
    film = FilmRecordFactory(year=2010)
    mine, theirs = staff_of(film.owner), staff_of(film.owner)
    save_film(
        film=film,
        by=theirs,
        version=1,
        values={"year": 2014, "summary_es": "Lo que escribió la otra persona"},
    )
    client.force_login(mine)
    sent = record_of(film, summary_es="Lo que escribí yo", year=2011, version=1)
    answer = client.post(at("edit", film), sent)
    assert answer.status_code == 409
    shown = words(answer)
    for told in (
        "Lo que escribió la otra persona",
        "Lo que escribí yo",
        "2014",
        "2011",
    ):
        assert told in shown
    film.refresh_from_db()
    assert film.year == 2014
    page = html.fromstring(answer.content.decode())
    assert page.xpath("//main//input[@name='version']/@value") == ["2"]
    chosen = sent | {"version": 2, "pick-year": "theirs", "pick-summary_es": "mine"}
    assert client.post(at("edit", film), chosen).status_code == 302
    film.refresh_from_db()
    assert (film.year, film.summary_es) == (2014, "Lo que escribí yo")


def test_what_is_said_is_written_with_its_times(client):
    film = FilmFactory()
    client.force_login(staff_of(film.owner))
    path = at("said", film, "es")
    assert "0:02 Ahora lo cuidan" in client.get(path).content.decode()
    wrong = client.post(path, {"said": "0:00 Hola\nsin tiempo"})
    assert "Línea 2" in words(wrong)
    assert "sin tiempo" in wrong.content.decode()
    assert client.post(path, {"said": "0:00 Hola"}).status_code == 302
    assert film.transcript.get(language="es").text == "Hola"


def test_sent_it_is_read_and_no_longer_written(client):
    film = sent_film()
    client.force_login(staff_of(film.owner))
    assert client.get(at("edit", film)).status_code == 302
    assert client.get(at("said", film, "es")).status_code == 302
    client.post(at("act", film, "reopen"))
    film.refresh_from_db()
    assert film.review_state == ReviewState.DRAFT


def test_a_failed_copy_says_why_and_is_tried_again(client):
    film = FilmFactory()
    film.current.renditions.filter(kind="480p").update(state="failed", fault="broken")
    client.force_login(staff_of(film.owner))
    page = client.get(at("film", film))
    assert "no se pudo leer hasta el final" in words(page)
    client.post(at("act", film, "again"))
    assert film.current.renditions.get(kind="480p").state == "queued"
    again = client.get(at("film", film))
    assert "data-unfinished" in again.content.decode()


def test_one_film_and_three_ask_alike(client, django_assert_num_queries):
    film = published_film()
    client.force_login(staff_of(film.owner))
    path = reverse("films:films")
    client.get(path)
    with django_assert_num_queries(5):
        client.get(path)
    for _ in range(2):
        FilmFactory(owner=film.owner)
    with django_assert_num_queries(5):
        client.get(path)


def test_what_is_said_can_be_emptied(client):
    film = FilmFactory()
    client.force_login(staff_of(film.owner))
    assert client.post(at("said", film, "es"), {"said": ""}).status_code == 302
    assert not film.transcript.filter(language="es").exists()
