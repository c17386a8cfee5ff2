"""Instruments that transfer a risk away from the town hall, with their end."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from municipio_seguro.choices import TransferType
from municipio_seguro.models.base import Kept, SentOnce
from municipio_seguro.models.risks import Risk
from municipio_seguro.queries import TransferQuerySet
from network.choices import Currency
from network.models import Organisation


def _money(label: Any) -> models.DecimalField:
    return models.DecimalField(
        label, max_digits=16, decimal_places=2, null=True, blank=True
    )


class RiskTransfer(Kept, SentOnce):
    """A policy, a pooled fund, a credit: what it covers and until when."""

    municipality = models.ForeignKey(
        Organisation, models.PROTECT, related_name="risk_transfers"
    )
    type = models.CharField(_("type"), max_length=10, choices=TransferType.choices)
    provider = models.CharField(_("provider"), max_length=200)
    covers = models.TextField(_("what it covers"))
    risks = models.ManyToManyField(
        Risk, related_name="transfers", blank=True, verbose_name=_("risks")
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices)
    insured_value = _money(_("insured value"))
    assets_value = _money(_("value of the critical assets"))
    trigger = models.CharField(_("deductible or trigger"), max_length=300, blank=True)
    premium = _money(_("premium"))
    paid_out = _money(_("paid out so far"))
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("in force until"))
    # Reserved: never public, never outside the municipality.
    policy_number = models.CharField(_("policy number"), max_length=80, blank=True)

    covers_es: str | None
    covers_en: str | None

    objects = TransferQuerySet.as_manager()

    class Meta:
        verbose_name = _("risk-transfer instrument")
        verbose_name_plural = _("risk-transfer instruments")
        ordering = ("valid_to", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")),
                name="transfer_ends_after_it_begins",
                violation_error_message=_("The end cannot be before the start."),
            ),
            models.CheckConstraint(
                condition=(Q(insured_value__isnull=True) | Q(insured_value__gte=0))
                & (Q(assets_value__isnull=True) | Q(assets_value__gt=0)),
                name="transfer_values_can_be",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_type_display()}: {self.provider}"

    @property
    def owner(self) -> Organisation:
        """Whose it is, as the audit trail asks."""
        return self.municipality

    @property
    def is_in_force(self) -> bool:
        """True today."""
        return self.valid_from <= timezone.localdate() <= self.valid_to
