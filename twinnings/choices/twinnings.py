"""Fixed lists of twinnings: their type, where they stand, how they ended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TwinningType(TextChoices):
    """How formal a twinning is."""

    FRIENDSHIP = "friendship", _("Friendship city")
    SISTER = "sister", _("Sister city")
    TECHNICAL = "technical", _("Technical partnership")
    NETWORK = "network", _("Thematic network")


class TwinningStatus(TextChoices):
    """Where a twinning stands; of the old ones nobody wrote down how they ended."""

    EXPLORING = "exploring", pgettext_lazy("twinning", "Exploring")
    LETTER = "letter", pgettext_lazy("twinning", "Letter of intent")
    ACTIVE = "active", pgettext_lazy("twinning", "Active")
    PAUSED = "paused", pgettext_lazy("twinning", "Paused")
    ENDED = "ended", pgettext_lazy("twinning", "Ended")
    UNKNOWN = "unknown", pgettext_lazy("twinning", "Not recorded")


# While a twinning stands so, the same parties do not begin another one.
OPEN_STATUSES = tuple(
    status for status in TwinningStatus.values if status != TwinningStatus.ENDED
)


class EndedBy(TextChoices):
    """How a twinning came to its end."""

    COUNCIL = "council", _("Decision of a council")
    TERM = "term", _("Its term was over")
    OTHER = "other", pgettext_lazy("how a twinning ended", "In another way")
    UNKNOWN = "unknown", pgettext_lazy("how a twinning ended", "Not recorded")


class Renewal(TextChoices):
    """What happens when the term of a twinning is over."""

    AUTOMATIC = "automatic", _("It goes on by itself")
    AGREED = "agreed", _("By a new agreement")
    NONE = "none", _("It is not renewed")
    UNKNOWN = "unknown", pgettext_lazy("renewal of a twinning", "Not recorded")


class Ratification(TextChoices):
    """Whether the governing body of a party ratified a twinning."""

    UNKNOWN = "unknown", pgettext_lazy("ratification", "Not recorded")
    PENDING = "pending", pgettext_lazy("ratification", "Pending")
    RATIFIED = "ratified", pgettext_lazy("ratification", "Ratified")
    NOT_NEEDED = "not_needed", pgettext_lazy("ratification", "Not needed")


class ManagementTheme(TextChoices):
    """What town halls learn of running prevention; the list is ours."""

    DATA = "data", _("Data and analysis")
    PLANNING = "planning", _("Planning and budgeting")
    COORDINATION = "coordination", _("Coordination among institutions")
    PARTICIPATION = "participation", _("Residents' participation")
    RULES = "rules", _("Municipal rules")
    POLICE = "police", _("Work with the police")
    STAFF = "staff", _("Training of municipal staff")
    RESOURCES = "resources", _("Raising funds and partners")
    COMMUNICATION = "communication", _("Communication")
    EVALUATION = "evaluation", _("Follow-up and evaluation")


class Language(TextChoices):
    """In which language those of a twinning work."""

    SPANISH = "es", _("Spanish")
    ENGLISH = "en", _("English")
    OTHER = "other", _("Another language")


class DocumentKind(TextChoices):
    """What a document of a twinning is."""

    INTENT = "intent", _("Letter of intent")
    AGREEMENT = "agreement", _("Agreement")
    MEMO = "memo", _("Recognition memo")
    ACT = "act", _("Act of a governing body")
    REPORT = "report", _("Report")
    OTHER = "other", _("Another document")
