"""The public list and page of films: what is told before a press, and what is never."""

import json

import pytest
from django.utils import timezone
from lxml import html

from amuprev.foundation.models import SearchDocument
from amuprev.site.searching import faults_of_search
from experiences.models import Film
from experiences.services import films
from tests.experiences.factories import published
from tests.experiences.film_factories import (
    OutsideFilmFactory,
    lost_film,
    published_film,
    sent_film,
)
from tests.network.factories import editor_of_the_portal
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def read(client, path, status=200, **headers):
    answer = client.get(path, headers=headers)
    assert answer.status_code == status, path
    return html.fromstring(answer.content.decode())


def words(page):
    return " ".join(" ".join(page.itertext()).split())


def test_a_card_says_what_watching_costs(client):
    film = published_film(country="SV", year=2012)
    card = read(client, "/es/videos/").find_class("film-card")[0]
    said = words(card)
    assert "El Salvador · 2012" in said
    assert "1 minuto 5 segundos" in said
    assert "Solo el sonido 4 KB" in said
    assert "Liviana (240p) 6 KB" in said
    assert "Clara (480p) 8 KB" in said
    assert "Subtítulos Español" in said
    assert card.xpath(".//img/@src") == [
        f"/films/{film.uuid}/small-poster-00000000.webp"
    ]


def test_a_film_nobody_found_says_so_and_one_elsewhere_names_its_site(client):
    lost = lost_film(title_es="Perdido")
    elsewhere = published_film(OutsideFilmFactory)
    page = read(client, "/es/videos/")
    cards = [words(card) for card in page.find_class("film-card")]
    assert "En YouTube" in cards[0]
    assert "3 minutos 5 segundos" in cards[0]
    assert "Dirección por confirmar" in cards[1]
    lost_page = read(client, f"/es/videos/{lost.slug}/")
    assert "Todavía no encontramos este video" in words(lost_page)
    assert "Escribir dónde está" in words(lost_page)
    detail = client.get(f"/en/videos/{elsewhere.slug}/")
    page = html.fromstring(detail.content.decode())
    (link,) = page.xpath("//a[contains(@href, 'youtube')]")
    assert link.get("href").startswith("https://www.youtube-nocookie.com/embed/")
    assert not page.xpath("//iframe | //video | //img[contains(@src, '//')]")
    assert "youtube" not in detail["Content-Security-Policy"]


def test_the_player_asks_for_nothing_before_a_press(client):
    film = published_film()
    page = read(client, f"/es/videos/{film.slug}/")
    (video,) = page.xpath("//video")
    assert (video.get("preload"), video.get("autoplay")) == ("none", None)
    assert "controls" in video.attrib
    (source,) = video.xpath(".//source")
    assert "/240p-" in source.get("src")
    (track,) = video.xpath(".//track")
    assert (track.get("kind"), track.get("srclang")) == ("captions", "es")
    assert "default" in track.attrib
    sound = page.xpath("//a[@download]/@href")[0]
    assert "/audio-" in sound
    clear = read(client, f"/es/videos/{film.slug}/?quality=480p&t=62")
    assert clear.xpath("//source/@src")[0].endswith(".mp4#t=62")
    assert "/480p-" in clear.xpath("//source/@src")[0]
    assert "tambores" in words(clear.xpath("//li[@aria-current]")[0])


def test_what_is_said_stands_under_it_with_its_seconds(client):
    film = published_film()
    page = read(client, f"/es/videos/{film.slug}/")
    lines = page.xpath("//ol[@data-film-said]/li")
    assert words(lines[1]) == "0:02 Ahora lo cuidan las vecinas y los vecinos."
    assert lines[1].xpath("a/@href") == [f"/es/videos/{film.slug}/?t=2#t=2"]
    assert lines[1].get("id") == "t=2"
    english = read(client, f"/en/videos/{film.slug}/")
    assert english.xpath("//ol[@data-film-said]/@lang") == ["en"]
    film.transcript.filter(language="en").delete()
    english = read(client, f"/en/videos/{film.slug}/")
    assert english.xpath("//ol[@data-film-said]/@lang") == ["es"]
    assert "Only written down in Spanish so far." in words(english)


def test_what_is_not_public_is_nowhere(client):
    editor = editor_of_the_portal()
    hidden, withdrawn, of_nobody = (published_film() for _ in range(3))
    films.hide_film(film=hidden, by=editor)
    films.withdraw_film(film=withdrawn, by=editor)
    of_nobody.owner.shown = False
    of_nobody.owner.save()
    sent = sent_film(slug="sv-enviada")
    listed = words(read(client, "/es/videos/"))
    for film in (hidden, withdrawn, of_nobody, sent):
        assert film.title_es not in listed
        read(client, f"/es/videos/{film.slug}/", 404)


