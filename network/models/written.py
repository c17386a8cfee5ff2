"""Who wrote a record, when, and which version of it stands."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from network.models.people import User


class Written(models.Model):
    """A record that several people of one organisation write together."""

    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="written_activities",
        blank=True,
        verbose_name=_("written by"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("created by"),
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("last saved by"),
    )
    created_at = models.DateTimeField(_("created on"), default=timezone.now)
    updated_at = models.DateTimeField(_("last changed on"), auto_now=True)
    # When its text was last saved: a review changes the record, not the text.
    written_at = models.DateTimeField(_("last saved on"), default=timezone.now)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True

    def was_written_by(self, user: "User") -> bool:
        """True when the person saved any of its text."""
        return self.created_by_id == user.pk or self.writers.filter(pk=user.pk).exists()
