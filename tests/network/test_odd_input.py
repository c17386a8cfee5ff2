"""Odd numbers, stale forms, forms sent twice, mail that fails: never a broken page."""

import datetime
import uuid

import pytest
from django.urls import reverse

from network.choices import ReviewState, Role
from network.models import Activity
from network.services import activities
from network.services.refusals import Refused
from tests.network import factories
from tests.network.desk import signed_in, submitted

pytestmark = pytest.mark.django_db

TOO_LARGE = "9" * 25
TOO_LONG = "9" * 5000
ODD_NUMBERS = ("²", "٣", "-1", "x\x00", TOO_LARGE, TOO_LONG)


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


@pytest.mark.parametrize("value", ODD_NUMBERS)
def test_odd_numbers_never_break_the_workspace(town, clerk, reviewer, value):
    draft, waiting = factories.ActivityFactory(owner=town), submitted(owner=town)
    at = {"pk": draft.pk}
    posts = [
        (clerk, reverse("network:quick_log"), {"women": value, "kind": value}),
        (clerk, reverse("network:activity_partners", kwargs=at), {"version": value}),
        (reviewer, reverse("network:inbox"), {"activity": value}),
        (
            reviewer,
            reverse("network:review_activity", args=[waiting.pk]),
            {"action": "approve", "groups": value, "themes": value, "setting": value},
        ),
    ]
    for name in ("when", "people", "audience", "cost"):
        address = reverse("network:activity_section", kwargs={**at, "name": name})
        fields = ("groups", "themes", "cost", "sessions", "status", "women-unknown")
        sent = {"version": draft.version, **dict.fromkeys(fields, value)}
        posts.append((clerk, address, sent))
    forms = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0"}
    for person, address, sent in posts:
        extra = {"client_uuid": uuid.uuid4(), **forms, **sent}
        assert signed_in(person).post(address, extra).status_code < 500, address
    browser = signed_in(clerk)
    for name in ("quick_log", "activities", "month"):
        for asked in ("like", "before", "q", "month", "owner"):
            answer = browser.get(reverse(f"network:{name}"), {asked: value})
            assert answer.status_code < 500, (name, asked)


def test_many_zeros_are_a_zero(town, clerk):
    draft = factories.ActivityFactory(owner=town)
    address = reverse("network:activity_section", args=[draft.pk, "people"])
    signed_in(clerk).post(address, {"version": 1, "women-unknown": "0" * 5000})
    assert draft.counts.get().people == 0


def test_a_very_long_search_finds_nobody(secretariat):
    client, people = signed_in(secretariat), reverse("network:people")
    assert client.get(people, {"q": "a" * 7_000}).status_code == 200
    # An address that most servers would not read at all.
    assert client.get(people, {"q": "a" * 60_000}).status_code == 414


def test_a_first_day_after_the_last_says_so(town, clerk):
    day = datetime.date(2026, 3, 1)
    activity = factories.ActivityFactory(owner=town, started=day, ended=day)
    sent = {
        "client_uuid": activity.client_uuid,
        "version": 1,
        "kind": activity.kind_id,
        "started_day": "5",
        "started_month": "3",
        "started_year": "2026",
        "what_happened": "Charla.",
        "action": "draft",
    }
    address = reverse("network:activity_edit", args=[activity.pk])
    answer = signed_in(clerk).post(address, sent)
    assert answer.status_code == 422
    assert "started" in answer.context["form"].errors
    with pytest.raises(Refused):
        activities.update_activity(
            activity=activity,
            by=clerk,
            version=Activity.objects.get().version,
            values={"ended": datetime.date(2026, 2, 1)},
        )


def test_a_draft_sent_twice_answers_the_same_and_a_closed_one_keeps_the_text(
    town, clerk
):
    activity = factories.ActivityFactory(owner=town)
    sent = {
        "client_uuid": activity.client_uuid,
        "version": 1,
        "kind": activity.kind_id,
        "started_day": "5",
        "started_month": "3",
        "started_year": "2026",
        "what_happened": "Charla.",
        "action": "submit",
    }
    browser = signed_in(clerk)
    address = reverse("network:activity_edit", args=[activity.pk])
    first, again = browser.post(address, sent), browser.post(address, sent)
    assert (first.status_code, first["Location"]) == (302, again["Location"])
    late = browser.post(address, {**sent, "what_happened": "Texto que llegó tarde"})
    assert late.status_code == 409
    assert "Texto que llegó tarde" in late.content.decode()
    section = reverse("network:activity_section", args=[activity.pk, "results"])
    late = browser.post(
        section, {"version": 1, "what_happened_es": "Tarde", "result_es": "También"}
    )
    assert late.status_code == 422
    assert "También" in late.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_fails_undoes_nothing(town, clerk, reviewer, settings):
    settings.EMAIL_BACKEND = "no.such.Backend"
    activity = factories.ActivityFactory(owner=town)
    address = reverse("network:activity_submit", args=[activity.pk])
    answer = signed_in(clerk).post(address)
    assert answer.status_code == 302
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.SUBMITTED
