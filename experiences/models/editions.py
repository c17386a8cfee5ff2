"""What the world read of an experience besides its texts, from a publication on."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from experiences.models.experiences import Experience


class Edition(models.Model):
    """The facts and rows of an experience as one publication told them, line by line.

    Its texts stand in its history. Kept so that versions can be compared: words of
    voices and photos are not kept, for their consent may end.
    """

    experience = models.ForeignKey(
        Experience, models.CASCADE, related_name="editions", editable=False
    )
    # That of the publication, by which a row of the history finds it.
    reviewed_at = models.DateTimeField(_("published on"), editable=False)
    lines: Any = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("published edition")
        verbose_name_plural = _("published editions")
        ordering = ("reviewed_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("experience", "reviewed_at"), name="one_edition_a_publication"
            ),
        )

    def __str__(self) -> str:
        return f"{self.experience} · {self.reviewed_at:%Y-%m-%d}"
