"""Reads of the network's memory: queryset adjectives that chain."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from network.choices import DatePrecision
from network.dates import since_when


class HappeningQuerySet(models.QuerySet):
    """Agreements and milestones.

    Whatever tells the public of the network's memory asks for what is public: nothing
    tells anyone where people will be.
    """

    def public(self) -> Self:
        """Those whose day has come, or is not known."""
        today = timezone.localdate()
        return self.filter(Q(started__isnull=True) | Q(started__lte=today))


class AssemblyQuerySet(models.QuerySet):
    """National assemblies of mayors."""

    def shown(self) -> Self:
        """Those of associations that the public sees."""
        return self.filter(association__shown=True)

    def over(self) -> Self:
        """Those that are surely over, however exactly their day is known."""
        today = timezone.localdate()
        passed = Q()
        for precision in DatePrecision:
            first = since_when(today, precision)
            passed |= Q(date_precision=precision, last_day__lt=first)
        return self.alias(last_day=Coalesce("ended", "started")).filter(passed)

    def public(self) -> Self:
        """Those told in full: of the others only the agenda tells, their month."""
        return self.shown().over()
