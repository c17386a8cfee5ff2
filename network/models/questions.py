"""A question that a reader asked of an association, its answer, and what is public."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import PublicKind, QuestionState
from network.models.organisations import Organisation
from network.question_queries import QuestionQuerySet


class Question(models.Model):
    """What a reader asks an association, whose answer other towns may read as well.

    `kind` and `key` name the experience or activity it is about as its address does;
    both are blank when it is about neither. What is published is written apart from
    what was asked: the asker's own words are never public.
    """

    association = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="questions",
        verbose_name=_("association"),
    )
    about = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions_about",
        verbose_name=_("about which organisation"),
    )
    kind = models.CharField(
        _("what"), max_length=20, choices=PublicKind.choices, blank=True
    )
    key = models.CharField(_("which"), max_length=80, blank=True)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("es", "Español"), ("en", "English")],
        default="es",
    )
    asked_at = models.DateTimeField(_("asked on"), default=timezone.now)
    # What the reader wrote; erased some days after the answer, with the address.
    asked = models.TextField(_("in their words"), blank=True)
    email = models.EmailField(_("e-mail to answer"), blank=True)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=QuestionState.choices,
        default=QuestionState.WAITING,
    )
    # What was mailed to the reader.
    answer = models.TextField(_("answer"), blank=True)
    decided_at = models.DateTimeField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    # What everybody reads.
    public_question = models.TextField(_("question, as it is published"), blank=True)
    public_answer = models.TextField(_("answer, as it is published"), blank=True)
    published_at = models.DateTimeField(_("first published on"), null=True, blank=True)
    public = models.BooleanField(_("public"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects: Any = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("association", "-id"), name="question_newest"),
            models.Index(
                fields=("association", "state", "-id"), name="question_of_association"
            ),
            models.Index(fields=("kind", "key", "public"), name="question_about_what"),
            models.Index(fields=("state", "asked_at"), name="question_waits"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(state=QuestionState.WAITING) | Q(decided_at__isnull=False),
                name="question_decided_has_day",
            ),
            models.CheckConstraint(
                condition=Q(public=False) | Q(published_at__isnull=False),
                name="public_question_has_day",
            ),
        )

    def __str__(self) -> str:
        return f"{_('Question')} {self.number}"

    @property
    def number(self) -> str:
        """The number people quote on the phone."""
        return f"{self.pk:06d}" if self.pk else ""

    @property
    def is_late(self) -> bool:
        """True when it has waited longer than the network's patience."""
        patience = settings.QUESTION_PATIENCE_DAYS
        waited = timezone.now() - self.asked_at
        return self.state == QuestionState.WAITING and waited.days >= patience
