"""Two people at one record of the secretariat: both versions, nothing lost (R5)."""

import datetime

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from network.admin.versions import TwoVersions
from network.choices import Act, ReviewState, Role
from network.models import AuditEntry, ListedActivity, Milestone, Organisation, Place
from network.services.decisions import keep_delay
from network.services.deletions import delete_record, restore_deletion
from network.services.listing import relist_of
from network.services.review import hide_activity
from tests.network import factories
from tests.network.desk import one_of_each, screen_address, signed_in
from tests.page_forms import PageForm, forms_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2013, 5, 1)
SCREENS = sorted(
    model._meta.model_name
    for model, screen in admin.site._registry.items()
    if isinstance(screen, TwoVersions)
)


@pytest.fixture
def colleague():
    """Somebody else of the secretariat, at another desk."""
    return signed_in(factories.secretariat_member(name="Luis Colega"))


@pytest.fixture
def milestone():
    return Milestone.objects.create(
        key="h", title_es="Hito", summary_es="Uno", started=DAY
    )


def change(model, record):
    return screen_address(model, "change", record.pk)


def opened(client, address) -> PageForm:
    """The form of the record's page, as its browser holds it."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    (form,) = [each for each in forms_of(answer, address) if "seen" in each.values]
    return form


def test_every_screen_that_changes_a_record_knows_two_versions():
    unguarded = [
        model._meta.model_name
        for model, screen in admin.site._registry.items()
        if model._meta.app_label in ("network", "toolkit", "twinnings", "foundation")
        and not isinstance(screen, TwoVersions)
        and getattr(screen.has_change_permission, "__func__", None)
        is admin.ModelAdmin.has_change_permission
    ]
    assert unguarded == []
    assert len(SCREENS) >= 15


def _a_text(form):
    """A field that a person can write in, and what they write."""
    not_words = ("email", "number")
    for name, kind in form.kinds.items():
        if kind in ("text", "textarea") and "-" not in name and name not in not_words:
            return name
    return next(name for name, kind in form.kinds.items() if kind == "date")


@pytest.mark.parametrize("model", SCREENS)
def test_the_second_sees_both_and_loses_nothing(screen, colleague, model):
    one_of_each()
    factories.NetworkFactory()
    record = _last(model)
    address = change(model, record)
    mine, theirs = opened(screen, address), opened(colleague, address)
    name = _a_text(mine)
    one, two = ("2016-02-03", "2016-02-04") if "valid" in name else ("Uno", "Dos")
    assert colleague.post(address, theirs.sent(**{name: one})).status_code == 302
    answer = screen.post(address, mine.sent(**{name: two}))
    assert answer.status_code == 409, model
    page = answer.content.decode()
    assert "Luis Colega" in page
    (again,) = [each for each in forms_of(answer, address) if "seen" in each.values]
    assert again.values[name] == [two]
    record.refresh_from_db()
    assert str(getattr(record, name)) == one
    assert screen.post(address, again.values).status_code == 302
    record.refresh_from_db()
    assert str(getattr(record, name)) == two


def _last(model):
    found = admin.site._registry
    (kind,) = [each for each in found if each._meta.model_name == model]
    if model == "activity":
        return kind.objects.exclude(review_state=ReviewState.DRAFT).last()
    if model == "organisation":
        return kind.objects.get(kind="network")
    if model == "user":
        return factories.UserFactory()
    if model == "appointment":
        return factories.AppointmentFactory()
    if model in ("association", "municipality", "partner"):
        return kind.objects.filter(kind=model).last()
    return kind.objects.order_by("pk").last()


def test_what_i_had_not_touched_takes_the_newer_value(screen, colleague, milestone):
    address = change("milestone", milestone)
    mine, theirs = opened(screen, address), opened(colleague, address)
    colleague.post(address, theirs.sent(summary_es="De Luis", date_uncertain="on"))
    answer = screen.post(address, mine.sent(title_es="Mío"))
    assert answer.status_code == 409
    (again,) = [each for each in forms_of(answer, address) if "seen" in each.values]
    assert screen.post(address, again.values).status_code == 302
    milestone.refresh_from_db()
    assert (milestone.title_es, milestone.summary_es) == ("Mío", "De Luis")
    assert milestone.date_uncertain


def test_a_wrong_field_meanwhile_does_not_hide_the_other_version(
    screen, colleague, milestone
):
    address = change("milestone", milestone)
    mine = opened(screen, address)
    wrong = screen.post(address, mine.sent(title_es="", summary_es="Lo mío"))
    (again,) = [each for each in forms_of(wrong, address) if "seen" in each.values]
    colleague.post(address, opened(colleague, address).sent(summary_es="De Luis"))
    answer = screen.post(address, again.sent(title_es="Hito"))
    assert answer.status_code == 409
    assert "Lo mío" in answer.content.decode()
    assert "De Luis" in answer.content.decode()


def test_the_same_content_twice_is_no_conflict(screen, colleague, milestone):
    address = change("milestone", milestone)
    mine, theirs = opened(screen, address), opened(colleague, address)
    for client, form in ((colleague, theirs), (screen, mine)):
        assert client.post(address, form.sent(summary_es="Igual")).status_code == 302


def test_a_form_that_does_not_say_what_it_saw_overwrites_nothing(screen, milestone):
    address = change("milestone", milestone)
    sent = opened(screen, address).sent(summary_es="Otra")
    for seen in ([], [""], ["[]"], ["{"], ["[" * 50_000], ['{"title_es": 3}']):
        assert screen.post(address, {**sent, "seen": seen}).status_code == 409
    milestone.refresh_from_db()
    assert milestone.summary_es == "Uno"


@pytest.fixture
def place():
    found = factories.PlaceFactory()
    for text in ("Villa Vieja", "Villa Nueva"):
        found.names.create(text=text, kind="former")
    return found


def test_rows_under_a_record_count_too(screen, colleague, place):
    address = change("place", place)
    mine, theirs = opened(screen, address), opened(colleague, address)
    row = next(name for name, text in mine.values.items() if text == ["Villa Vieja"])
    assert colleague.post(address, theirs.sent(**{row: "De Luis"})).status_code == 302
    answer = screen.post(address, mine.sent(**{row: "Mía"}))
    assert answer.status_code == 409
    assert "De Luis" in answer.content.decode()
    assert "Mía" in answer.content.decode()
    assert set(place.names.values_list("text", flat=True)) == {"De Luis", "Villa Nueva"}


def test_a_row_that_went_comes_back_as_a_new_one(screen, colleague, secretariat, place):
    address = change("place", place)
    mine = opened(screen, address)
    row = next(name for name, text in mine.values.items() if text == ["Villa Vieja"])
    delete_record(record=place.names.get(text="Villa Vieja"), by=secretariat)
    place.names.create(text="De Luis", kind="former")
    answer = screen.post(address, mine.sent(**{row: "La que escribí"}))
    assert answer.status_code == 409
    assert "La que escribí" in answer.content.decode()
    assert "De Luis" in answer.content.decode()
    (again,) = [each for each in forms_of(answer, address) if "seen" in each.values]
    assert screen.post(address, again.values).status_code == 302
    assert set(place.names.values_list("text", flat=True)) == {
        "La que escribí", "Villa Nueva", "De Luis",
    }  # fmt: skip


def test_edit_against_delete_keeps_what_was_typed(screen, secretariat, milestone):
    address = change("milestone", milestone)
    mine = opened(screen, address)
    deletion = delete_record(record=milestone, by=secretariat)
    answer = screen.post(address, mine.sent(title_es="Lo que escribí"))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Lo que escribí" in page
    assert reverse("admin:network_deletion_change", args=[deletion.pk]) in page
    (again,) = [each for each in forms_of(answer, address) if "seen" in each.values]
    restore_deletion(deletion=deletion, by=secretariat)
    assert screen.post(address, again.values).status_code == 302
    assert Milestone.objects.get().title_es == "Lo que escribí"


def test_edit_against_a_role_that_ended_keeps_what_was_typed(screen):
    row = factories.AppointmentFactory()
    address = change("appointment", row)
    mine = opened(screen, address)
    type(row).objects.filter(pk=row.pk).update(ended_at="2026-01-01T00:00Z")
    answer = screen.post(address, mine.sent(position="Jefa de área"))
    assert answer.status_code == 409
    assert "Jefa de área" in answer.content.decode()


def test_edit_against_paste_and_import(screen, secretariat):
    town = factories.MunicipalityFactory()
    address = change("municipality", town)
    mine = opened(screen, address)
    Organisation.objects.filter(pk=town.pk).update(phone="2222-0000")
    answer = screen.post(address, mine.sent(email="alcaldia@ejemplo.test"))
    assert answer.status_code == 409
    assert "2222-0000" in answer.content.decode()
    mine = opened(screen, address)
    factories.AffiliationFactory(municipality=town)
    answer = screen.post(address, mine.sent(email="alcaldia@ejemplo.test"))
    assert answer.status_code == 409
    assert str(town.affiliations.get().association) in answer.content.decode()


def test_words_that_changed_are_read_again_before_their_english(screen):
    activity = factories.ApprovedActivityFactory()
    address = change("activity", activity)
    mine = opened(screen, address)
    hide_activity(activity=activity, by=factories.secretariat_member())
    assert screen.post(address, mine.sent(title_en="Hidden")).status_code == 302
    mine = opened(screen, address)
    type(activity).objects.filter(pk=activity.pk).update(result_es="Otro resultado")
    answer = screen.post(address, mine.sent(result_en="A result"))
    assert answer.status_code == 409
    assert "Otro resultado" in answer.content.decode()
    assert "A result" in answer.content.decode()


def test_going_back_to_an_earlier_version_overwrites_nothing_unseen(
    screen, colleague, milestone
):
    first = milestone.history.latest()
    address = reverse(
        "admin:network_milestone_simple_history", args=[milestone.pk, first.pk]
    )
    mine = opened(screen, address)
    other = change("milestone", milestone)
    colleague.post(other, opened(colleague, other).sent(summary_es="De Luis"))
    assert screen.post(address, mine.values).status_code == 409
    milestone.refresh_from_db()
    assert milestone.summary_es == "De Luis"
    assert not AuditEntry.objects.filter(act=Act.RECORD_REVERTED).exists()
    assert screen.post(address, opened(screen, address).values).status_code == 302
    milestone.refresh_from_db()
    assert milestone.summary_es == "Uno"


@pytest.mark.parametrize("role", [Role.COORDINATES, Role.REVIEWS])
def test_nobody_else_learns_of_a_record_by_its_old_form(role, place):
    stranger = signed_in(factories.staff_of(factories.MunicipalityFactory(), role))
    for key in (place.pk, 999_999):
        address = reverse("admin:network_place_change", args=[key])
        answer = stranger.post(address, {"seen": '{"a": "b"}', "name_es": "x"})
        assert answer.status_code in (302, 403)
    assert not Place.objects.filter(name_es="x").exists()


def test_going_back_takes_what_follows_with_it(screen):
    owner = factories.MunicipalityFactory(shown=False, publication_delay_days=30)
    first = owner.history.latest()
    owner.shown, owner.publication_delay_days = True, 7
    owner.save()
    day = timezone.localdate() - datetime.timedelta(days=40)
    activity = factories.ApprovedActivityFactory(owner=owner, started=day, ended=None)
    keep_delay(organisation=owner)
    relist_of(owner)
    assert ListedActivity.objects.filter(pk=activity.pk).exists()
    address = reverse(
        "admin:network_municipality_simple_history", args=[owner.pk, first.pk]
    )
    assert screen.post(address, opened(screen, address).values).status_code == 302
    owner.refresh_from_db()
    activity.refresh_from_db()
    assert (owner.shown, owner.publication_delay_days) == (False, 30)
    assert activity.publish_from >= day + datetime.timedelta(days=30)
    assert not ListedActivity.objects.filter(pk=activity.pk).exists()


def test_an_earlier_version_without_a_number_is_not_found(screen, milestone):
    path = f"/admin/network/milestone/{milestone.pk}/history/x/"
    assert screen.get(path, follow=True).status_code == 404
