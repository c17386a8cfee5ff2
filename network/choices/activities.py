"""Fixed lists of the activity log: what was done, with whom, and how it was counted."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SMALL_NUMBER = 5
MOST_PEOPLE = 1_000_000


class PreventionLevel(TextChoices):
    """Level of prevention, by who it is for."""

    PRIMARY = "primary", _("Primary prevention")
    SECONDARY = "secondary", _("Secondary prevention")
    TERTIARY = "tertiary", _("Tertiary prevention")
    NOT_SURE = "not_sure", _("I am not sure")


class Approach(TextChoices):
    """Approach to prevention (ECOSOC resolution 2002/13)."""

    SOCIAL = "social_development", _("Prevention through social development")
    COMMUNITY = "community", _("Locally based crime prevention")
    SITUATIONAL = "situational", _("Situational crime prevention")
    REINTEGRATION = "reintegration", _("Reintegration programmes")


class InspireStrategy(TextChoices):
    """The seven INSPIRE strategies for ending violence against children (WHO)."""

    LAWS = "I1", _("Implementation and enforcement of laws")
    NORMS = "N", _("Norms and values")
    SAFE = "S", _("Safe environments")
    PARENTS = "P", _("Parent and caregiver support")
    INCOME = "I2", _("Income and economic strengthening")
    RESPONSE = "R", _("Response and support services")
    EDUCATION = "E", _("Education and life skills")


class ViolenceType(TextChoices):
    """Type of violence (WHO, World report on violence and health)."""

    SELF = "self", _("Self-directed")
    FAMILY = "family_partner", _("Interpersonal: family or partner")
    COMMUNITY = "community", _("Interpersonal: community")
    COLLECTIVE = "collective", _("Collective")


class RegionalAxis(TextChoices):
    """Axis of the Central American Security Strategy, prevention component."""

    WOMEN = "BA", _("Violence against women")
    YOUTH = "BB", _("Violence and crime affecting youth")
    DRUGS = "BC", _("Drug misuse")
    WORK = "BD", _("Education and training for work")
    LOCAL = "BE", _("Prevention from local governments")
    ARMED = "BF", _("Armed violence")


class ActivityStatus(IntegerChoices):
    """How far an activity has come (IATI ActivityStatus codes)."""

    PLANNED = 1, _("Planned")
    UNDER_WAY = 2, _("Under way")
    FINALISING = 3, _("Finalising")
    CLOSED = 4, _("Closed")
    CANCELLED = 5, _("Cancelled")
    SUSPENDED = 6, _("Suspended")


# What was called off, or stands still, is told when it happens after all.
NOT_DONE = (ActivityStatus.CANCELLED, ActivityStatus.SUSPENDED)


class ReviewState(TextChoices):
    """Where an activity stands between its author and the public."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("In review")
    RETURNED = "returned", _("Returned with comments")
    APPROVED = "approved", pgettext_lazy("review state", "Approved")
    WITHDRAWN = "withdrawn", pgettext_lazy("review state", "Withdrawn")


class Sex(TextChoices):
    """Sex of participants, as recorded by the municipality."""

    WOMEN = "women", _("Women")
    MEN = "men", _("Men")
    OTHER = "other", _("Another identity")
    UNKNOWN = "unknown", _("Not separated")


class AgeBand(TextChoices):
    """Age bands of participants, in years."""

    UNDER_5 = "0-4", _("0 to 4")
    FROM_5 = "5-11", _("5 to 11")
    FROM_12 = "12-17", _("12 to 17")
    FROM_18 = "18-29", _("18 to 29")
    FROM_30 = "30-59", _("30 to 59")
    FROM_60 = "60+", _("60 and over")
    UNKNOWN = "unknown", _("Age not separated")


class CountingMethod(TextChoices):
    """How participants were counted."""

    LIST = "list", _("Attendance list (kept on file)")
    COUNT = "count", _("Head count")
    ESTIMATE = "estimate", _("Estimate")


class FundingSource(TextChoices):
    """Who paid for an activity."""

    MUNICIPAL = "municipal", _("Municipal funds")
    NATIONAL = "national", _("National government")
    COOPERATION = "cooperation", _("International cooperation")
    PRIVATE = "private", _("Private sector or donations")
    NONE = "none", _("It cost nothing")
    UNKNOWN = "unknown", _("I do not know")


class Currency(TextChoices):
    """Currencies of the region."""

    BZD = "BZD", _("Belize dollar")
    CRC = "CRC", _("Costa Rican colón")
    DOP = "DOP", _("Dominican peso")
    GTQ = "GTQ", _("Guatemalan quetzal")
    HNL = "HNL", _("Honduran lempira")
    NIO = "NIO", _("Nicaraguan córdoba")
    PAB = "PAB", _("Panamanian balboa")
    USD = "USD", _("United States dollar")


class EvidenceKind(TextChoices):
    """What a piece of evidence is."""

    PICTURE = "picture", _("Photo")
    DOCUMENT = "document", _("Document")
