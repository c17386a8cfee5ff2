"""Who is twinned with whom: places, their organisations, and who ratified."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.choices import Country, DatePrecision, PlaceLevelKind
from network.models import Organisation, Place
from twinnings.choices import Ratification
from twinnings.models.storage import FOLDER, twinning_storage
from twinnings.models.twinnings import Twinning
from twinnings.queries import PartyQuerySet

MOST_UNNAMED = 50


class Party(models.Model):
    """A local government, or a body of its own, that takes part in a twinning.

    It is a place, with its organisation where one is known; or an organisation without
    a territory; or so many local governments of a country that no source names.
    """

    twinning = models.ForeignKey(Twinning, models.CASCADE, related_name="parties")
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        related_name="twinning_parties",
        null=True,
        blank=True,
        verbose_name=_("territory"),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="twinning_parties",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    unnamed = models.PositiveSmallIntegerField(
        _("how many that no source names"),
        default=0,
        validators=[MaxValueValidator(MOST_UNNAMED)],
    )
    uncertain = models.BooleanField(
        _("whether it took part is uncertain"), default=False
    )
    # What it was then, where its territory does not say.
    level = models.CharField(
        _("level"), max_length=20, choices=PlaceLevelKind.choices, blank=True
    )
    body = models.CharField(
        _("police or department that takes part"), max_length=160, blank=True
    )
    signing_office = models.CharField(
        _("office that signs"),
        max_length=160,
        blank=True,
        help_text=_("The office, never the person."),
    )
    contact_office = models.CharField(
        _("office that answers letters"), max_length=160, blank=True
    )
    # Of the office; where follow-ups of the counterpart are asked. Never public.
    contact_email = models.EmailField(_("e-mail of that office"), blank=True)
    contact_language = models.CharField(
        _("language of that office"),
        max_length=2,
        choices=[("es", "Español"), ("en", "English")],
        default="en",
    )
    ratification = models.CharField(
        _("ratified by its governing body"),
        max_length=10,
        choices=Ratification.choices,
        default=Ratification.UNKNOWN,
    )
    ratified_on = models.DateField(_("ratified on"), null=True, blank=True)
    ratified_precision = models.CharField(
        _("ratification known to the"),
        max_length=5,
        choices=DatePrecision.choices,
        default=DatePrecision.DAY,
    )
    ratified_uncertain = models.BooleanField(
        _("the day of the ratification is uncertain"), default=False
    )
    ratified_act = models.CharField(
        _("act, with its number"), max_length=160, blank=True
    )
    ratified_file = models.FileField(
        _("file of the act"), storage=twinning_storage, upload_to=FOLDER, blank=True
    )
    ratified_type = models.CharField(max_length=100, blank=True, editable=False)
    # Read by whoever reviews.
    act_public = models.BooleanField(default=False, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    body_es: str | None
    body_en: str | None
    signing_office_es: str | None
    signing_office_en: str | None

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("party of a twinning")
        verbose_name_plural = _("parties of a twinning")
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(unnamed=0)
                & (Q(place__isnull=False) | Q(organisation__isnull=False))
                | Q(unnamed__gt=0, place__isnull=True, organisation__isnull=True),
                name="party_is_somebody",
                violation_error_message=_(
                    "Choose the territory or the organisation, or say how many are not "
                    "named."
                ),
            ),
            models.UniqueConstraint(
                fields=("twinning", "place"),
                name="place_once_in_a_twinning",
                violation_error_message=_("A municipality is not twinned with itself."),
            ),
            models.UniqueConstraint(
                fields=("twinning", "organisation"),
                name="organisation_once_in_a_twinning",
                violation_error_message=_("A municipality is not twinned with itself."),
            ),
            models.CheckConstraint(
                condition=Q(ratification=Ratification.RATIFIED)
                | Q(ratified_on__isnull=True, ratified_act="", ratified_file=""),
                name="only_what_was_ratified_has_an_act",
                violation_error_message=_("Say that it was ratified."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Its place, or its organisation, or how many that are not named."""
        if self.place is not None:
            return str(self.place)
        if self.organisation is not None:
            return str(self.organisation)
        told = {"count": self.unnamed, "country": self.get_country_display()}
        return (
            ngettext(
                "%(count)d local government of %(country)s whose name is not known",
                "%(count)d local governments of %(country)s whose names are not known",
                self.unnamed,
            )
            % told
        )

    @property
    def level_name(self) -> str:
        """What it is: municipality, district, city, county…"""
        if self.level:
            return self.get_level_display()
        level = self.place.level if self.place is not None else None
        return str(level) if level is not None else ""

    @property
    def state(self) -> Place | None:
        """The state, department or province it belongs to."""
        return self.place.parent if self.place is not None else None

    @property
    def identity(self) -> str:
        """By what it is known to be the same in another twinning; empty if unnamed."""
        if self.place_id is not None:
            return f"p{self.place_id}"
        return f"o{self.organisation_id}" if self.organisation_id is not None else ""
