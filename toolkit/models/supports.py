"""What norms are for: the body of each country, and the steps that each supports."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.sourced import Sourced
from network.choices import Country
from toolkit.models.guide import Step
from toolkit.models.keyed import lines_of
from toolkit.models.norms import Instrument
from toolkit.queries import StepNormQuerySet


class CountryBody(Sourced):
    """What the municipal body is called in a country, who sits on it, what is missing."""

    country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, unique=True
    )
    name = models.CharField(
        _("name in that country"),
        max_length=160,
        help_text=_("As it is said there; it is not translated."),
    )
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    basis = models.ForeignKey(
        Instrument,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("norm that creates it"),
    )
    members = models.TextField(_("who sits on it"), help_text=_("One per line."))
    missing = models.TextField(_("what is missing"), blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("body in a country")
        verbose_name_plural = _("bodies in the countries")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.name} ({self.acronym})" if self.acronym else self.name

    @property
    def member_lines(self) -> list[str]:
        """Who sits on it, one by one."""
        return lines_of(self.members)


class StepNorm(models.Model):
    """The norm that supports a step in a country, or that none was seen («falta»)."""

    step = models.ForeignKey(
        Step, models.CASCADE, related_name="norms", verbose_name=_("step")
    )
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    instrument = models.ForeignKey(
        Instrument,
        models.PROTECT,
        related_name="step_norms",
        null=True,
        blank=True,
        verbose_name=_("norm"),
        help_text=_("Empty: no norm was seen."),
    )
    articles = models.CharField(_("articles"), max_length=80, blank=True)
    note = models.TextField(_("what it supports, or what is missing"))

    objects = StepNormQuerySet.as_manager()

    class Meta:
        verbose_name = _("norm of a step")
        verbose_name_plural = _("norms of the steps")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("step", "country", "instrument"), name="one_norm_of_a_step"
            ),
            models.UniqueConstraint(
                fields=("step", "country"),
                condition=Q(instrument__isnull=True),
                name="one_absence_of_a_step",
            ),
            models.CheckConstraint(
                condition=Q(instrument__isnull=False) | Q(articles=""),
                name="an_absence_has_no_articles",
            ),
        )

    def __str__(self) -> str:
        return f"{self.step_id} {self.country}"

    @property
    def is_missing(self) -> bool:
        """True where no norm was seen."""
        return self.instrument_id is None
