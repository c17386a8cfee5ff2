"""Measures, their money, and instruments that transfer risk."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeasureType(TextChoices):
    """What a measure does."""

    SOCIAL = "social", _("Social prevention")
    SITUATIONAL = "situational", _("Situational prevention")
    MITIGATION = "mitigation", _("Mitigation")
    PREPAREDNESS = "preparedness", _("Preparedness")
    RESPONSE = "response", _("Response")
    RECOVERY = "recovery", _("Recovery")
    CONTINUITY = "continuity", _("Continuity")
    TRANSFER = "transfer", _("Risk transfer")


class MeasureStatus(TextChoices):
    """How far a measure is."""

    PROPOSED = "proposed", pgettext_lazy("measure", "Proposed")
    APPROVED = "approved", pgettext_lazy("measure", "Approved")
    FUNDED = "funded", pgettext_lazy("measure", "Funded")
    RUNNING = "running", pgettext_lazy("measure", "Being carried out")
    FINISHED = "finished", pgettext_lazy("measure", "Finished")
    VERIFIED = "verified", pgettext_lazy("measure", "Verified")
    SUSPENDED = "suspended", pgettext_lazy("measure", "Suspended")
    CANCELLED = "cancelled", pgettext_lazy("measure", "Cancelled")


# The way forward; suspended and cancelled stand aside.
STATUS_PATH = (
    MeasureStatus.PROPOSED,
    MeasureStatus.APPROVED,
    MeasureStatus.FUNDED,
    MeasureStatus.RUNNING,
    MeasureStatus.FINISHED,
    MeasureStatus.VERIFIED,
)
DONE_STATUSES = (MeasureStatus.FINISHED, MeasureStatus.VERIFIED)
LIVE_STATUSES = STATUS_PATH[:4]
# Of the plan, whatever became of it: a risk with one of these has a measure.
STANDING_STATUSES = (*STATUS_PATH, MeasureStatus.SUSPENDED)


# Where a measure can stand before it moves to a status.
BEFORE: dict[str, tuple[str, ...]] = {
    MeasureStatus.APPROVED: (MeasureStatus.PROPOSED,),
    MeasureStatus.FUNDED: (MeasureStatus.APPROVED,),
    MeasureStatus.RUNNING: (
        MeasureStatus.APPROVED,
        MeasureStatus.FUNDED,
        MeasureStatus.FINISHED,
        MeasureStatus.SUSPENDED,
        MeasureStatus.CANCELLED,
    ),
    MeasureStatus.FINISHED: (MeasureStatus.RUNNING,),
    MeasureStatus.VERIFIED: (MeasureStatus.FINISHED,),
    MeasureStatus.SUSPENDED: LIVE_STATUSES,
    MeasureStatus.CANCELLED: (*LIVE_STATUSES, MeasureStatus.SUSPENDED),
}


class Horizon(TextChoices):
    """Derived from two dates, never typed."""

    SHORT = "short", _("Short term")
    MEDIUM = "medium", _("Medium term")
    LONG = "long", _("Long term")


class FundingSource(TextChoices):
    """Where the money comes from; «unfunded» too, so that the gap is seen."""

    OWN = "own", _("The municipality's own funds")
    EMERGENCY_FUND = (
        "emergency_fund",
        _("Municipal fund for emergencies and prevention"),
    )
    TRANSFER = "transfer", _("Transfer from the central government")
    NATIONAL_DRR = "national_drr", _("National prevention and mitigation fund")
    SECURITY_FUND = "security_fund", _("Security fund or levy")
    COOPERATION = "cooperation", _("International cooperation")
    INTER_MUNICIPAL = "inter_municipal", _("Co-financing between municipalities")
    PRIVATE = "private", _("Private initiative")
    COMMUNITY = "community", _("Contribution of the community")
    CONTINGENT_CREDIT = "contingent_credit", _("Credit or contingent credit")
    INSURANCE_PAYOUT = "insurance_payout", _("Payout of a risk-transfer instrument")
    NONE = "none", _("Unfunded")


class Purpose(TextChoices):
    """What money of the emergency fund is used for."""

    PREVENTION = "prevention", _("Prevention")
    MITIGATION = "mitigation", _("Mitigation")
    PREPAREDNESS = "preparedness", _("Preparedness")
    RESPONSE = "response", _("Response")


class TransferType(TextChoices):
    """What transfers a risk away from the town hall."""

    PROPERTY = "property", _("Property insurance")
    PARAMETRIC = "parametric", _("Parametric insurance")
    POOL = "pool", _("Solidarity or inter-municipal fund")
    CREDIT = "credit", _("Contingent credit")
    BOND = "bond", _("Bond")
    STAFF = "staff", _("Insurance of response staff")
    # Pays the treasury, not the town hall: context, never counted.
    SOVEREIGN = "sovereign", _("Sovereign cover (context only)")


class MeasureSection(TextChoices):
    """A sheet of a measure, saved by itself."""

    WHAT = "what", _("What will be done, and what for")
    WHO = "who", _("Who does it, and until when")
    MONEY = "money", _("What it costs, and who pays")
    PUBLIC = "public", _("What the public reads")
