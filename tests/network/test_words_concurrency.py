"""Words written, words made anew and words compared at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from network.models import Activity, Organisation
from network.services.listing import faults_of_totals, index_words, refill, relist
from network.services.listing.words import refill_words
from tests.network import factories

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # SQLite has one writer at a time.
    pytest.mark.only_on("postgresql"),
]


def in_a_thread(pool, act):
    def run():
        try:
            return act()
        finally:
            connections.close_all()

    return pool.submit(run)


def waits(future) -> bool:
    """True when it is still under way after a moment."""
    try:
        future.result(1)
    except TimeoutError:
        return True
    return False


def rename(activity):
    Activity.objects.filter(pk=activity.pk).update(title_es="Otro nombre")
    index_words([activity.pk])


@pytest.mark.parametrize("again", [refill_words, refill])
def test_words_being_written_outlive_all_words_made_anew(again):
    activity = factories.ActivityFactory()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            rename(activity)
            made_anew = in_a_thread(pool, again)
            assert waits(made_anew)
        made_anew.result(30)
    assert faults_of_totals() == []


def test_words_written_while_all_are_made_anew_are_kept():
    activity = factories.ActivityFactory()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            refill_words()
            renamed = in_a_thread(pool, lambda: rename(activity))
            waits(renamed)
        renamed.result(30)
    assert faults_of_totals() == []


def test_a_new_title_and_a_new_name_of_its_organisation_are_both_found():
    activity = factories.ActivityFactory()

    def of_the_organisation():
        with transaction.atomic():
            owners = Organisation.objects.filter(pk=activity.owner_id)
            owners.update(name_es="Recién fundada")
            index_words([activity.pk])

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            rename(activity)
            renamed = in_a_thread(pool, of_the_organisation)
            assert waits(renamed)
        renamed.result(30)
    assert faults_of_totals() == []


def test_comparing_waits_for_nobody_and_nobody_for_it():
    activity = factories.ApprovedActivityFactory()
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(counting_method="estimate")
        relist([activity.pk])
        assert in_a_thread(pool, faults_of_totals).result(20) == []
    assert faults_of_totals() == []
    assert not connection.in_atomic_block
