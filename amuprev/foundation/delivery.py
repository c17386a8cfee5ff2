"""Delivering outgoing mails: claimed before they are sent, emptied after.

A mail whose server is down waits and is tried again with growing pauses. One whose
sender was killed is tried again too, under the same Message-ID: between the server's
yes and our note of it nobody can know, and a mail lost would be worse.
"""

import datetime
import logging
import smtplib
import time

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import Error, close_old_connections
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from amuprev.foundation.models import OutgoingMail

logger = logging.getLogger("amuprev.mail")

State = OutgoingMail.State
MINUTE = datetime.timedelta(minutes=1)
# No link in a mail lives longer; a later delivery would only puzzle.
GIVEN_UP_AFTER = datetime.timedelta(hours=72)
ABANDONED_AFTER = 10 * MINUTE
FORGOTTEN_AFTER = datetime.timedelta(days=30)
# One mail refused for now; and a server that does not answer, which holds all up.
PAUSES_OF_MAIL = tuple(minutes * MINUTE for minutes in (1, 5, 15, 60, 180, 360))
PAUSES_OF_SERVER = tuple(minutes * MINUTE for minutes in (1, 2, 5, 10, 15))
SERVER_FAULT = "server "
MOST_AT_ONCE = 200
PAUSES_OF_NOTE = (0.5, 1, 2, 4)


class NoServerError(Exception):
    """No mail server is set: what is written waits."""


def deliver(key: int) -> bool:
    """Send this mail unless somebody else does or did; true when it went out now."""
    if _server_is_known_to_be_down():
        return False
    server = _server()
    try:
        return _try(key, server) is None
    finally:
        _close(server)


def deliver_waiting() -> int:
    """Send what waits and is due, oldest first; the number of mails sent or given up.

    Stops at the first fault that is the server's: the others would meet it too.
    """
    _take_back_abandoned()
    settled = _give_up_old()
    if _server_is_known_to_be_down():
        return settled
    # What met a fault goes after what was not tried: were the fault its own and not
    # the server's, it would hold up all others for ever.
    order = _due().order_by("tries", "next_try_at", "pk")
    keys = list(order.values_list("pk", flat=True)[:MOST_AT_ONCE])
    server = _server() if keys else None
    for key in keys:
        fault = _try(key, server)
        if fault is None:
            settled += 1
        elif fault.startswith(SERVER_FAULT):
            break
    _close(server)
    return settled


def forget_finished() -> int:
    """Remove the emptied rows of mails finished long ago; how many."""
    old = timezone.now() - FORGOTTEN_AFTER
    gone, _kinds = OutgoingMail.objects.filter(finished_at__lt=old).delete()
    return gone


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as Django sends it."""
    envelope = mail.envelope
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=envelope.get("from"),
        to=mail.to,
        cc=envelope.get("cc"),
        bcc=envelope.get("bcc"),
        reply_to=envelope.get("reply_to"),
        headers=envelope.get("headers"),
    )
    message.content_subtype = envelope.get("subtype", "plain")
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _due() -> QuerySet[OutgoingMail]:
    return OutgoingMail.objects.filter(
        finished_at__isnull=True, state=State.WAITING, next_try_at__lte=timezone.now()
    )


def _try(key: int, server: BaseEmailBackend | None) -> str | None:
    """Claim it and send it; None when it went out, else why it did not."""
    claimed = _due().filter(pk=key)
    if not claimed.update(
        state=State.SENDING, claimed_at=timezone.now(), tries=F("tries") + 1
    ):
        return "taken"
    mail = OutgoingMail.objects.get(pk=key)
    try:
        if server is None:
            raise NoServerError
        server.send_messages([message_of(mail)])
    except Exception as error:  # noqa: BLE001  whatever it is, the mail must wait
        _close(server)
        return _keep(mail, error)
    _note_sent(mail)
    return None


def _note_sent(mail: OutgoingMail) -> None:
    """Empty it; a database that blinks just now must not make it go out twice."""
    for pause in PAUSES_OF_NOTE:
        try:
            return _finish(mail, State.SENT)
        except Error:
            time.sleep(pause)
            close_old_connections()
    return _finish(mail, State.SENT)


def _finish(mail: OutgoingMail, state: str, fault: str = "") -> None:
    # Whom it did not reach is shown to the secretariat; the others are forgotten.
    to = mail.to if state == State.GIVEN_UP else []
    OutgoingMail.objects.filter(pk=mail.pk).update(
        state=state,
        finished_at=timezone.now(),
        fault=fault,
        to=to,
        subject="",
        text="",
        html="",
        envelope={},
    )


def _keep(mail: OutgoingMail, error: Exception) -> str:
    """Let it wait for its next try, or give it up when its address does not exist."""
    fault = _fault_of(error)
    logger.warning("Mail %d did not go out: %s", mail.pk, fault)
    if _is_final(error):
        _finish(mail, State.GIVEN_UP, fault)
        return fault
    now = timezone.now()
    waiting = OutgoingMail.objects.filter(finished_at__isnull=True)
    if fault.startswith(SERVER_FAULT):
        tries = waiting.aggregate(most=Max("tries"))["most"]
        next_try = now + _pause(PAUSES_OF_SERVER, tries)
        _due().update(next_try_at=next_try, fault=fault)
    else:
        next_try = now + _pause(PAUSES_OF_MAIL, mail.tries)
    waiting.filter(pk=mail.pk, state=State.SENDING).update(
        state=State.WAITING, next_try_at=next_try, fault=fault
    )
    return fault


def _pause(pauses: tuple[datetime.timedelta, ...], tries: int) -> datetime.timedelta:
    return pauses[min(max(tries, 1), len(pauses)) - 1]


def _fault_of(error: Exception) -> str:
    """The kind of fault and the server's number for it: never its words."""
    kind = type(error).__name__
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = sorted({code for code, _words in error.recipients.values()})
        return " ".join([kind, *map(str, codes)])
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"{SERVER_FAULT}{kind} {error.smtp_code}"
    if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPDataError):
        return f"{kind} {error.smtp_code}"
    if isinstance(error, OSError | NoServerError):  # SMTPException is an OSError
        return SERVER_FAULT + kind
    return kind


def _is_final(error: Exception) -> bool:
    """True when the server says for good that the address takes no mail."""
    return isinstance(error, smtplib.SMTPRecipientsRefused) and all(
        code >= 500 for code, _words in error.recipients.values()
    )


def _server_is_known_to_be_down() -> bool:
    return OutgoingMail.objects.filter(
        finished_at__isnull=True,
        fault__startswith=SERVER_FAULT,
        next_try_at__gt=timezone.now(),
    ).exists()


def _take_back_abandoned() -> None:
    since = timezone.now() - ABANDONED_AFTER
    OutgoingMail.objects.filter(
        finished_at__isnull=True, state=State.SENDING, claimed_at__lt=since
    ).update(state=State.WAITING, next_try_at=timezone.now())


def _give_up_old() -> int:
    since = timezone.now() - GIVEN_UP_AFTER
    old = OutgoingMail.objects.filter(
        finished_at__isnull=True, state=State.WAITING, written_at__lt=since
    )
    for mail in old:
        _finish(mail, State.GIVEN_UP, mail.fault)
    return len(old)


def _server() -> BaseEmailBackend | None:
    name = settings.MAIL_DELIVERY_BACKEND
    return get_connection(name) if name else None


def _close(server: BaseEmailBackend | None) -> None:
    if server is not None:
        server.close()
