"""The workspace of the log: the member, the neighbour, the stranger, the wrong method."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation

from network.choices import ReviewState, Role
from network.models import Activity, Evidence
from tests.network.factories import (
    ActivityFactory,
    ApprovedActivityFactory,
    MunicipalityFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return reviewed_municipality()


@pytest.fixture
def activity(town):
    return ActivityFactory(owner=town)


def log_in(client, organisation, role=Role.RECORDS):
    person = staff_of(organisation, role)
    client.force_login(person)
    return person


OWN_PAGES = [
    ("network:activity", ()),
    ("network:activity_edit", ()),
    ("network:activity_details", ()),
    ("network:activity_section", ("when",)),
    ("network:activity_section", ("people",)),
    ("network:activity_section", ("audience",)),
    ("network:activity_section", ("results",)),
    ("network:activity_section", ("cost",)),
    ("network:activity_partners", ()),
    ("network:activity_evidence", ()),
    ("network:activity_act", ("discard",)),
]


@pytest.mark.parametrize(("name", "extra"), OWN_PAGES)
@pytest.mark.parametrize("language", ["es", "en"])
def test_member_opens_neighbour_finds_nothing_stranger_signs_in(
    client, activity, town, name, extra, language
):
    with translation.override(language):
        address = reverse(name, args=[activity.pk, *extra])
    stranger = client.get(address)
    assert stranger.status_code == 302
    log_in(client, town)
    assert client.get(address).status_code == 200
    log_in(client, MunicipalityFactory())
    assert client.get(address).status_code == 404
    # What is only read takes no form from anybody.
    assert client.post(address, {}).status_code in (404, 405)


@pytest.mark.parametrize("name", ["activities", "month", "quick_log"])
def test_front_pages_open(client, town, name):
    log_in(client, town)
    assert client.get(reverse(f"network:{name}"), follow=True).status_code == 200
    assert client.get(reverse("workspace:home")).status_code == 200


def test_drafts_belong_to_the_organisation(client, activity, town):
    log_in(client, town, Role.COORDINATES)
    page = client.get(reverse("network:activities")).content.decode()
    assert activity.title_es in page
    assert activity.title_es in client.get(reverse("workspace:home")).content.decode()


def test_list_holds_only_own_and_filters(client, town):
    mine = ActivityFactory(owner=town, title_es="Torneo")
    other = ActivityFactory(owner=town, title_es="Charla")
    foreign = ActivityFactory(title_es="Torneo ajeno")
    log_in(client, town)
    rows = client.get(reverse("network:activities"), {"q": "torneo"}).context["rows"]
    assert rows == [mine]
    rows = client.get(reverse("network:activities"), {"state": "draft"}).context["rows"]
    assert set(rows) == {mine, other}
    assert foreign not in rows


def test_reviewer_finds_what_was_decided_in_its_municipalities(client, town):
    approved = ApprovedActivityFactory(owner=town)
    draft = ActivityFactory(owner=town)
    foreign = ApprovedActivityFactory()
    log_in(client, town.affiliations.get().association, Role.REVIEWS)
    rows = client.get(reverse("network:activities")).context["rows"]
    assert approved in rows
    assert draft not in rows
    assert foreign not in rows


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_at_any_length(
    client, town, number, django_assert_num_queries
):
    ActivityFactory.create_batch(number, owner=town)
    log_in(client, town)
    client.get(reverse("network:activities"))
    with django_assert_num_queries(6):
        client.get(reverse("network:activities"))


def test_section_saves_and_a_stale_one_shows_both(client, activity, town):
    log_in(client, town)
    address = reverse("network:activity_section", args=[activity.pk, "results"])
    first = {"version": 1, "what_happened_es": "Uno", "result_es": "Salió bien"}
    assert client.post(address, first).status_code == 302
    stale = {"version": 1, "what_happened_es": "Dos", "result_es": "Salió bien"}
    response = client.post(address, stale)
    assert response.status_code == 409
    page = response.content.decode()
    assert "Uno" in page
    assert "Dos" in page
    chosen = {**stale, "version": 2, "pick-what_happened_es": "theirs"}
    assert client.post(address, chosen).status_code == 302
    activity.refresh_from_db()
    assert activity.what_happened_es == "Uno"


def test_people_by_age_are_saved_and_quick_form_points_there(client, activity, town):
    log_in(client, town)
    address = reverse("network:activity_section", args=[activity.pk, "people"])
    client.post(address, {"version": 1, "women-12-17": "4", "men-60plus": "0"})
    cells = set(activity.counts.values_list("sex", "age_band", "people"))
    assert cells == {("women", "12-17", 4), ("men", "60+", 0)}
    page = client.get(reverse("network:activity_edit", args=[activity.pk]))
    assert "women" not in page.context["form"].fields


def test_same_people_are_not_counted_twice(client, activity, town):
    activity.counts.create(sex="women", people=18)
    log_in(client, town)
    address = reverse("network:activity_section", args=[activity.pk, "people"])
    body = {"version": 1, "women-unknown": "18", "women-18-29": "18"}
    assert "women-unknown" in client.post(address, body).context["form"].errors
    assert client.post(address, {**body, "others_too": "on"}).status_code == 302
    assert sum(activity.counts.values_list("people", flat=True)) == 36


def test_end_before_start_is_said_beside_the_field(client, activity, town):
    log_in(client, town)
    address = reverse("network:activity_section", args=[activity.pk, "when"])
    response = client.post(
        address,
        {
            "version": 1, "status": 4,
            "started_day": "5", "started_month": "3", "started_year": "2026",
            "ended_day": "4", "ended_month": "3", "ended_year": "2026",
        },
    )  # fmt: skip
    assert response.status_code == 422
    assert "ended" in response.context["form"].errors


def test_partners_are_replaced(client, activity, town):
    log_in(client, town)
    address = reverse("network:activity_partners", args=[activity.pk])
    body = {
        "version": 1, "form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 0,
        "form-0-kind": "police", "form-0-name": "Policía local",
        "form-1-kind": "", "form-1-name": "Sin clase",
    }  # fmt: skip
    assert client.post(address, body).status_code == 422
    body["form-1-kind"] = "church"
    assert client.post(address, body).status_code == 302
    assert activity.partners.count() == 2


def test_review_returns_and_approves(client, activity, town):
    Activity.objects.update(review_state=ReviewState.SUBMITTED)
    log_in(client, town.affiliations.get().association, Role.REVIEWS)
    address = reverse("network:review_activity", args=[activity.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"action": "return", "note": ""}).status_code == 200
    assert client.post(address, {"action": "return", "note": "Falta la fecha"})
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.RETURNED
    Activity.objects.update(review_state=ReviewState.SUBMITTED)
    client.post(address, {"action": "approve", "prevention_level": "tertiary"})
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.APPROVED
    assert activity.prevention_level == "tertiary"


def test_several_are_approved_at_once_but_never_foreign_ones(client, town):
    mine = ActivityFactory(owner=town, review_state=ReviewState.SUBMITTED)
    foreign = ActivityFactory(review_state=ReviewState.SUBMITTED)
    log_in(client, town.affiliations.get().association, Role.REVIEWS)
    client.post(reverse("network:inbox"), {"activity": [mine.pk, foreign.pk, "x"]})
    mine.refresh_from_db()
    foreign.refresh_from_db()
    assert mine.review_state == ReviewState.APPROVED
    assert foreign.review_state == ReviewState.SUBMITTED


def test_clerk_cannot_review(client, activity, town):
    Activity.objects.update(review_state=ReviewState.SUBMITTED)
    log_in(client, town)
    address = reverse("network:review_activity", args=[activity.pk])
    assert client.get(address).status_code == 403
    assert client.post(address, {"action": "approve"}).status_code == 403
    assert client.get(reverse("network:inbox")).status_code == 403


def test_hiding_asks_first_and_then_hides(client, town):
    activity = ApprovedActivityFactory(owner=town)
    log_in(client, town, Role.MAYOR)
    address = reverse("network:activity_act", args=[activity.pk, "hide"])
    assert client.get(address).status_code == 200
    assert Activity.objects.public().exists()
    client.post(address)
    assert not Activity.objects.public().exists()


def test_month_adds_up_and_refuses_nonsense(client, town):
    activity = ActivityFactory(owner=town, started="2026-03-10")
    activity.counts.create(sex="women", people=7)
    activity.counts.create(sex="unknown", people=3)
    log_in(client, town)
    context = client.get(reverse("network:month"), {"month": "2026-03"}).context
    assert (context["people"], context["women"], context["men"]) == (10, 7, 0)
    for wrong in ("2026-13", "x", "0000-01", "9999-01"):
        address = reverse("network:month")
        assert client.get(address, {"month": wrong}).status_code == 404


def test_evidence_file_is_private(client, town, activity):
    piece = Evidence.objects.create(
        activity=activity, kind="document", content_type="application/pdf", size=1,
        sha256="0" * 64,
    )  # fmt: skip
    piece.file.save("a.pdf", ContentFile(b"%PDF"))
    address = reverse("network:evidence_file", args=[activity.pk, piece.uuid, "large"])
    assert client.get(address).status_code == 302
    log_in(client, town)
    response = client.get(address)
    assert b"".join(response.streaming_content) == b"%PDF"
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    log_in(client, MunicipalityFactory())
    assert client.get(address).status_code == 404
