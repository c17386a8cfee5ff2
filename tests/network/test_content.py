"""The initial content: loaded twice it changes nothing, and people have the last word."""

import datetime

import pytest
from django.db import models, transaction
from django.utils.translation import override

from amuprev.foundation.loading import Load, Outcome
from amuprev.foundation.sourced import told_source
from network import content
from network.choices import OrganisationKind
from network.models import (
    Activity,
    ActivityKind,
    Affiliation,
    Agreement,
    Assembly,
    Milestone,
    NetworkMembership,
    Organisation,
    Place,
    PlaceLevel,
    PlacePopulation,
    PopulationGroup,
    SecretariatTerm,
    Setting,
    Theme,
)

TODAY = datetime.date(2026, 11, 22)
LISTS = (ActivityKind, Theme, PopulationGroup, Setting)
SOURCED = (
    Place,
    Organisation,
    NetworkMembership,
    SecretariatTerm,
    Agreement,
    Assembly,
    Milestone,
    Activity,
)
PAIRED = ("name", "title", "summary", "doubts", "description", "what_happened", "note")


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    """The content, loaded once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield again()
        transaction.set_rollback(True)


@pytest.fixture
def loaded(loaded_once, db) -> Load:
    return loaded_once


def again() -> Load:
    load = Load.begin()
    with override("es"):
        content.load(load)
    return load


def outcomes(load: Load) -> set[Outcome]:
    return {kind for counts in load.counts.values() for kind in counts}


def all_rows() -> list[list[dict]]:
    return [list(model.objects.order_by("pk").values()) for model in (*SOURCED, *LISTS)]


def test_loading_twice_changes_nothing(loaded):
    before = all_rows()
    second = again()
    assert outcomes(loaded) == {Outcome.CREATED}
    assert outcomes(second) == {Outcome.UNCHANGED}
    assert all_rows() == before


def test_an_edited_record_is_left_alone(loaded):
    comures = Organisation.objects.get(key="comures")
    comures.description_es = "Lo escribió la asociación."
    comures.save()
    kind = ActivityKind.objects.get(key="training")
    kind.name_es = "Taller"
    kind.save()
    activity = Activity.objects.get(content_key="gt-pinula-comupre")
    activity.title_es = "COMUPRE"
    activity.save()
    second = again()
    for record in (comures, kind, activity):
        record.refresh_from_db()
    assert comures.description_es == "Lo escribió la asociación."
    assert kind.name_es == "Taller"
    assert activity.title_es == "COMUPRE"
    assert second.counts["organisations"][Outcome.LEFT_ALONE] == 1


def test_a_record_nobody_edited_follows_the_file(loaded, monkeypatch):
    monkeypatch.setattr(
        "network.content.territory.POSITION_SOURCE", "Another open data set"
    )
    again()
    place = Place.objects.get(key="sv-santa-tecla")
    assert place.position_source == "Another open data set"


def test_a_deleted_record_does_not_come_back(loaded):
    Milestone.objects.get(key="merida-2007").delete()
    again()
    assert not Milestone.objects.filter(key="merida-2007").exists()


def test_an_affiliation_the_secretariat_closed_stays_closed(loaded):
    affiliation = Affiliation.objects.get(municipality__key="gt-mixco")
    affiliation.valid_from = datetime.date(2015, 1, 1)
    affiliation.valid_to = datetime.date(2020, 1, 1)
    affiliation.save()
    again()
    assert Affiliation.objects.filter(municipality__key="gt-mixco").count() == 1


def test_every_text_stands_in_both_languages(loaded):
    for model in (*SOURCED, *LISTS):
        names = {field.name for field in model._meta.get_fields()}
        for record in model.objects.all():
            for name in PAIRED:
                if f"{name}_es" in names:
                    pair = [getattr(record, f"{name}_{code}") for code in ("es", "en")]
                    assert bool(pair[0]) == bool(pair[1]), (record, name)


@pytest.mark.parametrize("model", SOURCED)
def test_every_record_has_its_source(loaded, model):
    for record in model.objects.all():
        assert record.source_list, record
        for source in record.source_list:
            assert source.url == "" or source.url.startswith("http")
            with override("en"):
                english = [told_source(line) for line in record.sources.splitlines()]
            assert all(each.title and not each.lang for each in english), record


def test_nothing_lies_ahead(loaded):
    for model in (*SOURCED, PlaceLevel):
        days = [
            field.attname
            for field in model._meta.concrete_fields
            if type(field) is models.DateField and field.name != "publish_from"
        ]
        for record in model.objects.all():
            assert all((getattr(record, day) or TODAY) <= TODAY for day in days), record


def test_only_sourced_and_dated_populations_are_loaded(loaded):
    people = {row.place.key: row for row in PlacePopulation.objects.all()}
    assert {key: (row.year, row.people) for key, row in people.items()} == {
        "sv-comacaran": (2007, 3192),
        "sv-san-bartolome-perulapia": (2001, 9909),
        "sv-sonsonate": (2018, 115000),
        "us-santa-ana": (2009, 355662),
    }
    assert all("dr5hn" not in row.source for row in people.values())
    assert people["sv-sonsonate"].approximate


def test_salvadoran_municipalities_became_districts(loaded):
    place = Place.objects.get(key="sv-santa-tecla")
    assert place.level_on(datetime.date(2024, 4, 30)).level == "municipality"
    assert place.level_on(datetime.date(2024, 5, 1)).level == "district"
    assert place.parent.key == "sv-li"
    assert "distrito" in place.doubts_es


def test_each_municipality_has_at_most_one_reviewer(loaded):
    towns = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    assert towns.count() == 20
    for town in towns:
        reviewers = town.affiliations.filter(reviews=True)
        assert reviewers.count() == (0 if town.country == "PA" else 1), town
    santa_tecla = towns.get(key="sv-santa-tecla")
    assert santa_tecla.affiliations.get(reviews=True).association.key == "comures"


def test_counterparts_in_the_united_states_are_only_places(loaded):
    assert Place.objects.filter(key__startswith="us-", parents__isnull=False).exists()
    assert not Organisation.objects.filter(key__startswith="us-").exists()


def test_history_is_public_and_says_what_is_not_known(loaded):
    public = Activity.objects.public()
    assert public.count() == Activity.objects.count() == 24
    visit = public.get(content_key="sv-alexandria-visit")
    assert visit.country == "SV"
    assert visit.venue.key == "us-alexandria"
    assert {place.key for place in visit.places.all()} == {
        "sv-suchitoto",
        "sv-san-bartolome-perulapia",
        "sv-san-jose-guayabal",
        "us-alexandria",
    }
    assert [(row.sex, row.people) for row in visit.counts.all()] == [("unknown", 11)]
    for activity in public.filter(date_uncertain=True):
        assert activity.doubts_es, activity


def test_history_of_children_is_sensitive(loaded):
    activity = Activity.objects.get(content_key="gt-pinula-early-intervention")
    assert activity.is_sensitive
    assert not activity.place_name
