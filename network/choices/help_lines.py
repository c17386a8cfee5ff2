"""On what a help line rests."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class HelpBasis(TextChoices):
    """Where its number was read."""

    OFFICIAL = "official", _("a page of the institution or of its government")
    REPORTED = "reported", _("the press, which quotes the institution")
