"""Territory with memory: one row per place for ever, its facts dated."""

import datetime
from collections.abc import Iterable
from typing import TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Country, PlaceLevelKind, PlaceNameKind
from network.models.dated import Dated, Sourced
from network.queries import DatedQuerySet, PlaceQuerySet

Fact = TypeVar("Fact", bound=Dated)


class Place(Sourced):
    """A territory of the network or of a counterpart: it may change level, never row."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    slug = models.SlugField(
        _("address name"),
        max_length=80,
        unique=True,
        help_text=_("Permanent part of the public address, such as sv-santa-tecla."),
    )
    name = models.CharField(_("name"), max_length=160)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    iso_3166_2 = models.CharField(_("ISO 3166-2 code"), max_length=10, blank=True)
    official_code = models.CharField(
        _("code of the national statistics office"), max_length=20, blank=True
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    position_source = models.CharField(
        _("source of the position"), max_length=200, blank=True
    )

    # Columns that modeltranslation adds.
    name_es: str | None
    name_en: str | None

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ("key",)
        indexes = (models.Index(fields=("country",)),)

    def __str__(self) -> str:
        return self.name or self.key

    def level_on(self, day: datetime.date) -> "PlaceLevel | None":
        """Its level on a day, from prefetched rows."""
        return in_force(self.levels.all(), day)

    @property
    def level(self) -> "PlaceLevel | None":
        """Its level today."""
        return self.level_on(timezone.localdate())

    @property
    def parent(self) -> "Place | None":
        """What it belongs to today, where a source says so."""
        link = in_force(self.parents.all(), timezone.localdate())
        return link.parent if link else None

    @property
    def past_levels(self) -> list["PlaceLevel"]:
        """Levels it no longer has, oldest first."""
        today = timezone.localdate()
        return [
            row for row in self.levels.all() if row.valid_to and row.valid_to < today
        ]


def in_force(rows: Iterable[Fact], day: datetime.date) -> Fact | None:
    """The first row whose dates include the day, or None."""
    for row in rows:
        started = row.valid_from is None or row.valid_from <= day
        if started and (row.valid_to is None or row.valid_to >= day):
            return row
    return None


class PlaceFact(Dated):
    """A dated fact about a place, with its source."""

    source = models.CharField(_("source"), max_length=400, blank=True)

    class Meta(Dated.Meta):
        abstract = True


class PlaceLevel(PlaceFact):
    """What a place was, from one day to another: municipality, district, canton…"""

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="levels", verbose_name=_("place")
    )
    level = models.CharField(_("level"), max_length=20, choices=PlaceLevelKind.choices)

    objects = DatedQuerySet.as_manager()

    class Meta(PlaceFact.Meta):
        verbose_name = _("level of a place")
        verbose_name_plural = _("levels of a place")
        ordering = ("valid_from", "pk")

    def __str__(self) -> str:
        return self.get_level_display()


class PlaceParent(PlaceFact):
    """What a place belonged to, from one day to another."""

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="parents", verbose_name=_("place")
    )
    parent = models.ForeignKey(
        Place, models.PROTECT, related_name="parts", verbose_name=_("belongs to")
    )

    objects = DatedQuerySet.as_manager()

    class Meta(PlaceFact.Meta):
        verbose_name = _("what a place belongs to")
        verbose_name_plural = _("what a place belongs to")
        ordering = ("valid_from", "pk")

    def __str__(self) -> str:
        return str(self.parent)


class PlaceName(PlaceFact):
    """Another name a place has or had; old names stay findable."""

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="names", verbose_name=_("place")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=PlaceNameKind.choices)
    text = models.CharField(_("other name"), max_length=160, db_index=True)

    objects = DatedQuerySet.as_manager()

    class Meta(PlaceFact.Meta):
        verbose_name = _("other name of a place")
        verbose_name_plural = _("other names of a place")
        ordering = ("valid_from", "pk")

    def __str__(self) -> str:
        return self.text


class PlacePopulation(models.Model):
    """How many people lived in a place in a year, according to a named source."""

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="populations", verbose_name=_("place")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    people = models.PositiveIntegerField(_("inhabitants"))
    approximate = models.BooleanField(_("approximate"), default=False)
    source = models.CharField(_("source"), max_length=400)

    class Meta:
        verbose_name = _("population")
        verbose_name_plural = _("populations")
        ordering = ("-year",)
        constraints = (
            models.UniqueConstraint(
                fields=("place", "year", "source"), name="one_population_per_source"
            ),
        )

    def __str__(self) -> str:
        return f"{self.people} ({self.year})"
