"""The home page, and what search engines are told."""

import datetime
import gzip

import pytest
from django.utils import timezone

from network.models import ActivityCount
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
)
from tests.public_pages import plant_pages
from tests.site.pages import a_news, a_picture, an_event

pytestmark = pytest.mark.django_db

MOST_BYTES = 14_000
DOORS = {
    "es": ("/es/espacio/", "/es/bitacora/", "/es/red/#municipios"),
    "en": ("/en/workspace/", "/en/activities/", "/en/network/#municipalities"),
}


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.content.decode()


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_home_page_has_a_sentence_a_map_and_three_doors_that_open(client, language):
    page = read(client, f"/{language}/")
    assert page.count("<h1") == 1
    assert '<svg class="map"' in page
    for door in DOORS[language]:
        assert f'href="{door}"' in page
        assert client.get(door.partition("#")[0], follow=True).status_code == 200
    anchor = DOORS[language][2].partition("#")[2]
    assert f'id="{anchor}"' in read(client, DOORS[language][2].partition("#")[0])


def test_the_latest_activities_are_told_with_place_and_date(client):
    activity = ApprovedActivityFactory(started="2026-03-12", title_es="Feria de paz")
    hidden = ApprovedActivityFactory(hidden_at=timezone.now(), title_es="Lo escondido")
    ActivityCount.objects.create(activity=activity, sex="women", people=1200)
    ActivityCount.objects.create(activity=hidden, sex="women", people=7777)
    page = read(client, "/es/")
    assert "Feria de paz" in page
    assert "12 de marzo de 2026" in page
    assert activity.owner.place.name_es in page
    assert "1\u202f200" in page
    assert "Lo escondido" not in page
    assert "777" not in page


def test_an_empty_portal_does_not_pretend(client):
    page = read(client, "/es/")
    assert "Todavía no se ha contado ninguna actividad" in page
    assert "ninguno lo ha hecho" in page


@pytest.mark.parametrize("items", [1, 3, 30])
def test_the_home_page_asks_the_same_few_questions(
    client, items, django_assert_num_queries
):
    for number in range(items):
        activity = ApprovedActivityFactory(
            publish_from=timezone.localdate() - datetime.timedelta(days=number)
        )
        activity.places.add(activity.owner.place)
        a_news("es", picture=a_picture(), picture_text="La plaza")
        an_event("es", day=timezone.localdate() + datetime.timedelta(days=number + 1))
    client.get("/es/")
    with django_assert_num_queries(8):
        client.get("/es/")


def test_public_pages_are_small(client):
    for _number in range(25):
        ApprovedActivityFactory(what_happened_es="Una frase larga y tranquila. " * 40)
    for address in ("/es/", "/en/", "/es/red/", "/es/bitacora/", "/en/activities/"):
        page = client.get(address).content
        assert len(gzip.compress(page, 6)) <= MOST_BYTES, address


def test_the_sitemap_holds_both_trees_and_every_public_record(client):
    activity, town = ApprovedActivityFactory(), MunicipalityFactory()
    association = AssociationFactory()
    index = read(client, "/sitemap.xml")
    told = ""
    for section in ("pages", "network", "activities"):
        assert f"/sitemap-{section}.xml" in index
        told += read(client, f"/sitemap-{section}.xml")
    for path in (
        "/es/",
        "/en/",
        "/es/red/",
        "/en/network/",
        "/es/bitacora/",
        "/en/activities/",
        f"/es/bitacora/{activity.pk}/",
        f"/en/activities/{activity.pk}/",
        f"/es/red/municipios/{town.slug}/",
        f"/en/network/associations/{association.slug}/",
        "/es/red/paises/panama/",
        "/en/network/history/",
    ):
        assert f"<loc>http://testserver{path}</loc>" in told, path


def test_every_address_of_the_sitemap_answers(client):
    ApprovedActivityFactory()
    for section in ("pages", "network", "activities"):
        page = read(client, f"/sitemap-{section}.xml")
        for part in page.split("<loc>")[1:]:
            address = part.partition("</loc>")[0]
            path = address.removeprefix("http://testserver")
            assert client.get(path).status_code == 200, path


def test_robots_keep_out_of_what_needs_a_sign_in(client):
    text = read(client, "/robots.txt")
    for path in ("/admin/", "/cms/", "/es/espacio/", "/en/workspace/"):
        assert f"Disallow: {path}\n" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text
