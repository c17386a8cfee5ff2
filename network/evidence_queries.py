"""Reads of evidence: queryset adjectives that chain."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from amuprev.foundation.people_shown import PeopleShown, nobody_or_agreed


class EvidenceQuerySet(models.QuerySet):
    """Photos and documents of activities."""

    def kept(self) -> Self:
        """Those that nobody removed."""
        return self.filter(removed_at__isnull=True)

    def removed(self) -> Self:
        """Those that can be brought back, last removed first."""
        return self.filter(removed_at__isnull=False).order_by("-removed_at", "-pk")

    def showable(self) -> Self:
        """Those the world may see today, if it may read their activity."""
        return self.kept().filter(
            nobody_or_agreed(), public=True, hidden_at__isnull=True
        )

    def public_or_renewable(self) -> Self:
        """Those marked public, and those a new consent makes public again."""
        ended = models.Q(
            people_shown=PeopleShown.ADULTS, consent_told=models.F("consent_until")
        )
        return self.kept().filter(models.Q(public=True) | ended)

    def consent_ends_by(self, day: datetime.date) -> Self:
        """Those marked public whose people's consent ends on the day or before."""
        return self.kept().filter(
            public=True, people_shown=PeopleShown.ADULTS, consent_until__lte=day
        )

    def past_undo(self, field: str) -> Self:
        """Those of which the days to undo what the field dates are over."""
        days = datetime.timedelta(days=settings.TRASH_DAYS)
        return self.filter(**{f"{field}__lt": timezone.now() - days})
