"""The landing: where assessments stand, and where people may answer today."""

import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from municipio_seguro import standing
from municipio_seguro.models import Consultation
from municipio_seguro.services import publishing
from tests.municipio_seguro import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
ES, EN = "/es/municipio-seguro/", "/en/municipio-seguro/"


@pytest.fixture
def town():
    plant_pages()
    for name in ("default", "near"):
        caches[name].clear()
    return factories.a_town()


def read(client, address):
    caches["near"].clear()
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def placed(town, north="13.67", east="-89.28"):
    place = town.organisation.place
    place.latitude, place.longitude = north, east
    place.save()


def test_the_map_shows_what_is_published_and_no_figure(client, town):
    placed(town)
    assert '<svg class="map"' not in read(client, ES)
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    page = read(client, ES)
    drawn = page[page.index('<svg class="map"') :][: page.index("</svg>")]
    assert f'<a href="{ES}{done.slug}/"><title>{town.organisation.name}' in drawn
    assert f"{EN}{done.slug}/" in read(client, EN)
    assert '<svg class="map"' not in read(client, f"{ES}?after=1")
    done.hidden_at = timezone.now()
    done.save()
    assert '<svg class="map"' not in read(client, ES)


def test_the_map_names_them_in_the_language_of_the_page(client, town):
    placed(town)
    town.organisation.name_en = "Safe Town"
    town.organisation.save()
    factories.as_if_published(town)
    spanish = client.get(ES).content.decode()
    assert f"<title>{town.organisation.name_es}" in spanish
    assert "<title>Safe Town" in client.get(EN).content.decode()


def test_the_map_follows_the_filters(client, town):
    placed(town)
    factories.as_if_published(town)
    country = town.organisation.country
    other = "PA" if country != "PA" else "GT"
    assert 'class="map-lamp"' in read(client, f"{ES}?country={country}&kind=full")
    assert 'class="map-lamp"' not in read(client, f"{ES}?country={other}")
    assert 'class="map-lamp"' not in read(client, f"{ES}?kind=first_look")


def test_a_map_of_many_says_how_many_it_shows(client, town, monkeypatch):
    monkeypatch.setattr(standing, "LAMPS_SHOWN", 2)
    for at, each in enumerate([town, factories.a_town(), factories.a_town()]):
        placed(each, east=f"-89.{at}")
        factories.as_if_published(each)
    page = read(client, ES)
    assert page.count('class="map-lamp"') == 2
    assert "los 2 municipios más recientes de 3" in page
    assert "The 2 newest of 3" in read(client, EN)


def test_open_consultations_are_told_until_they_close(client, town):
    running = factories.consulting(town, days=14)
    page = read(client, ES)
    assert f'<a href="/es/opinion/{running.key}/">{town.organisation.name}' in page
    assert "Consultations that are open today" in read(client, EN)
    factories.days_later(running, 14)
    assert "Hoy es el último día." in read(client, ES)
    factories.days_later(running, 1)
    assert running.key not in read(client, ES)


def test_hidden_and_unshown_municipalities_have_no_line(client, town):
    running = factories.consulting(town)
    town.organisation.shown = False
    town.organisation.save()
    assert running.key not in read(client, ES)


def questions(client):
    client.get(ES)
    with CaptureQueriesContext(connection) as counted:
        client.get(ES)
    return len(counted)


def test_the_questions_do_not_grow(client, town):
    factories.consulting(town)
    factories.as_if_published(factories.a_town())
    few = questions(client)
    for _n in range(3):
        another = factories.a_town()
        placed(another)
        factories.consulting(another)
        factories.as_if_published(factories.a_town())
    assert Consultation.objects.public().count() == 4
    assert questions(client) == few <= 8
