"""The register and the plan: ratings by table, money that adds up, a second person."""

import datetime
import uuid
from decimal import Decimal

import pytest
from django.core import mail
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone, translation

from municipio_seguro import money
from municipio_seguro.choices import FundingSource, Purpose, Visibility
from municipio_seguro.models import Measure, MeasureEntry, Risk, Weakness
from municipio_seguro.services import (
    following,
    measures,
    recurring,
    risks,
    transfers,
    weaknesses,
)
from municipio_seguro.services.following import Told
from municipio_seguro.services.measures import Share
from municipio_seguro.services.moving import Stale
from municipio_seguro.services.snapshots import build_content
from municipio_seguro.services.x_ray import findings_of, offered_figures
from network.services.refusals import Refused
from tests.municipio_seguro import factories
from tests.municipio_seguro.refusing import refused

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
PROVED = Told(text_es="Obra vista", strength=2, address="https://ejemplo.test/foto")


@pytest.fixture
def town():
    return factories.a_town()


def in_both(code, verb, **given):
    said = []
    for language in ("es", "en"):
        with translation.override(language):
            said.append(refused(code, verb, **given))
    assert said[0] != said[1]


def test_a_risk_is_rated_by_the_table(town):
    first, second = factories.a_risk(town), factories.a_risk(town, current_impact=5)
    assert (first.number, second.number) == (1, 2)
    assert (first.level, second.level) == ("A", "A")
    assert first.visibility == Visibility.PUBLIC
    assert not first.is_public
    violence = factories.a_threat(category="coexistence", close=True)
    third = factories.a_risk(town, threat=violence, area="Barrio El Centro")
    assert third.visibility == Visibility.MUNICIPALITY
    assert third.public_area == ""


def change(risk, by, **values):
    return risks.save_risk(risk=risk, by=by, version=risk.version, values=values)


def test_what_is_foreseen_is_not_higher_and_not_lower_without_a_measure(town):
    risk = factories.a_risk(town)
    in_both("G-E10", change, risk=risk, by=town.clerk, target_likelihood=4)
    in_both("G-E11", change, risk=risk, by=town.clerk, target_likelihood=2)
    factories.a_measure(town, risk)
    lower = change(risk, town.clerk, target_likelihood=1, target_impact=2)
    assert lower.target_level == "B"
    with pytest.raises(IntegrityError), transaction.atomic():
        Risk.objects.filter(pk=risk.pk).update(target_impact=5)


def test_an_older_version_is_told(town):
    risk = factories.a_risk(town)
    change(risk, town.clerk, basis="Datos de 2025")
    with pytest.raises(Stale):
        change(risk, town.clerk2, basis="Otros")


@pytest.mark.parametrize(
    ("reason", "days"), [("", 10), ("Se vigila", None), ("Se vigila", 400)]
)
def test_an_acceptance_has_reason_and_end(town, reason, days):
    until = days and timezone.localdate() + days * DAY
    refused(
        "acceptance",
        change,
        risk=factories.a_risk(town),
        by=town.clerk,
        treatment="accept",
        acceptance_reason=reason,
        acceptance_until=until,
    )


def test_only_a_verified_measure_lowers_a_rating(town):
    risk = factories.a_risk(town)
    rate = {"risk": risk, "version": None, "likelihood": 2, "impact": 4}
    refused("verified", risks.rate_risk, by=town.clerk, **rate)
    measure = factories.a_measure(town, risk)
    following.move_measure(measure=measure, by=town.clerk, to="finished")
    refused("verified", risks.rate_risk, by=town.clerk, **rate)
    following.move_measure(measure=measure, by=town.lead, to="verified", told=PROVED)
    assert risks.rate_risk(by=town.clerk, **rate).level == "M"
    higher = risks.rate_risk(
        risk=risk, by=town.clerk, version=None, likelihood=5, impact=5
    )
    assert higher.level == "E"
    assert (higher.next_review - timezone.localdate()).days <= 92


def test_a_risk_is_public_with_a_summary_only(town):
    risk = factories.a_risk(town)
    opened = {"risk": risk, "by": town.clerk, "visibility": Visibility.PUBLIC}
    refused("public_summary", risks.open_risk, **opened)
    Risk.objects.update(public_summary_es="Escriba a ana@ejemplo.test")
    in_both("doubt", risks.open_risk, **opened)
    assert risks.open_risk(**opened, sure=["G-W08"]).is_public
    renamed = {"risk": risk, "by": town.clerk, "version": None}
    values = {"title_es": "Lo que cuenta ana@ejemplo.test"}
    in_both("doubt", risks.save_risk, **renamed, values=values)
    assert risks.save_risk(**renamed, values=values, sure=["G-W08"]).is_public
    hidden = risks.hide_risk(risk=risk, by=town.reviewer)
    assert not hidden.is_public
    assert not Risk.objects.public().exists()


