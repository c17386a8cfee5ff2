"""The nouns of the network, one module each; this file only re-exports."""

from network.models.activities import Activity
from network.models.evidence import Evidence
from network.models.institutional import (
    Agreement,
    Assembly,
    Milestone,
    Office,
    SecretariatTerm,
    StrategicPlan,
)
from network.models.lists import ActivityKind, PopulationGroup, Setting, Theme
from network.models.organisations import (
    Affiliation,
    Association,
    Municipality,
    NetworkMembership,
    Organisation,
    Partner,
)
from network.models.pages import ActivityLandingPage, NetworkLandingPage
from network.models.participation import ActivityCount, ActivityPartner
from network.models.people import Appointment, Invitation, User
from network.models.places import (
    Place,
    PlaceLevel,
    PlaceName,
    PlaceParent,
    PlacePopulation,
)
from network.models.review import ReviewStep

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
    "Evidence",
    "Invitation",
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
    "ReviewStep",
    "SecretariatTerm",
    "Setting",
    "StrategicPlan",
    "Theme",
    "User",
]
