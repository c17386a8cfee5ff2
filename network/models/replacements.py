"""A whole staff replaced in one act, remembered so that it can be undone."""

import datetime
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.organisations import Organisation
from network.models.people import Appointment, Invitation


class StaffReplacementQuerySet(models.QuerySet):
    """Replacements of staffs."""

    def undoable(self) -> Self:
        """Not undone, and young enough to be."""
        oldest = timezone.now() - datetime.timedelta(days=settings.TRASH_DAYS)
        return self.filter(undone_at__isnull=True, made_at__gte=oldest)


class StaffReplacement(models.Model):
    """Who replaced an organisation's staff, when, and since which day they are out."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="replacements",
        verbose_name=_("organisation"),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made on"), default=timezone.now)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    invitations = models.ManyToManyField(Invitation, related_name="+")
    undone_at = models.DateTimeField(_("undone on"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("undone by"),
    )

    objects = StaffReplacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("replacement of a staff")
        verbose_name_plural = _("replacements of staffs")
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.organisation}, {self.made_at:%Y-%m-%d}"


class ReplacedAppointment(models.Model):
    """An appointment that ended in a replacement, and the dates it had before."""

    replacement = models.ForeignKey(
        StaffReplacement, models.CASCADE, related_name="ended"
    )
    appointment = models.ForeignKey(Appointment, models.CASCADE, related_name="+")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        verbose_name = _("appointment ended in a replacement")
        verbose_name_plural = _("appointments ended in replacements")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("replacement", "appointment"), name="replaced_once_each"
            ),
        )

    def __str__(self) -> str:
        return str(self.appointment)
