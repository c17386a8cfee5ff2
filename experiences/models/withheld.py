"""A version that was published once, and whose words the world reads no more."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from experiences.choices import WhyWithheld
from experiences.models.experiences import Experience


class WithheldVersion(models.Model):
    """The days of one version that is not told again, and why: readers are told that."""

    experience = models.ForeignKey(
        Experience, models.CASCADE, related_name="withheld", editable=False
    )
    # From when on it was read, and when the next one took its place.
    since = models.DateTimeField(_("from"), editable=False)
    until = models.DateTimeField(_("until"), editable=False)
    why = models.CharField(_("why"), max_length=10, choices=WhyWithheld.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("on"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("withheld version")
        verbose_name_plural = _("withheld versions")
        ordering = ("since", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("experience", "since"), name="one_withholding_a_version"
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="withheld_until_after_since"
            ),
        )

    def __str__(self) -> str:
        return f"{self.experience} · {self.since:%Y-%m-%d}"

    def covers(self, moment: datetime) -> bool:
        """True for what was saved while that version was read."""
        return self.since <= moment < self.until
