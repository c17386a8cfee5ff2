"""How what the audit trail keeps can have ended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    """How an act ended."""

    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused")
