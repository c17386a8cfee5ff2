"""Mails wait with the act that wrote them, and go out once."""

import datetime
import json
import smtplib
import threading

import pytest
from django.core import mail
from django.core.mail import BadHeaderError, EmailMultiAlternatives, send_mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, OperationalError, connections, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from amuprev.foundation import delivery
from amuprev.foundation.models import OutgoingMail
from tests.background import work_off
from tests.portal import free_port
from tests.smtp_sink import mail_server

LINK = "https://portal.example/es/cuenta/invitacion/WzEsImE4:signed/"
MINUTE = datetime.timedelta(minutes=1)
State = OutgoingMail.State

pytestmark = pytest.mark.django_db


def write(to="ana@ejemplo.test", text=f"Abra {LINK}") -> OutgoingMail:
    send_mail("Invitación", text, None, [to])
    return OutgoingMail.objects.latest("pk")


def come_later(**later: float) -> None:
    """As if that time had passed for every mail."""
    for row in OutgoingMail.objects.all():
        for name in ("next_try_at", "claimed_at", "written_at"):
            if getattr(row, name) is not None:
                setattr(row, name, getattr(row, name) - datetime.timedelta(**later))
        row.save()


@pytest.fixture
def smtp_port(settings) -> int:
    """Delivery by SMTP to a port where nobody answers yet."""
    settings.MAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_HOST_USER = ""
    settings.EMAIL_USE_TLS = False
    settings.EMAIL_TIMEOUT = 5
    return settings.EMAIL_PORT


def test_an_act_that_is_undone_sends_nothing():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()
    assert mail.outbox == []


def test_a_mail_goes_out_once_and_leaves_no_text_behind():
    waiting = write()
    assert work_off() == 1
    assert [each.body for each in mail.outbox] == [f"Abra {LINK}"]
    waiting.refresh_from_db()
    assert waiting.state == State.SENT
    assert (waiting.subject, waiting.text, waiting.html) == ("", "", "")
    assert (waiting.to, waiting.envelope) == ([], {})
    assert not delivery.deliver(waiting.pk)
    assert delivery.deliver_waiting() == 0
    assert len(mail.outbox) == 1


def test_the_database_refuses_a_finished_mail_that_keeps_its_text():
    waiting = write()
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingMail.objects.filter(pk=waiting.pk).update(finished_at=timezone.now())


def test_task_rows_hold_nothing_but_the_key():
    waiting = write()
    row = DBTaskResult.objects.get()
    assert row.args_kwargs == {"args": [waiting.pk], "kwargs": {}}
    work_off()
    row.refresh_from_db()
    kept = json.dumps([row.args_kwargs, row.return_value, row.traceback])
    assert "signed" not in kept
    assert "ana@" not in kept


def test_copies_answer_address_and_html_survive_the_queue():
    message = EmailMultiAlternatives(
        "Hola",
        "texto",
        to=["a@ejemplo.test"],
        cc=["c@ejemplo.test"],
        bcc=["b@ejemplo.test"],
        reply_to=["r@ejemplo.test"],
        headers={"X-Own": "1"},
    )
    message.attach_alternative("<p>texto</p>", "text/html")
    message.send()
    (sent,) = mail.outbox
    assert (sent.to, sent.cc, sent.bcc) == (
        ["a@ejemplo.test"],
        ["c@ejemplo.test"],
        ["b@ejemplo.test"],
    )
    assert sent.reply_to == ["r@ejemplo.test"]
    assert sent.extra_headers["X-Own"] == "1"
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    assert [tuple(each) for each in sent.alternatives] == [
        ("<p>texto</p>", "text/html")
    ]


def test_what_cannot_be_sent_is_refused_when_it_is_written():
    with pytest.raises(BadHeaderError):
        send_mail("Hola\nBcc: x@ejemplo.test", "", None, ["a@ejemplo.test"])
    message = EmailMultiAlternatives("Hola", "", to=["a@ejemplo.test"])
    message.attach("lista.csv", "a,b", "text/csv")
    with pytest.raises(ValueError, match="no files"):
        message.send()
    assert not OutgoingMail.objects.exists()


def test_while_the_server_is_down_mails_wait_and_go_out_once_it_is_back(smtp_port):
    write("ana@ejemplo.test")
    write("eva@ejemplo.test")
    assert work_off() == 2
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {State.WAITING}
    with mail_server(smtp_port) as sink:
        assert delivery.deliver_waiting() == 0  # not before its pause is over
        come_later(minutes=20)
        assert delivery.deliver_waiting() == 2
        assert delivery.deliver_waiting() == 0
        come_later(minutes=20)
        assert delivery.deliver_waiting() == 0
        assert sorted(each["To"] for each in sink.arrived) == [
            "ana@ejemplo.test",
            "eva@ejemplo.test",
        ]


def test_a_server_that_is_down_is_not_asked_for_every_mail(smtp_port):
    for _each in range(3):
        write()
    work_off()
    come_later(minutes=2)
    delivery.deliver_waiting()
    assert sorted(OutgoingMail.objects.values_list("tries", flat=True)) == [0, 1, 1]


