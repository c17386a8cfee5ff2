"""Who may do what, as a table."""

import pytest

from network import rules
from network.choices import ReviewState, Role
from tests.network.factories import (
    ActivityFactory,
    AffiliationFactory,
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    """A municipality, its association, a neighbour, and one person of each role."""
    link = AffiliationFactory()
    town, association = link.municipality, link.association
    return {
        "town": town,
        "association": association,
        "reads": staff_of(town, Role.READS),
        "records": staff_of(town, Role.RECORDS),
        "coordinates": staff_of(town, Role.COORDINATES),
        "mayor": staff_of(town, Role.MAYOR),
        "reviewer": staff_of(association, Role.REVIEWS),
        "administers": staff_of(association, Role.ADMINISTERS),
        "neighbour": staff_of(MunicipalityFactory(), Role.COORDINATES),
        "other_reviewer": staff_of(AssociationFactory(), Role.ADMINISTERS),
        "secretariat": secretariat_member(),
    }


PEOPLE = (
    "reads", "records", "coordinates", "mayor", "reviewer", "administers", "neighbour",
    "other_reviewer", "secretariat",
)  # fmt: skip

ALLOWED = {
    (rules.may_read_activity, ReviewState.DRAFT): {
        "reads", "records", "coordinates", "mayor",
    },
    (rules.may_read_activity, ReviewState.SUBMITTED): set(PEOPLE)
    - {"neighbour", "other_reviewer"},
    (rules.may_edit_activity, ReviewState.DRAFT): {"records", "coordinates"},
    (rules.may_edit_activity, ReviewState.RETURNED): {"records", "coordinates"},
    (rules.may_edit_activity, ReviewState.SUBMITTED): set(),
    (rules.may_review_activity, ReviewState.SUBMITTED): {
        "reviewer", "administers", "secretariat",
    },
    (rules.may_review_activity, ReviewState.DRAFT): set(),
    (rules.may_reopen_activity, ReviewState.SUBMITTED): {"records", "coordinates"},
    (rules.may_discard_activity, ReviewState.DRAFT): {"records", "coordinates"},
    (rules.may_discard_activity, ReviewState.RETURNED): set(),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "state"), list(ALLOWED))
def test_rule_answers_for_every_role(scene, rule, state):
    activity = ActivityFactory(owner=scene["town"], review_state=state)
    allowed = {who for who in PEOPLE if rule(scene[who], activity)}
    assert allowed == ALLOWED[rule, state]


@pytest.mark.parametrize("rule", [rules.may_hide_activity, rules.may_withdraw_activity])
def test_municipality_and_association_take_out_of_public(scene, rule):
    activity = ApprovedActivityFactory(owner=scene["town"])
    allowed = {who for who in PEOPLE if rule(scene[who], activity)}
    assert allowed == {
        "coordinates", "mayor", "reviewer", "administers", "secretariat",
    }  # fmt: skip


def test_nobody_reviews_what_they_wrote(scene):
    activity = ActivityFactory(owner=scene["town"], review_state=ReviewState.SUBMITTED)
    activity.writers.add(scene["reviewer"])
    assert not rules.may_review_activity(scene["reviewer"], activity)
    assert rules.may_review_activity(scene["administers"], activity)


def test_association_reviews_its_own_work_by_a_colleague(scene):
    activity = ActivityFactory(
        owner=scene["association"], review_state=ReviewState.SUBMITTED
    )
    activity.writers.add(scene["administers"])
    allowed = {who for who in PEOPLE if rules.may_review_activity(scene[who], activity)}
    assert allowed == {"reviewer", "secretariat"}


def test_roles_offered_stay_inside_the_organisation(scene):
    town = scene["town"]
    offered = {who: rules.roles_offered(scene[who], town) for who in PEOPLE}
    inviters = {who for who, roles in offered.items() if roles}
    assert inviters == {"coordinates", "administers", "secretariat"}
    assert set(offered["coordinates"]) <= {"reads", "records", "coordinates", "mayor"}


def test_ended_and_unapproved_appointments_give_nothing(scene):
    town = scene["town"]
    person = staff_of(town, Role.RECORDS)
    person.appointments.update(valid_to="2020-01-01")
    unapproved = staff_of(town, Role.RECORDS)
    unapproved.appointments.update(approved_at=None)
    for someone in (person, unapproved):
        assert not rules.may_enter_workspace(type(someone).objects.get(pk=someone.pk))
