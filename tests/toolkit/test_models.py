"""What the database itself holds of the toolkit."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.network.factories import MunicipalityFactory
from tests.toolkit.factories import (
    BodyFactory,
    InstrumentFactory,
    MeetingFactory,
    SeatFactory,
    StepFactory,
    days_ago,
)
from toolkit.models import (
    Agreement,
    CheckEvidence,
    Instrument,
    InstrumentChange,
    Step,
    StepCheck,
    StepNorm,
)

pytestmark = pytest.mark.django_db


def refused(name, make, *args, **values):
    with pytest.raises(IntegrityError) as fault, transaction.atomic():
        make(*args, **values)
    assert name in str(fault.value)


def test_a_norm_is_published_after_it_is_issued():
    refused(
        "instrument_is_published_after_it_is_issued",
        InstrumentFactory,
        published=datetime.date(2001, 4, 30),
    )
    refused(
        "instrument_ends_after_it_begins",
        InstrumentFactory,
        in_force_from=datetime.date(2002, 1, 1),
        in_force_to=datetime.date(2001, 12, 31),
    )
    refused(
        "checked_instrument_says_by_whom",
        InstrumentFactory,
        checked_on=days_ago(1),
    )


def test_no_norm_changes_itself():
    norm = InstrumentFactory()
    refused(
        "no_norm_changes_itself",
        InstrumentChange.objects.create,
        by=norm,
        of=norm,
        kind="amends",
    )


def test_a_country_has_a_norm_or_one_absence():
    step = StepFactory()
    StepNorm.objects.create(step=step, country="SV", note_es="Falta", note_en="None")
    with pytest.raises(IntegrityError), transaction.atomic():
        StepNorm.objects.create(step=step, country="SV", note_es="x", note_en="x")
    refused(
        "an_absence_has_no_articles",
        StepNorm.objects.create,
        step=step,
        country="GT",
        articles="4",
        note_es="x",
        note_en="x",
    )


def test_yes_stands_only_with_its_evidence():
    check = StepCheck.objects.create(
        organisation=MunicipalityFactory(), step=StepFactory()
    )
    refused(
        "yes_has_its_evidence",
        StepCheck.objects.filter(pk=check.pk).update,
        answer="yes",
    )
    refused(
        "evidence_says_where_or_holds_a_file",
        CheckEvidence.objects.create,
        check_of=check,
        kind="reference",
    )


def test_an_agreement_has_somebody_responsible_and_is_due_after_its_meeting():
    meeting = MeetingFactory(body=BodyFactory(organisation=MunicipalityFactory()))
    values = {"meeting": meeting, "text": "Pintar", "agreed_on": meeting.held_on}
    refused(
        "agreement_has_somebody_responsible",
        Agreement.objects.create,
        responsible="",
        **values,
    )
    refused(
        "agreement_is_due_after_its_meeting",
        Agreement.objects.create,
        responsible="Obras públicas",
        due=meeting.held_on - datetime.timedelta(days=1),
        **values,
    )


def test_a_meeting_ends_after_it_starts_and_the_next_comes_later():
    body = BodyFactory(organisation=MunicipalityFactory())
    refused(
        "meeting_ends_after_it_starts",
        MeetingFactory,
        body=body,
        starts=datetime.time(10),
        ends=datetime.time(9),
    )
    refused("next_meeting_comes_later", MeetingFactory, body=body, next_on=days_ago(10))


def test_a_seat_ends_after_it_begins():
    body = BodyFactory(organisation=MunicipalityFactory())
    refused(
        "member_leaves_after_joining",
        SeatFactory,
        body=body,
        joined_on=days_ago(5),
        left_on=days_ago(6),
    )
    refused("seat_has_institution_and_office", SeatFactory, body=body, office="")


def test_who_trusts_a_norm_knows_when_it_was_checked():
    assert InstrumentFactory().needs_checking
    fresh = InstrumentFactory(checked_on=days_ago(365), checked_by="Secretaría")
    old = InstrumentFactory(checked_on=days_ago(366), checked_by="Secretaría")
    assert not fresh.needs_checking
    assert old.needs_checking
    since = timezone.localdate() - datetime.timedelta(days=365)
    unchecked = Instrument.objects.unchecked_since(since)
    assert fresh not in unchecked
    assert old in unchecked


def test_a_step_page_asks_no_more_for_more_norms(django_assert_num_queries):
    step = StepFactory()
    for at in range(3):
        norm = InstrumentFactory(key=f"sv-n-{at}")
        StepNorm.objects.create(
            step=step, country="SV", instrument=norm, note_es="x", note_en="x"
        )
    with django_assert_num_queries(2):
        (found,) = Step.objects.in_order().in_country("SV")
        assert [row.instrument.country for row in found.norms_here] == ["SV"] * 3