def test_neighbours_keep_no_register(town):
    stranger = factories.a_town().clerk
    risk = factories.a_risk(town)
    with pytest.raises(Refused):
        change(risk, stranger, basis="x")
    with pytest.raises(Refused):
        risks.close_risk(risk=risk, by=town.reviewer, reason="x")


def test_low_answers_propose_weaknesses_once(town):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    found = weaknesses.propose_weaknesses(assessment=draft)
    assert len(found) == sum(1 for row in draft.answers.all() if row.level <= 1)
    weaknesses.propose_weaknesses(assessment=draft)
    assert Weakness.objects.count() == len(found)
    draft.answers.filter(code="CON-01").update(level=2)
    weaknesses.propose_weaknesses(assessment=draft)
    assert Weakness.objects.get(code="CON-01").ended_at is not None


def propose(town, funding=factories.UNFUNDED, risk=None, **values):
    return measures.propose_measure(
        municipality=town.organisation,
        by=town.clerk,
        values=factories.measure_values(responsible=town.organisation, **values),
        funding=funding,
        risks=[risk] if risk else [],
        indicators={} if risk else {"GRD-05": 2},
    )


@pytest.mark.parametrize(
    ("days", "horizon"), [(0, "short"), (365, "short"), (700, "medium"), (2000, "long")]
)
def test_the_horizon_is_derived(town, days, horizon):
    due = timezone.localdate() + days * DAY
    assert propose(town, due_on=due).horizon == horizon


@pytest.mark.parametrize("days", [-1, 3700])
def test_dates_that_cannot_be(town, days):
    in_both("G-E12", propose, town=town, due_on=timezone.localdate() + days * DAY)


@pytest.mark.parametrize(
    ("shares", "values"),
    [
        ([("own", 50), ("none", 40)], {}),
        ([("own", 120), ("none", -20)], {}),
        ([], {}),
        ([("own", 100)], {"budget_amount": Decimal(-1)}),
        ([("own", 100)], {"currency": ""}),
    ],
)
def test_money_adds_up_to_a_hundred(town, shares, values):
    funding = [Share(source, Decimal(share)) for source, share in shares]
    in_both("G-E13", propose, town=town, funding=funding, **values)
    assert not Measure.objects.exists()


def test_the_emergency_fund_says_what_for(town):
    share = Share(FundingSource.EMERGENCY_FUND, Decimal(100))
    refused("purpose", propose, town=town, funding=[share])


def test_a_measure_is_for_something(town):
    with pytest.raises(Refused) as refusal:
        measures.propose_measure(
            municipality=town.organisation,
            by=town.clerk,
            values=factories.measure_values(responsible=town.organisation),
            funding=factories.UNFUNDED,
        )
    assert refusal.value.code == "for"


def test_the_path_of_a_measure_and_its_second_person(town):
    measure = factories.a_measure(town)
    move = {"measure": measure, "by": town.clerk}
    refused("refused", following.move_measure, **move, to="verified")
    following.move_measure(**move, to="approved")
    refused("path", following.move_measure, **move, to="proposed")
    refused("reason", following.move_measure, **move, to="suspended")
    following.move_measure(**move, to="suspended", reason="Falta el permiso")
    following.move_measure(**move, to="running")
    done = following.move_measure(**move, to="finished")
    assert done.progress == 100
    refused("second", following.move_measure, **move, to="verified", told=PROVED)
    other = {"measure": measure, "by": town.lead, "to": "verified"}
    refused("strength", following.move_measure, **other)
    assert following.move_measure(**other, told=PROVED).verified_by == town.lead
    told = measure.entries.values_list("from_status", "to_status")
    assert list(told) == [
        ("proposed", "approved"), ("approved", "suspended"), ("suspended", "running"),
        ("running", "finished"), ("finished", "verified"),
    ]  # fmt: skip


def test_what_was_set_aside_comes_back_by_one_door(town):
    measure = factories.a_measure(town)
    move = {"measure": measure, "by": town.clerk}
    following.move_measure(**move, to="cancelled", reason="Ya no hace falta")
    for to in ("approved", "funded", "suspended", "finished"):
        refused("path", following.move_measure, **move, to=to, reason="Por error")
    assert following.move_measure(**move, to="running").status == "running"


