"""The listing is held only where something listed changed, once, and late."""

import codecs

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from amuprev.foundation.loading import Load
from amuprev.management.commands import load_portal
from network import content
from network.models import (
    Affiliation,
    ListedActivity,
    Municipality,
    Organisation,
    Place,
    Word,
    WordedActivity,
    WordUse,
)
from network.services.listing import faults_of_totals, keeping, listing_at_the_end
from tests.network import factories
from tests.network.test_admin_files import send_file
from tests.network.test_admin_versions import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def holds(monkeypatch):
    """Each time that somebody made the others wait for the listing."""
    held, hold = [], keeping.hold_listing

    def note():
        held.append(True)
        hold()

    monkeypatch.setattr(keeping, "hold_listing", note)
    return held


def save(screen, record, *emptied, **changes):
    address = reverse(
        f"admin:network_{record._meta.model_name}_change", args=[record.pk]
    )
    sent = opened(screen, address).sent(**changes)
    sent = {name: value for name, value in sent.items() if name not in emptied}
    answer = screen.post(address, sent)
    assert answer.status_code == 302, answer.context["errors"]


def municipality(activity):
    return Municipality.objects.get(pk=activity.owner_id)


def test_a_telephone_number_lists_nothing_anew(screen, holds):
    town = municipality(factories.ApprovedActivityFactory())
    del holds[:]
    save(screen, town, phone="+503 2222 0000")
    assert holds == []
    save(screen, town, name_es="Nombre recién puesto")
    assert holds == []
    word = Word.objects.get(text="recien")
    assert WordUse.objects.filter(word=word.pk).count() == 1
    save(screen, town, "shown")
    assert len(holds) == 1
    assert not ListedActivity.objects.exists()
    assert faults_of_totals() == []


def test_a_place_is_listed_anew_only_for_its_country(screen, holds):
    place = factories.ApprovedActivityFactory().owner.place
    del holds[:]
    save(screen, place, latitude="13.5")
    assert holds == []
    save(screen, place, country="GT")
    assert len(holds) == 1


def test_a_file_of_organisations_is_listed_once_at_its_end(screen, holds):
    towns = [factories.ApprovedActivityFactory().owner for _each in range(3)]
    address = reverse("admin:network_municipality_export")
    answer = screen.post(address, {"format": "0", "resource": "0"})
    text = answer.content.removeprefix(codecs.BOM_UTF8).decode()
    elsewhere = factories.PlaceFactory(key="sv-otro")
    del holds[:]

    def imported(changed):
        answer = send_file(screen, "municipality", changed)
        assert holds == []
        confirmed = answer.context["confirm_form"].initial
        screen.post(reverse("admin:network_municipality_process_import"), confirmed)

    imported(text.replace("Municipio", "Villa"))
    assert holds == []
    assert Organisation.objects.filter(name_es__startswith="Villa").count() == 3
    moved = text.replace("Municipio", "Villa").replace(
        f",{towns[0].place.key},", f",{elsewhere.key},"
    )
    imported(moved)
    assert len(holds) == 1
    assert Organisation.objects.get(pk=towns[0].pk).place == elsewhere
    assert faults_of_totals() == []


def test_a_load_lists_at_its_end_what_it_did(holds, monkeypatch):
    made = []

    class Contents:
        @staticmethod
        def load(this_load):
            made.append(factories.ApprovedActivityFactory())
            assert holds == []

    monkeypatch.setattr(load_portal, "CONTENTS", (Contents, Contents))
    load_portal.load_all()
    assert len(holds) == 1
    assert ListedActivity.objects.count() == len(made) == 2
    assert faults_of_totals() == []


def test_what_fails_lists_nothing_later(holds):
    def fail():
        with listing_at_the_end():
            factories.ApprovedActivityFactory()
            return 1 / 0

    with pytest.raises(ZeroDivisionError):
        fail()
    assert holds == []
    factories.ApprovedActivityFactory()
    assert len(holds) == 1


def test_a_load_that_renames_finds_drafts_by_the_new_words():
    town = factories.MunicipalityFactory(name_es="Antigua", name_en="")
    draft = factories.ActivityFactory(owner=town)
    town.name_es = "Novísima"
    town.save()
    content.list_what_changed(Load(written=[town]))
    words = WordedActivity.objects.get(pk=draft.pk).words
    told = set(Word.objects.filter(pk__in=words).values_list("text", flat=True))
    assert "novisima" in told
    assert "antigua" not in told


def test_a_load_lists_what_joined_and_what_moved():
    activity = factories.ApprovedActivityFactory()
    held = factories.AffiliationFactory(municipality=activity.owner, listed=False)
    Place.objects.update(country="HN")
    activity.places.add(activity.owner.place)
    assert len(faults_of_totals()) > 0
    content.list_what_changed(
        Load(written=[Affiliation.objects.get(pk=held.pk), activity.owner.place])
    )
    assert faults_of_totals() == []


def lose_use():
    WordUse.objects.first().delete()


def lose_words():
    WordedActivity.objects.all().delete()


def rename():
    Organisation.objects.update(name_es="Otra")


def keep_gone():
    WordedActivity.objects.create(activity=999_999, words=[])


def lead_elsewhere():
    use = WordUse.objects.first()
    WordUse.objects.filter(pk=use.pk).update(activity=999_999)


@pytest.mark.parametrize(
    "spoil", [lose_use, lose_words, rename, keep_gone, lead_elsewhere]
)
def test_words_that_mislead_are_found_and_made_anew(spoil):
    factories.ApprovedActivityFactory()
    factories.ActivityFactory()
    call_command("check_totals")
    spoil()
    with pytest.raises(CommandError):
        call_command("check_totals")
    call_command("check_totals", repair=True)
    call_command("check_totals")
