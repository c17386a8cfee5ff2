"""The prevention activity log: what was done, where, for whom and with what result."""

import datetime
import uuid
import zoneinfo

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.addresses import activity_address
from network.choices import (
    NOT_DONE,
    TIME_ZONES,
    ActivityStatus,
    Approach,
    CountingMethod,
    Country,
    Currency,
    DatePrecision,
    FundingSource,
    InspireStrategy,
    PreventionLevel,
    RegionalAxis,
    ReviewState,
    ViolenceType,
)
from network.models.dated import Sourced
from network.models.lists import ActivityKind, PopulationGroup, Setting, Theme
from network.models.organisations import Organisation
from network.models.places import Place
from network.models.review import Reviewed
from network.models.trash import Discardable
from network.models.written import Written
from network.queries import ActivityQuerySet


class Activity(Sourced, Reviewed, Written, Discardable):
    """Something a municipality or an association did to prevent violence."""

    client_uuid = models.UUIDField(
        _("form identifier"), unique=True, default=uuid.uuid4, editable=False
    )
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="activities",
        verbose_name=_("organisation"),
    )
    country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, blank=True
    )
    kind = models.ForeignKey(
        ActivityKind,
        models.PROTECT,
        related_name="activities",
        null=True,
        blank=True,
        verbose_name=_("kind"),
    )
    other_kind = models.CharField(_("other kind"), max_length=80, blank=True)
    title = models.CharField(_("name of the activity"), max_length=160, blank=True)
    status = models.PositiveSmallIntegerField(
        _("status"), choices=ActivityStatus.choices, default=ActivityStatus.CLOSED
    )
    started = models.DateField(_("date"), null=True, blank=True)
    ended = models.DateField(_("last day"), null=True, blank=True)
    date_precision = models.CharField(
        _("date known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    date_uncertain = models.BooleanField(_("the date is uncertain"), default=False)
    sessions = models.PositiveSmallIntegerField(
        _("number of sessions"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
    )
    place_name = models.CharField(
        _("neighbourhood or community"), max_length=120, blank=True
    )
    venue = models.ForeignKey(
        Place,
        models.PROTECT,
        related_name="hosted_activities",
        null=True,
        blank=True,
        verbose_name=_("done in another place"),
    )
    places = models.ManyToManyField(
        Place,
        related_name="activities",
        blank=True,
        verbose_name=_("municipalities that took part"),
    )
    prevention_level = models.CharField(
        _("level of prevention"),
        max_length=10,
        choices=PreventionLevel.choices,
        blank=True,
    )
    approach = models.CharField(
        _("approach"), max_length=20, choices=Approach.choices, blank=True
    )
    regional_axis = models.CharField(
        _("regional axis"), max_length=2, choices=RegionalAxis.choices, blank=True
    )
    inspire_strategies = models.JSONField(
        _("INSPIRE strategies"), default=list, blank=True
    )
    violence_types = models.JSONField(_("type of violence"), default=list, blank=True)
    themes = models.ManyToManyField(
        Theme, related_name="activities", blank=True, verbose_name=_("themes")
    )
    groups = models.ManyToManyField(
        PopulationGroup,
        related_name="activities",
        blank=True,
        verbose_name=_("population groups"),
    )
    setting = models.ForeignKey(
        Setting,
        models.PROTECT,
        related_name="activities",
        null=True,
        blank=True,
        verbose_name=_("where it was done"),
    )
    counting_method = models.CharField(
        _("how people were counted"),
        max_length=10,
        choices=CountingMethod.choices,
        blank=True,
    )
    what_happened = models.TextField(_("what was done and what happened"), blank=True)
    result = models.TextField(_("results"), blank=True)
    difficulty = models.TextField(_("difficulties"), blank=True)
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
    funding_source = models.CharField(
        _("who paid"), max_length=12, choices=FundingSource.choices, blank=True
    )
    links = models.TextField(
        _("links"), blank=True, help_text=_("One address per line.")
    )
    is_sensitive = models.BooleanField(_("sensitive"), default=False, editable=False)

    content_key = models.SlugField(
        _("content key"),
        max_length=80,
        unique=True,
        null=True,
        blank=True,
        editable=False,
    )

    # Columns that modeltranslation adds.
    title_es: str | None
    title_en: str | None
    what_happened_es: str | None
    what_happened_en: str | None
    result_es: str | None
    result_en: str | None
    difficulty_es: str | None
    difficulty_en: str | None

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ("-started", "-pk")
        indexes = (
            models.Index(fields=("owner", "review_state", "-started", "-id")),
            models.Index(fields=("review_state", "publish_from", "-started", "-id")),
            models.Index(fields=("country", "review_state", "-started", "-id")),
            models.Index(fields=("reviewed_at",), name="activity_reviewed"),
            # What the lists of staff and secretariat are narrowed by, newest first.
            models.Index(fields=("owner", "id"), name="activity_of_owner"),
            models.Index(
                fields=("owner", "review_state", "id"), name="activity_owner_state"
            ),
            models.Index(fields=("owner", "kind", "id"), name="activity_owner_kind"),
            models.Index(fields=("review_state", "id"), name="activity_in_state"),
            models.Index(
                fields=("review_state", "submitted_at"), name="activity_waiting"
            ),
            models.Index(fields=("country", "id"), name="activity_in_country"),
            models.Index(fields=("kind", "id"), name="activity_of_kind"),
            models.Index(fields=("started", "id"), name="activity_by_day"),
            models.Index(fields=("submitted_at", "id"), name="activity_by_sending"),
            models.Index(
                fields=("id",),
                condition=Q(hidden_at__isnull=False),
                name="activity_hidden",
            ),
            *Discardable.Meta.indexes,
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(ended__gte=F("started")),
                name="activity_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                condition=Q(review_state__in=(ReviewState.DRAFT, ReviewState.RETURNED))
                | Q(started__isnull=False, kind__isnull=False),
                name="activity_sent_has_kind_and_date",
                violation_error_message=_("Say what was done and when."),
            ),
            models.CheckConstraint(
                condition=~Q(review_state=ReviewState.APPROVED)
                | Q(reviewed_at__isnull=False, publish_from__isnull=False),
                name="activity_approved_has_review",
            ),
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0),
                name="activity_cost_not_negative",
                violation_error_message=_("Write the cost without a minus sign."),
            ),
            *Discardable.Meta.constraints,
        )

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"

    @property
    def violence_type_names(self) -> list[str]:
        """The chosen types of violence, in words."""
        names = dict(ViolenceType.choices)
        return [str(names[code]) for code in self.violence_types if code in names]

    @property
    def inspire_names(self) -> list[str]:
        """The chosen INSPIRE strategies, in words."""
        names = dict(InspireStrategy.choices)
        return [str(names[code]) for code in self.inspire_strategies if code in names]

    def get_absolute_url(self) -> str:
        """Its public page, in the active language."""
        return activity_address(self.pk)

    @property
    def number(self) -> str:
        """The number people quote on the phone."""
        return f"{self.pk:06d}" if self.pk else ""

    @property
    def last_day(self) -> datetime.date | None:
        """The day it ended."""
        return self.ended or self.started

    @property
    def local_today(self) -> datetime.date:
        """Today's date where the activity's organisation is."""
        zone = TIME_ZONES.get(Country(self.country)) if self.country else None
        name = zone or settings.TIME_ZONE
        return timezone.now().astimezone(zoneinfo.ZoneInfo(name)).date()

    @property
    def is_public(self) -> bool:
        """True when the world may read it now."""
        return (
            self.review_state == ReviewState.APPROVED
            and self.hidden_at is None
            and self.publish_from is not None
            and self.publish_from <= timezone.localdate()
            and self.status not in NOT_DONE
            and self.owner.shown
        )

    @property
    def public_place_name(self) -> str:
        """The place the public may see: never finer than the municipality if sensitive."""
        return "" if self.is_sensitive else self.place_name
