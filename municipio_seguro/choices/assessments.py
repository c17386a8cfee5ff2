"""Assessments, their answers and their consultations."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The municipality of the demonstration, in the development profile only. It is shown
# by its assessments alone: no list, map or figure of the network knows it.
FICTITIOUS_KEY = "sv-municipio-ficticio"


class InstrumentState(TextChoices):
    """Whether new assessments may use a version."""

    DRAFT = "draft", _("Being prepared")
    ACTIVE = "active", _("In use")
    RETIRED = "retired", _("No longer offered")


class AssessmentKind(TextChoices):
    """The whole instrument, or sixteen questions of it."""

    FULL = "full", _("Full assessment")
    FIRST_LOOK = "first_look", _("First look")


# What a small town hall answers in one meeting: no percentages.
FIRST_LOOK = (
    "PAR-01", "PAR-07", "INS-01", "INS-05", "EVA-01", "EVA-04", "PRE-02", "PRE-05",
    "ESP-02", "ESP-07", "GRD-02", "GRD-04", "CON-01", "CON-04", "FIN-03", "FIN-07",
)  # fmt: skip


class AssessmentState(TextChoices):
    """Where an assessment stands."""

    DRAFT = "draft", _("Draft")
    CONSULTING = "consulting", _("In consultation")
    AWAITING = "awaiting", _("Awaiting validation")
    VALIDATED = "validated", _("Validated by the mayor's office")
    PUBLISHED = "published", _("Published")
    SUPERSEDED = "superseded", _("Superseded")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CANCELLED = "cancelled", _("Cancelled")


OPEN_STATES = (
    AssessmentState.DRAFT,
    AssessmentState.CONSULTING,
    AssessmentState.AWAITING,
    AssessmentState.VALIDATED,
)
EDITABLE_STATES = (
    AssessmentState.DRAFT,
    AssessmentState.CONSULTING,
    AssessmentState.AWAITING,
)
PUBLIC_STATES = (AssessmentState.PUBLISHED, AssessmentState.SUPERSEDED)
CLOSED_STATES = (*PUBLIC_STATES, AssessmentState.WITHDRAWN, AssessmentState.CANCELLED)


class Validation(TextChoices):
    """How the mayor's office validated."""

    IN_PERSON = "in_person", _("In the portal")
    SIGNED_ACT = "signed_act", _("By a signed act that the association confirmed")


class Visibility(TextChoices):
    """Who may read something."""

    PUBLIC = "public", _("Everybody")
    NETWORK = "network", _("The municipality and the network")
    MUNICIPALITY = "municipality", _("The municipality and its association")
    RESERVED = "reserved", _("The municipality alone")


class EvidenceType(TextChoices):
    """What a piece of evidence is."""

    MINUTES = "minutes", _("Minutes or attendance")
    RESOLUTION = "resolution", _("Resolution or by-law")
    PLAN = "plan", _("Plan or protocol")
    AGREEMENT = "agreement", _("Agreement")
    REPORT = "report", _("Report or study")
    BUDGET = "budget", _("Budget or accounts")
    RECORD = "record", _("Register or inventory")
    OTHER = "other", pgettext_lazy("kind of evidence", "Another")


class Voice(TextChoices):
    """Who speaks in a consultation; one response is one voice."""

    CHILDREN = "children", _("Girls and boys (aged 8 to 12)")
    YOUTH = "youth", _("Adolescents and young people (aged 13 to 29)")
    WOMEN = "women", _("Women (aged 30 or over)")
    MEN = "men", _("Men (aged 30 or over)")
    BUSINESS = "business", _("Private initiative")
    CIVIL_SOCIETY = "civil_society", _("Organised civil society")
    UNSAID = "unsaid", _("I prefer not to say")


class SessionSetting(TextChoices):
    """Where a facilitated group answered."""

    SCHOOL = "school", _("School")
    COUNCIL = "council", _("Open council")
    MARKET = "market", _("Market")
    PAPER = "paper", _("Paper forms")
    OTHER = "other", pgettext_lazy("where a group met", "Elsewhere")


class TextState(TextChoices):
    """Whether a free text of a consultation may be read."""

    WAITING = "waiting", _("Waiting")
    SHOWN = "shown", _("Shown")
    REFUSED = "refused", _("Not shown")
