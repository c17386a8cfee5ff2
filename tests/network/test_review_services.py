"""Review: each verb moves the state, records it, tells people, and refuses the rest."""

import datetime

import pytest
from django.utils import timezone

from network.choices import AgeBand, ReviewState, Role, Sex
from network.models import Activity, ActivityCount
from network.services import review
from network.services.refusals import Refused
from tests.network.factories import (
    ActivityFactory,
    ActivityKindFactory,
    ApprovedActivityFactory,
    MunicipalityFactory,
    PopulationGroupFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return reviewed_municipality()


@pytest.fixture
def clerk(town):
    return staff_of(town)


@pytest.fixture
def reviewer(town):
    return staff_of(town.affiliations.get().association, Role.REVIEWS, language="en")


@pytest.fixture
def submitted(town, clerk):
    activity = ActivityFactory(owner=town, review_state=ReviewState.SUBMITTED)
    activity.writers.add(clerk)
    return activity


def test_submit_moves_records_and_tells_in_the_reviewers_language(
    town, clerk, reviewer, mailoutbox, django_capture_on_commit_callbacks
):
    activity = ActivityFactory(owner=town)
    with django_capture_on_commit_callbacks(execute=True):
        review.submit_activity(activity=activity, by=clerk)
        review.submit_activity(activity=activity, by=clerk)
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.SUBMITTED
    assert [step.to_state for step in activity.steps.all()] == [ReviewState.SUBMITTED]
    assert [mail.to for mail in mailoutbox] == [[reviewer.email]]
    assert "waits for your review" in mailoutbox[0].subject
    assert f"/en/workspace/review/{activity.pk}/" in mailoutbox[0].body


@pytest.mark.parametrize(
    "missing", [{"started": None}, {"kind": None}, {"what_happened_es": "  "}]
)
def test_incomplete_activity_is_not_submitted(town, clerk, missing):
    activity = ActivityFactory(owner=town, **missing)
    with pytest.raises(Refused):
        review.submit_activity(activity=activity, by=clerk)
    activity.refresh_from_db()
    assert activity.review_state == ReviewState.DRAFT


def test_return_needs_a_note_and_tells_the_writer(
    submitted, clerk, reviewer, mailoutbox, django_capture_on_commit_callbacks
):
    with pytest.raises(Refused):
        review.return_activity(activity=submitted, by=reviewer, note="  ")
    with django_capture_on_commit_callbacks(execute=True):
        returned = review.return_activity(
            activity=submitted, by=reviewer, note="¿Cuántas mujeres?"
        )
    assert returned.review_state == ReviewState.RETURNED
    assert mailoutbox[0].to == [clerk.email]
    assert "¿Cuántas mujeres?" in mailoutbox[0].body
    assert "devuelta" in mailoutbox[0].subject.lower() or "volvió" in (
        mailoutbox[0].subject.lower()
    )


def test_approve_sets_the_public_day(submitted, reviewer):
    approved = review.approve_activity(activity=submitted, by=reviewer)
    assert approved.publish_from == submitted.started + datetime.timedelta(days=7)
    assert approved in Activity.objects.public()


def test_approved_but_ended_yesterday_is_not_public(town, reviewer):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    activity = ActivityFactory(
        owner=town, review_state=ReviewState.SUBMITTED, started=yesterday
    )
    approved = review.approve_activity(activity=activity, by=reviewer)
    assert not approved.is_public
    assert approved not in Activity.objects.public()


def test_writer_does_not_approve_own_work(submitted, reviewer):
    submitted.writers.add(reviewer)
    with pytest.raises(Refused):
        review.approve_activity(activity=submitted, by=reviewer)


def test_neighbours_reviewer_does_not_approve(submitted):
    stranger = staff_of(
        reviewed_municipality().affiliations.get().association, Role.REVIEWS
    )
    with pytest.raises(Refused):
        review.approve_activity(activity=submitted, by=stranger)
    submitted.refresh_from_db()
    assert submitted.review_state == ReviewState.SUBMITTED


def count(activity, sex, people, age=AgeBand.UNKNOWN):
    return ActivityCount.objects.create(
        activity=activity, sex=sex, age_band=age, people=people
    )


def test_small_numbers_of_sensitive_groups_are_hidden_once(submitted, reviewer):
    submitted.groups.add(PopulationGroupFactory(sensitive=True))
    count(submitted, Sex.WOMEN, 4)
    count(submitted, Sex.MEN, 5)
    count(submitted, Sex.UNKNOWN, 0)
    review.approve_activity(activity=submitted, by=reviewer)
    hidden = dict(submitted.counts.values_list("sex", "hidden"))
    assert hidden == {"women": True, "men": False, "unknown": True}


def test_small_numbers_of_minors_are_always_hidden(submitted, reviewer):
    count(submitted, Sex.WOMEN, 3, AgeBand.FROM_12)
    count(submitted, Sex.MEN, 3, AgeBand.FROM_18)
    review.approve_activity(activity=submitted, by=reviewer)
    hidden = dict(submitted.counts.values_list("age_band", "hidden"))
    assert hidden == {"12-17": True, "18-29": False}


def test_text_of_a_sensitive_activity_must_not_name_its_place(submitted, reviewer):
    Activity.objects.filter(pk=submitted.pk).update(
        kind=ActivityKindFactory(sensitive=True),
        title_es="Apoyo",
        what_happened_es="Se atendió en la Colonia Quezaltepec.",
    )
    with pytest.raises(Refused, match="Colonia Quezaltepec"):
        review.approve_activity(activity=submitted, by=reviewer)


def test_reviewer_corrects_the_classification_without_becoming_author(
    submitted, reviewer
):
    group = PopulationGroupFactory()
    approved = review.approve_activity(
        activity=submitted,
        by=reviewer,
        corrections={"prevention_level": "secondary", "groups": [group]},
    )
    assert approved.prevention_level == "secondary"
    assert list(approved.groups.all()) == [group]
    assert not approved.was_written_by(reviewer)


def test_several_are_approved_and_the_refused_named(town, clerk, reviewer):
    fine = ActivityFactory(owner=town, review_state=ReviewState.SUBMITTED)
    own = ActivityFactory(owner=town, review_state=ReviewState.SUBMITTED)
    own.writers.add(reviewer)
    approved, refused = review.approve_activities(activities=[fine, own], by=reviewer)
    assert [each.pk for each in approved] == [fine.pk]
    assert [each.pk for each, _why in refused] == [own.pk]


def test_hide_leaves_the_public_at_once_and_comes_back(town):
    activity = ApprovedActivityFactory(owner=town)
    coordination = staff_of(town, Role.COORDINATES)
    review.hide_activity(activity=activity, by=coordination)
    assert not Activity.objects.public().exists()
    review.show_activity(activity=activity, by=coordination)
    assert Activity.objects.public().exists()


def test_withdraw_then_correct_then_send_again(town, clerk):
    activity = ApprovedActivityFactory(owner=town)
    coordination = staff_of(town, Role.COORDINATES)
    review.withdraw_activity(activity=activity, by=coordination)
    assert not Activity.objects.public().exists()
    review.reopen_activity(activity=activity, by=clerk)
    review.submit_activity(activity=activity, by=clerk)
    states = [step.to_state for step in activity.steps.all()]
    assert states == ["withdrawn", "draft", "submitted"]


@pytest.mark.parametrize(
    "verb",
    [review.hide_activity, review.withdraw_activity, review.reopen_activity],
)
def test_neighbour_moves_nothing(town, verb):
    activity = ApprovedActivityFactory(owner=town)
    neighbour = staff_of(MunicipalityFactory(), Role.COORDINATES)
    with pytest.raises(Refused):
        verb(activity=activity, by=neighbour)
    activity.refresh_from_db()
    assert (activity.review_state, activity.hidden_at) == (ReviewState.APPROVED, None)
