"""How well something is known."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AnswerKnown(TextChoices):
    """Yes, no, or honestly not known."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class DatePrecision(TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("Exact day")
    MONTH = "month", _("Month and year")
    YEAR = "year", _("Year only")
