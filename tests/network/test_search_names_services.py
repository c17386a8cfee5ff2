"""A new name reaches whatever tells it, by itself: in what was done, where, by whom."""

import datetime
import io

import pytest
from django.core.management import call_command
from django.db import transaction

from amuprev.foundation.loading import Load
from amuprev.foundation.search import keeping as search
from amuprev.management.commands import seed_bulk
from amuprev.site import searching
from network import content
from network.models import Assembly, PlaceParent
from network.services import translations
from network.services.listing import keep_in_step, keeping
from tests.background import work_off
from tests.network import factories
from tests.network.desk import screen_address
from tests.network.test_admin_versions import opened
from tests.site.test_search_services import found

pytestmark = pytest.mark.django_db
NEW = "quetzalcuate"


@pytest.fixture
def activity():
    """Something done, with an entry of each list."""
    town = factories.reviewed_municipality()
    made = factories.ApprovedActivityFactory(
        owner=town, setting=factories.SettingFactory(), listed=False
    )
    made.themes.add(factories.ThemeFactory())
    made.groups.add(factories.PopulationGroupFactory())
    made.places.add(factories.PlaceFactory())
    keeping.relist([made.pk])
    search.mend(searching.sources())
    work_off()
    return made


RENAMED = {
    "kind": lambda activity: activity.kind,
    "setting": lambda activity: activity.setting,
    "theme": lambda activity: activity.themes.get(),
    "group": lambda activity: activity.groups.get(),
    "town hall": lambda activity: activity.owner,
    "its place": lambda activity: activity.owner.place,
    "a place that took part": lambda activity: activity.places.get(),
}


def save(screen, record, **changes):
    name = record._meta.model_name
    name = "municipality" if name == "organisation" else name
    address = screen_address(name, "change", record.pk)
    answer = screen.post(address, opened(screen, address).sent(**changes))
    assert answer.status_code == 302, answer.context["errors"]


@pytest.mark.parametrize("which", RENAMED)
def test_a_new_name_is_found_in_what_was_done(screen, activity, which):
    record = RENAMED[which](activity)
    own = f"/es/bitacora/{activity.pk}/"
    save(screen, record, name_es=f"Nuevo {NEW}", name_en=f"New {NEW}")
    assert own not in found(NEW), "whoever renames does not wait for all of it"
    work_off()
    assert own in found(NEW)
    assert f"/en/activities/{activity.pk}/" in found(f"new {NEW}", "en")
    assert searching.faults_of_search() == []
    assert work_off() == 0


def test_what_is_saved_without_a_new_name_asks_for_nothing(screen, activity):
    save(screen, activity.kind, position="7")
    save(screen, activity.owner, phone="+503 2222 0000")
    assert work_off() == 0


def test_a_rename_that_is_undone_asks_for_nothing(activity):
    with transaction.atomic():
        type(activity.kind).objects.update(name_es=NEW)
        keep_in_step(activity.kind)
        transaction.set_rollback(True)
    assert work_off() == 0


def test_a_department_is_told_by_its_municipalities(activity):
    town, above = activity.owner, factories.PlaceFactory(name_es="Departamento viejo")
    PlaceParent.objects.create(place=town.place, parent=above)
    search.mend(searching.sources())
    above.name_es = f"Departamento {NEW}"
    above.save()
    keep_in_step(above, changed=["name_es"])
    work_off()
    assert searching.faults_of_search() == []


def test_an_association_is_told_by_its_assemblies():
    association = factories.AssociationFactory()
    Assembly.objects.create(
        key="a", title_es="Asamblea", association=association,
        started=datetime.date(2014, 5, 1),
    )  # fmt: skip
    search.mend(searching.sources())
    association.name_es = f"Consejo {NEW}"
    association.save()
    keep_in_step(association, changed=["name_es"])
    work_off()
    assert any("historia" in address for address in found(NEW))
    assert searching.faults_of_search() == []


def test_a_load_that_renames_an_entry_is_followed_too(activity):
    theme = activity.themes.get()
    theme.name_es = f"Tema {NEW}"
    theme.save()
    content.list_what_changed(Load(written=[theme]))
    work_off()
    assert f"/es/bitacora/{activity.pk}/" in found(NEW)


def test_what_is_put_into_english_is_found_in_english(activity):
    address = f"/en/activities/{activity.pk}/"
    assert address not in found(NEW, "en")
    translations.translate_activity(
        activity=activity,
        by=factories.secretariat_member(),
        texts={"what_happened_en": f"Neighbours talked about {NEW}."},
    )
    assert address in found(NEW, "en")


def test_the_listing_is_held_before_the_search(screen, activity, monkeypatch):
    """Two that held them in different order would wait for each other."""
    held = []

    def noted(module, name):
        hold = getattr(module, name)

        def note():
            held.append(name)
            hold()

        monkeypatch.setattr(module, name, note)

    noted(keeping, "hold_listing")
    noted(search, "hold_search")
    join = factories.AssociationFactory()
    keep_in_step(join)
    del held[:]
    save(
        screen,
        activity.owner,
        **{
            "name_es": f"Villa {NEW}",
            "affiliations-TOTAL_FORMS": "2",
            "affiliations-1-association": str(join.pk),
            "affiliations-1-municipality": str(activity.owner_id),
            "affiliations-1-valid_from": "2020-01-01",
        },
    )
    assert activity.owner.affiliations.filter(association=join).exists()
    assert {"hold_listing", "hold_search"} == set(held)
    assert held[0] == "hold_listing"


def test_samples_are_found_and_forgotten(activity, monkeypatch):
    say = io.StringIO()
    call_command("seed_bulk", activities=120, seed=3, stdout=say)
    assert "documents of them put into the search" in say.getvalue()
    call_command("check_search", stdout=say)
    assert len(found("muestra")) == searching.PAGE_LENGTH
    monkeypatch.setattr(seed_bulk, "MOST_FOUND", 100)
    call_command("seed_bulk", activities=240, seed=3, stdout=say)
    assert "check_search --repair" in say.getvalue()
    call_command("seed_bulk", activities=260, seed=3, leave_search=True, stdout=say)
    assert len(searching.faults_of_search()) > 0
    call_command("check_search", repair=True, stdout=say)
    call_command("seed_bulk", remove=True, stdout=say)
    assert found("muestra") == []
    call_command("check_search", stdout=say)
