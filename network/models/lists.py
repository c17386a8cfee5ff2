"""Lists the secretariat keeps: kinds of activity, themes, groups, settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.choices import PreventionLevel


class ListEntry(models.Model):
    """One entry of a list: the key is stored, the name is shown."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(_("position"), default=100)
    active = models.BooleanField(_("offered in forms"), default=True)

    # Columns that modeltranslation adds.
    name_es: str | None
    name_en: str | None

    objects = models.Manager()

    class Meta:
        abstract = True
        ordering = ("position", "key")

    def __str__(self) -> str:
        return self.name or self.key


class SensitiveEntry(ListEntry):
    """An entry that may ask for more care of whatever bears it."""

    sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_(
            "The public sees only the municipality, never a more exact place, "
            "and small numbers are hidden."
        ),
    )

    class Meta(ListEntry.Meta):
        abstract = True


class ActivityKind(SensitiveEntry):
    """A kind of prevention activity, with the level of prevention it usually has."""

    prevention_level = models.CharField(
        _("usual level of prevention"),
        max_length=10,
        choices=PreventionLevel.choices,
        default=PreventionLevel.NOT_SURE,
    )
    quick = models.BooleanField(_("offered first in the quick log"), default=False)

    class Meta(ListEntry.Meta):
        verbose_name = _("kind of activity")
        verbose_name_plural = _("kinds of activity")


class Theme(SensitiveEntry):
    """What an activity is about."""

    class Meta(ListEntry.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class PopulationGroup(SensitiveEntry):
    """A population group an activity is meant for."""

    class Meta(ListEntry.Meta):
        verbose_name = _("population group")
        verbose_name_plural = _("population groups")


class Setting(SensitiveEntry):
    """Where an activity was done: home, school, public space…"""

    class Meta(ListEntry.Meta):
        verbose_name = _("setting")
        verbose_name_plural = _("settings")
