"""What was taken out of an experience or a film, kept so that it can come back."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from experiences.models.experiences import Experience
from experiences.models.films import Film
from experiences.models.writing import somebody


class RemovedPiece(models.Model):
    """A document, photo or captions that were removed, as they stood, with their files."""

    experience = models.ForeignKey(
        Experience, models.CASCADE, related_name="removed", null=True, blank=True
    )
    film = models.ForeignKey(
        Film, models.CASCADE, related_name="removed", null=True, blank=True
    )
    name = models.CharField(_("name"), max_length=300)
    # The row as Django writes it, and the stored files that wait with it.
    row: Any = models.JSONField()
    files: Any = models.JSONField(default=list)
    removed_by = somebody(_("removed by"))
    removed_at = models.DateTimeField(_("removed on"), default=timezone.now)

    class Meta:
        verbose_name = _("removed file")
        verbose_name_plural = _("removed files")
        ordering = ("-removed_at", "-pk")
        indexes = (models.Index(fields=("removed_at",), name="piece_removed"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(experience__isnull=True) ^ Q(film__isnull=True),
                name="removed_piece_of_one_record",
            ),
        )

    def __str__(self) -> str:
        return self.name
