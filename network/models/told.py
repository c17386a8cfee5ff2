"""What was told already, so that it is not told twice."""

from django.db import models
from django.utils import timezone

from network.choices import Telling


class Told(models.Model):
    """One thing that was told: kept in the transaction that queued its mails."""

    kind = models.CharField(max_length=30)
    # Which record, and which state of it: told again when that changes.
    key = models.CharField(max_length=80)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=("kind", "at"), name="told_when"),)
        constraints = (
            models.UniqueConstraint(fields=("kind", "key"), name="told_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @classmethod
    def for_the_first_time(cls, kind: Telling, key: object) -> bool:
        """Remember it; false when it was told before."""
        _told, is_new = cls.objects.get_or_create(kind=kind, key=str(key))
        return is_new

    @classmethod
    def among(cls, kind: Telling, keys: list[str]) -> set[str]:
        """Those of the keys that were told before."""
        told = cls.objects.filter(kind=kind, key__in=keys)
        return set(told.values_list("key", flat=True))
