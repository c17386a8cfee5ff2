"""What was thrown away and can be brought back until its days are over."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import ReviewState


class Discardable(models.Model):
    """A record whose drafts wait in the trash before they are gone."""

    discarded_at = models.DateTimeField(
        _("discarded on"), null=True, blank=True, editable=False
    )
    discarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("discarded by"),
    )

    class Meta:
        abstract = True
        indexes = (
            models.Index(
                fields=("discarded_at",),
                name="%(class)s_discarded",
                condition=Q(discarded_at__isnull=False),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(discarded_at__isnull=True)
                | Q(review_state=ReviewState.DRAFT),
                name="only_drafts_are_discarded",
            ),
        )


class Deletion(models.Model):
    """One deletion in the secretariat's screens, with all that went, to undo it."""

    at = models.DateTimeField(_("on"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    record_kind = models.CharField(_("kind of record"), max_length=60)
    record_key = models.CharField(_("record"), max_length=60)
    name = models.CharField(_("what was deleted"), max_length=300)
    # Every row that went, as Django writes it down; emptied when the days are over.
    rows = models.JSONField(_("what went with it"), default=list)
    rows_count = models.PositiveIntegerField(_("records"))
    restored_at = models.DateTimeField(_("brought back on"), null=True, blank=True)
    restored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("brought back by"),
    )
    emptied_at = models.DateTimeField(_("gone for good on"), null=True, blank=True)

    class Meta:
        verbose_name = _("deletion")
        verbose_name_plural = _("deletions")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.name
