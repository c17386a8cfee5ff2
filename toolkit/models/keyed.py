"""What the entries of the guide have in common."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.sourced import Sourced


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


def lines_of(text: str | None) -> list[str]:
    """The lines of a text that holds one item per line."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


class Keyed(Sourced):
    """An entry with a key, a permanent address name, a place in the order and a title."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    slug = models.SlugField(
        _("address name"),
        max_length=100,
        unique=True,
        help_text=_("Permanent part of the public address."),
    )
    position = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("title"), max_length=250)

    class Meta:
        abstract = True
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title or self.key
