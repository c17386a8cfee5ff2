"""Several who change what the search holds at the same moment: nothing is lost of it,
nothing that went comes back, and nobody waits for ever."""

import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction
from django.utils import timezone

from amuprev.foundation.models import SearchDocument, SearchWord
from amuprev.foundation.search import keeping as search
from amuprev.site import searching
from network import tasks
from network.choices import ReviewState
from network.models import Activity
from network.search import ACTIVITIES
from network.services import translations
from network.services.review import approve_activity, hide_activity
from network.services.searching import find_activities
from tests.network import factories
from tests.network.test_listing_concurrency import at_once
from tests.site.test_search_services import found

pytestmark = pytest.mark.django_db(transaction=True)

EACH = 8
SECRET = "quetzalcuate"


def retold(activity, words):
    """Somebody who saves an activity and has it found as it is then.

    Two transactions: its own row is not what keeps others waiting.
    """

    def act():
        Activity.objects.filter(pk=activity.pk).update(title_es=words)
        find_activities([activity.pk])

    return act


def in_step():
    """What the search holds of activities is what they tell."""
    keys = [str(key) for key in ACTIVITIES.every()]
    wanted = {search.row_of(each) for each in ACTIVITIES.documents(keys)}
    held = SearchDocument.objects.filter(kind="activity")
    return wanted == {search.as_held(row) for row in held} and not index_faults()


def index_faults():
    return [each for each in searching.faults_of_search() if "index" in each]


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


def test_the_same_activity_found_anew_by_many_at_once_is_one():
    activity = factories.ApprovedActivityFactory()
    writers = [
        [retold(activity, f"Taller {SECRET} {who}{time}") for time in range(EACH)]
        for who in "abcd"
    ]
    at_once(*writers)
    assert SearchDocument.objects.filter(kind="activity").count() == 2
    assert in_step()
    assert len(found(SECRET)) == 1


def test_different_activities_found_at_once_are_all_there():
    made = [
        factories.ApprovedActivityFactory(listed=False) for _each in range(4 * EACH)
    ]

    def finding(activity):
        return lambda: find_activities([activity.pk])

    at_once(*([finding(each) for each in made[start::4]] for start in range(4)))
    assert SearchDocument.objects.filter(kind="activity").count() == 2 * len(made)
    assert in_step()


def test_the_same_activities_in_different_order_wait_for_nobody_for_ever():
    made = [factories.ApprovedActivityFactory() for _each in range(EACH)]

    def both(one, other, words):
        def act():
            with transaction.atomic():
                retold(one, f"{words} uno")()
                retold(other, f"{words} dos")()

        return act

    at_once(
        [both(one, other, "Ida") for one, other in itertools.pairwise(made)],
        [lambda: find_activities([each.pk for each in reversed(made)])] * EACH,
        [lambda: find_activities([each.pk for each in made])] * EACH,
    )
    assert in_step()


def test_what_is_hidden_meanwhile_is_not_put_back():
    """Who reads before the other commits would put back what the other takes out."""
    activity = factories.ApprovedActivityFactory(title_es=SECRET)
    SearchDocument.objects.all().update(title="Otro")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Activity.objects.filter(pk=activity.pk).update(hidden_at=timezone.now())
            find_activities([activity.pk])
            again = in_a_thread(pool, lambda: find_activities([activity.pk]))
            assert waits(again)
        again.result(30)
    assert not SearchDocument.objects.filter(kind="activity").exists()
    assert found(SECRET) == []
    assert in_step()


def test_approved_translated_and_hidden_at_once_is_found_as_it_stands():
    office = factories.secretariat_member()
    town = factories.reviewed_municipality()
    waiting = [
        factories.ActivityFactory(
            owner=town, review_state=ReviewState.SUBMITTED, submitted_at=timezone.now()
        )
        for _each in range(EACH)
    ]
    shown = [factories.ApprovedActivityFactory(owner=town) for _each in range(EACH)]
    kept = [factories.ApprovedActivityFactory(owner=town) for _each in range(EACH)]

    def english(activity):
        texts = {"title_en": f"In English {activity.pk}"}
        return lambda: translations.translate_activity(
            activity=activity, by=office, texts=texts
        )

    def approving(activity):
        return lambda: approve_activity(activity=activity, by=office)

    def hiding(activity):
        return lambda: hide_activity(activity=activity, by=office)

    at_once(
        [approving(each) for each in waiting],
        [hiding(each) for each in shown],
        [english(each) for each in kept],
        [searching.mend_search],
    )
    assert in_step()
    assert Activity.objects.public().count() > EACH - 1


def test_a_new_name_reaches_what_was_being_listed_by_the_old_one():
    kind = factories.ActivityKindFactory(name_es="Nombre viejo")
    activity = factories.ApprovedActivityFactory(kind=kind, listed=False)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            # Whoever lists it has read the old name.
            search.hold_search()
            documents = list(ACTIVITIES.documents([str(activity.pk)]))
            type(kind).objects.filter(pk=kind.pk).update(name_es=SECRET)
            task = in_a_thread(
                pool,
                lambda: tasks.find_what_tells.call("network.ActivityKind", [kind.pk]),
            )
            assert waits(task)
            rows = [search.row_of(each) for each in documents]
            search.put_rows("foundation_searchdocument", search.COLUMNS, rows)
            search.tables.put_in((row[0], row[-1]) for row in rows)
        task.result(30)
    assert in_step()
    assert len(found(SECRET)) == 1


def test_the_same_new_words_learned_at_once_are_known_once():
    words = [f"{SECRET}{letter}" for letter in "abcdefgh"]
    made = [factories.ApprovedActivityFactory() for _each in range(4)]
    turned = [" ".join(words[turn:] + words[:turn]) for turn in range(EACH)]
    at_once(*([retold(each, title) for title in turned] for each in made))
    known = set(SearchWord.objects.values_list("text", flat=True))
    assert known >= set(words)
    assert in_step()
