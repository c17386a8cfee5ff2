"""What is asked some months after an exchange, and the links that answer it."""

import datetime
import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from twinnings.choices import (
    AnsweredBy,
    AnsweringSide,
    FactsAnswer,
    FollowedUp,
    LinkPurpose,
)
from twinnings.models.exchanges import Exchange
from twinnings.models.record import somebody

FOLLOW_UP_MONTHS = (6, 12)
LANGUAGES = [("es", "Español"), ("en", "English")]


class FollowUp(models.Model):
    """What is asked of one side some months after an exchange, and what it answered."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="follow_ups")
    months = models.PositiveSmallIntegerField(
        _("months after the exchange"),
        choices=[(each, each) for each in FOLLOW_UP_MONTHS],
    )
    side = models.CharField(
        _("who is asked"),
        max_length=12,
        choices=AnsweringSide.choices,
        default=AnsweringSide.OWN,
    )
    due_on = models.DateField(_("to be asked on"))
    asked_at = models.DateTimeField(_("asked on"), null=True, blank=True)
    done = models.CharField(
        _("was what was agreed done?"),
        max_length=6,
        choices=FollowedUp.choices,
        blank=True,
    )
    what_changed = models.TextField(_("what changed?"), blank=True)
    what_stopped = models.TextField(_("what stopped it?"), blank=True)
    answered_by = models.CharField(
        _("answered by"), max_length=12, choices=AnsweredBy.choices, blank=True
    )
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    # The language in which it was answered; its translation may come later.
    language = models.CharField(
        _("language"), max_length=2, choices=LANGUAGES, blank=True
    )
    # The words are public once somebody who reviews has read them.
    public = models.BooleanField(_("public"), default=False, editable=False)

    what_changed_es: str | None
    what_changed_en: str | None
    what_stopped_es: str | None
    what_stopped_en: str | None

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ("months", "side", "pk")
        indexes = (
            models.Index(
                fields=("due_on",),
                name="follow_up_to_ask",
                condition=Q(asked_at__isnull=True),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("exchange", "months", "side"), name="one_follow_up_of_a_side"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, done="")
                | Q(answered_at__isnull=False) & ~Q(done="") & ~Q(answered_by=""),
                name="answered_follow_up_says_it",
            ),
            models.CheckConstraint(
                condition=Q(months__in=FOLLOW_UP_MONTHS),
                name="follow_up_after_half_a_year_or_one",
            ),
        )

    def __str__(self) -> str:
        return f"{self.exchange_id}: {self.months}"

    @property
    def is_late(self) -> bool:
        """True when it was asked a month ago and nobody answered."""
        patience = datetime.timedelta(days=30)
        return (
            self.asked_at is not None
            and self.answered_at is None
            and self.asked_at < timezone.now() - patience
        )


class OfficerLink(models.Model):
    """A signed link for somebody without an account: one purpose, one answer, an end.

    The link itself is not stored; it is bound to `key`, which a new one replaces. The
    address is erased some days after the answer, or after the end.
    """

    purpose = models.CharField(_("purpose"), max_length=10, choices=LinkPurpose.choices)
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="officer_links")
    follow_up = models.ForeignKey(
        FollowUp, models.CASCADE, related_name="links", null=True, blank=True
    )
    email = models.EmailField(_("e-mail"), blank=True)
    office = models.CharField(_("office"), max_length=160, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=LANGUAGES, default="en"
    )
    sent_by = somebody(_("sent by"))
    sent_at = models.DateTimeField(_("sent on"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires on"))
    revoked_at = models.DateTimeField(_("revoked on"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    answer = models.CharField(
        _("answer"), max_length=5, choices=FactsAnswer.choices, blank=True
    )
    words = models.TextField(_("what has to be corrected"), blank=True)
    settled_at = models.DateTimeField(_("dealt with on"), null=True, blank=True)

    class Meta:
        verbose_name = _("signed link")
        verbose_name_plural = _("signed links")
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose=LinkPurpose.FACTS, follow_up__isnull=True)
                | Q(purpose=LinkPurpose.FOLLOW_UP, follow_up__isnull=False),
                name="link_opens_what_it_is_for",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} ({self.exchange_id})"

    @property
    def is_open(self) -> bool:
        """True while it can still be answered."""
        return (
            self.answered_at is None
            and self.revoked_at is None
            and self.expires_at > timezone.now()
        )
