"""The prevention body of a municipality: seats by institution and office, never names."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import DatePrecision, Sex
from network.models import Organisation
from toolkit.choices import Seat, Sector
from toolkit.models.keyed import somebody
from toolkit.models.policies import MunicipalPolicy
from toolkit.queries import BodyQuerySet, MemberQuerySet


class PreventionBody(models.Model):
    """The body in which a municipality coordinates prevention."""

    organisation = models.OneToOneField(
        Organisation,
        models.PROTECT,
        related_name="prevention_body",
        verbose_name=_("municipality"),
    )
    name = models.CharField(_("name"), max_length=160)
    act = models.CharField(
        _("founding act"),
        max_length=200,
        blank=True,
        help_text=_("Its number and where it is kept."),
    )
    founded = models.DateField(_("founded on"), null=True, blank=True)
    date_precision = models.CharField(
        _("date known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    regulation = models.CharField(
        _("internal regulation"),
        max_length=200,
        blank=True,
        help_text=_("The act that approved it and where it is kept."),
    )
    regulation_on = models.DateField(_("regulation approved on"), null=True, blank=True)
    plan = models.ForeignKey(
        MunicipalPolicy,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("plan or policy"),
    )
    quorum = models.PositiveSmallIntegerField(
        _("seats that make a quorum"), null=True, blank=True
    )
    # Only where the municipality agrees does the world see how far it has come.
    shares_progress = models.BooleanField(
        _("its progress is public"), default=False, editable=False
    )
    shared_at = models.DateTimeField(null=True, blank=True, editable=False)
    shared_by = somebody(_("decided by"))
    updated_by = somebody(_("last saved by"))
    updated_at = models.DateTimeField(_("last changed on"), auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("prevention body")
        verbose_name_plural = _("prevention bodies")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(quorum__isnull=True) | Q(quorum__gte=1),
                name="a_quorum_is_at_least_one_seat",
            ),
            models.CheckConstraint(
                condition=Q(shares_progress=False) | Q(shared_at__isnull=False),
                name="shared_progress_has_its_day",
            ),
        )

    def __str__(self) -> str:
        return self.name


class SubCommission(models.Model):
    """A working group of the body, and the office that coordinates it."""

    body = models.ForeignKey(PreventionBody, models.CASCADE, related_name="commissions")
    name = models.CharField(_("sub-commission"), max_length=120)
    task = models.CharField(_("what it does"), max_length=300, blank=True)
    coordinator = models.CharField(
        _("coordinated by"),
        max_length=160,
        blank=True,
        help_text=_("The institution and office, never a person."),
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("sub-commission")
        verbose_name_plural = _("sub-commissions")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class BodyMember(models.Model):
    """A seat of the body: its institution, its office, and the sex of whoever sits there."""

    body = models.ForeignKey(PreventionBody, models.CASCADE, related_name="members")
    sector = models.CharField(_("sector"), max_length=10, choices=Sector.choices)
    institution = models.CharField(_("institution or organisation"), max_length=160)
    office = models.CharField(
        pgettext_lazy("seat of a body", "office"),
        max_length=160,
        help_text=_("The office, never a person's name."),
    )
    seat = models.CharField(
        _("seat"), max_length=10, choices=Seat.choices, default=Seat.HOLDER
    )
    sex = models.CharField(
        _("sex"), max_length=7, choices=Sex.choices, default=Sex.UNKNOWN
    )
    commissions = models.ManyToManyField(
        SubCommission,
        related_name="members",
        blank=True,
        verbose_name=_("sub-commissions"),
    )
    joined_on = models.DateField(_("since"), null=True, blank=True)
    left_on = models.DateField(_("until"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat of a body")
        verbose_name_plural = _("seats of a body")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
                name="member_leaves_after_joining",
                violation_error_message=_("The end cannot be before the start."),
            ),
            models.CheckConstraint(
                condition=~Q(institution="") & ~Q(office=""),
                name="seat_has_institution_and_office",
                violation_error_message=_("Write the institution and the office."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.institution}, {self.office}"

    def sits_on(self, day: datetime.date) -> bool:
        """True when the seat was held that day, as far as is known."""
        begun = self.joined_on is None or self.joined_on <= day
        return begun and (self.left_on is None or self.left_on >= day)

    @property
    def sits(self) -> bool:
        """True while nobody said that it left."""
        return self.sits_on(timezone.localdate())
