"""Each line of what is missing leads to the box in which it is written."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from experiences.models import Film
from network.choices import PeopleShown
from tests.experiences.factories import (
    FULL,
    ExperienceFactory,
    OutcomeFactory,
    VoiceFactory,
)
from tests.experiences.film_factories import FilmFactory, FilmRecordFactory
from tests.network.desk import signed_in
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db


def read(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def led_to(browser, address):
    """The lines of what is missing that lead somewhere, each with the box it names."""
    page = read(browser, address)
    told = {}
    for link in page.xpath("//main//ul/li/a[contains(@href, '#')]"):
        path, _sign, box = link.get("href").partition("#")
        there = read(browser, path) if path else page
        found = there.xpath(f"//*[@id='{box}']")
        assert found, (link.get("href"), link.text_content())
        told[link.text_content()] = found[0].tag
    return told


def test_of_an_experience_each_leads_to_its_box():
    bare = ExperienceFactory(told={}, started=None, prevention_level="")
    bare.places.clear()
    address = reverse("experiences:experience", args=[bare.pk])
    told = led_to(signed_in(staff_of(bare.owner)), address)
    assert set(told.values()) <= {"input", "select", "textarea"}
    assert "Escriba cuándo empezó." in told
    assert len(told) == 7


def test_of_a_full_one_with_voices_without_consent_too():
    full = ExperienceFactory(told=FULL, systematised_on=None, summary_es="a " * 121)
    VoiceFactory(experience=full)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    VoiceFactory(experience=full, consent_until=yesterday)
    address = reverse("experiences:experience", args=[full.pk])
    assert len(led_to(signed_in(staff_of(full.owner)), address)) == 4
    OutcomeFactory(experience=full)
    assert len(led_to(signed_in(staff_of(full.owner)), address)) == 3


@pytest.mark.parametrize(
    "values",
    [
        {"people_shown": PeopleShown.NOT_SURE},
        {"people_shown": PeopleShown.ADULTS},
        {"poster_alt_es": "", "summary_es": "", "rights_holder": " "},
        {"spoken": "unknown", "licence": "unknown"},
    ],
)
def test_of_a_film_each_leads_to_its_box(values):
    film = FilmFactory(**values)
    told = led_to(
        signed_in(staff_of(film.owner)), reverse("films:film", args=[film.pk])
    )
    assert len(told) >= 1
    assert set(told.values()) <= {"input", "textarea", "select"}


def test_of_a_film_without_texts_they_lead_to_where_those_are_added():
    film = FilmFactory()
    film.tracks.all().delete()
    film.transcript.all().delete()
    film.current.renditions.filter(kind="240p").update(state="running")
    browser = signed_in(staff_of(film.owner))
    told = led_to(browser, reverse("films:film", args=[film.pk]))
    assert sorted(told.values()) == ["form", "h2", "textarea"]
    lost = Film.objects.get(pk=FilmRecordFactory(owner=film.owner).pk)
    told = led_to(browser, reverse("films:film", args=[lost.pk]))
    assert list(told.values()) == ["form"]


def test_what_lacks_stands_in_what_is_looked_at_again_with_the_copies():
    film = FilmFactory()
    film.current.renditions.filter(kind="240p").update(state="running")
    page = read(signed_in(staff_of(film.owner)), reverse("films:film", args=[film.pk]))
    (lacks,) = page.xpath("//*[@data-film-missing]")
    assert "liviana todavía no está lista" in lacks.text_content()
    assert page.xpath("//*[@data-film-copies and @data-unfinished]")
