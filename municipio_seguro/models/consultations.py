"""The people's voice: an open consultation and facilitated sessions.

A response says nothing of who gave it. The mark of a device stands apart from it, with
no time and in no order, and is destroyed when the consultation closes.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import SessionSetting, TextState, Voice
from municipio_seguro.models.assessments import Assessment
from municipio_seguro.models.base import somebody
from municipio_seguro.queries import ConsultationQuerySet

SHORTEST, LONGEST = 14, 60
FEWEST_PRESENT = 3
# No signs that are taken for one another on a poster.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_key() -> str:
    """The permanent part of a consultation's address."""
    return get_random_string(10, SIGNS)


def new_secret() -> str:
    """What marks of devices are made with, until the consultation closes."""
    return get_random_string(50)


class Consultation(models.Model):
    """The open consultation of an assessment; nothing of it is seen before it closes."""

    assessment = models.OneToOneField(
        Assessment, models.CASCADE, related_name="consultation"
    )
    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    opens_on = models.DateField(_("from"))
    closes_on = models.DateField(_("to"))
    days = models.PositiveSmallIntegerField(_("days"))
    consent = models.TextField(_("what people are told before they answer"))
    contact = models.CharField(_("who facilitates groups"), max_length=200)
    closed_at = models.DateTimeField(_("closed on"), null=True, blank=True)
    secret = models.CharField(
        max_length=50, blank=True, default=new_secret, editable=False
    )
    # Raw responses are deleted; tallies remain.
    emptied_at = models.DateTimeField(null=True, blank=True, editable=False)

    consent_es: str | None
    consent_en: str | None
    contact_es: str | None
    contact_en: str | None

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ("-opens_on", "-pk")
        indexes = (
            models.Index(
                fields=("closes_on",),
                name="consultation_still_open",
                condition=Q(closed_at__isnull=True),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(days__gte=SHORTEST, days__lte=LONGEST),
                name="consultation_of_14_to_60_days",
                violation_error_message=_(
                    "A consultation lasts between 14 and 60 days."
                ),
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gt=F("opens_on")),
                name="consultation_ends_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(secret=""),
                name="closed_consultation_knows_no_device",
            ),
        )

    def __str__(self) -> str:
        return f"{self.assessment} ({self.opens_on:%Y-%m-%d})"

    @property
    def municipality(self) -> models.Model:
        """Whose it is, as the audit trail asks."""
        return self.assessment.municipality

    @property
    def is_open(self) -> bool:
        """True while people may answer."""
        today = timezone.localdate()
        return self.closed_at is None and self.opens_on <= today <= self.closes_on


class DeviceMark(models.Model):
    """That a device answered: a one-way mark, beside the answers and never with them."""

    # Drawn by chance, so that the order of rows tells nothing.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        Consultation, models.CASCADE, related_name="devices"
    )
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("device of a consultation")
        verbose_name_plural = _("devices of a consultation")
        constraints = (
            models.UniqueConstraint(
                fields=("consultation", "mark"), name="one_response_a_device"
            ),
        )

    def __str__(self) -> str:
        return str(self.consultation)


class Response(models.Model):
    """What one person answered; by voice, to the minute, and nothing else."""

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, related_name="responses"
    )
    voice = models.CharField(_("voice"), max_length=15, choices=Voice.choices)
    # A level by indicator; «no sé» is not among them.
    answers = models.JSONField(_("answers"))
    alike = models.CharField(max_length=64, editable=False)
    minute = models.DateTimeField(_("received"))
    # Entered by a facilitator, on whose telephone several answer.
    assisted = models.BooleanField(_("taken down by staff"), default=False)
    # By a person's decision over a flood, with its reason in the audit trail.
    set_aside = models.BooleanField(_("set aside"), default=False)

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        ordering = ("pk",)
        indexes = (
            models.Index(
                fields=("consultation", "minute", "alike"), name="responses_alike"
            ),
        )
        constraints = (
            # Children are heard in groups only, as tallies.
            models.CheckConstraint(
                condition=~Q(voice=Voice.CHILDREN), name="no_child_has_a_record"
            ),
        )

    def __str__(self) -> str:
        return self.get_voice_display()


class FreeText(models.Model):
    """What somebody added in words: of nobody, read before it is shown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="texts")
    text = models.TextField(_("text"), max_length=1000)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=TextState.choices,
        default=TextState.WAITING,
    )
    decided_by = somebody(_("decided by"))

    class Meta:
        verbose_name = _("text of a consultation")
        verbose_name_plural = _("texts of a consultation")

    def __str__(self) -> str:
        return self.get_state_display()


class GroupSession(models.Model):
    """A facilitated group: how many chose each level, and nothing of anybody."""

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, related_name="sessions"
    )
    voice = models.CharField(_("voice"), max_length=15, choices=Voice.choices)
    setting = models.CharField(
        _("where"), max_length=10, choices=SessionSetting.choices
    )
    held_on = models.DateField(_("held on"))
    present = models.PositiveSmallIntegerField(_("people present"))
    facilitated_by = somebody(_("facilitated by"))
    client_uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("group session")
        verbose_name_plural = _("group sessions")
        ordering = ("held_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(present__gte=FEWEST_PRESENT),
                name="a_session_has_three_at_least",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_voice_display()} ({self.held_on:%Y-%m-%d})"


class SessionTally(models.Model):
    """The hands raised at one question of a session."""

    session = models.ForeignKey(GroupSession, models.CASCADE, related_name="tallies")
    code = models.CharField(_("indicator"), max_length=8)
    level_0 = models.PositiveSmallIntegerField(default=0)
    level_1 = models.PositiveSmallIntegerField(default=0)
    level_2 = models.PositiveSmallIntegerField(default=0)
    level_3 = models.PositiveSmallIntegerField(default=0)
    dont_know = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("tally of a session")
        verbose_name_plural = _("tallies of a session")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("session", "code"), name="one_tally_a_question"
            ),
        )

    def __str__(self) -> str:
        return self.code


class VoiceTally(models.Model):
    """What one voice answered to one question, frozen when the consultation closed."""

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, related_name="tallies"
    )
    voice = models.CharField(_("voice"), max_length=15, choices=Voice.choices)
    code = models.CharField(_("indicator"), max_length=8)
    answers = models.PositiveIntegerField()
    points = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("tally of a voice")
        verbose_name_plural = _("tallies of a voice")
        ordering = ("code", "voice")
        constraints = (
            models.UniqueConstraint(
                fields=("consultation", "voice", "code"), name="one_tally_a_voice"
            ),
            models.CheckConstraint(
                condition=Q(points__lte=F("answers") * 3), name="a_tally_can_be"
            ),
        )

    def __str__(self) -> str:
        return f"{self.voice} {self.code}"


class GapReply(models.Model):
    """What the mayor's office says where the population sees much less than staff."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="replies")
    dimension = models.CharField(_("dimension"), max_length=3)
    text = models.TextField(_("reply"))
    by = somebody(_("by"))
    at = models.DateTimeField(_("on"), default=timezone.now)

    text_es: str | None
    text_en: str | None

    class Meta:
        verbose_name = _("reply to a gap")
        verbose_name_plural = _("replies to gaps")
        ordering = ("dimension",)
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "dimension"), name="one_reply_a_dimension"
            ),
        )

    def __str__(self) -> str:
        return self.dimension
