"""What the secretariat deletes: only what is its own, named, asked, undone in thirty days."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from network.choices import Act, MembershipStatus, Outcome, PlaceLevelKind
from network.models import (
    Activity,
    ActivityPartner,
    Affiliation,
    Agreement,
    AuditEntry,
    Deletion,
    Milestone,
    NetworkMembership,
    Office,
    Organisation,
    Place,
    PlaceName,
    PlaceParent,
    PlacePopulation,
    Theme,
)
from network.services.deletions import (
    delete_record,
    forget_deletions,
    restore_deletion,
    what_goes,
)
from network.services.refusals import Refused
from tests.network import factories
from tests.network.desk import said
from tests.page_forms import seen_at

pytestmark = pytest.mark.django_db

DAY = datetime.date(2012, 5, 1)


def acts(kind, key):
    rows = AuditEntry.objects.filter(record_kind=f"network.{kind}", record_key=str(key))
    return list(rows.order_by("pk").values_list("act", "outcome"))


def values(record):
    """Every column of it, as the database holds it."""
    model = type(record)
    names = [field.attname for field in model._meta.concrete_fields]
    return model._base_manager.filter(pk=record.pk).values(*names).get()


def an_agreement():
    agreement = Agreement.objects.create(
        key="convenio",
        title_es="Convenio de la red",
        title_en="Agreement of the network",
        summary_es="Se firmó.",
        started=DAY,
        sources="Acta | https://ejemplo.test/acta",
    )
    agreement.parties.set([factories.AssociationFactory() for _each in range(2)])
    return agreement


def a_place():
    place = factories.PlaceFactory()
    PlaceParent.objects.create(place=place, parent=factories.PlaceFactory())
    PlaceName.objects.create(place=place, text="Antes", kind="former")
    PlacePopulation.objects.create(place=place, year=2020, people=1200)
    return place


def a_municipality():
    town = factories.reviewed_municipality()
    Office.objects.create(organisation=town, title_es="Alcaldía", title_en="Mayor")
    return town


def a_membership():
    return NetworkMembership.objects.create(
        association=factories.AssociationFactory(),
        status=MembershipStatus.ACTIVE,
        note_es="Nota",
    )


MAKERS = {
    "agreement": an_agreement,
    "place": a_place,
    "municipality": a_municipality,
    "membership": a_membership,
    "theme": factories.ThemeFactory,
    "kind": factories.ActivityKindFactory,
    "affiliation": factories.AffiliationFactory,
}


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("language", ["es", "en"])
def test_all_that_went_comes_back_as_it_was(secretariat, name, language):
    record = MAKERS[name]()
    going = what_goes(record)
    before = [(type(each), each.pk, values(each)) for each in going]
    lists = {
        field.name: set(getattr(record, field.name).values_list("pk", flat=True))
        for field in record._meta.many_to_many
    }
    with override(language):
        deletion = delete_record(
            record=type(record).objects.get(pk=record.pk), by=secretariat
        )
        assert not type(record)._base_manager.filter(pk=record.pk).exists()
        restore_deletion(deletion=deletion, by=secretariat)
    for model, pk, columns in before:
        assert values(model._base_manager.get(pk=pk)) == columns
    again = type(record).objects.get(pk=record.pk)
    for field, keys in lists.items():
        assert set(getattr(again, field).values_list("pk", flat=True)) == keys
    assert acts(record._meta.model_name, record.pk) == [
        (Act.RECORD_DELETED, Outcome.DONE),
        (Act.RECORD_RESTORED, Outcome.DONE),
    ]
    restore_deletion(deletion=deletion, by=secretariat)
    assert len(acts(record._meta.model_name, record.pk)) == 2


def of_a_theme():
    theme = factories.ThemeFactory()
    factories.ApprovedActivityFactory().themes.add(theme)
    return theme


def of_a_group():
    group = factories.PopulationGroupFactory()
    factories.ActivityFactory().groups.add(group)
    return group


def of_a_partner():
    partner = factories.OrganisationFactory()
    ActivityPartner.objects.create(
        activity=factories.ActivityFactory(), kind="police", organisation=partner
    )
    return partner


def of_an_association():
    return factories.reviewed_municipality().affiliations.get().association


def of_a_place_above():
    place = factories.PlaceFactory(level=PlaceLevelKind.DEPARTMENT)
    PlaceParent.objects.create(place=factories.PlaceFactory(), parent=place)
    return place


def of_a_place_where_others_came():
    place = factories.PlaceFactory()
    factories.ActivityFactory().places.add(place)
    return place


def of_a_party():
    return an_agreement().parties.first()


USED = {
    "theme": of_a_theme,
    "group": of_a_group,
    "kind": lambda: factories.ActivityFactory().kind,
    "partner": of_a_partner,
    "association": of_an_association,
    "place above": of_a_place_above,
    "place of others": of_a_place_where_others_came,
    "place of a town": lambda: factories.MunicipalityFactory().place,
    "party": of_a_party,
    "town with activities": lambda: factories.ActivityFactory().owner,
    "town with people": lambda: factories.AppointmentFactory().organisation,
}


@pytest.mark.parametrize("name", USED)
def test_what_others_hold_is_never_reached(secretariat, name):
    record = USED[name]()
    before = {
        model: model._base_manager.count()
        for model in (Organisation, Place, Activity, Affiliation, Theme, PlaceParent)
    }
    with pytest.raises(Refused) as refused:
        delete_record(record=record, by=secretariat)
    assert refused.value.code == "used"
    assert not Deletion.objects.exists()
    assert {model: model._base_manager.count() for model in before} == before
    assert acts(record._meta.model_name, record.pk)[-1] == (
        Act.RECORD_DELETED,
        Outcome.REFUSED,
    )


def test_only_the_secretariat_deletes_and_brings_back(secretariat):
    other = factories.staff_of(factories.AssociationFactory(), "administers")
    theme = factories.ThemeFactory()
    with pytest.raises(Refused):
        delete_record(record=theme, by=other)
    deletion = delete_record(record=theme, by=secretariat)
    with pytest.raises(Refused):
        restore_deletion(deletion=deletion, by=other)


def test_what_took_its_place_stays(secretariat):
    theme = factories.ThemeFactory(key="paz")
    deletion = delete_record(record=theme, by=secretariat)
    factories.ThemeFactory(key="paz")
    with pytest.raises(Refused) as refused:
        restore_deletion(deletion=deletion, by=secretariat)
    assert refused.value.code == "taken"
    assert Theme.objects.get().pk != theme.pk or Theme.objects.count() == 1


def test_after_thirty_days_it_is_gone_for_good(secretariat):
    old, young = (
        delete_record(record=factories.ThemeFactory(), by=secretariat)
        for _each in range(2)
    )
    ago = timezone.now() - datetime.timedelta(days=31)
    Deletion.objects.filter(pk=old.pk).update(at=ago)
    with pytest.raises(Refused) as refused:
        restore_deletion(deletion=old, by=secretariat)
    assert refused.value.code == "late"
    assert (forget_deletions(), forget_deletions()) == (1, 0)
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.rows, bool(young.rows)) == ([], True)


def test_the_screen_names_what_goes_and_asks(screen):
    place = a_place()
    delete = reverse("admin:network_place_delete", args=[place.pk])
    page = screen.get(delete).content.decode()
    assert "Antes" in page
    answer = screen.post(delete, {"post": "yes"}, follow=True)
    assert not Place.objects.filter(pk=place.pk).exists()
    deletion = Deletion.objects.get()
    one = reverse("admin:network_deletion_change", args=[deletion.pk])
    assert one in said(answer)
    assert "Antes" in screen.get(one).content.decode()
    back = reverse("admin:network_deletion_bring_back", args=[deletion.pk])
    assert back in screen.get(one).content.decode()
    assert screen.get(back).status_code == 405
    screen.post(back)
    assert Place.objects.filter(pk=place.pk).exists()
    assert back not in screen.get(one).content.decode()
    assert len(acts("place", place.pk)) == 2


def test_the_screen_says_why_something_stays(screen):
    theme = of_a_theme()
    delete = reverse("admin:network_theme_delete", args=[theme.pk])
    for answer in (screen.get(delete, follow=True), screen.post(delete, follow=True)):
        assert str(theme) in said(answer)
    assert Theme.objects.filter(pk=theme.pk).exists()


def rows_of(place, **more):
    """The form of a place as a browser sends it, one former name ticked to go."""
    name = place.names.get()
    empty = {
        f"{prefix}-{field}": value
        for prefix in ("levels", "parents", "names", "populations")
        for field, value in (
            ("TOTAL_FORMS", 0),
            ("INITIAL_FORMS", 0),
            ("MIN_NUM_FORMS", 0),
            ("MAX_NUM_FORMS", 1000),
        )
    }
    return {
        **empty,
        "name_es": place.name_es,
        "name_en": place.name_en,
        "country": place.country,
        "names-TOTAL_FORMS": 1,
        "names-INITIAL_FORMS": 1,
        "names-0-id": name.pk,
        "names-0-place": place.pk,
        "names-0-text": name.text,
        "names-0-kind": name.kind,
        "names-0-DELETE": "on",
        **more,
    }


def test_rows_under_a_record_are_named_asked_about_and_come_back(screen):
    place = factories.PlaceFactory()
    name = PlaceName.objects.create(place=place, text="Villa Vieja", kind="former")
    address = reverse("admin:network_place_change", args=[place.pk])
    seen = seen_at(screen, address)
    page = screen.post(address, rows_of(place, seen=seen))
    assert page.status_code == 200
    assert PlaceName.objects.filter(pk=name.pk).exists()
    text = page.content.decode()
    assert "«Villa Vieja" in text
    formset = next(
        each.formset
        for each in page.context["inline_admin_formsets"]
        if each.formset.prefix == "names"
    )
    asked = formset.management_form["DELETIONS_ASKED"].value()
    assert f'value="{asked}"' in text
    wrong = screen.post(
        address, rows_of(place, seen=seen, **{"names-DELETIONS_ASKED": "otra"})
    )
    assert wrong.status_code == 200
    answer = screen.post(
        address, rows_of(place, seen=seen, **{"names-DELETIONS_ASKED": asked})
    )
    assert answer.status_code == 302
    assert not PlaceName.objects.filter(pk=name.pk).exists()
    back = [Deletion.objects.get().pk]
    screen.post(reverse("admin:network_deletion_bring_back", args=back))
    assert PlaceName.objects.get(pk=name.pk).text == "Villa Vieja"


def test_a_deleted_milestone_leaves_the_public_history_and_comes_back(screen, client):
    milestone = Milestone.objects.create(key="h", title_es="Hito", started=DAY)
    screen.post(
        reverse("admin:network_milestone_delete", args=[milestone.pk]), {"post": "yes"}
    )
    assert not Milestone.objects.exists()
    screen.post(
        reverse("admin:network_deletion_bring_back", args=[Deletion.objects.get().pk])
    )
    again = Milestone.objects.get()
    assert (again.title_es, again.title_en) == ("Hito", milestone.title_en)
    kinds = list(
        again.history.order_by("history_id").values_list("history_type", flat=True)
    )
    assert kinds == ["+", "-", "+"]
