"""Versions of the instrument, kept side by side and never changed once in use."""

import hashlib
from functools import lru_cache

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro import content
from municipio_seguro.choices import InstrumentState
from municipio_seguro.instrument import Instrument, read_instrument
from municipio_seguro.queries import InstrumentVersionQuerySet


class InstrumentVersion(models.Model):
    """One version: the file as it was loaded, whole."""

    number = models.CharField(_("version"), max_length=12, unique=True)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=InstrumentState.choices,
        default=InstrumentState.DRAFT,
    )
    # The database refuses to change these once the version is in use.
    source = models.TextField(_("file"), editable=False)
    digest = models.CharField(max_length=64, editable=False)
    loaded_at = models.DateTimeField(_("loaded on"), default=timezone.now)
    activated_at = models.DateTimeField(_("in use since"), null=True, blank=True)

    objects = InstrumentVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the instrument")
        verbose_name_plural = _("versions of the instrument")
        ordering = ("-activated_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state=InstrumentState.DRAFT)
                | Q(activated_at__isnull=False),
                name="used_instrument_has_its_day",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def instrument(self) -> Instrument:
        """The questions, read once by each process."""
        return _read(self.digest, self.source)


def digest_of(source: str) -> str:
    """The fingerprint of a file."""
    return hashlib.sha256(source.encode()).hexdigest()


@lru_cache(maxsize=16)
def _read(digest: str, source: str) -> Instrument:
    return read_instrument(source, content.programme())
