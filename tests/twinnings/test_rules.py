"""Who may do what with twinnings, as a table."""

import pytest

from network.choices import ReviewState, Role
from tests.network.factories import (
    AffiliationFactory,
    AssociationFactory,
    MunicipalityFactory,
    editor_of_the_portal,
    secretariat_member,
    staff_of,
)
from tests.twinnings.factories import ExchangeFactory, TwinningFactory
from twinnings import rules
from twinnings.services.exchanges import organisations_of
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db

WRITING = {"records", "coordinates", "reviewer", "administers", "secretariat"}
REVIEWING = {"reviewer", "administers", "secretariat"}
HIDING = {"coordinates", "mayor", "reviewer", "administers", "secretariat"}
OWN = {"reads", "records", "coordinates", "mayor", "reviewer", "administers"}
PEOPLE = (
    *OWN, "partner", "neighbour", "other_reviewer", "editor", "secretariat",
)  # fmt: skip
SUBMITTED, APPROVED = ReviewState.SUBMITTED, ReviewState.APPROVED
DRAFT, RETURNED = ReviewState.DRAFT, ReviewState.RETURNED
WITHDRAWN = ReviewState.WITHDRAWN

ALLOWED = {
    (rules.may_edit, DRAFT): WRITING,
    (rules.may_edit, RETURNED): WRITING,
    (rules.may_edit, SUBMITTED): set(),
    (rules.may_edit, APPROVED): set(),
    (rules.may_correct, APPROVED): WRITING & HIDING,
    (rules.may_correct, SUBMITTED): set(),
    (rules.may_follow, DRAFT): WRITING,
    (rules.may_follow, APPROVED): WRITING,
    (rules.may_submit, DRAFT): WRITING,
    (rules.may_submit, APPROVED): set(),
    (rules.may_review, SUBMITTED): REVIEWING,
    (rules.may_review, DRAFT): set(),
    (rules.may_clear, APPROVED): REVIEWING,
    (rules.may_clear, SUBMITTED): set(),
    (rules.may_withdraw, APPROVED): HIDING,
    (rules.may_withdraw, DRAFT): set(),
    (rules.may_reopen, SUBMITTED): WRITING,
    (rules.may_reopen, WITHDRAWN): WRITING,
    (rules.may_reopen, APPROVED): set(),
    (rules.may_discard, DRAFT): WRITING,
    (rules.may_discard, SUBMITTED): set(),
    (rules.may_restore, DRAFT): set(),
    (rules.may_read_inside, DRAFT): OWN,
    (rules.may_read_inside, SUBMITTED): OWN | {"secretariat"},
    (rules.may_read_inside, APPROVED): OWN | {"secretariat"},
}


@pytest.fixture
def scene():
    link = AffiliationFactory()
    town, association = link.municipality, link.association
    partner = MunicipalityFactory()
    told = [PartyTold(organisation=town), PartyTold(organisation=partner)]
    return {
        "town": town,
        "twinning": TwinningFactory(owner=town, parties_told=told),
        "reads": staff_of(town, Role.READS),
        "records": staff_of(town, Role.RECORDS),
        "coordinates": staff_of(town, Role.COORDINATES),
        "mayor": staff_of(town, Role.MAYOR),
        "reviewer": staff_of(association, Role.REVIEWS),
        "administers": staff_of(association, Role.ADMINISTERS),
        "partner": staff_of(partner, Role.COORDINATES),
        "neighbour": staff_of(MunicipalityFactory(), Role.COORDINATES),
        "other_reviewer": staff_of(AssociationFactory(), Role.ADMINISTERS),
        "editor": editor_of_the_portal(),
        "secretariat": secretariat_member(),
    }


def allowed(scene, rule, *given):
    return {name for name in PEOPLE if rule(scene[name], *given)}


@pytest.mark.parametrize(
    ("rule", "state"), ALLOWED, ids=lambda each: getattr(each, "__name__", each)
)
def test_who_may(scene, rule, state):
    twinning = scene["twinning"]
    exchange = ExchangeFactory(twinning=twinning, owner=scene["town"])
    for record in (twinning, exchange):
        record.review_state = state
        assert allowed(scene, rule, record) == ALLOWED[rule, state]


def test_a_partner_reads_what_was_sent_and_no_draft(scene):
    twinning = scene["twinning"]
    parties = organisations_of(twinning)
    assert allowed(scene, rules.may_read, twinning, parties) == OWN
    twinning.review_state = SUBMITTED
    others = {"partner", "editor", "secretariat"}
    assert allowed(scene, rules.may_read, twinning, parties) == OWN | others


def test_both_sides_open_exchanges_of_their_own(scene):
    twinning = scene["twinning"]
    parties = organisations_of(twinning)
    ask = rules.may_open_exchange
    assert allowed(scene, ask, twinning, scene["town"], parties) == WRITING
    partner = scene["partner"].organisations_today[0]
    assert ask(scene["partner"], twinning, partner, parties)
    assert not ask(scene["coordinates"], twinning, partner, parties)
    neighbour = scene["neighbour"].organisations_today[0]
    assert not ask(scene["neighbour"], twinning, neighbour, parties)


def test_nobody_decides_on_what_they_wrote(scene):
    twinning = scene["twinning"]
    twinning.review_state = SUBMITTED
    twinning.writers.add(scene["reviewer"])
    assert allowed(scene, rules.may_review, twinning) == REVIEWING - {"reviewer"}


def test_what_was_public_is_never_discarded(scene):
    twinning = scene["twinning"]
    twinning.published_at = twinning.created_at
    assert allowed(scene, rules.may_discard, twinning) == set()


def test_what_is_in_the_trash_is_only_brought_back(scene):
    twinning = scene["twinning"]
    twinning.discarded_at = twinning.created_at
    assert allowed(scene, rules.may_restore, twinning) == WRITING
    for rule in (rules.may_edit, rules.may_follow, rules.may_submit):
        assert allowed(scene, rule, twinning) == set()
