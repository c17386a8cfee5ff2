"""The people's voice: one a device, nothing of anybody, frozen for good at closing."""

import datetime
import itertools
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from municipio_seguro.choices import Voice
from municipio_seguro.models import (
    Consultation,
    DeviceMark,
    FreeText,
    Response,
    VoiceTally,
)
from municipio_seguro.services import (
    consultations,
    lifecycle,
    moderating,
    recurring,
    voices,
)
from municipio_seguro.services.snapshots import build_content
from network.services.refusals import Refused
from tests.municipio_seguro import factories

pytestmark = pytest.mark.django_db
ANSWERS = {"ESP-03": 2, "GRD-04": "1", "PAR-07": "dont_know", "PAR-01": 3}


@pytest.fixture
def town():
    return factories.a_town()


@pytest.fixture
def running(town):
    return factories.consulting(town)


def answer(running, device="a", **given):
    given = {"voice": Voice.WOMEN, "answers": ANSWERS, **given}
    return voices.answer_consultation(consultation=running, device=device, **given)


def refused(code, verb, /, **given):
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code
    return str(refusal.value)


@pytest.mark.parametrize(("first", "days"), [(0, 13), (0, 61), (-1, 20)])
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_consultation_of_14_to_60_days(town, first, days, language):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    start = timezone.localdate() + datetime.timedelta(days=first)
    with translation.override(language):
        said = refused(
            "G-E18",
            consultations.open_consultation,
            assessment=draft,
            by=town.lead,
            opens_on=start,
            closes_on=start + datetime.timedelta(days=days),
            texts=factories.TEXTS,
        )
    assert said.startswith("La consulta" if language == "es" else "A consultation")
    assert not Consultation.objects.exists()


@pytest.mark.parametrize("lacking", ["consent_en", "contact_es"])
def test_its_texts_are_needed_in_both_languages(town, lacking):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    today = timezone.localdate()
    refused(
        "G-E24",
        consultations.open_consultation,
        assessment=draft,
        by=town.lead,
        opens_on=today,
        closes_on=today + datetime.timedelta(days=20),
        texts={**factories.TEXTS, lacking: " "},
    )


def test_half_of_the_answers_come_first(town):
    today = timezone.localdate()
    refused(
        "G-E24",
        consultations.open_consultation,
        assessment=factories.opened(town),
        by=town.lead,
        opens_on=today,
        closes_on=today + datetime.timedelta(days=20),
        texts=factories.TEXTS,
    )


def test_a_response_holds_levels_and_nothing_else(running):
    made = answer(running, text="Más luz en el parque")
    assert made.answers == {"ESP-03": 2, "GRD-04": 1}
    assert made.minute.second == 0
    names = {field.name for field in Response._meta.get_fields()}
    assert names == {
        "id", "consultation", "voice", "answers", "alike", "minute", "assisted",
        "set_aside",
    }  # fmt: skip
    assert {field.name for field in DeviceMark._meta.get_fields()} == {
        "id", "consultation", "mark"
    }  # fmt: skip
    assert {field.name for field in FreeText._meta.get_fields()} == {
        "id", "consultation", "text", "state", "decided_by"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"), [("es", "Ya recibimos"), ("en", "We already have")]
)
def test_one_response_a_device(running, language, words):
    answer(running)
    with translation.override(language):
        said = refused("G-E20", answer, running=running)
    assert said.startswith(words)
    answer(running, device="b")
    assert Response.objects.count() == 2
    assert "a" not in DeviceMark.objects.values_list("mark", flat=True)


def test_the_same_device_has_another_mark_elsewhere(running):
    other = factories.consulting(factories.a_town())
    assert voices.mark_of(running, "a") != voices.mark_of(other, "a")


def test_a_facilitator_enters_several_on_one_telephone(town, running):
    for _each in range(3):
        answer(running, device="", facilitator=town.clerk2)
    assert Response.objects.count() == 3
    stranger = factories.a_town().clerk
    refused("refused", answer, running=running, facilitator=stranger)


@pytest.mark.parametrize("given", [{"voice": Voice.CHILDREN}, {"adult": False}])
@pytest.mark.parametrize(("language", "contact"), [("es", "niñez"), ("en", "children")])
def test_of_a_child_nothing_is_stored(running, given, language, contact):
    with translation.override(language):
        said = refused("G-E21", answer, running=running, **given)
    assert contact in said
    assert not Response.objects.exists()
    assert not DeviceMark.objects.exists()


def test_the_database_itself_keeps_no_child(running):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.people(running, Voice.CHILDREN, 1)


@pytest.mark.parametrize("level", [4, -1, "x", 1.5])
def test_a_level_that_cannot_be(running, level):
    refused("G-E01", answer, running=running, answers={"ESP-03": level})
    assert not DeviceMark.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "La consulta cerró"), ("en", "The consultation closed")],
)
def test_nobody_answers_after_closing(town, running, language, words):
    factories.days_later(running, 31)
    with translation.override(language):
        assert refused("G-E19", answer, running=running).startswith(words)
    assert consultations.close_due_consultations() == 1
    refused("G-E19", answer, running=running)
    assert consultations.close_due_consultations() == 0


def test_closing_forgets_devices_and_freezes(town, running):
    answer(running)
    factories.people(running, Voice.MEN, 12, 3)
    factories.people(running, Voice.UNSAID, 12, 0)
    factories.days_later(running, 14)
    done = consultations.close_consultation(assessment=running.assessment, by=town.lead)
    running.refresh_from_db()
    assert (done.state, running.secret) == ("awaiting", "")
    assert not DeviceMark.objects.exists()
    cell = VoiceTally.objects.get(voice=Voice.MEN, code="ESP-03")
    assert (cell.answers, cell.points) == (12, 36)
    assert not VoiceTally.objects.filter(voice=Voice.UNSAID).exists()


