"""Two accounts press at the same moment: exactly one of them moves it."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from municipio_seguro.models import Assessment, Response, VoiceTally
from municipio_seguro.services import (
    consultations,
    lifecycle,
    opening,
    publishing,
    voices,
)
from municipio_seguro.services.answering import Said, save_answer
from municipio_seguro.services.moving import Stale
from network.choices import Role
from network.services.refusals import Refused
from tests.municipio_seguro import factories
from tests.network.factories import secretariat_member, staff_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """What comes of each act, begun at the same moment in a thread of its own."""
    starting = Barrier(len(acts))

    def run(act):
        starting.wait(30)
        try:
            return act()
        except (Refused, Stale) as no:
            return no
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refusals(outcomes):
    return [each for each in outcomes if isinstance(each, Refused | Stale)]


def test_published_once():
    town = factories.a_town()
    ready = factories.validated(town)
    people = (town.reviewer, secretariat_member())
    done = at_once(
        *(lambda by=by: publishing.publish(assessment=ready, by=by) for by in people)
    )
    assert [each.code for each in refusals(done)] == ["G-E24"]
    ready.refresh_from_db()
    assert (ready.state, ready.snapshots.count()) == ("published", 1)
    assert ready.moves.filter(to_state="published").count() == 1


def test_validated_once():
    town = factories.a_town()
    waiting = factories.validated(town)
    Assessment.objects.filter(pk=waiting.pk).update(state="awaiting")
    waiting.moves.filter(to_state="validated").delete()
    people = (town.mayor, staff_of(town.organisation, Role.MAYOR))
    done = at_once(
        *(lambda by=by: lifecycle.validate(assessment=waiting, by=by) for by in people)
    )
    assert len(refusals(done)) == 1
    assert waiting.moves.filter(from_state="awaiting").count() == 1


def test_opened_once():
    town = factories.a_town()
    factories.the_instrument()
    people = (town.lead, staff_of(town.organisation, Role.COORDINATES))
    done = at_once(
        *(
            lambda by=by: opening.open_assessment(
                municipality=town.organisation, by=by, client_uuid=uuid.uuid4()
            )
            for by in people
        )
    )
    assert len(refusals(done)) == 1
    assert Assessment.objects.count() == 1


def test_an_answer_of_one_is_not_written_over_by_the_other():
    town = factories.a_town()
    draft = factories.opened(town)

    def save(by, level):
        return save_answer(
            assessment=draft, by=by, code="PAR-01", version=0, said=Said(level=level)
        )

    done = at_once(lambda: save(town.clerk, 1), lambda: save(town.clerk2, 3))
    [late] = refusals(done)
    kept = next(each for each in done if each is not late)
    assert late.record.level == kept.level == draft.answers.get().level


def test_no_response_is_lost_between_answering_and_closing():
    town = factories.a_town()
    running = factories.consulting(town)
    factories.days_later(running, 20)

    def answer(device):
        return voices.answer_consultation(
            consultation=running,
            voice="women",
            answers={"ESP-03": 1},
            device=str(device),
        )

    done = at_once(
        *(lambda n=n: answer(n) for n in range(7)),
        lambda: consultations.close_consultation(
            assessment=running.assessment, by=town.lead
        ),
    )
    late = refusals(done)
    assert {each.code for each in late} <= {"G-E19"}
    kept = Response.objects.count()
    assert kept == 7 - len(late)
    assert sum(VoiceTally.objects.values_list("answers", flat=True)) == kept
    assert connection.vendor in {"sqlite", "postgresql"}


def test_a_device_counts_once_however_often_it_presses():
    running = factories.consulting(factories.a_town())

    def answer():
        return voices.answer_consultation(
            consultation=running, voice="men", answers={"ESP-03": 1}, device="same"
        )

    done = at_once(*[answer] * 5)
    assert [each.code for each in refusals(done)] == ["G-E20"] * 4
    assert Response.objects.count() == 1
