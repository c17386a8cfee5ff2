"""What records of Municipio Seguro have in common."""

from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FOLDER = "municipio-seguro"


def private_storage() -> Storage:
    """The private storage, asked for late so that migrations hold no path."""
    return storages["evidence"]


def somebody(label: Any) -> models.ForeignKey:
    """Whoever did something; the record stays when their account goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


class Kept(models.Model):
    """A record that several people change, one version after another."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created_at = models.DateTimeField(_("created on"), default=timezone.now)
    created_by = somebody(_("created by"))
    updated_at = models.DateTimeField(_("last changed on"), auto_now=True)
    updated_by = somebody(_("last saved by"))

    class Meta:
        abstract = True


class SentOnce(models.Model):
    """A record that a form makes: sent twice over a bad line, it is made once."""

    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True


class Hidden(models.Model):
    """A public record that its municipality or the network may hide by one press."""

    hidden_at = models.DateTimeField(_("hidden on"), null=True, blank=True)
    hidden_by = somebody(_("hidden by"))

    class Meta:
        abstract = True