def test_not_closed_before_its_fourteenth_day(town, running):
    factories.days_later(running, 13)
    refused(
        "G-E24",
        consultations.close_consultation,
        assessment=running.assessment,
        by=town.lead,
    )


def test_called_off_only_before_anybody_answered(town, running):
    draft = consultations.call_off_consultation(
        assessment=running.assessment, by=town.lead
    )
    assert draft.state == "draft"
    again = factories.consultations.open_consultation(
        assessment=draft,
        by=town.lead,
        opens_on=running.opens_on,
        closes_on=running.closes_on,
        texts=factories.TEXTS,
    )
    answer(again)
    refused(
        "G-E24",
        consultations.call_off_consultation,
        assessment=again.assessment,
        by=town.lead,
    )


def hands(*levels, dont_know=0):
    told = {f"level_{n}": count for n, count in enumerate(levels)}
    return {**told, "dont_know": dont_know}


def tally(running, by, present=12, **tallies):
    return voices.tally_session(
        consultation=running,
        by=by,
        voice=Voice.CHILDREN,
        setting="school",
        held_on=timezone.localdate(),
        present=present,
        tallies=tallies or {"ESP-03": hands(3, 3, 3, 1, dont_know=2)},
        client_uuid=uuid.UUID(int=present),
    )


def test_a_group_of_children_is_hands_only(town, running):
    made, new = tally(running, town.clerk2)
    again, once_more = tally(running, town.clerk2)
    assert (made, new, once_more) == (again, True, False)
    consultations.freeze(running)
    cell = VoiceTally.objects.get(voice=Voice.CHILDREN)
    assert (cell.answers, cell.points) == (10, 12)


@pytest.mark.parametrize(
    ("present", "counted"),
    [(12, hands(3, 3, 3, 1)), (2, hands(1, 1, 0, 0)), (5, hands(6, -1, 0, 0))],
)
@pytest.mark.parametrize(
    ("language", "words"), [("es", "Las resp"), ("en", "The answ")]
)
def test_hands_that_do_not_add_up(town, running, present, counted, language, words):
    with translation.override(language):
        said = refused(
            "G-E22",
            lambda: tally(running, town.clerk2, present, **{"ESP-03": counted}),
        )
    assert said.startswith(words)


def test_children_are_asked_only_what_is_fit_for_them(town, running):
    refused(
        "unknown",
        lambda: tally(running, town.clerk2, **{"INS-05": hands(12, 0, 0, 0)}),
    )


def test_a_flood_is_seen_and_decided_on_and_never_deleted(town, running):
    minute = timezone.now().replace(second=0, microsecond=0)
    Response.objects.bulk_create(
        Response(
            consultation=running, voice=Voice.MEN, answers={"ESP-03": 0},
            alike="x", minute=minute,
        )
        for _each in range(300)
    )  # fmt: skip
    factories.people(running, Voice.MEN, 12, 3)
    [burst] = moderating.bursts(running)
    assert burst["count"] == 300
    done = moderating.set_responses_aside(
        consultation=running,
        by=town.reviewer,
        minute=burst["minute"],
        alike="x",
        reason="Llegaron de un programa.",
    )
    consultations.freeze(running)
    assert (done, Response.objects.count()) == (300, 312)
    assert VoiceTally.objects.get(voice=Voice.MEN, code="ESP-03").answers == 12


def test_raw_responses_go_and_what_was_added_up_stays(town):
    done = factories.validated(town)
    factories.publishing.publish(assessment=done, by=town.reviewer)
    assert recurring.forget_responses() == 0
    long_ago = timezone.now() - datetime.timedelta(days=91)
    type(done).objects.update(published_at=long_ago)
    assert (recurring.forget_responses(), recurring.forget_responses()) == (1, 0)
    assert not Response.objects.exists()
    assert VoiceTally.objects.exists()


def test_responses_of_a_cancelled_one_go_after_thirty_days(town, running):
    answer(running)
    lifecycle.cancel(
        assessment=running.assessment, by=town.lead, reason="Cambió el gobierno."
    )
    assert recurring.forget_responses() == 0
    long_ago = timezone.now() - datetime.timedelta(days=31)
    type(running.assessment).objects.update(ended_at=long_ago)
    assert recurring.forget_responses() == 1


def test_no_hidden_voice_can_be_had_from_what_is_published(town, running):
    """Every sum and difference of published numbers leaves the small voice unknown."""
    for voice, many, level in (
        (Voice.WOMEN, 20, 1),
        (Voice.MEN, 15, 2),
        (Voice.YOUTH, 10, 3),
    ):
        factories.people(running, voice, many, level)
    factories.days_later(running, 20)
    done = consultations.close_consultation(assessment=running.assessment, by=town.lead)
    told = build_content(done)["citizens"]["dimensions"]["ESP"]
    assert told["hidden"] == ["children", "youth", "business", "civil_society"]
    assert told["voices"] == {"women": "33.3", "men": "66.7"}
    assert told["bands"] == {"women": (11, 20), "men": (11, 20)}
    # With the small voice the mean would be another: it is not in any total.
    assert told["score"] == "50.0"
    numbers = [float(told[name]) for name in ("score", "staff", "compared", "gap")]
    numbers += map(float, told["voices"].values())
    differences = {round(abs(a - b), 1) for a, b in itertools.permutations(numbers, 2)}
    assert 100.0 not in differences | set(numbers)


def test_nothing_is_seen_before_it_closed(town, running):
    factories.people(running, Voice.WOMEN, 40)
    told = build_content(running.assessment)["citizens"]
    assert (told["dimensions"], told["own"]) == ({}, {})
