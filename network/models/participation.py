"""Who took part in an activity, and with whom it was done."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.choices import (
    COMMUNITY_PARTNERS,
    MOST_PEOPLE,
    SMALL_NUMBER,
    AgeBand,
    PartnerKind,
    Sex,
)
from network.models.activities import Activity
from network.models.organisations import Organisation


class ActivityCount(models.Model):
    """How many people of one sex and age band took part; no row means not recorded."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="counts")
    sex = models.CharField(_("sex"), max_length=7, choices=Sex.choices)
    age_band = models.CharField(
        _("age"), max_length=7, choices=AgeBand.choices, default=AgeBand.UNKNOWN
    )
    people = models.PositiveIntegerField(_("people"))
    hidden = models.BooleanField(
        _("published as «fewer than 5»"), default=False, editable=False
    )

    class Meta:
        verbose_name = _("participants")
        verbose_name_plural = _("participants")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("activity", "sex", "age_band"), name="one_count_per_cell"
            ),
            models.CheckConstraint(
                condition=Q(people__lte=MOST_PEOPLE), name="count_is_plausible"
            ),
            models.CheckConstraint(
                condition=Q(hidden=False) | Q(people__lt=SMALL_NUMBER),
                name="only_small_counts_hidden",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_sex_display()}: {self.people}"


class ActivityPartner(models.Model):
    """An institution or group with which an activity was done."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="partners")
    kind = models.CharField(_("kind"), max_length=15, choices=PartnerKind.choices)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    name = models.CharField(_("name"), max_length=160, blank=True)
    contribution = models.CharField(_("what they did"), max_length=200, blank=True)
    agreed_to_be_named = models.BooleanField(
        _("agreed to be named in public"), default=False
    )

    class Meta:
        verbose_name = _("partner of an activity")
        verbose_name_plural = _("partners of an activity")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name or self.get_kind_display()

    @property
    def public_name(self) -> str:
        """The name; of a community group only if they agreed, otherwise its kind."""
        of_community = self.kind in COMMUNITY_PARTNERS
        if self.name and (self.agreed_to_be_named or not of_community):
            return self.name
        return str(self.get_kind_display())
