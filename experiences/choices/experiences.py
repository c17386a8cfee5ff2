"""Fixed lists of experiences: sections, effects, evidence, cost, size."""

from bisect import bisect_right
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MOST_SUMMARY_WORDS = 120


class Section(TextChoices):
    """The parts of an experience, each written and saved by itself."""

    ABOUT = "about", _("What it is about")
    PROBLEM = "problem", _("The problem")
    DONE = "what_was_done", _("What was done")
    CHANGED = "what_changed", _("What changed")
    FAILED = "what_did_not_work", _("What did not work")
    STARTING = "starting_point", _("1. Starting point")
    QUESTIONS = "questions", _("2. Initial questions")
    PROCESS = "process", _("3. Reconstruction of the process")
    REFLECTION = "reflection", _("4. In-depth reflection")
    ARRIVAL = "arrival", _("5. Points of arrival")
    UNKNOWN = "what_we_do_not_know", _("What we do not know")
    FACTORS = "success_factors", _("Success factors")
    SUSTAINED = "sustainability", _("Sustainability")
    GENDER = "gender_note", _("Effects on women and men")
    ADAPT = "how_to_adapt", _("To adapt it")
    OUTCOMES = "outcomes", _("Outcomes, evidence and cost")
    VOICES = "voices", _("Voices")
    PARTNERS = "partners", _("Who took part")
    FILES = "files", _("Documents and photos")


# What a short record says, on one page.
SHORT_SECTIONS = (
    Section.ABOUT,
    Section.PROBLEM,
    Section.DONE,
    Section.CHANGED,
    Section.FAILED,
)
# What a full experience says besides: the five moments of systematization.
FULL_SECTIONS = (
    Section.STARTING,
    Section.QUESTIONS,
    Section.PROCESS,
    Section.REFLECTION,
    Section.ARRIVAL,
    Section.UNKNOWN,
    Section.ADAPT,
)


class Problem(TextChoices):
    """What an experience answers to (ICCS, level 1)."""

    DEATH = "01", _("Acts leading to death or intending to cause death")
    HARM = "02", _("Acts causing harm or intending to cause harm to the person")
    SEXUAL = "03", _("Injurious acts of a sexual nature")
    VIOLENT_PROPERTY = "04", _("Acts against property involving violence")
    PROPERTY = "05", _("Acts against property only")
    DRUGS = "06", _("Acts involving controlled drugs")
    FRAUD = "07", _("Acts involving fraud, deception or corruption")
    ORDER = "08", _("Acts against public order and authority")
    STATE = "09", _("Acts against public safety and state security")
    ENVIRONMENT = "10", _("Acts against the natural environment")
    OTHER = "11", _("Other acts")


class EvidenceDesign(TextChoices):
    """How strong the evidence for an outcome is: the design that gave it."""

    NONE = "none", pgettext_lazy("evidence", "Not evaluated")
    MONITORING = "monitoring", _("Monitoring of activities")
    BEFORE_AFTER = "before_after", _("Before and after")
    COMPARISON = "comparison", _("With a comparison group")
    RANDOMISED = "rct", _("Randomised")
    REVIEW = "review", _("Systematic review")


class Effect(TextChoices):
    """What became of one outcome (the levels of CrimeSolutions)."""

    EFFECTIVE = "effective", _("Effective")
    PROMISING = "promising", _("Promising")
    INEFFECTIVE = "ineffective", _("Ineffective")
    NEGATIVE = "negative", _("Negative effects")
    NOT_RATED = "not_rated", pgettext_lazy("effect", "Not evaluated")


class Studies(TextChoices):
    """On how many studies a statement rests."""

    ONE = "one_study", _("One study")
    MANY = "multiple_studies", _("Several studies")


class CostBand(TextChoices):
    """Cost by participant in dollars of a stated year; the cuts are ours and published."""

    VERY_LOW = "very_low", _("Very low (under 10 dollars a person)")
    LOW = "low", _("Low (10 to 49 dollars a person)")
    MEDIUM = "medium", _("Medium (50 to 199 dollars a person)")
    HIGH = "high", _("High (200 to 999 dollars a person)")
    VERY_HIGH = "very_high", _("Very high (1,000 dollars a person or more)")


# Dollars a participant at which each next band begins.
COST_CUTS = (10, 50, 200, 1_000)


def cost_band_of(per_person: Decimal) -> CostBand:
    """The band of a cost by participant in US dollars, 0 or more."""
    return list(CostBand)[bisect_right(COST_CUTS, per_person)]


class MunicipalitySize(TextChoices):
    """How many people live in a municipality; the cuts are ours."""

    UNDER_10 = "under_10k", _("Under 10,000 people")
    UNDER_50 = "10k_50k", _("10,000 to 49,999 people")
    UNDER_100 = "50k_100k", _("50,000 to 99,999 people")
    UNDER_500 = "100k_500k", _("100,000 to 499,999 people")
    OVER_500 = "over_500k", _("500,000 people or more")


# Inhabitants at which each next size begins.
POPULATION_CUTS = (10_000, 50_000, 100_000, 500_000)


def size_of(population: int) -> MunicipalitySize:
    """The size of a municipality of so many inhabitants, 0 or more."""
    return list(MunicipalitySize)[bisect_right(POPULATION_CUTS, population)]


class Registry(TextChoices):
    """International registries of what the evidence says elsewhere."""

    CRIME_SOLUTIONS = "crimesolutions", "CrimeSolutions"
    BLUEPRINTS = "blueprints", "Blueprints for Healthy Youth Development"
    COLLEGE = "college", "College of Policing: Crime Reduction Toolkit"
    YEF = "yef", "Youth Endowment Fund Toolkit"
    CAMPBELL = "campbell", "Campbell Collaboration"
    INSPIRE = "inspire", "INSPIRE (WHO)"
    OTHER = "other", _("Another registry")


class VoiceRole(TextChoices):
    """Who tells, by their role: nobody is named."""

    MAYOR = "mayor", _("Mayor or council")
    STAFF = "staff", _("Municipal staff")
    POLICE = "police", _("Police")
    TEACHER = "teacher", _("Teacher")
    NEIGHBOUR = "neighbour", _("Neighbour")
    YOUNG = "young", _("Young adult")
    PARTNER = "partner", _("Partner institution")
    OTHER = "other", pgettext_lazy("voice", "Another role")


class DocumentKind(TextChoices):
    """What an annexed document is."""

    EVALUATION = "evaluation", _("Evaluation")
    PLAN = "plan", _("Plan or policy")
    NORM = "norm", _("Ordinance or agreement")
    TOOL = "tool", _("Tool to use")
    REPORT = "report", _("Report")
    OTHER = "other", pgettext_lazy("document", "Another document")


class WhyWithheld(TextChoices):
    """Why an earlier version is no longer told; readers are told this much."""

    PERSON = "person", _("it told of somebody who can be recognised")
    RISK = "risk", _("it could put somebody in danger")
    WRONG = "wrong", _("it said something wrong that could do harm")
    RIGHTS = "rights", _("it held something of others, without their permission")


class Licence(TextChoices):
    """Under what terms others may use a text or a film."""

    BY = "cc-by-4.0", _("Creative Commons Attribution 4.0")
    BY_SA = "cc-by-sa-4.0", _("Creative Commons Attribution-ShareAlike 4.0")
    BY_NC = "cc-by-nc-4.0", _("Creative Commons Attribution-NonCommercial 4.0")
    RESERVED = "reserved", _("All rights reserved; shown here with permission")
    UNKNOWN = "unknown", _("Licence not known")
