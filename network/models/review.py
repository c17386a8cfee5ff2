"""The way of an activity from its author to the public."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import ReviewState


class Reviewed(models.Model):
    """A record that the world may read once a colleague approved it."""

    review_state = models.CharField(
        _("review"),
        max_length=10,
        choices=ReviewState.choices,
        default=ReviewState.DRAFT,
    )
    review_note = models.TextField(_("note from the review"), blank=True)
    submitted_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    reviewed_at = models.DateTimeField(_("reviewed on"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    publish_from = models.DateField(
        _("public from"), null=True, blank=True, editable=False
    )
    hidden_at = models.DateTimeField(_("hidden on"), null=True, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hidden by"),
    )

    class Meta:
        abstract = True

    def was_sent_since(self, asked: datetime | None) -> bool:
        """True when it was sent again after its review asked for something."""
        return bool(asked and self.submitted_at and self.submitted_at > asked)


class ReviewStep(models.Model):
    """One step in the life of an activity: who moved it, when, and with what note."""

    activity = models.ForeignKey("Activity", models.CASCADE, related_name="steps")
    from_state = models.CharField(
        pgettext_lazy("review step", "from"),
        max_length=10,
        choices=ReviewState.choices,
        blank=True,
    )
    to_state = models.CharField(
        pgettext_lazy("review step", "to"), max_length=10, choices=ReviewState.choices
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("on"), default=timezone.now)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("review step")
        verbose_name_plural = _("review steps")
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.get_to_state_display()