def test_a_press_that_comes_again_late_undoes_nothing(town):
    measure = factories.a_measure(town)
    move = {"measure": measure, "by": town.clerk}
    told = Told(text_es="Se empezó", client_uuid=uuid.uuid4())
    following.move_measure(**move, to="running", told=told)
    following.move_measure(**move, to="finished")
    again = following.move_measure(**move, to="running", told=told)
    assert again.status == "finished"
    assert measure.entries.count() == 2


def test_what_was_told_is_never_changed(town):
    measure = factories.a_measure(town)
    entry = following.tell_measure(
        measure=measure, by=town.clerk, told=Told(text_es="Se midió", progress=20)
    )
    for change_it in (
        lambda: MeasureEntry.objects.update(text_es="Otra cosa"),
        lambda: MeasureEntry.objects.filter(pk=entry.pk).delete(),
        measure.delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change_it()
    refused(
        "progress",
        following.tell_measure,
        measure=measure,
        by=town.clerk,
        told=Told(text_es="Casi", progress=100),
    )


def test_currencies_are_never_added_together():
    amounts = [("USD", Decimal(10)), ("GTQ", Decimal(5)), ("USD", None)]
    assert money.by_currency(amounts) == {"USD": 10, "GTQ": 5}
    for language, words in (("es", "monedas distintas"), ("en", "Different")):
        with (
            translation.override(language),
            pytest.raises(money.DifferentCurrencies, match=words),
        ):
            money.one_sum(amounts)
    assert money.one_sum(amounts[:1]) == 10


def transfer(town, days=100, **values):
    today = timezone.localdate()
    given = {
        "type": "property",
        "provider": "Aseguradora",
        "covers_es": "Edificio",
        "covers_en": "Building",
        "currency": "USD",
        "insured_value": Decimal(30),
        "assets_value": Decimal(100),
        "valid_from": today - 10 * DAY,
        "valid_to": today + days * DAY,
        "policy_number": "P-12345",
    }
    return transfers.save_transfer(
        municipality=town.organisation, by=town.clerk, values={**given, **values}
    )


def test_figures_are_offered_from_the_register(town):
    transfer(town)
    transfer(town, type="sovereign", insured_value=Decimal(1000))
    year = timezone.localdate().year
    shares = [
        Share(FundingSource.EMERGENCY_FUND, Decimal(75), Purpose.MITIGATION),
        Share(FundingSource.EMERGENCY_FUND, Decimal(25), Purpose.RESPONSE),
    ]
    propose(town, funding=shares, fiscal_year=year)
    assert offered_figures(town.organisation) == {"FIN-05": 30, "FIN-02": 75}


def test_a_cover_that_ends_is_told_once(town):
    transfer(town, days=59)
    transfer(town, days=61)
    assert (recurring.warn_of_transfers(), recurring.warn_of_transfers()) == (1, 0)
    assert mail.outbox[0].to == [town.lead.email]
    assert "P-12345" not in mail.outbox[0].body


def test_a_measure_is_told_before_on_and_after_its_day(town):
    today = timezone.localdate()
    measure = factories.a_measure(town)
    turns = []
    for days in (31, 30, 5, 0, -29, -30, -59):
        Measure.objects.filter(pk=measure.pk).update(
            due_on=today + DAY * days, approved_on=today - 90 * DAY
        )
        turns.append(recurring.remind_of_measures())
        turns[-1] += recurring.remind_of_measures()
    assert turns == [0, 1, 1, 1, 1, 1, 1]


def test_public_content_tells_no_reserved_risk_and_counts_it(town):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    risk = factories.public_risk(town)
    factories.a_risk(town, title_es="Plan reservado")
    measure = factories.a_measure(town, risk)
    Measure.objects.filter(pk=measure.pk).update(visibility=Visibility.PUBLIC)
    told = build_content(draft)
    assert told["risks"]["reserved"] == 1
    assert [each["number"] for each in told["risks"]["public"]] == [risk.number]
    assert [each["risks"] for each in told["measures"]] == [[risk.number]]
    assert "Plan reservado" not in str(told)


def test_the_x_ray_sees_register_and_plan(town):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    risk = factories.a_risk(town)
    codes = {(each.code, each.about) for each in findings_of(draft)}
    assert ("G-W05", f"risk:{risk.number}") in codes
    measure = factories.a_measure(town, risk)
    following.move_measure(measure=measure, by=town.clerk, to="approved")
    codes = {(each.code, each.about) for each in findings_of(draft)}
    assert ("G-W05", f"risk:{risk.number}") not in codes
