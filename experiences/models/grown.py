"""What an experience grew from, and the steps of the guide that it did."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from toolkit.models import Step
from twinnings.models import Exchange


class Grown(models.Model):
    """A record that may have grown from an exchange of a twinning, or done steps."""

    exchange = models.ForeignKey(
        Exchange,
        models.SET_NULL,
        related_name="%(class)ss",
        null=True,
        blank=True,
        verbose_name=_("exchange it grew from"),
    )

    guide_steps = models.ManyToManyField(
        Step,
        related_name="%(class)ss",
        blank=True,
        verbose_name=_("steps of the guide that it did"),
    )

    class Meta:
        abstract = True
