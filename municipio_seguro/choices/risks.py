"""The risk register: threats, likelihood, impact, treatment."""

from typing import Any

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ThreatCategory(TextChoices):
    """The families of threats, after the programme's words."""

    COEXISTENCE = "coexistence", _("Coexistence and crime")
    ECONOMIC = "economic", _("Economic")
    SOCIAL = "social", _("Social")
    CULTURAL = "cultural", _("Cultural")
    URBAN = "urban", _("Urban")
    NATURAL = "natural", _("Natural")
    TECHNOLOGICAL = "technological", _("Technological and of services")


class Nature(TextChoices):
    """Something that may happen, or that is happening."""

    EVENT = "event", _("It may happen")
    CHRONIC = "chronic", _("Current problem")


class Likelihood(IntegerChoices):
    """Expected frequency, in half-open intervals without gaps."""

    RARE = 1, pgettext_lazy("likelihood", "Rare: less than once in 50 years")
    UNLIKELY = 2, pgettext_lazy("likelihood", "Unlikely: once in 10 to 50 years")
    POSSIBLE = 3, pgettext_lazy("likelihood", "Possible: once in 2 to 10 years")
    LIKELY = (
        4,
        pgettext_lazy(
            "likelihood", "Likely: from once in 2 years to less than monthly"
        ),
    )
    FREQUENT = 5, pgettext_lazy("likelihood", "Very frequent: every month or more")


class Impact(IntegerChoices):
    """The worst of four lines: people, services, loss, coexistence."""

    SLIGHT = 1, pgettext_lazy("impact", "Slight")
    MINOR = 2, pgettext_lazy("impact", "Minor")
    MODERATE = 3, pgettext_lazy("impact", "Moderate")
    SERIOUS = 4, pgettext_lazy("impact", "Serious")
    CATASTROPHIC = 5, pgettext_lazy("impact", "Catastrophic")


class RiskLevel(TextChoices):
    """The level of a risk by its table; each also prints its letter."""

    LOW = "B", pgettext_lazy("level of a risk", "Low")
    MEDIUM = "M", pgettext_lazy("level of a risk", "Medium")
    HIGH = "A", pgettext_lazy("level of a risk", "High")
    EXTREME = "E", pgettext_lazy("level of a risk", "Extreme")


class Treatment(TextChoices):
    """What is decided about a risk."""

    REDUCE = "reduce", _("Reduce it")
    TRANSFER = "transfer", _("Transfer it")
    AVOID = "avoid", _("Avoid it")
    ACCEPT = "accept", _("Accept it")


class WeaknessOrigin(TextChoices):
    """Where a weakness came from."""

    ANSWER = "answer", _("A low answer of the assessment")
    TYPED = "typed", _("Written by the municipality")


class RiskSection(TextChoices):
    """A sheet of a risk, saved by itself."""

    ABOUT = "about", _("What it is")
    RATING = "rating", _("How likely and how serious it is")
    DECISION = "decision", _("What is decided")
    PUBLIC = "public", _("What the public reads")


class ImpactLine(TextChoices):
    """The four lines of which the impact is the worst."""

    PEOPLE = "people", _("People")
    SERVICES = "services", _("Services stopped")
    LOSS = "loss", _("Loss, as a share of the yearly municipal budget")
    COEXISTENCE = "coexistence", _("Coexistence")


# What each step of a line means, from slight to catastrophic.
IMPACT_STEPS: dict[str, tuple[Any, ...]] = {
    ImpactLine.PEOPLE: (
        _("first aid at most"),
        _("outpatient injuries"),
        _("hospital care or serious harm to a person"),
        _("1 to 3 deaths, in the event or in a year"),
        _("4 or more deaths"),
    ),
    ImpactLine.SERVICES: (
        _("less than 4 hours"),
        _("4 hours to less than a day"),
        _("1 to less than 3 days"),
        _("3 to less than 14 days"),
        _("14 days or more"),
    ),
    ImpactLine.LOSS: (
        _("less than 0.1%"),
        _("0.1% to less than 1%"),
        _("1% to less than 5%"),
        _("5% to less than 20%"),
        _("20% or more"),
    ),
    ImpactLine.COEXISTENCE: (
        _("nuisance to a few households"),
        _("complaints in one neighbourhood"),
        _("people avoid places or hours"),
        _("families leave, shops or schools close"),
        _("mass displacement or loss of control of an area"),
    ),
}
