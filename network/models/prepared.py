"""Files that are too long to wait for: made in the background, kept for some days."""

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import PreparedKind, PreparedState


def private_storage() -> Storage:
    """Where what has no address of its own is kept."""
    return storages["evidence"]


def prepared_name(file: "PreparedFile", name: str) -> str:
    """A name that says nothing."""
    return f"prepared/{file.key}.{name.rpartition('.')[2]}"


class PreparedFile(models.Model):
    """A file that a person asked for, and that only this person may fetch."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="prepared_files",
        verbose_name=_("asked by"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=PreparedKind.choices)
    # What was asked for, as codes, and in the words of whoever asked.
    choice = models.JSONField(_("filters"), default=dict)
    words = models.JSONField(default=list)
    language = models.CharField(max_length=5, default="es")
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=PreparedState.choices,
        default=PreparedState.WAITING,
    )
    rows = models.PositiveIntegerField(_("rows"), default=0)
    # What the person could see when it was made: who sees less now gets nothing.
    reach = models.JSONField(default=dict)
    file = models.FileField(
        upload_to=prepared_name, storage=private_storage, blank=True
    )
    name = models.CharField(_("name"), max_length=80, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    asked_at = models.DateTimeField(_("asked on"), default=timezone.now)
    ready_at = models.DateTimeField(_("ready on"), null=True, blank=True)
    expires_at = models.DateTimeField(_("deleted on"), null=True, blank=True)

    class Meta:
        verbose_name = _("prepared file")
        verbose_name_plural = _("prepared files")
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("person",),
                condition=Q(state__in=("waiting", "making")),
                name="one_file_in_preparation",
            ),
        )

    def __str__(self) -> str:
        return self.name or str(self.key)

    @property
    def is_ready(self) -> bool:
        """True when it can be fetched."""
        return self.state == PreparedState.READY

    @property
    def is_coming(self) -> bool:
        """True while it waits for its turn or is being made."""
        return self.state in (PreparedState.WAITING, PreparedState.MAKING)
