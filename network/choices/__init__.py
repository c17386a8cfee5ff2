"""Fixed lists of the network: codes are stored, labels are translated."""

from amuprev.foundation.people_shown import (
    PUBLISHABLE_PEOPLE,
    ConsentPurpose,
    PeopleShown,
)
from network.choices.activities import (
    MOST_PEOPLE,
    NOT_DONE,
    SMALL_NUMBER,
    ActivityStatus,
    AgeBand,
    Approach,
    CountingMethod,
    Currency,
    EvidenceKind,
    FundingSource,
    InspireStrategy,
    PreventionLevel,
    RegionalAxis,
    ReviewState,
    Sex,
    ViolenceType,
)
from network.choices.acts import Act
from network.choices.certainty import AnswerKnown, DatePrecision
from network.choices.help_lines import HelpBasis
from network.choices.organisations import (
    AUTHORS_GROUP,
    COMMUNITY_PARTNERS,
    EDITORS_GROUP,
    NETWORK_KEY,
    PUBLISHERS_GROUP,
    AssociationLevel,
    MembershipStatus,
    NetworkRole,
    OrganisationKind,
    PartnerKind,
    Role,
)
from network.choices.outcomes import Outcome
from network.choices.prepared import PreparedKind, PreparedState
from network.choices.questions import QuestionState
from network.choices.takedowns import (
    URGENT_WHYS,
    PublicKind,
    TakeDownOutcome,
    TakeDownWhy,
)
from network.choices.tellings import Telling
from network.choices.territory import (
    LOCAL_LEVELS,
    REGION_COUNTRIES,
    TIME_ZONES,
    Country,
    PlaceLevelKind,
    PlaceNameKind,
)

__all__ = [
    "AUTHORS_GROUP",
    "COMMUNITY_PARTNERS",
    "EDITORS_GROUP",
    "LOCAL_LEVELS",
    "MOST_PEOPLE",
    "NETWORK_KEY",
    "NOT_DONE",
    "PUBLISHABLE_PEOPLE",
    "PUBLISHERS_GROUP",
    "REGION_COUNTRIES",
    "SMALL_NUMBER",
    "TIME_ZONES",
    "URGENT_WHYS",
    "Act",
    "ActivityStatus",
    "AgeBand",
    "AnswerKnown",
    "Approach",
    "AssociationLevel",
    "ConsentPurpose",
    "CountingMethod",
    "Country",
    "Currency",
    "DatePrecision",
    "EvidenceKind",
    "FundingSource",
    "HelpBasis",
    "InspireStrategy",
    "MembershipStatus",
    "NetworkRole",
    "OrganisationKind",
    "Outcome",
    "PartnerKind",
    "PeopleShown",
    "PlaceLevelKind",
    "PlaceNameKind",
    "PreparedKind",
    "PreparedState",
    "PreventionLevel",
    "PublicKind",
    "QuestionState",
    "RegionalAxis",
    "ReviewState",
    "Role",
    "Sex",
    "TakeDownOutcome",
    "TakeDownWhy",
    "Telling",
    "ViolenceType",
]
