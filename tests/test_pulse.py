"""What stands still in the background is said where somebody reads it."""

import datetime

import pytest
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from amuprev.foundation import pulse, workers
from amuprev.foundation.models import OutgoingMail, WorkerBeat
from tests.background import note
from tests.network.desk import signed_in
from tests.network.factories import MunicipalityFactory, secretariat_member, staff_of

pytestmark = pytest.mark.django_db

MINUTE = datetime.timedelta(minutes=1)
NO_WORKER = "El trabajo en segundo plano está detenido"


def late_mail(*, minutes=61, **more) -> OutgoingMail:
    send_mail("Hola", "texto", None, ["ana@ejemplo.test"])
    written = timezone.now() - minutes * MINUTE
    OutgoingMail.objects.update(written_at=written, **more)
    return OutgoingMail.objects.get()


def test_nothing_is_said_while_all_goes_well():
    workers.beat("one")
    send_mail("Hola", "texto", None, ["ana@ejemplo.test"])
    assert pulse.notices() == []


def test_a_worker_that_has_not_been_seen_for_ten_minutes_is_named():
    assert pulse.notices()[0].startswith(NO_WORKER)
    workers.beat("one")
    assert pulse.worker_is_seen()
    WorkerBeat.objects.update(seen_at=timezone.now() - 11 * MINUTE)
    assert pulse.notices()[0].startswith(NO_WORKER)


def test_mails_that_wait_longer_than_an_hour_are_counted():
    workers.beat("one")
    late_mail(minutes=59)
    assert pulse.notices() == []
    OutgoingMail.objects.update(written_at=timezone.now() - 61 * MINUTE)
    assert pulse.notices()[0].startswith("1 correo espera desde hace más de una hora")


def test_addresses_that_took_no_mail_are_named_for_a_week():
    workers.beat("one")
    late_mail(
        state=OutgoingMail.State.GIVEN_UP,
        finished_at=timezone.now(),
        subject="",
        text="",
    )
    assert "ana@ejemplo.test" in pulse.notices()[0]
    OutgoingMail.objects.update(finished_at=timezone.now() - 8 * 24 * 60 * MINUTE)
    assert pulse.notices() == []


def test_tasks_that_failed_for_good_are_counted():
    workers.beat("one")
    note.enqueue("somewhere")
    failed = {"status": TaskResultStatus.FAILED, "finished_at": timezone.now()}
    DBTaskResult.objects.update(worker_ids=["one"], **failed)
    assert pulse.notices() == []  # it will be tried again
    DBTaskResult.objects.update(worker_ids=["one"] * workers.MOST_TRIES)
    assert pulse.notices()[0].startswith("1 tarea en segundo plano falló")


def test_the_secretariat_is_told_in_both_rooms_and_nobody_else():
    boss = signed_in(secretariat_member())
    clerk = signed_in(staff_of(MunicipalityFactory()))
    for address in (reverse("admin:index"), reverse("workspace:home")):
        assert NO_WORKER in boss.get(address).content.decode()
    assert NO_WORKER not in clerk.get(reverse("workspace:home")).content.decode()
    workers.beat("one")
    for address in (reverse("admin:index"), reverse("workspace:home")):
        assert NO_WORKER not in boss.get(address).content.decode()


def test_readiness_names_what_waits_and_stays_ready(client):
    late_mail()
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert (answer.json()["worker"], answer.json()["mail"]) == (False, False)
    workers.beat("one")
    OutgoingMail.objects.all().delete()
    assert all(client.get("/readyz").json().values())
