"""Where Django's mails go: into the queue, in the transaction of the act itself."""

from collections.abc import Sequence
from email.utils import format_datetime, make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from amuprev.foundation.delivery import message_of
from amuprev.foundation.models import OutgoingMail
from amuprev.foundation.tasks import deliver_mail


class QueueBackend(BaseEmailBackend):
    """Keeps each message as an OutgoingMail and queues its delivery.

    An act that is rolled back takes its mails with it. The worker hands them to
    MAIL_DELIVERY_BACKEND.
    """

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep them all, or none; a malformed one is refused here, as if sent."""
        for message in email_messages:
            mail = _outgoing(message)
            message_of(mail).message()
            mail.save()
            deliver_mail.enqueue(mail.pk)
        return len(email_messages)


def _outgoing(message: EmailMessage) -> OutgoingMail:
    alternatives = getattr(message, "alternatives", [])
    if message.attachments or len(alternatives) > 1:
        reason = "Outgoing mails carry no files: write a link instead."
        raise ValueError(reason)
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    envelope = {
        "from": message.from_email,
        "cc": list(message.cc),
        "bcc": list(message.bcc),
        "reply_to": list(message.reply_to),
        "subtype": message.content_subtype,
        # Kept from the first try on, so that a mail sent twice shows as one.
        "headers": {
            "Message-ID": make_msgid(domain=host),
            "Date": format_datetime(timezone.now()),
            "Auto-Submitted": "auto-generated",
            **message.extra_headers,
        },
    }
    return OutgoingMail(
        to=list(message.to),
        subject=str(message.subject),
        text=str(message.body),
        html=str(alternatives[0][0]) if alternatives else "",
        envelope=envelope,
    )
