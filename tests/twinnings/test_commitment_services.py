"""Commitments: promised, changed, met with evidence, dropped, opened again."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from network.services.refusals import Refused, Stale
from tests.foundation.upload_samples import pdf
from tests.network.factories import MunicipalityFactory, staff_of
from tests.twinnings import factories
from tests.twinnings.factories import days_ago
from twinnings import waiting
from twinnings.models import Commitment
from twinnings.models.storage import twinning_storage
from twinnings.services import clearing, commitments

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    town, by, reviewer = factories.reviewed_town()
    twinning = factories.TwinningFactory(owner=town)
    exchange = factories.ExchangeFactory(twinning=twinning)
    return exchange, by, reviewer


def add(exchange, by, **more):
    values = {"text_es": "Escribir el plan", "text_en": "To write the plan", **more}
    return commitments.add_commitment(exchange=exchange, by=by, **values)


def refused(code, verb, **given):
    before = list(Commitment.objects.order_by("pk").values())
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code
    assert list(Commitment.objects.order_by("pk").values()) == before


def test_promised_by_a_party_until_a_day(scene):
    exchange, by, _reviewer = scene
    party = exchange.twinning.parties.first()
    made = add(exchange, by, party=party, office_es="Gerencia", due=days_ago(-30))
    assert (made.state, made.public) == ("open", False)
    assert made.not_before == exchange.started
    again = {"party": party, "office_es": "Gerencia", "due": days_ago(-30)}
    assert add(exchange, by, **again) == made
    assert add(exchange, by, **{**again, "due": None}) != made
    assert add(exchange, by, **{**again, "party": None}) != made
    assert not made.is_overdue


def test_due_before_the_exchange(scene):
    exchange, by, _reviewer = scene
    early = exchange.started - datetime.timedelta(days=1)
    refused("due", add, exchange=exchange, by=by, due=early)
    made = add(exchange, by, due=exchange.started)
    refused("due", commitments.save_commitment, commitment=made, by=by, due=early)


def test_due_in_the_year_of_an_exchange_known_by_its_year():
    exchange = factories.ExchangeFactory(
        started=datetime.date(2014, 10, 1), date_precision="year", date_uncertain=True
    )
    by = factories.coordinator_of(exchange.owner)
    add(exchange, by, due=datetime.date(2014, 3, 1))
    refused(
        "due",
        add,
        exchange=exchange,
        by=by,
        text_es="b",
        due=datetime.date(2013, 12, 31),
    )


def test_promises_that_cannot_be(scene):
    exchange, by, _reviewer = scene
    refused("text", add, exchange=exchange, by=by, text_es=" ")
    elsewhere = factories.TwinningFactory().parties.first()
    refused("party", add, exchange=exchange, by=by, party=elsewhere)
    for stranger in (
        staff_of(exchange.owner, "reads"),
        staff_of(MunicipalityFactory()),
    ):
        refused("refused", add, exchange=exchange, by=stranger)


def test_met_with_what_shows_it(scene):
    exchange, by, _reviewer = scene
    made = add(exchange, by)
    refused("evidence", commitments.meet_commitment, commitment=made, by=by)
    ahead = timezone.localdate() + datetime.timedelta(days=1)
    for code, on in (("on", ahead), ("on", days_ago(factories.DAYS_AGO + 1))):
        refused(
            code,
            commitments.meet_commitment,
            commitment=made,
            by=by,
            evidence_es="Plan aprobado",
            on=on,
        )
    upload = SimpleUploadedFile("plan.pdf", pdf())
    met = commitments.meet_commitment(
        commitment=made,
        by=by,
        evidence_es="Plan aprobado",
        upload=upload,
        on=days_ago(3),
    )
    assert (met.state, met.decided_on, met.decided_by) == ("met", days_ago(3), by)
    assert twinning_storage().exists(met.evidence_file.name)
    again = commitments.meet_commitment(
        commitment=made,
        by=by,
        evidence_es="Otra",
        upload=SimpleUploadedFile("otro.pdf", pdf()),
    )
    assert again.evidence_es == "Plan aprobado"
    stored = twinning_storage().listdir("twinnings")[1]
    assert len(stored) == 1


def test_dropped_with_its_reason_and_opened_again(scene):
    exchange, by, _reviewer = scene
    made = add(exchange, by)
    refused(
        "evidence", commitments.drop_commitment, commitment=made, by=by, reason_es=""
    )
    dropped = commitments.drop_commitment(
        commitment=made, by=by, reason_es="Sin fondos"
    )
    assert dropped.state == "dropped"
    meet = {"commitment": made, "by": by, "evidence_es": "x"}
    refused("refused", commitments.meet_commitment, **meet)
    refused("refused", commitments.save_commitment, commitment=made, by=by, text_es="y")
    for _turn in range(2):
        back = commitments.reopen_commitment(commitment=made, by=by)
    assert (back.state, back.decided_on) == ("open", None)


def test_two_people_change_it(scene):
    exchange, by, _reviewer = scene
    made = add(exchange, by)
    commitments.save_commitment(commitment=made, by=by, version=1, text_es="Otro plan")
    with pytest.raises(Stale):
        commitments.save_commitment(
            commitment=made, by=by, version=1, text_es="Tercero"
        )


def test_what_is_added_later_waits_for_its_reader():
    exchange = factories.published_exchange()
    by = factories.coordinator_of(exchange.owner)
    made = add(exchange, by)
    link = exchange.owner.affiliations.get()
    reviewer = staff_of(link.association, "reviews")
    assert not Commitment.objects.public().exists()
    assert list(waiting.exchanges_to_read(reviewer)) == [exchange]
    assert clearing.awaits_clearing(exchange)
    seen = [each.mark for each in clearing.additions_of(exchange)]
    clear = clearing.clear_additions
    refused("refused", clear, record=exchange, by=by, seen=seen)
    clear(record=exchange, by=reviewer, seen=seen)
    assert Commitment.objects.public().get() == made
    assert not waiting.exchanges_to_read(reviewer).exists()
    refused("refused", commitments.remove_commitment, commitment=made, by=by)
    met = commitments.meet_commitment(commitment=made, by=by, evidence_es="Acta 3")
    assert (met.public, met.evidence_public) == (True, False)
    assert list(waiting.exchanges_to_read(reviewer)) == [exchange]
    later = add(exchange, by, text_es="Llegó después de abrir la página")
    seen = [f"evidence-{made.pk}-{met.version}"]
    assert clear(record=exchange, by=reviewer, seen=seen)[1] == ["evidence"]
    later.refresh_from_db()
    met.refresh_from_db()
    assert (met.evidence_public, later.public) == (True, False)
    commitments.remove_commitment(commitment=later, by=by)
    changed = commitments.reopen_commitment(commitment=made, by=by)
    changed = commitments.save_commitment(
        commitment=changed, by=by, office_es="Otra oficina"
    )
    assert not changed.public
    commitments.remove_commitment(commitment=changed, by=by)
    assert not Commitment.objects.exists()


def test_what_is_late_for_whom(scene):
    exchange, by, reviewer = scene
    late = add(exchange, by, due=days_ago(5))
    add(exchange, by, text_es="Más tarde", due=days_ago(-5))
    assert late.is_overdue
    for person, seen in (
        (by, [late]),
        (reviewer, [late]),
        (staff_of(MunicipalityFactory()), []),
    ):
        assert list(waiting.overdue_commitments(person)) == seen
    commitments.meet_commitment(commitment=late, by=by, evidence_es="Hecho")
    assert not waiting.overdue_commitments(reviewer).exists()


def test_counted_in_words_for_the_public():
    exchange = factories.ExchangeFactory()
    by = factories.coordinator_of(exchange.owner)
    for turn in range(5):
        made = add(exchange, by, text_es=f"Compromiso {turn}")
        if turn < 3:
            commitments.meet_commitment(commitment=made, by=by, evidence_es="Hecho")
    factories.published(exchange.twinning)
    factories.published(exchange)
    row = type(exchange.twinning).objects.with_counts().get(pk=exchange.twinning_id)
    assert (row.exchanges_count, row.commitments_count, row.met_count) == (1, 5, 3)
