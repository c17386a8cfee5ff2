"""Which records wait for their English, and who sees them."""

import datetime

import pytest
from django.urls import reverse

from amuprev.site.untranslated import MOST, to_translate_next
from network.choices import OrganisationKind
from network.models import Milestone, Organisation
from network.services.people import keep_editors_in_step
from tests.network import factories
from tests.network.desk import signed_in

pytestmark = pytest.mark.django_db

ADDRESS = "record_translations"


def a_milestone(title, **given):
    values = {"title_es": title, "title_en": "", "started": datetime.date(2014, 1, 1)}
    return Milestone.objects.create(key=title.lower(), **{**values, **given})


def titles():
    return [each.title for each in to_translate_next()]


def desk_of(person):
    keep_editors_in_step(person=person)
    return signed_in(person)


def test_only_what_lacks_its_english_waits_the_newest_first():
    a_milestone("Viejo")
    a_milestone("Nuevo", started=datetime.date(2019, 9, 30))
    a_milestone("Entero", title_en="Whole")
    a_milestone("Resumido", title_en="Told", summary_es="Algo", summary_en="")
    assert titles() == ["Nuevo", "Resumido", "Viejo"]


def test_what_the_public_does_not_read_does_not_wait():
    town = factories.reviewed_municipality()
    factories.ActivityFactory(owner=town, title_es="Borrador", title_en="")
    factories.ApprovedActivityFactory(owner=town, title_es="Pública", title_en="")
    assert "Pública" in titles()
    assert "Borrador" not in titles()


@pytest.mark.parametrize("kind", OrganisationKind.values)
def test_each_kind_of_organisation_leads_to_its_screen(kind):
    town = kind == OrganisationKind.MUNICIPALITY
    made = factories.MunicipalityFactory if town else factories.AssociationFactory
    found = made(description_es="Algo", description_en="")
    Organisation.objects.filter(pk=found.pk).update(kind=kind)
    waiting = [line.address for line in to_translate_next() if line.lines == "Algo"]
    if kind == OrganisationKind.NETWORK:
        assert waiting == []
    else:
        assert waiting == [reverse(f"admin:network_{kind}_change", args=[found.pk])]


def test_the_list_stays_short():
    for number in range(MOST + 3):
        a_milestone(f"Hecho {number}".replace(" ", "-"))
    assert len(titles()) == MOST


def test_the_secretariat_reads_title_and_lines_and_goes_to_write():
    waiting = a_milestone("Foro", summary_es="Más de cien representantes.")
    secretary = desk_of(factories.secretariat_member(language="es"))
    told = secretary.get(reverse(ADDRESS)).content.decode()
    assert "Registros por traducir" in told
    assert "Más de cien representantes." in told
    edit = reverse("admin:network_milestone_change", args=[waiting.pk])
    assert edit in told
    assert secretary.get(edit).status_code == 200
    assert secretary.post(reverse(ADDRESS)).status_code == 405


def test_editors_of_pages_do_not_see_the_records():
    editor = desk_of(factories.editor_of_the_portal(language="es"))
    assert editor.get(reverse(ADDRESS)).status_code in (302, 403)
