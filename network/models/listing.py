"""What the public log is listed by and adds up to; all of it made from the activities.

None of these rows holds anything that the activities do not: `relist` keeps them in
the same transaction as a change, `check_totals` compares them and makes them anew.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Listing(models.Model):
    """A public activity under one of its facets, in the order in which lists go."""

    pk = models.CompositePrimaryKey("facet", "day", "activity")
    facet = models.BigIntegerField()
    day = models.DateField()
    # No foreign key: its index alone would be as large as the listing.
    activity = models.BigIntegerField()

    class Meta:
        verbose_name = _("listing")

    def __str__(self) -> str:
        return f"{self.facet}/{self.day}/{self.activity}"


class ListedActivity(models.Model):
    """What was listed of an activity, to take exactly that away again."""

    activity = models.BigIntegerField(primary_key=True)
    started = models.DateField()
    published = models.DateField()
    facets = models.JSONField()
    told = models.JSONField()

    class Meta:
        verbose_name = _("listed activity")

    def __str__(self) -> str:
        return f"#{self.activity}"


class ListingSum(models.Model):
    """How much of one measure the activities of a facet and month add up to.

    Month 0 is all months. The row of facet, month and measure 0 adds nothing up: who
    changes the listing holds it, so that changes come one after another.
    """

    pk = models.CompositePrimaryKey("facet", "month", "measure")
    facet = models.BigIntegerField()
    month = models.IntegerField()
    measure = models.IntegerField()
    amount = models.BigIntegerField()

    class Meta:
        verbose_name = _("sum of the listing")

    def __str__(self) -> str:
        return f"{self.facet}/{self.month}/{self.measure}: {self.amount}"
