"""Experiences, their photos and films as things that can be asked to be taken down."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from experiences.addresses import experience_address, piece_address
from experiences.film_addresses import film_address
from network.choices import PublicKind, Role, TakeDownOutcome
from network.models import TakeDown
from network.services.takedowns.kinds import HIDEABLE, thing_at
from tests.experiences.factories import ExperienceFactory, PhotoFactory, published
from tests.experiences.film_factories import FilmFactory, published_film
from tests.network.factories import staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


def an_experience():
    told = published()
    return told, experience_address(told.slug)


def a_photo():
    told = published()
    photo = PhotoFactory(experience=told, file=ContentFile(b"pixels", name="foto.jpg"))
    return told, piece_address(told.slug, str(photo.uuid), "large")


def a_film():
    film = published_film()
    return film, film_address(film.slug)


THINGS = {
    PublicKind.EXPERIENCE: an_experience,
    PublicKind.PHOTO: a_photo,
    PublicKind.FILM: a_film,
}


@pytest.mark.parametrize("kind", THINGS)
def test_it_is_found_at_its_address_and_by_its_key(kind):
    record, address = THINGS[kind]()
    thing = thing_at(address)
    assert (thing.kind, thing.address, thing.owner) == (kind, address, record.owner)
    assert HIDEABLE[kind].find(thing.key) == thing


@pytest.mark.parametrize("kind", THINGS)
def test_one_press_hides_it_and_its_reason_waits(kind):
    record, address = THINGS[kind]()
    by = staff_of(record.owner, Role.COORDINATES)
    thing = thing_at(address)
    assert thing.is_public
    HIDEABLE[kind].hide(thing.record, by)
    assert not thing_at(address).is_public
    noted = TakeDown.objects.get(kind=kind, key=thing.key)
    assert (noted.outcome, noted.reason) == (TakeDownOutcome.HIDDEN, "")
    HIDEABLE[kind].show(thing.record, by)
    assert thing_at(address).is_public
    noted.refresh_from_db()
    assert noted.ended_at is not None


@pytest.mark.parametrize("make", [ExperienceFactory, FilmFactory])
def test_nobody_learns_of_a_draft(make):
    draft = make()
    kind = PublicKind.FILM if make is FilmFactory else PublicKind.EXPERIENCE
    assert HIDEABLE[kind].find(str(draft.pk)) is None


@pytest.mark.parametrize("key", ["", "0x1", "9" * 30, "²"])
@pytest.mark.parametrize("kind", THINGS)
def test_an_odd_key_is_nothing(kind, key):
    assert HIDEABLE[kind].find(key) is None


def test_a_film_s_page_leads_to_the_form():
    plant_pages()
    film, address = a_film()
    client = Client()
    page = client.get(address).content.decode()
    link = f"{reverse('take_down')}?of=film-{film.pk}"
    assert link in page
    assert str(film.title_es) in client.get(link).content.decode()
