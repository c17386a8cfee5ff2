"""The nouns of the network, one module each; this file only re-exports."""

from network.models.activities import Activity
from network.models.audit import AuditEntry, AuditSeal
from network.models.evidence import Evidence
from network.models.held import HeldFile, HeldPost
from network.models.help_lines import HelpLine
from network.models.institutional import (
    Agreement,
    Assembly,
    Milestone,
    Office,
    SecretariatTerm,
    StrategicPlan,
)
from network.models.listing import ListedActivity, Listing, ListingSum
from network.models.lists import ActivityKind, PopulationGroup, Setting, Theme
from network.models.organisations import (
    Affiliation,
    Association,
    Municipality,
    NetworkMembership,
    Organisation,
    Partner,
)
from network.models.pages import (
    ActivityLandingPage,
    GlossaryLandingPage,
    NetworkLandingPage,
)
from network.models.participation import ActivityCount, ActivityPartner
from network.models.people import Appointment, Invitation, User
from network.models.places import (
    Place,
    PlaceLevel,
    PlaceName,
    PlaceParent,
    PlacePopulation,
)
from network.models.prepared import PreparedFile
from network.models.questions import Question
from network.models.replacements import ReplacedAppointment, StaffReplacement
from network.models.review import ReviewStep
from network.models.takedowns import TakeDown
from network.models.told import Told
from network.models.trash import Deletion
from network.models.words import Word, WordedActivity, WordUse

__all__ = [
    "Activity",
    "ActivityCount",
    "ActivityKind",
    "ActivityLandingPage",
    "ActivityPartner",
    "Affiliation",
    "Agreement",
    "Appointment",
    "Assembly",
    "Association",
    "AuditEntry",
    "AuditSeal",
    "Deletion",
    "Evidence",
    "GlossaryLandingPage",
    "HeldFile",
    "HeldPost",
    "HelpLine",
    "Invitation",
    "ListedActivity",
    "Listing",
    "ListingSum",
    "Milestone",
    "Municipality",
    "NetworkLandingPage",
    "NetworkMembership",
    "Office",
    "Organisation",
    "Partner",
    "Place",
    "PlaceLevel",
    "PlaceName",
    "PlaceParent",
    "PlacePopulation",
    "PopulationGroup",
    "PreparedFile",
    "Question",
    "ReplacedAppointment",
    "ReviewStep",
    "SecretariatTerm",
    "Setting",
    "StaffReplacement",
    "StrategicPlan",
    "TakeDown",
    "Theme",
    "Told",
    "User",
    "Word",
    "WordUse",
    "WordedActivity",
]
