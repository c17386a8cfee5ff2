"""Opening an exchange, saving it, reporting it, and what is asked «is it so?»."""

import datetime

import pytest
from django.utils import timezone

from network.choices import Act
from network.models import AuditEntry
from network.services.refusals import Doubtful, Refused, Stale
from tests.network.factories import MunicipalityFactory, staff_of
from tests.twinnings import factories
from tests.twinnings.factories import days_ago
from twinnings.models import Exchange
from twinnings.services import commitments, exchanges
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db

TOLD = {"what_happened_es": "Se vio todo.", "what_happened_en": "All was seen."}


@pytest.fixture
def town():
    return factories.reviewed_town()


@pytest.fixture
def twinning(town):
    return factories.TwinningFactory(owner=town[0])


def refused(code, verb, **given):
    with pytest.raises(Refused) as refusal:
        verb(**given)
    assert refusal.value.code == code


def report(exchange, by, **more):
    rows, sure = more.pop("rows", None), more.pop("sure", ())
    return exchanges.report_exchange(
        exchange=exchange,
        by=by,
        version=None,
        values={"started": days_ago(9), **TOLD, **more},
        rows=rows,
        sure=sure,
    )


def test_opened_before_the_trip(town, twinning):
    ahead = timezone.localdate() + datetime.timedelta(days=20)
    made = factories.opened(twinning, town[1], started=ahead, checked=["agenda_agreed"])
    assert (made.status, made.review_state) == ("planned", "draft")
    assert made.checked == ["agenda_agreed"]
    assert not made.follow_ups.exists()
    assert AuditEntry.objects.filter(act=Act.EXCHANGE_STARTED).exists()


def test_opened_twice_is_one(town, twinning):
    given = {
        "twinning": twinning,
        "owner": town[0],
        "by": town[1],
        "values": factories.VISIT,
        "client_uuid": twinning.client_uuid,
    }
    first, new = exchanges.open_exchange(**given)
    again, still_new = exchanges.open_exchange(**given)
    assert (first, new, still_new) == (again, True, False)


def test_who_opens(town):
    partner, of_partner, _reviewer = factories.reviewed_town()
    told = [PartyTold(organisation=town[0]), PartyTold(organisation=partner)]
    twinning = factories.TwinningFactory(owner=town[0], parties_told=told)
    factories.opened(twinning, of_partner, owner=partner)
    strange, stranger, _reviewer = factories.reviewed_town()
    for owner, by in ((strange, stranger), (town[0], of_partner), (partner, town[1])):
        refused("refused", factories.opened, twinning=twinning, by=by, owner=owner)
    assert Exchange.objects.count() == 1


def test_rows_are_kept_changed_added_and_dropped(town, twinning):
    made = factories.opened(twinning, town[1])
    seen = [{"name_es": "Escuela", "name_en": "School"}, {"name_es": "Patio"}]

    def save(rows):
        return exchanges.save_exchange(
            exchange=made, by=town[1], version=None, values={}, rows=rows
        )

    save({"places_seen": seen, "agenda": [{"text_es": "Saludo", "hour": "9:00"}]})
    first = made.places_seen.first()
    save(
        {
            "places_seen": [
                {"name_es": "Museo"},
                {"pk": first.pk, "name_es": "Escuela 2"},
            ]
        }
    )
    assert [each.name_es for each in made.places_seen.all()] == ["Museo", "Escuela 2"]
    assert made.places_seen.get(name_es="Escuela 2").pk == first.pk
    assert made.agenda.count() == 1
    many = [{"name_es": f"Lugar {turn}"} for turn in range(61)]
    refused("places_seen", save, rows={"places_seen": many})
    refused("steps", save, rows={"steps": []})


def test_what_somebody_saved_meanwhile(town, twinning):
    made = factories.opened(twinning, town[1])
    given = {"exchange": made, "by": town[1], "values": {"title_es": "Otra"}}
    exchanges.save_exchange(**given, version=made.version)
    with pytest.raises(Stale):
        exchanges.save_exchange(**given, version=made.version)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"started": None}, "started"),
        ({"ended": datetime.date(2001, 1, 1)}, "ended"),
        ({"cost": 5}, "currency"),
        ({"checked": ["anything"]}, "checked"),
    ],
)
def test_reports_that_cannot_be(town, twinning, values, code):
    made = factories.opened(twinning, town[1])
    refused(code, report, exchange=made, by=town[1], **values)
    made.refresh_from_db()
    assert made.status == "planned"


