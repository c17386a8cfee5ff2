"""Measures: what is done, by whom, until when, with what money, and how it goes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import (
    DONE_STATUSES,
    LIVE_STATUSES,
    FundingSource,
    Horizon,
    MeasureStatus,
    MeasureType,
    Purpose,
    Visibility,
)
from municipio_seguro.models.base import (
    FOLDER,
    Hidden,
    Kept,
    SentOnce,
    private_storage,
    somebody,
)
from municipio_seguro.models.risks import Risk
from municipio_seguro.queries import EntryQuerySet, MeasureQuerySet
from network.choices import Currency
from network.models import Activity, Organisation

STATUS = MeasureStatus
NEEDS_REASON = (STATUS.SUSPENDED, STATUS.CANCELLED)


class Measure(Kept, Hidden, SentOnce):
    """One thing that lowers a risk or lifts an indicator."""

    municipality = models.ForeignKey(
        Organisation, models.PROTECT, related_name="measures"
    )
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    type = models.CharField(_("type"), max_length=12, choices=MeasureType.choices)
    risks = models.ManyToManyField(
        Risk, related_name="measures", blank=True, verbose_name=_("risks")
    )
    approved_on = models.DateField(_("approved on"))
    due_on = models.DateField(_("due on"))
    # Derived from the two dates; never typed.
    horizon = models.CharField(
        _("horizon"), max_length=6, choices=Horizon.choices, editable=False
    )
    responsible = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="responsible_for",
        verbose_name=_("institution that answers for it"),
    )
    responsible_office = models.CharField(
        _("office that answers for it"),
        max_length=160,
        help_text=_("The office, never the person."),
    )
    partners = models.ManyToManyField(
        Organisation,
        related_name="measures_helped",
        blank=True,
        verbose_name=_("partners"),
    )
    budget_amount = models.DecimalField(
        _("amount"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(
        _("currency"), max_length=3, choices=Currency.choices, blank=True
    )
    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
    )
    status = models.CharField(
        _("status"), max_length=10, choices=STATUS.choices, default=STATUS.PROPOSED
    )
    status_reason = models.TextField(_("reason"), blank=True)
    progress = models.PositiveSmallIntegerField(_("progress, in percent"), default=0)
    # Who says that it is done, and who confirms it, are two people.
    finished_by = somebody(_("finished by"))
    verified_by = somebody(_("verified by"))
    verified_at = models.DateTimeField(_("verified on"), null=True, blank=True)
    visibility = models.CharField(
        _("who may read it"),
        max_length=12,
        choices=Visibility.choices,
        default=Visibility.MUNICIPALITY,
    )
    # What was done for it, as the log tells it.
    activities = models.ManyToManyField(
        Activity, related_name="+", blank=True, verbose_name=_("activities")
    )

    title_es: str | None
    title_en: str | None
    description_es: str | None
    description_en: str | None

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ("municipality", "number")
        indexes = (
            models.Index(fields=("municipality", "due_on"), name="measure_due"),
            models.Index(fields=("status", "due_on"), name="measure_with_status"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "number"), name="one_measure_a_number"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("approved_on")),
                name="measure_ends_after_its_approval",
            ),
            models.CheckConstraint(
                condition=Q(budget_amount__isnull=True)
                | (Q(budget_amount__gte=0) & ~Q(currency="")),
                name="measure_amount_has_its_currency",
            ),
            models.CheckConstraint(
                condition=Q(progress__lt=100)
                | (Q(progress=100) & Q(status__in=(*DONE_STATUSES, *NEEDS_REASON))),
                name="only_finished_measures_are_whole",
            ),
            models.CheckConstraint(
                condition=~Q(status=STATUS.VERIFIED) | Q(verified_at__isnull=False),
                name="verified_measure_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True)
                | Q(finished_by__isnull=True)
                | ~Q(verified_by=F("finished_by")),
                name="a_second_person_verifies",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=NEEDS_REASON) | ~Q(status_reason=""),
                name="measure_set_aside_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def owner(self) -> Organisation:
        """Whose it is, as the audit trail asks."""
        return self.municipality

    @property
    def is_public(self) -> bool:
        """True when the world may read it."""
        return self.visibility == Visibility.PUBLIC and self.hidden_at is None

    @property
    def is_live(self) -> bool:
        """True while something is left to do."""
        return self.status in LIVE_STATUSES

    @property
    def is_overdue(self) -> bool:
        """True when its day has passed and it is not finished."""
        return self.is_live and self.due_on < timezone.localdate()


class MeasureIndicator(models.Model):
    """An indicator that a measure lifts, and to which level."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="indicators")
    code = models.CharField(_("indicator"), max_length=8)
    level = models.PositiveSmallIntegerField(_("level to reach"))

    class Meta:
        verbose_name = _("indicator of a measure")
        verbose_name_plural = _("indicators of a measure")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("measure", "code"), name="one_indicator_a_measure"
            ),
            models.CheckConstraint(
                condition=Q(level__range=(1, 3)), name="a_measure_lifts"
            ),
        )

    def __str__(self) -> str:
        return self.code


