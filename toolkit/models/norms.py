"""Norms: dated legal instruments, what one does to another, and what they support."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.sourced import Sourced
from network.choices import Country, DatePrecision
from network.models import Place, Theme
from toolkit.choices import (
    ChangeKind,
    InstrumentStatus,
    InstrumentType,
    LegalLevel,
    LinkState,
)
from toolkit.queries import InstrumentQuerySet

# A norm that nobody checked for so long says so.
TRUST = datetime.timedelta(days=365)


class Instrument(Sourced):
    """A norm as it was issued, published, changed and repealed, as far as is known."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    slug = models.SlugField(
        _("address name"),
        max_length=100,
        unique=True,
        help_text=_("Permanent part of the public address."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        choices=Country.choices,
        blank=True,
        help_text=_("Empty for an international norm."),
    )
    level = models.CharField(
        _("reach"),
        max_length=14,
        choices=LegalLevel.choices,
        default=LegalLevel.NATIONAL,
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        related_name="instruments",
        null=True,
        blank=True,
        verbose_name=_("municipality"),
    )
    type = models.CharField(_("type"), max_length=14, choices=InstrumentType.choices)
    number = models.CharField(_("number"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=300)
    body = models.CharField(_("body that issued it"), max_length=200)
    adopted = models.DateField(_("issued on"), null=True, blank=True)
    gazette = models.CharField(_("published in"), max_length=120, blank=True)
    gazette_number = models.CharField(_("number of it"), max_length=60, blank=True)
    published = models.DateField(_("published on"), null=True, blank=True)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_to = models.DateField(_("in force to"), null=True, blank=True)
    date_precision = models.CharField(
        _("dates known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=InstrumentStatus.choices,
        default=InstrumentStatus.UNKNOWN,
    )
    relevance = models.TextField(_("what it is for here"), blank=True)
    themes = models.ManyToManyField(
        Theme, related_name="instruments", blank=True, verbose_name=_("themes")
    )
    address = models.URLField(
        _("official address"),
        max_length=500,
        blank=True,
        help_text=_("Of an official publication; copies stand among the sources."),
    )
    checked_on = models.DateField(_("last checked on"), null=True, blank=True)
    checked_by = models.CharField(
        _("last checked by"),
        max_length=160,
        blank=True,
        help_text=_("The office, never a person."),
    )
    link_state = models.CharField(
        _("the official address"),
        max_length=8,
        choices=LinkState.choices,
        default=LinkState.UNTRIED,
        editable=False,
    )
    tried_at = models.DateTimeField(
        _("address tried on"), null=True, blank=True, editable=False
    )
    broken_since = models.DateTimeField(
        _("does not answer since"), null=True, blank=True, editable=False
    )

    title_es: str | None
    title_en: str | None

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("norm")
        verbose_name_plural = _("norms")
        ordering = ("country", "adopted", "pk")
        indexes = (
            models.Index(fields=("country", "status"), name="instrument_of_country"),
            models.Index(fields=("link_state", "tried_at"), name="instrument_tried"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(published__isnull=True)
                | Q(adopted__isnull=True)
                | Q(published__gte=F("adopted")),
                name="instrument_is_published_after_it_is_issued",
                violation_error_message=_(
                    "A norm cannot be published before it is issued."
                ),
            ),
            models.CheckConstraint(
                condition=Q(in_force_to__isnull=True)
                | Q(in_force_from__isnull=True)
                | Q(in_force_to__gte=F("in_force_from")),
                name="instrument_ends_after_it_begins",
                violation_error_message=_("The end cannot be before the start."),
            ),
            models.CheckConstraint(
                condition=Q(level=LegalLevel.MUNICIPAL) | Q(place__isnull=True),
                name="only_municipal_instruments_have_a_municipality",
                violation_error_message=_("Only a municipal norm has a municipality."),
            ),
            models.CheckConstraint(
                condition=Q(checked_on__isnull=True) | ~Q(checked_by=""),
                name="checked_instrument_says_by_whom",
                violation_error_message=_("Say which office checked it."),
            ),
        )

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.title or self.key, self.number]))

    @property
    def needs_checking(self) -> bool:
        """True when nobody checked it in the last twelve months."""
        known = self.checked_on
        return known is None or known < timezone.localdate() - TRUST

    @property
    def stands(self) -> bool:
        """True while it is not known to be repealed, over or a draft."""
        return self.status not in (
            InstrumentStatus.REPEALED,
            InstrumentStatus.EXPIRED,
            InstrumentStatus.DRAFT,
        )


class Article(models.Model):
    """An article that matters, in our plain words."""

    instrument = models.ForeignKey(
        Instrument, models.CASCADE, related_name="articles", verbose_name=_("norm")
    )
    number = models.CharField(_("article"), max_length=40)
    summary = models.TextField(_("what it says, in plain words"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("article that matters")
        verbose_name_plural = _("articles that matter")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.number


class InstrumentChange(models.Model):
    """What a newer norm does to an older one, and since when."""

    by = models.ForeignKey(
        Instrument,
        models.CASCADE,
        related_name="changes_made",
        verbose_name=_("the newer norm"),
    )
    of = models.ForeignKey(
        Instrument,
        models.CASCADE,
        related_name="changes_met",
        verbose_name=_("the older norm"),
    )
    kind = models.CharField(_("what it does"), max_length=7, choices=ChangeKind.choices)
    on = models.DateField(_("since"), null=True, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("change of a norm")
        verbose_name_plural = _("changes of norms")
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("by", "of"), name="one_change_of_a_norm"),
            models.CheckConstraint(
                condition=~Q(by=F("of")),
                name="no_norm_changes_itself",
                violation_error_message=_("A norm cannot amend or repeal itself."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.by_id} {self.kind} {self.of_id}"
