"""The words of a municipal body at work: answers, seats, meetings, agreements."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Answer(TextChoices):
    """How far a municipality has come with a step."""

    YES = "yes", pgettext_lazy("step of the guide", "Yes")
    PARTLY = "partly", pgettext_lazy("step of the guide", "In part")
    NO = "no", pgettext_lazy("step of the guide", "No")
    UNKNOWN = "unknown", pgettext_lazy("step of the guide", "I do not know")


class EvidenceKind(TextChoices):
    """What shows that a step was done."""

    REFERENCE = "reference", _("Where it is kept")
    FILE = "file", _("File")


class Sector(TextChoices):
    """Where a seat of the body comes from."""

    MUNICIPAL = "municipal", _("Local government")
    POLICE = "police", _("Police")
    NATIONAL = "national", _("National institution")
    JUSTICE = "justice", _("Justice")
    HEALTH = "health", _("Health")
    EDUCATION = "education", _("Education")
    CHURCH = "church", _("Church")
    NGO = "ngo", _("Non-governmental organisation")
    BUSINESS = "business", _("Chamber or business")
    COMMUNITY = "community", _("Neighbours or community organisation")
    YOUTH = "youth", _("Youth organisation")
    WOMEN = "women", _("Women's organisation")
    OTHER = "other", _("Another one")


class Seat(TextChoices):
    """Holder or substitute."""

    HOLDER = "holder", pgettext_lazy("seat", "Holder")
    SUBSTITUTE = "substitute", pgettext_lazy("seat", "Substitute")


class MeetingKind(TextChoices):
    """Foreseen or called besides."""

    ORDINARY = "ordinary", pgettext_lazy("meeting", "Ordinary")
    EXTRAORDINARY = "extraordinary", pgettext_lazy("meeting", "Extraordinary")


class MeetingState(TextChoices):
    """How a meeting stands."""

    PLANNED = "planned", pgettext_lazy("meeting", "Planned")
    HELD = "held", pgettext_lazy("meeting", "Held")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Called off")


class AgreementState(TextChoices):
    """What became of an agreement."""

    OPEN = "open", pgettext_lazy("agreement of a meeting", "Open")
    MET = "met", pgettext_lazy("agreement of a meeting", "Met")
    DROPPED = "dropped", pgettext_lazy("agreement of a meeting", "Dropped")
