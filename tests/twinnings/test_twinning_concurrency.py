"""Two who press at the same moment: an entry of the log tells of one exchange, a photo
and its copies are hidden together, the same photo is kept once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from network.services.refusals import Refused, Stale
from tests.foundation.upload_samples import photo as some_photo
from tests.network.factories import ApprovedActivityFactory, secretariat_member
from tests.twinnings import factories
from twinnings.models import Exchange, ExchangePhoto
from twinnings.services import files, hidden_photos
from twinnings.services.logging import link_to_log

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 6


def at_once(*verbs):
    """What each gave, or the name of its refusal; anything else is a fault."""
    meeting = Barrier(len(verbs))

    def run(verb):
        meeting.wait(20)
        try:
            return verb()
        except (Refused, Stale) as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(verbs)) as pool:
        return list(pool.map(run, verbs))


@pytest.mark.parametrize("was_result", [False, True])
def test_an_entry_of_the_log_tells_of_one_exchange(was_result):
    one = factories.published_exchange()
    by = factories.coordinator_of(one.owner)
    other = factories.published_exchange(twinning=one.twinning, owner=one.owner)
    for _time in range(TIMES):
        entry = ApprovedActivityFactory(owner=one.owner)
        if was_result:
            for each in (one, other):
                each.activities.set([entry])

        def link(exchange, entry=entry):
            return lambda: link_to_log(
                exchange=exchange, by=by, logged_as=entry, activities=[]
            )

        answers = at_once(link(one), link(other))
        assert answers.count("Refused") == 1, answers
        assert Exchange.objects.filter(logged_as=entry).count() == 1


def test_crossed_links_wait_for_each_other():
    one = factories.published_exchange()
    by = factories.coordinator_of(one.owner)
    other = factories.published_exchange(twinning=one.twinning, owner=one.owner)
    for _time in range(TIMES):
        made = [ApprovedActivityFactory(owner=one.owner) for _each in range(6)]

        def link(exchange, came):
            return lambda: link_to_log(
                exchange=exchange, by=by, logged_as=None, activities=came
            )

        answers = at_once(link(one, made), link(other, made[::-1]))
        assert "Refused" not in answers
        for each in (one, other):
            assert set(each.activities.all()) == set(made)


def test_two_who_link_the_same_exchange():
    exchange = factories.published_exchange()
    by = factories.coordinator_of(exchange.owner)
    version = exchange.version
    made = [ApprovedActivityFactory(owner=exchange.owner) for _each in range(2)]

    def link(entry):
        return lambda: link_to_log(
            exchange=exchange, by=by, logged_as=entry, activities=[], version=version
        )

    assert at_once(*map(link, made)).count("Stale") == 1


def test_two_copies_are_hidden_at_once():
    one = factories.published_exchange()
    office = secretariat_member()
    other = factories.published_exchange(twinning=one.twinning, owner=one.owner)
    for time in range(TIMES):
        copies = [
            factories.PhotoFactory(exchange=each, sha256=f"{time}" * 64)
            for each in (one, other)
        ]

        def hide(photo):
            return lambda: hidden_photos.hide_photo(photo=photo, by=office)

        at_once(*map(hide, copies))
        rows = ExchangePhoto.objects.filter(pk__in=[each.pk for each in copies])
        assert not rows.filter(public=True).exists()


def test_the_same_photo_sent_twice_is_kept_once():
    exchange = factories.ExchangeFactory()
    by = factories.coordinator_of(exchange.owner)
    content = some_photo()

    def attach():
        return files.attach_photo(
            exchange=exchange, by=by, upload=SimpleUploadedFile("f.jpg", content),
            values={"alt_text_es": "El patio", "people_shown": "nobody", "public": True},
        )  # fmt: skip

    kept = at_once(attach, attach)
    assert {each.pk for each in kept} == {exchange.photos.get().pk}
