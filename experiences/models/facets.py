"""Which experiences bear which answer of a filter, as one row of bits for each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FacetBits(models.Model):
    """The public experiences that bear one value of one filter.

    Bit n of `bits` (little-endian) stands for the experience whose position is n. With
    them a list is narrowed, counted and paged without asking about each experience.
    """

    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=80)
    bits = models.BinaryField(default=bytes)

    class Meta:
        verbose_name = _("bits of a filter")
        verbose_name_plural = _("bits of filters")
        ordering = ("facet", "value")
        constraints = (
            models.UniqueConstraint(fields=("facet", "value"), name="one_row_of_bits"),
        )

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"