class FundingShare(models.Model):
    """One source of a measure's money; what is not funded is a source too."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="funding")
    source = models.CharField(_("source"), max_length=20, choices=FundingSource.choices)
    share = models.DecimalField(_("share, in percent"), max_digits=5, decimal_places=2)
    purpose = models.CharField(
        _("used for"), max_length=12, choices=Purpose.choices, blank=True
    )

    class Meta:
        verbose_name = _("source of funding")
        verbose_name_plural = _("sources of funding")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("measure", "source", "purpose"), name="one_share_a_source"
            ),
            models.CheckConstraint(
                condition=Q(share__gt=0, share__lte=100), name="a_share_is_a_percentage"
            ),
            models.CheckConstraint(
                condition=(Q(source=FundingSource.EMERGENCY_FUND) & ~Q(purpose=""))
                | (~Q(source=FundingSource.EMERGENCY_FUND) & Q(purpose="")),
                name="the_emergency_fund_says_what_for",
            ),
        )

    def __str__(self) -> str:
        return self.get_source_display()


class Milestone(models.Model):
    """A step of a measure; with any, progress is how many were reached."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="milestones")
    text = models.CharField(_("step"), max_length=200)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    text_es: str | None
    text_en: str | None

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return self.text


class MeasureEntry(models.Model):
    """How a measure went: only ever added to."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="entries")
    # Told twice over a bad line it is kept once: the measure is held meanwhile. Not
    # unique, for that would rebuild a table that the database itself keeps for ever.
    client_uuid = models.UUIDField(
        _("form identifier"), null=True, blank=True, editable=False
    )
    on = models.DateField(_("date"), default=timezone.localdate)
    office = models.CharField(_("office that tells"), max_length=160)
    text = models.TextField(_("what was done"), blank=True)
    from_status = models.CharField(max_length=10, choices=STATUS.choices, blank=True)
    to_status = models.CharField(max_length=10, choices=STATUS.choices, blank=True)
    progress = models.PositiveSmallIntegerField(_("progress, in percent"))
    spent = models.DecimalField(
        _("spent"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    strength = models.PositiveSmallIntegerField(_("strength"), default=0)
    file = models.FileField(
        _("file"), storage=private_storage, upload_to=FOLDER, blank=True
    )
    content_type = models.CharField(max_length=100, blank=True, editable=False)
    address = models.URLField(_("address"), max_length=500, blank=True)
    public = models.BooleanField(_("public"), default=False)
    by = somebody(_("by"))
    at = models.DateTimeField(_("noted on"), default=timezone.now)

    text_es: str | None
    text_en: str | None

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up of a measure")
        verbose_name_plural = _("follow-up of measures")
        ordering = ("on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(progress__lte=100, strength__lte=3),
                name="an_entry_can_be",
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure} ({self.on:%Y-%m-%d})"