def test_a_mail_at_which_the_server_hangs_up_holds_up_no_other(monkeypatch):
    """Whose fault it is cannot be told; so what was not tried yet goes first."""
    send, bad = EmailBackend.send_messages, "mala@ejemplo.test"

    def hang_up(self, messages):
        if messages[0].to == [bad]:
            raise smtplib.SMTPServerDisconnected
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", hang_up)
    for to in (bad, "ana@ejemplo.test", "eva@ejemplo.test"):
        write(to)
    for _round in range(2):
        delivery.deliver_waiting()
        come_later(minutes=30)
    assert sorted(each.to[0] for each in mail.outbox) == [
        "ana@ejemplo.test",
        "eva@ejemplo.test",
    ]
    assert OutgoingMail.objects.get(state=State.WAITING).to == [bad]


def test_pauses_grow(smtp_port):
    waiting = write()
    work_off()
    pauses = []
    for _each in range(6):
        waiting.refresh_from_db()
        pauses.append(round((waiting.next_try_at - timezone.now()) / MINUTE))
        come_later(minutes=16)
        delivery.deliver_waiting()
    assert pauses == [1, 2, 5, 10, 15, 15]


def test_an_address_that_does_not_exist_is_given_up_and_another_later(smtp_port):
    with mail_server(smtp_port) as sink:
        sink.to_recipient = "550 no such box"
        gone = write("nadie@ejemplo.test")
        work_off()
        sink.to_recipient = "451 greylisted"
        later = write()
        work_off()
        gone.refresh_from_db()
        assert (gone.state, gone.text) == (State.GIVEN_UP, "")
        assert gone.fault == "SMTPRecipientsRefused 550"
        sink.to_recipient = "250 OK"
        other = write("eva@ejemplo.test")
        work_off()
        other.refresh_from_db()
        assert other.state == State.SENT
        assert delivery.deliver_waiting() == 0  # its pause is not over
        come_later(minutes=1)
        assert delivery.deliver_waiting() == 1
        later.refresh_from_db()
        assert later.state == State.SENT
        assert len(sink.arrived) == 2


def test_no_log_says_what_the_server_said(smtp_port, caplog):
    with mail_server(smtp_port) as sink:
        sink.to_message = f"554 refused because of {LINK}"
        waiting = write()
        with caplog.at_level("DEBUG", logger="amuprev"):
            work_off()
    waiting.refresh_from_db()
    assert waiting.fault == "SMTPDataError 554"
    said = [r.getMessage() for r in caplog.records if r.name.startswith("amuprev")]
    assert said == [f"Mail {waiting.pk} did not go out: SMTPDataError 554"]
    assert "signed" not in DBTaskResult.objects.get().traceback


def test_without_a_server_mails_wait(settings):
    settings.MAIL_DELIVERY_BACKEND = ""
    waiting = write()
    work_off()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.fault) == (State.WAITING, "server NoServerError")


def test_what_a_killed_sender_left_is_sent_under_the_same_name(smtp_port):
    waiting = write()
    name = waiting.envelope["headers"]["Message-ID"]
    OutgoingMail.objects.update(state=State.SENDING, claimed_at=timezone.now())
    with mail_server(smtp_port) as sink:
        assert delivery.deliver_waiting() == 0  # somebody may be at it
        come_later(minutes=11)
        assert delivery.deliver_waiting() == 1
        assert [each["Message-ID"] for each in sink.arrived] == [name]


def test_after_three_days_a_mail_is_given_up_and_emptied(smtp_port):
    waiting = write()
    come_later(hours=73)
    with mail_server(smtp_port) as sink:
        assert delivery.deliver_waiting() == 1
        assert sink.arrived == []
    waiting.refresh_from_db()
    assert (waiting.state, waiting.text) == (State.GIVEN_UP, "")


def test_a_database_that_blinks_after_sending_does_not_send_twice(monkeypatch):
    waiting = write()
    finish, calls = delivery._finish, []

    def blink(*args: object) -> None:
        calls.append(args)
        if len(calls) == 1:
            raise OperationalError
        finish(*args)

    monkeypatch.setattr(delivery, "_finish", blink)
    monkeypatch.setattr(delivery, "close_old_connections", lambda: None)
    assert delivery.deliver(waiting.pk)
    assert not delivery.deliver(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.state == State.SENT


def test_finished_mails_are_forgotten_after_a_month():
    write()
    work_off()
    assert delivery.forget_finished() == 0
    OutgoingMail.objects.update(
        finished_at=timezone.now() - datetime.timedelta(days=31)
    )
    waiting = write()
    assert delivery.forget_finished() == 1
    assert OutgoingMail.objects.get() == waiting


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_send_twice(smtp_port):
    keys = [write(f"p{number}@ejemplo.test").pk for number in range(5)]
    start = threading.Barrier(4)

    def work() -> None:
        start.wait(10)
        try:
            for key in keys:
                delivery.deliver(key)
        finally:
            connections.close_all()

    with mail_server(smtp_port) as sink:
        threads = [threading.Thread(target=work) for _each in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sorted(each["To"] for each in sink.arrived) == [
            f"p{number}@ejemplo.test" for number in range(5)
        ]
