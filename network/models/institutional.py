"""The network's institutional memory: offices, plans, terms, agreements, milestones."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.choices import AnswerKnown, DatePrecision
from network.dates import since_when
from network.memory_queries import AssemblyQuerySet, HappeningQuerySet
from network.models.dated import Dated, Sourced
from network.models.organisations import Organisation
from network.queries import DatedQuerySet


class Happening(Sourced):
    """Something that `started` on a date known as exactly as its source allows."""

    ended = models.DateField(_("end"), null=True, blank=True)
    date_precision = models.CharField(
        _("date known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    date_uncertain = models.BooleanField(_("the date is uncertain"), default=False)

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=Q(ended__isnull=True) | Q(ended__gte=F("started")),
                name="%(class)s_ends_after_it_starts",
                violation_error_message=_("The end cannot be before the start."),
            ),
        )


class Office(Dated):
    """An office or focal point of an organisation: the post, rather than the person."""

    organisation = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="offices",
        verbose_name=_("organisation"),
    )
    title = models.CharField(_("office"), max_length=160)
    is_focal_point = models.BooleanField(_("focal point of the network"), default=False)
    email = models.EmailField(_("office e-mail"), blank=True)
    phone = models.CharField(_("office phone"), max_length=60, blank=True)
    public = models.BooleanField(_("shown to the public"), default=False)
    source = models.CharField(_("source"), max_length=400, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("office or focal point")
        verbose_name_plural = _("offices and focal points")
        ordering = ("organisation", "pk")

    def __str__(self) -> str:
        return self.title


class StrategicPlan(Sourced):
    """An association's strategic plan and whether prevention stands in it."""

    association = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="strategic_plans",
        verbose_name=_("association"),
    )
    title = models.CharField(_("plan"), max_length=200)
    from_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True)
    includes_prevention = models.CharField(
        _("includes prevention of violence"),
        max_length=7,
        choices=AnswerKnown.choices,
        default=AnswerKnown.UNKNOWN,
    )

    class Meta:
        verbose_name = _("strategic plan")
        verbose_name_plural = _("strategic plans")
        ordering = ("association", "-from_year")
        constraints = (
            models.CheckConstraint(
                condition=Q(from_year__isnull=True)
                | Q(to_year__isnull=True)
                | Q(to_year__gte=F("from_year")),
                name="plan_ends_after_it_begins",
                violation_error_message=_("The end cannot be before the start."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class SecretariatTerm(Dated, Sourced):
    """Who kept the technical secretariat of the network, and when."""

    holder = models.CharField(_("technical secretariat"), max_length=200)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="secretariat_terms",
        verbose_name=_("organisation"),
    )
    note = models.TextField(_("note"), blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("term of the technical secretariat")
        verbose_name_plural = _("terms of the technical secretariat")
        ordering = ("valid_from", "pk")

    def __str__(self) -> str:
        return self.holder


class Agreement(Happening):
    """An agreement of the network or of an association with another body."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    started = models.DateField(_("date"), null=True, blank=True)
    parties = models.ManyToManyField(
        Organisation, related_name="agreements", verbose_name=_("parties"), blank=True
    )

    objects = HappeningQuerySet.as_manager()

    class Meta(Happening.Meta):
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ("-started", "pk")

    def __str__(self) -> str:
        return self.title


class Assembly(Happening):
    """A national assembly of mayors, and which tools and experiences were shown there."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    association = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="assemblies",
        verbose_name=_("association"),
    )
    title = models.CharField(_("title"), max_length=200)
    started = models.DateField(_("start"))
    place_name = models.CharField(_("place"), max_length=160, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    shown_there = models.TextField(_("tools and experiences shown there"), blank=True)

    objects = AssemblyQuerySet.as_manager()

    class Meta(Happening.Meta):
        verbose_name = _("national assembly of mayors")
        verbose_name_plural = _("national assemblies of mayors")
        ordering = ("-started", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """True once the last day on which it may have been has passed."""
        last = self.ended or self.started
        return last < since_when(timezone.localdate(), self.date_precision)


class Milestone(Happening):
    """A dated event in the history of the programme and of the network."""

    key = models.SlugField(_("key"), max_length=80, unique=True)
    started = models.DateField(_("start"))
    title = models.CharField(_("event"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)

    objects = HappeningQuerySet.as_manager()

    class Meta(Happening.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ("started", "pk")

    def __str__(self) -> str:
        return self.title
