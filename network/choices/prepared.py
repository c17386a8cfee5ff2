"""Fixed lists of prepared files."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PreparedKind(TextChoices):
    """What a prepared file holds."""

    OWN_LOG = "own_log", _("Own activities")


class PreparedState(TextChoices):
    """How far a prepared file has come."""

    WAITING = "waiting", _("Waiting for its turn")
    MAKING = "making", _("Being prepared")
    READY = "ready", _("Ready")
    FAILED = "failed", _("Could not be made")