def test_what_lies_ahead_is_not_reported(town, twinning):
    made = factories.opened(twinning, town[1])
    ahead = timezone.localdate() + datetime.timedelta(days=1)
    refused("started", report, exchange=made, by=town[1], started=ahead)


def test_a_date_of_any_precision_is_reported(town, twinning):
    made = factories.opened(twinning, town[1])
    report(made, town[1], started=None, date_uncertain=True)
    done = report(
        made, town[1], started=datetime.date(2012, 1, 1), date_precision="year"
    )
    assert done.status == "held"
    # Long past: nobody is asked how it went on.
    assert not done.follow_ups.exists()


def test_outside_the_life_of_its_twinning(town, twinning):
    made = factories.opened(twinning, town[1])
    early = {"started": datetime.date(2011, 5, 1), "date_precision": "month"}
    with pytest.raises(Doubtful) as doubt:
        report(made, town[1], **early)
    assert set(doubt.value.doubts) == {"outside"}
    assert "¿Es así?" in str(doubt.value)
    made.refresh_from_db()
    assert made.status == "planned"
    done = report(made, town[1], **early, sure=("outside",))
    assert done.outside_confirmed
    # Said once, it is not asked again; inside again, it would be.
    done = report(made, town[1], **early)
    done = report(made, town[1], started=datetime.date(2013, 1, 1))
    assert not done.outside_confirmed
    with pytest.raises(Doubtful):
        report(made, town[1], **early)


def test_a_delegation_of_two_hundred(town, twinning):
    made = factories.opened(twinning, town[1])
    rows = {"delegation": [{"role": "staff", "people": 150}, {"people": 50}]}
    with pytest.raises(Doubtful) as doubt:
        report(made, town[1], rows=rows)
    assert "200" in str(doubt.value)
    assert not made.delegation.exists()
    report(made, town[1], rows=rows, sure=("many",))
    counted = Exchange.objects.with_people().get(pk=made.pk)
    assert counted.people == 200


def test_a_report_plans_what_is_asked_later(town, twinning):
    made = factories.opened(twinning, town[1])
    report(made, town[1], started=days_ago(30), ended=days_ago(28))
    planned = set(made.follow_ups.values_list("months", "side"))
    assert planned == {(m, s) for m in (6, 12) for s in ("own", "counterpart")}
    before = made.follow_ups.get(months=6, side="own").due_on
    report(made, town[1], started=days_ago(10), ended=None)
    assert made.follow_ups.get(months=6, side="own").due_on > before
    assert made.follow_ups.count() == 4


def test_not_moved_behind_its_commitments(town, twinning):
    made = factories.opened(twinning, town[1])
    report(made, town[1], started=days_ago(30))
    commitments.add_commitment(
        exchange=made, by=town[1], text_es="Plan", due=days_ago(20)
    )
    refused("started", report, exchange=made, by=town[1], started=days_ago(10))
    report(made, town[1], started=days_ago(25))
    assert made.commitments.get().not_before == days_ago(25)


def test_called_off_and_planned_anew(town, twinning):
    made = factories.opened(twinning, town[1])
    for _turn in range(2):
        off = exchanges.cancel_exchange(exchange=made, by=town[1])
    assert off.status == "cancelled"
    exchanges.save_exchange(
        exchange=made, by=town[1], version=None, values={"status": "planned"}
    )
    report(made, town[1])
    refused("refused", exchanges.cancel_exchange, exchange=made, by=town[1])


def test_only_its_writers_save(town, twinning):
    made = factories.opened(twinning, town[1])
    for by in (staff_of(town[0], "reads"), staff_of(MunicipalityFactory())):
        refused("refused", report, exchange=made, by=by)
    made.refresh_from_db()
    assert made.status == "planned"
