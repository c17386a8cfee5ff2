"""Who receives the bulletin by mail, and which issue was sent to whom."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from amuprev.site.models.bulletins import BulletinPage


class BulletinReader(models.Model):
    """An address that asked for the bulletin in a language; erased when it leaves.

    Nothing more is known of its reader. Until it is confirmed nothing but the
    letter that asks for it is sent, and it is forgotten after some days.
    """

    # What the links in its mails carry, signed: an erased reader's never fits another.
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    email = models.EmailField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("email", "language"), name="one_bulletin_per_address"
            ),
        )

    def __str__(self) -> str:
        return str(self.key)


class BulletinSending(models.Model):
    """An issue on its way to those who had confirmed when it was sent."""

    issue = models.OneToOneField(
        BulletinPage, models.CASCADE, related_name="sending", verbose_name="issue"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.issue_id)


class BulletinDelivery(models.Model):
    """One issue handed to the mail queue for one reader; it goes with the reader."""

    sending = models.ForeignKey(
        BulletinSending, models.CASCADE, related_name="deliveries"
    )
    reader = models.ForeignKey(
        BulletinReader, models.CASCADE, related_name="deliveries"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("sending", "reader"), name="each_issue_once_per_reader"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sending_id} {self.reader_id}"
