"""The secretariat's screens of twinnings and exchanges."""

import pytest
from django.urls import reverse

from network.choices import Act, ReviewState
from network.models import AuditEntry
from tests.network.desk import said
from tests.network.factories import staff_of
from tests.page_forms import forms_of
from tests.twinnings import factories
from twinnings.services import review

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return factories.reviewed_town()


@pytest.fixture
def twinning(town):
    made = factories.TwinningFactory(owner=town[0])
    made.writers.add(town[1])
    return made


@pytest.fixture
def exchange(twinning, town):
    made = factories.ExchangeFactory(twinning=twinning)
    made.writers.add(town[1])
    return made


def sent(record, by):
    review.submit(record=record, by=by)
    record.refresh_from_db()
    return record


def change(record):
    name = record._meta.model_name
    return reverse(f"admin:twinnings_{name}_change", args=[record.pk])


def press(screen, record, action, **more):
    name = record._meta.model_name
    address = reverse(f"admin:twinnings_{name}_changelist")
    chosen = {"action": action, "_selected_action": [record.pk], **more}
    return screen.post(address, chosen, follow=True)


def typed(screen, record, **values):
    answer = screen.get(change(record))
    assert answer.status_code == 200
    (form,) = [
        each for each in forms_of(answer, change(record)) if "seen" in each.values
    ]
    return screen.post(change(record), form.sent(**values), follow=True)


def only_read(screen, record):
    page = screen.get(change(record))
    assert page.status_code == 200
    return b'name="objective_es"' not in page.content


def test_drafts_stay_with_their_writers(screen, twinning, exchange):
    for record in (twinning, exchange):
        assert screen.get(change(record)).status_code == 302
    listed = screen.get(reverse("admin:twinnings_twinning_changelist"))
    assert twinning.title_es not in listed.content.decode()


def test_listed_by_country_in_words(screen, town, twinning):
    sent(twinning, town[1])
    listed = reverse("admin:twinnings_twinning_changelist")
    seen = screen.get(listed, {"parties__country__exact": "US"}).content.decode()
    assert seen.count(f"{change(twinning)}?") == 1
    assert "Estados Unidos" in seen


def test_moved_by_actions(screen, town, twinning, exchange):
    for record in (twinning, exchange):
        sent(record, town[1])
        press(screen, record, "return_with_note", note="Falta el lugar")
        record.refresh_from_db()
        assert record.review_state == ReviewState.RETURNED
        sent(record, town[1])
        press(screen, record, "approve")
        record.refresh_from_db()
        assert record.is_public
        press(screen, record, "hide")
        record.refresh_from_db()
        assert record.hidden_at
        press(screen, record, "show_again")
        record.refresh_from_db()
        assert record.hidden_at is None


def test_a_refusal_is_told(screen, secretariat, town, twinning):
    sent(twinning, town[1])
    twinning.writers.add(secretariat)
    answer = press(screen, twinning, "approve")
    assert "Nadie publica lo que escribió" in said(answer)


def test_texts_and_facts_are_saved_by_their_service(
    screen, secretariat, town, twinning
):
    factories.published(twinning)
    assert only_read(screen, twinning)
    review.correct(record=twinning, by=secretariat)
    parties = list(twinning.parties.values_list("pk", flat=True))
    typed(screen, twinning, objective_en="To learn together", renewal="agreed")
    twinning.refresh_from_db()
    assert (twinning.objective_en, twinning.renewal) == ("To learn together", "agreed")
    assert list(twinning.parties.values_list("pk", flat=True)) == parties
    kept = AuditEntry.objects.filter(act=Act.TWINNING_SAVED, actor=secretariat)
    assert kept.count() == 1


def test_a_date_outside_the_twinning_is_the_secretariats_to_say(
    screen, secretariat, town, exchange
):
    factories.published(exchange.twinning)
    done = review.correct(record=factories.published(exchange), by=secretariat)
    typed(screen, done, started="2010-05-01", result_es="Un plan", result_en="A plan")
    done.refresh_from_db()
    assert (done.started.year, done.outside_confirmed) == (2010, True)
    assert done.result_en == "A plan"
    answer = typed(screen, done, ended="2009-01-01")
    done.refresh_from_db()
    assert done.ended is None
    assert "último día" in answer.content.decode()


def test_what_waits_is_only_read(screen, town, twinning):
    sent(twinning, town[1])
    assert only_read(screen, twinning)
    answer = screen.post(change(twinning), {"objective_es": "Otro"})
    assert answer.status_code == 403
    twinning.refresh_from_db()
    assert twinning.objective_es != "Otro"


def test_nobody_else_enters(client, twinning, town):
    for role in ("coordinates", "records"):
        client.force_login(
            staff_of(town[0], role), backend="network.access.AppointmentBackend"
        )
        assert client.get(change(twinning)).status_code in (302, 403)
