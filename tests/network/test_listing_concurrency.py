"""Approvals, take-downs and affiliations at the same moment lose nothing of the sums."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from network.choices import ReviewState
from network.listing import Choice
from network.services.affiliations import affiliate_municipalities
from network.services.listing import faults_of_totals
from network.services.review import approve_activity, hide_activity
from network.totals import totals_of
from tests.network import factories

pytestmark = pytest.mark.django_db(transaction=True)

EACH = 6


def at_once(*acts):
    """Runs each list of acts in a thread of its own, all begun together."""
    starting = Barrier(len(acts))

    def run(some):
        starting.wait(30)
        try:
            for act in some:
                act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(run, acts))


def test_what_is_approved_hidden_and_joined_at_once_is_listed_as_it_stands():
    office = factories.secretariat_member()
    towns = [factories.MunicipalityFactory() for _each in range(2)]
    waiting = [
        factories.ActivityFactory(
            owner=town, review_state=ReviewState.SUBMITTED, submitted_at=timezone.now()
        )
        for town in towns
        for _each in range(EACH)
    ]
    shown = [factories.ApprovedActivityFactory(owner=towns[0]) for _each in range(EACH)]
    associations = [factories.AssociationFactory() for _each in range(EACH)]

    def approving(activity):
        return lambda: approve_activity(activity=activity, by=office)

    def hiding(activity):
        return lambda: hide_activity(activity=activity, by=office)

    def joining(association):
        return lambda: affiliate_municipalities(
            association=association, municipalities=towns, by=office, reviews=False
        )

    at_once(
        [approving(each) for each in waiting[:EACH]],
        [approving(each) for each in waiting[EACH:]],
        [hiding(each) for each in shown],
        [joining(each) for each in associations],
    )
    assert faults_of_totals() == []
    assert totals_of(Choice()).activities == 2 * EACH
