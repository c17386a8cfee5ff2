"""What nobody may do to the people an activity is about, nor to the record of it."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from network.choices import (
    ActivityStatus,
    DatePrecision,
    PartnerKind,
    PeopleShown,
    ReviewState,
    Role,
)
from network.figures import participants
from network.models import Activity, ActivityCount, ActivityPartner, Evidence
from network.services import activities, decisions, review
from network.services.publication import names_place
from network.services.refusals import Refused
from network.templatetags.network_workspace_tags import whatsapp_text
from tests.network import factories
from tests.network.desk import signed_in, submitted
from tests.page_forms import seen_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_municipality()


@pytest.fixture
def clerk(town):
    return factories.staff_of(town)


@pytest.fixture
def reviewer(town):
    association = town.affiliations.get().association
    return factories.staff_of(association, Role.REVIEWS)


def sensitive(**more):
    kind = factories.ActivityKindFactory(sensitive=True)
    return submitted(
        kind=kind, title_es="Taller", title_en="", what_happened_en="", **more
    )


def piece_of(activity, **more):
    return Evidence.objects.create(
        activity=activity,
        kind="picture",
        file="x.webp",
        content_type="image/webp",
        size=1,
        sha256=uuid.uuid4().hex,
        people_shown=PeopleShown.NOBODY,
        **{"public": True, **more},
    )


def test_hiding_twice_leaves_it_hidden(town):
    activity = factories.ApprovedActivityFactory(owner=town)
    browser = signed_in(factories.staff_of(town, Role.COORDINATES))
    hide, show = (
        reverse("network:activity_act", args=[activity.pk, verb])
        for verb in ("hide", "show")
    )
    browser.post(hide)
    browser.post(hide)
    assert not Activity.objects.public().exists()
    browser.post(show)
    assert Activity.objects.public().exists()
    assert browser.get(show).status_code == 403


def test_only_who_may_hide_shows_again(town, clerk):
    activity = factories.ApprovedActivityFactory(owner=town, hidden_at=timezone.now())
    browser = signed_in(clerk)
    address = reverse("network:activity_act", args=[activity.pk, "show"])
    assert browser.post(address).status_code == 403
    assert not Activity.objects.public().exists()


@pytest.mark.parametrize("decision", ["approve", "return", "several"])
def test_reviewers_decide_on_what_they_read(town, clerk, reviewer, decision):
    activity = submitted(owner=town)
    read = Activity.objects.get(pk=activity.pk).version
    review.reopen_activity(activity=activity, by=clerk)
    activity.refresh_from_db()
    activities.update_activity(
        activity=activity,
        by=clerk,
        version=activity.version,
        values={"what_happened_es": "Otra cosa."},
    )
    review.submit_activity(activity=activity, by=clerk)
    browser = signed_in(reviewer)
    if decision == "several":
        answer = browser.post(
            reverse("network:inbox"),
            {"activity": activity.pk, f"version-{activity.pk}": read},
            follow=True,
        )
    else:
        answer = browser.post(
            reverse("network:review_activity", args=[activity.pk]),
            {"action": decision, "note": "Corrija.", "version": read},
        )
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.SUBMITTED
    assert answer.status_code == 200
    page = reverse("network:review_activity", args=[activity.pk])
    assert f'name="version" value="{activity.version}"' in str(
        browser.get(page).content
    )


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("what_happened_es", "Fue en COLONIA  Quezaltépec."),
        ("result_en", "Colonia\nQuezaltepec is calmer."),
        ("other_kind", "Mediación en Colonia Quezaltepec"),
        ("doubts_es", "No consta si fue en Colonia Quezaltepec."),
    ],
)
def test_no_text_names_the_place_of_a_sensitive_activity(town, reviewer, field, text):
    activity = sensitive(owner=town, place_name="Colonia Quezaltepec, pasaje 3")
    setattr(activity, field, text)
    activity.save()
    with pytest.raises(Refused):
        review.approve_activity(activity=activity, by=reviewer)


def test_neither_captions_nor_partners_name_the_place(town, reviewer):
    activity = sensitive(owner=town, place_name="Colonia Quezaltepec")
    partner = ActivityPartner.objects.create(
        activity=activity,
        kind=PartnerKind.COMMUNITY,
        name="ADESCO colonia Quezaltepec",
        agreed_to_be_named=True,
    )
    with pytest.raises(Refused):
        review.approve_activity(activity=activity, by=reviewer)
    partner.delete()
    piece = piece_of(activity, caption="La casa comunal de Colonia Quezaltepec")
    with pytest.raises(Refused):
        review.approve_activity(activity=activity, by=reviewer)
    piece.public = False
    piece.save()
    review.approve_activity(activity=activity, by=reviewer)


def test_the_municipality_itself_may_be_named(town):
    activity = sensitive(owner=town, place_name=town.place.name_es)
    assert not names_place(activity, f"Fue en {town.place.name_es}.")


def test_a_title_proposed_with_the_place_loses_it_with_a_sensitive_group(town, clerk):
    kind = factories.ActivityKindFactory(name_es="Charla")
    activity, _new = activities.start_activity(
        owner=town,
        by=clerk,
        client_uuid=uuid.uuid4(),
        values={"kind": kind, "place_name": "Colonia Quezaltepec"},
        counts={},
    )
    assert activity.title_es == "Charla en Colonia Quezaltepec"
    group = factories.PopulationGroupFactory(sensitive=True)
    activity = activities.update_activity(
        activity=activity, by=clerk, version=1, values={"groups": [group]}
    )
    assert activity.title_es == f"Charla en {town.place.name_es}"
    other = factories.ActivityKindFactory(name_es="Taller")
    activity = activities.update_activity(
        activity=activity, by=clerk, version=2, values={"kind": other}
    )
    assert activity.title_es == f"Taller en {town.place.name_es}"


def test_the_text_for_whatsapp_tells_no_place_nor_small_number(town):
    activity = sensitive(
        owner=town,
        place_name="Colonia Quezaltepec",
        what_happened_es="Fuimos a colonia Quezaltépec.",
        is_sensitive=True,
    )
    activity.title_es = "Mediación en Colonia Quezaltepec"
    ActivityCount.objects.create(activity=activity, sex="women", people=3)
    text = whatsapp_text(activity, participants(activity.counts.all()))
    assert "uezalt" not in text
    assert "participaron" not in text


def test_a_longer_delay_takes_back_what_is_too_recent(screen, town):
    today = timezone.localdate()
    activity = factories.ApprovedActivityFactory(
        owner=town,
        started=today - datetime.timedelta(days=10),
        publish_from=today - datetime.timedelta(days=3),
    )
    town.publication_delay_days = 30
    town.save()
    decisions.keep_delay(organisation=town)
    assert not Activity.objects.public().filter(pk=activity.pk).exists()


@pytest.mark.parametrize(
    ("precision", "day"),
    [
        (DatePrecision.DAY, datetime.date(2026, 2, 8)),
        (DatePrecision.MONTH, datetime.date(2026, 3, 7)),
        (DatePrecision.YEAR, datetime.date(2027, 1, 7)),
    ],
)
def test_a_month_must_be_over_before_its_delay_begins(town, reviewer, precision, day):
    activity = submitted(
        owner=town, started=datetime.date(2026, 2, 1), date_precision=precision
    )
    approved = review.approve_activity(activity=activity, by=reviewer)
    assert approved.publish_from == day


@pytest.mark.parametrize("model", ["activitykind", "populationgroup"])
def test_what_becomes_sensitive_is_protected_at_once(screen, town, model):
    kind = factories.ActivityKindFactory(name_es="Charla")
    group = factories.PopulationGroupFactory()
    quiet, telling = (
        factories.ApprovedActivityFactory(
            owner=town,
            kind=kind,
            title_es="Charla en Colonia Quezaltepec",
            title_en="",
            what_happened_es=story,
        )
        for story in ("Todo bien.", "Fue en Colonia Quezaltepec.")
    )
    for activity in (quiet, telling):
        activity.groups.add(group)
        ActivityCount.objects.create(activity=activity, sex="men", people=2)
    entry = kind if model == "activitykind" else group
    address = reverse(f"admin:network_{model}_change", args=[entry.pk])
    answer = screen.post(
        address,
        {
            "name_es": entry.name_es,
            "name_en": entry.name_en,
            "position": entry.position,
            "active": "on",
            "sensitive": "on",
            "prevention_level": "primary",
            "seen": seen_at(screen, address),
        },
    )
    assert answer.status_code == 302
    assert list(Activity.objects.public()) == [quiet]
    quiet.refresh_from_db()
    assert (quiet.public_place_name, quiet.title_es) == (
        "",
        f"Charla en {town.place.name_es}",
    )
    assert not ActivityCount.objects.filter(hidden=False).exists()


def test_what_an_organisation_out_of_sight_did_is_out_of_sight(town):
    activity = factories.ApprovedActivityFactory(owner=town)
    assert list(Activity.objects.public()) == [activity]
    town.shown = False
    town.save()
    assert not Activity.objects.public().exists()


@pytest.mark.parametrize("status", [ActivityStatus.CANCELLED, ActivityStatus.SUSPENDED])
def test_what_was_called_off_is_not_public(town, status):
    activity = factories.ApprovedActivityFactory(owner=town, status=status)
    assert not Activity.objects.public().exists()
    assert not activity.is_public


def test_pages_with_a_form_are_not_kept_by_caches(client):
    for name in ("account_login", "account_reset_password", "invitation_by_code"):
        assert "no-store" in client.get(reverse(name))["Cache-Control"]
