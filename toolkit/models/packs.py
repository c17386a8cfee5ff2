"""The pack of a country: the guide and its documents in one file, for a USB stick."""

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Country

FOLDER = "packs"


def pack_storage() -> Storage:
    """The private storage: a view gives it out under a name that says the country."""
    return storages["evidence"]


class Pack(models.Model):
    """What was last packed of a country, and from what it was made."""

    country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, unique=True
    )
    # Of all that it says: equal as long as nothing changed.
    digest = models.CharField(max_length=64)
    file = models.FileField(_("file"), storage=pack_storage, upload_to=FOLDER)
    size = models.PositiveIntegerField(_("size"))
    files = models.PositiveSmallIntegerField(_("files"))
    built_at = models.DateTimeField(_("made on"), default=timezone.now)

    objects = models.Manager()

    class Meta:
        verbose_name = _("pack of a country")
        verbose_name_plural = _("packs of the countries")
        ordering = ("country",)

    def __str__(self) -> str:
        return self.country