def test_an_experience_that_is_not_public_is_not_named(client):
    film = published_film()
    experience = published(owner=film.owner)
    Film.objects.filter(pk=film.pk).update(experience=experience)
    address = f"/es/videos/{film.slug}/"
    assert experience.get_absolute_url() in client.get(address).content.decode()
    type(experience).objects.update(hidden_at="2026-11-23T00:00Z")
    assert experience.slug not in client.get(address).content.decode()


def test_filters_combine_and_say_when_nothing_fits(client):
    published_film(country="SV", year=2012, title_es="Uno")
    published_film(OutsideFilmFactory, country="HN", year=2014, title_es="Dos")
    assert "Dos" not in words(read(client, "/es/videos/?country=SV"))
    assert "Uno" not in words(read(client, "/es/videos/?year=2014"))
    captioned = read(client, "/es/videos/?captions=es")
    assert len(captioned.find_class("film-card")) == 1
    nothing = read(client, "/es/videos/?country=SV&year=2014")
    assert "Ningún video cumple con estos filtros" in words(nothing)
    read(client, "/es/videos/?country=XX&year=zz&page=-3&captions=%00")


def test_sparing_data_turns_pictures_into_links(client):
    film = published_film()
    for path in ("/es/videos/", f"/es/videos/{film.slug}/"):
        plain = client.get(path)
        assert "Save-Data" in plain["Vary"]
        assert "poster-" in plain.content.decode()
        for answer in (
            client.get(path, {"data": "saving"}),
            client.get(path, headers={"save-data": "on"}),
        ):
            page = html.fromstring(answer.content.decode())
            assert not page.xpath("//main//img | //video/@poster")
            assert "(2 KB)" in words(page)
            assert "Save-Data" in answer["Vary"]
        asked = {"data": "full"}
        shown = client.get(path, asked, headers={"save-data": "on"})
        assert html.fromstring(shown.content.decode()).xpath(
            "//main//img | //video/@poster"
        )
    kept = read(client, "/es/videos/?data=saving")
    assert (
        kept.find_class("film-card")[0]
        .xpath(".//h3/a/@href")[0]
        .endswith("?data=saving")
    )
    assert kept.xpath("//input[@type='hidden'][@name='data']/@value") == ["saving"]


def test_machines_are_told_of_it_with_what_is_said(client):
    film = published_film()
    page = read(client, f"/es/videos/{film.slug}/")
    (told,) = map(
        json.loads, page.xpath("//script[@type='application/ld+json']/text()")
    )
    assert told["@type"] == "VideoObject"
    assert told["duration"] == "PT65S"
    assert "tambores" in told["transcript"]
    assert "/480p-" in told["contentUrl"]


def test_a_spoken_phrase_is_found_and_opens_at_its_second(client):
    film = published_film()
    page = read(client, "/es/buscar/?q=tambores+sábado")
    (link,) = page.xpath("//main//a[contains(@href, 't=61')]/@href")
    assert link == f"/es/videos/{film.slug}/?t=61#t=61"
    told = [row for row in faults_of_search() if row.startswith(("film/", "said/"))]
    assert told == []
    films.hide_film(film=film, by=editor_of_the_portal())
    assert not SearchDocument.objects.filter(kind__in=("film", "said")).exists()


def test_one_film_and_three_ask_alike(client, django_assert_num_queries):
    film = published_film()
    client.get("/es/videos/")
    with django_assert_num_queries(5):
        client.get("/es/videos/")
    for _ in range(2):
        published_film()
    with django_assert_num_queries(5):
        client.get("/es/videos/")
    client.get(f"/es/videos/{film.slug}/")
    with django_assert_num_queries(5):
        client.get(f"/es/videos/{film.slug}/")


def test_the_map_of_the_site_holds_it(client):
    film = published_film()
    told = client.get("/sitemap-films.xml").content.decode()
    assert f"/es/videos/{film.slug}/" in told
    assert f"/en/videos/{film.slug}/" in told


def test_a_phrase_opens_the_second_of_its_own_line(client):
    film = OutsideFilmFactory(transcribed=False)
    lines = (
        (5_000, "las linternas\nse prendían"),
        (8_000, "cuando el murciélago"),
        (11_000, "cruzaba la plaza."),
    )
    for start, text in lines:
        film.transcript.create(
            language="es", start=start, end=start + 3_000, text=text, fits=film.digest
        )
    Film.objects.filter(pk=film.pk).update(
        review_state="submitted", submitted_at=timezone.now()
    )
    films.publish_film(film=film, by=editor_of_the_portal())
    for asked, second in (("linternas", 5), ("murciélago", 8), ("murciélago+plaza", 8)):
        page = read(client, f"/es/buscar/?q={asked}")
        (link,) = page.xpath("//main//a[contains(@href, '#t=')]/@href")
        assert link.endswith(f"?t={second}#t={second}")
        assert f"En el 0:0{second} del video" in words(page)
    told = [row for row in faults_of_search() if row.startswith(("film/", "said/"))]
    assert told == []
