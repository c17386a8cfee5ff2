"""What was thrown away, and until when it can be brought back."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from network.choices import ReviewState

# What was sent, or stood in public once, is not thrown away.
DISCARDABLE = (ReviewState.DRAFT, ReviewState.RETURNED)


def nobody_read_it(own: str) -> list[models.BaseConstraint]:
    """Only what was never published, and waits for nobody, is in the trash."""
    return [
        models.CheckConstraint(
            condition=models.Q(discarded_at__isnull=True)
            | models.Q(published_at__isnull=True, review_state__in=DISCARDABLE),
            name=f"only_unpublished_{own}_are_discarded",
        )
    ]


class Discardable(models.Model):
    """A record whose writers can throw it away, and bring it back for some weeks."""

    discarded_at = models.DateTimeField(
        _("discarded on"), null=True, blank=True, editable=False
    )
    discarded_by: Any = models.ForeignKey(
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
