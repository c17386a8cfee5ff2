"""Organisations: municipalities, associations, partners and the network itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.choices import (
    AssociationLevel,
    Country,
    MembershipStatus,
    NetworkRole,
    OrganisationKind,
    PartnerKind,
)
from network.models.dated import Dated, Sourced
from network.models.places import Place
from network.queries import DatedQuerySet, OrganisationQuerySet


class Organisation(Sourced):
    """Whoever acts in the network: a town hall, an association, a partner, the network."""

    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind.choices)
    key = models.SlugField(_("key"), max_length=80, unique=True)
    slug = models.SlugField(
        _("address name"),
        max_length=80,
        unique=True,
        help_text=_("Permanent part of the public address."),
    )
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, blank=True
    )
    place = models.OneToOneField(
        Place,
        models.PROTECT,
        related_name="organisation",
        null=True,
        blank=True,
        verbose_name=_("territory"),
        help_text=_("The territory a municipality governs."),
    )
    level = models.CharField(
        _("reach"), max_length=12, choices=AssociationLevel.choices, blank=True
    )
    partner_kind = models.CharField(
        _("kind of institution"), max_length=15, choices=PartnerKind.choices, blank=True
    )
    founded = models.CharField(
        _("founded"),
        max_length=60,
        blank=True,
        help_text=_("Year or date, as the source gives it."),
    )
    members_note = models.CharField(_("who belongs"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("general e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    publication_delay_days = models.PositiveSmallIntegerField(
        _("days before an activity is public"),
        default=7,
        help_text=_("Counted from the day the activity ended; at least 1."),
    )
    shown = models.BooleanField(_("shown to the public"), default=True)

    # Columns that modeltranslation adds.
    name_es: str | None
    name_en: str | None

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("key",)
        indexes = (models.Index(fields=("kind", "country")),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(kind=OrganisationKind.MUNICIPALITY)
                | Q(place__isnull=False),
                name="municipality_has_territory",
                violation_error_message=_("Choose the municipality's territory."),
            ),
            models.CheckConstraint(
                condition=Q(publication_delay_days__gte=1),
                name="publication_waits_a_day",
                violation_error_message=_("Write at least 1 day."),
            ),
        )

    def __str__(self) -> str:
        return self.acronym or self.name or self.key

    @property
    def is_municipality(self) -> bool:
        """True for a town hall."""
        return self.kind == OrganisationKind.MUNICIPALITY

    @property
    def is_association(self) -> bool:
        """True for an association of municipalities."""
        return self.kind == OrganisationKind.ASSOCIATION


class Association(Organisation):
    """An association of municipalities, as the secretariat administers it."""

    class Meta:
        proxy = True
        verbose_name = _("association")
        verbose_name_plural = _("associations")


class Municipality(Organisation):
    """A town hall, as the secretariat administers it."""

    class Meta:
        proxy = True
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")


class Partner(Organisation):
    """A partner institution, as the secretariat administers it."""

    class Meta:
        proxy = True
        verbose_name = _("partner institution")
        verbose_name_plural = _("partner institutions")


class NetworkMembership(Dated, Sourced):
    """What an association was in the network, from one day to another."""

    association = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("association"),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=MembershipStatus.choices
    )
    role = models.CharField(
        _("role in the network"),
        max_length=12,
        choices=NetworkRole.choices,
        default=NetworkRole.MEMBER,
    )
    note = models.CharField(_("note"), max_length=400, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("network membership")
        verbose_name_plural = _("network memberships")
        ordering = ("valid_from", "pk")

    def __str__(self) -> str:
        return f"{self.association}: {self.get_status_display()}"


class Affiliation(Dated):
    """A municipality's belonging to an association; one of them reviews its work."""

    municipality = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="affiliations",
        verbose_name=_("municipality"),
    )
    association = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="affiliated",
        verbose_name=_("association"),
    )
    reviews = models.BooleanField(
        _("reviews its activities"),
        default=False,
        help_text=_("Exactly one association reviews each municipality."),
    )
    source = models.CharField(_("source"), max_length=400, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ("association", "municipality")
        constraints = (
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=("municipality",),
                condition=Q(reviews=True, valid_to__isnull=True),
                name="one_reviewing_association",
                violation_error_message=_(
                    "Another association already reviews this municipality."
                ),
            ),
            models.UniqueConstraint(
                fields=("municipality", "association"),
                condition=Q(valid_to__isnull=True),
                name="one_open_affiliation",
                violation_error_message=_(
                    "This municipality already belongs to the association."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality} – {self.association}"
