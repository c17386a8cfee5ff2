"""An exchange between the parties of a twinning: what was seen, learnt and promised."""

import datetime
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import Currency, ReviewState
from network.models import Activity, Place, Theme
from twinnings.addresses import exchange_address
from twinnings.choices import (
    Direction,
    ExchangeStatus,
    LanguageSupport,
    Modality,
    Satisfaction,
)
from twinnings.models.parties import Party
from twinnings.models.record import Record, kept_apart, listed_by
from twinnings.models.twinnings import Twinning
from twinnings.queries import ExchangeQuerySet


def satisfaction(label: Any) -> models.PositiveSmallIntegerField:
    """One of the three questions asked at the end."""
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, choices=Satisfaction.choices
    )


class Exchange(Record):
    """A visit, a training, a placement or a meeting of those who are twinned."""

    twinning = models.ForeignKey(
        Twinning,
        models.PROTECT,
        related_name="exchanges",
        verbose_name=_("twinning"),
    )
    title = models.CharField(_("name"), max_length=160, blank=True)
    modality = models.CharField(_("kind"), max_length=20, choices=Modality.choices)
    direction = models.CharField(
        _("direction"), max_length=10, choices=Direction.choices
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=ExchangeStatus.choices,
        default=ExchangeStatus.PLANNED,
    )
    # Somebody was told that it lies outside the twinning's life, and said «it is so».
    outside_confirmed = models.BooleanField(
        _("it was before or after the twinning, and it is so"), default=False
    )
    host = models.ForeignKey(
        Party,
        models.SET_NULL,
        related_name="hosted_exchanges",
        null=True,
        blank=True,
        verbose_name=_("host"),
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        related_name="hosted_exchanges",
        null=True,
        blank=True,
        verbose_name=_("place"),
    )
    what_happened = models.TextField(_("what was done"), blank=True)
    learnt = models.TextField(_("what was learnt"), blank=True)
    result = models.TextField(_("what came of it"), blank=True)
    themes = models.ManyToManyField(
        Theme, related_name="exchanges", blank=True, verbose_name=_("themes")
    )
    in_kind_hours = models.PositiveIntegerField(
        _("hours given free of charge"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100_000)],
    )
    cost = models.DecimalField(
        _("cost"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    currency = models.CharField(
        _("currency"), max_length=3, choices=Currency.choices, blank=True
    )
    payer = models.CharField(_("who paid"), max_length=160, blank=True)
    language_support = models.CharField(
        _("how people understood each other"),
        max_length=12,
        choices=LanguageSupport.choices,
        default=LanguageSupport.UNKNOWN,
    )
    satisfied_useful = satisfaction(_("was it useful for your work?"))
    satisfied_prepared = satisfaction(_("was it well prepared?"))
    satisfied_usable = satisfaction(_("can you use what you saw?"))
    checked = models.JSONField(_("what is ready"), default=list, blank=True)
    # The entry of the activity log that tells of this very exchange.
    logged_as = models.OneToOneField(
        Activity,
        models.SET_NULL,
        related_name="exchange",
        null=True,
        blank=True,
        verbose_name=_("told in the activity log as"),
    )
    activities = models.ManyToManyField(
        Activity,
        related_name="came_of_exchanges",
        blank=True,
        verbose_name=_("activities that came of it"),
    )

    # Columns that modeltranslation adds.
    title_es: str | None
    title_en: str | None
    what_happened_es: str | None
    what_happened_en: str | None

    objects = ExchangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("exchange")
        verbose_name_plural = _("exchanges")
        ordering = ("-pk",)
        indexes = (
            *listed_by("exchange"),
            models.Index(
                fields=("twinning", "started", "id"), name="exchange_of_twinning"
            ),
            models.Index(
                fields=("review_state", "publish_from"), name="exchange_due_public"
            ),
        )
        constraints = (
            *kept_apart("exchange"),
            models.CheckConstraint(
                condition=Q(review_state__in=(ReviewState.DRAFT, ReviewState.RETURNED))
                | Q(status=ExchangeStatus.HELD),
                name="only_held_exchanges_are_sent",
                violation_error_message=_("Report the exchange first."),
            ),
            models.CheckConstraint(
                condition=Q(status=ExchangeStatus.PLANNED)
                | Q(status=ExchangeStatus.CANCELLED)
                | Q(started__isnull=False)
                | Q(date_uncertain=True),
                name="held_exchange_has_its_date",
                violation_error_message=_(
                    "Write when it was, or say that the date is uncertain."
                ),
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | ~Q(currency=""),
                name="exchange_cost_has_its_currency",
                violation_error_message=_("Choose the currency of the cost."),
            ),
            models.CheckConstraint(
                condition=~Q(review_state=ReviewState.APPROVED)
                | Q(publish_from__isnull=False),
                name="approved_exchange_has_its_public_day",
            ),
        )

    def __str__(self) -> str:
        return self.title or f"{self.get_modality_display()} #{self.pk}"

    def get_absolute_url(self) -> str:
        """Its public page, in the active language."""
        return exchange_address(self.pk)

    @property
    def number(self) -> str:
        """The number people quote on the phone."""
        return f"{self.pk:06d}" if self.pk else ""

    @property
    def last_day(self) -> datetime.date | None:
        """The day it ended."""
        return self.ended or self.started

    @property
    def is_public(self) -> bool:
        """True when the world may read it now."""
        return (
            self.review_state == ReviewState.APPROVED
            and self.hidden_at is None
            and self.status == ExchangeStatus.HELD
            and self.publish_from is not None
            and self.publish_from <= timezone.localdate()
            and self.owner.shown
            and self.twinning.is_public
        )


class AgendaRow(models.Model):
    """A line of the agenda of an exchange; an office or a topic, never a person."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="agenda")
    day = models.DateField(_("day"), null=True, blank=True)
    hour = models.CharField(_("hour"), max_length=20, blank=True)
    text = models.CharField(_("what"), max_length=300)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    text_es: str | None
    text_en: str | None

    class Meta:
        verbose_name = _("line of an agenda")
        verbose_name_plural = _("lines of an agenda")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.text


class PlaceSeen(models.Model):
    """An institution or a programme that was visited in an exchange."""

    exchange = models.ForeignKey(Exchange, models.CASCADE, related_name="places_seen")
    name = models.CharField(_("what was visited"), max_length=200)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    name_es: str | None
    name_en: str | None

    class Meta:
        verbose_name = _("place visited")
        verbose_name_plural = _("places visited")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name
