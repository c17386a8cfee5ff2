"""The choice of sparing data goes along from page to page, and holds where photos are."""

from http import HTTPStatus

import pytest
from django.core.files.base import ContentFile
from lxml import html

from experiences.film_addresses import film_address
from tests.experiences.factories import published
from tests.experiences.film_factories import published_film
from tests.foundation.upload_samples import photo as photo_bytes
from tests.network.factories import (
    ActivityFactory,
    ApprovedActivityFactory,
    staff_of,
)
from tests.network.photos import attach
from tests.public_pages import plant_pages
from tests.twinnings.factories import PhotoFactory, published_exchange
from twinnings.models.documents import twinning_storage

pytestmark = pytest.mark.django_db
SPARING = "?data=saving"


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


def read(client, address, **headers):
    answer = client.get(address, headers=headers)
    assert answer.status_code == HTTPStatus.OK
    assert "Save-Data" in answer["Vary"]
    return html.fromstring(answer.content.decode())


@pytest.fixture
def filmed():
    told = published()
    return told, published_film(owner=told.owner, experience=told)


@pytest.mark.parametrize("choice", ["saving", "full"])
def test_it_goes_along_from_an_experience_to_its_film_and_back(client, filmed, choice):
    told, film = filmed
    page = read(client, f"{told.get_absolute_url()}?data={choice}")
    (there,) = page.xpath("//section[@id='films']//a/@href")
    assert there == f"{film_address(film.slug)}?data={choice}"
    page = read(client, there)
    back = f"{told.get_absolute_url()}?data={choice}"
    assert page.xpath(f"//main//a[@href='{back}']")
    assert page.xpath(f"//nav//a[@href='/es/videos/?data={choice}']")


def test_without_a_choice_addresses_stay_as_they_are(client, filmed):
    told, film = filmed
    page = read(client, told.get_absolute_url(), **{"save-data": "on"})
    (there,) = page.xpath("//section[@id='films']//a/@href")
    assert there == film_address(film.slug)
    assert page.xpath("//main//img") == []


def an_activity():
    town = ActivityFactory()
    evidence = attach(town, staff_of(town.owner))
    approved = ApprovedActivityFactory(owner=town.owner)
    type(evidence).objects.filter(pk=evidence.pk).update(activity=approved)
    return approved


def an_exchange():
    visit, data = published_exchange(), photo_bytes()
    name = twinning_storage().save("twinnings/patio.jpg", ContentFile(data))
    PhotoFactory(exchange=visit, file=name, size=len(data))
    return visit


@pytest.mark.parametrize("make", [an_activity, an_exchange])
@pytest.mark.parametrize(
    ("query", "headers"), [(SPARING, {}), ("", {"save-data": "on"})]
)
def test_photos_are_links_that_say_what_they_weigh(client, make, query, headers):
    address = make().get_absolute_url()
    assert read(client, address).xpath("//main//img")
    page = read(client, address + query, **headers)
    assert not page.xpath("//main//img")
    links = page.xpath(
        "//main//a[contains(., 'foto pequeña') or contains(., 'foto grande')]"
    )
    assert links
    for link in links:
        assert "KB" in link.text or "B)" in link.text
        answer = client.get(link.get("href"))
        assert answer["Content-Type"].startswith("image/")
        assert b"".join(answer)
    (switch,) = page.xpath("//main//*[contains(@class, 'data-switch')]/a/@href")
    assert read(client, address + switch, **headers).xpath("//main//img")


def test_an_activity_without_photos_has_nothing_to_spare(client):
    page = read(client, ApprovedActivityFactory().get_absolute_url())
    assert not page.xpath("//*[contains(@class, 'data-switch')]")
