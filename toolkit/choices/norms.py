"""What norms are called, how they stand and what one does to another."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.choices import Country

# Those of which the sources tell norms and a municipal body, by their Spanish names.
GUIDE_COUNTRIES = (
    Country.COSTA_RICA,
    Country.EL_SALVADOR,
    Country.GUATEMALA,
    Country.HONDURAS,
    Country.PANAMA,
    Country.DOMINICAN_REPUBLIC,
)


class LegalLevel(TextChoices):
    """How far a norm reaches."""

    INTERNATIONAL = "international", _("International")
    NATIONAL = "national", _("National")
    DEPARTMENTAL = "departmental", _("Departmental")
    MUNICIPAL = "municipal", _("Municipal")


class InstrumentType(TextChoices):
    """What kind of norm it is."""

    CONSTITUTION = "constitution", _("Constitution")
    TREATY = "treaty", _("Treaty")
    ACT = "act", pgettext_lazy("norm", "Act")
    MUNICIPAL_CODE = "municipal_code", _("Municipal code")
    DECREE = "decree", _("Decree")
    REGULATION = "regulation", _("Regulation")
    ORDINANCE = "ordinance", _("Ordinance")
    RESOLUTION = "resolution", _("Council resolution")
    POLICY = "policy", pgettext_lazy("norm", "Policy")
    PLAN = "plan", pgettext_lazy("norm", "Plan")
    AGREEMENT = "agreement", _("Inter-agency agreement")


class InstrumentStatus(TextChoices):
    """Whether it holds today, as far as is known."""

    IN_FORCE = "in_force", pgettext_lazy("norm", "In force")
    AMENDED = "amended", pgettext_lazy("norm", "In force, amended")
    REPEALED = "repealed", pgettext_lazy("norm", "Repealed")
    EXPIRED = "expired", pgettext_lazy("norm", "Its period is over")
    DRAFT = "draft", pgettext_lazy("norm", "Draft")
    UNKNOWN = "unknown", pgettext_lazy("norm", "Not known")


class ChangeKind(TextChoices):
    """What a norm does to an older one."""

    AMENDS = "amends", _("amends")
    REPEALS = "repeals", _("repeals")


class LinkState(TextChoices):
    """What an official address answered when it was last tried."""

    UNTRIED = "untried", _("Not tried yet")
    ANSWERS = "answers", _("It answers")
    BROKEN = "broken", _("It does not answer")


class PolicyKind(TextChoices):
    """What a municipality approved."""

    POLICY = "policy", _("Prevention policy")
    PLAN = "plan", _("Prevention plan")
