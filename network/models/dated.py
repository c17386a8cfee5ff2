"""What dated facts and sourced records have in common."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amuprev.foundation.sourced import Sourced

__all__ = ["Dated", "Sourced"]


class Dated(models.Model):
    """A fact that holds between two days; an empty end means «still»."""

    # No manager here: each model names its own, through which its fields are known.
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="%(class)s_ends_after_it_begins",
                violation_error_message=_("The end cannot be before the start."),
            ),
        )
