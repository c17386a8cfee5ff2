"""What of the network the public search finds: one source for each kind."""

from amuprev.foundation.search.documents import Source
from network.search.activities import ACTIVITIES
from network.search.happenings import AGREEMENTS, ASSEMBLIES, MILESTONES
from network.search.organisations import (
    ASSOCIATIONS,
    COUNTRIES,
    MUNICIPALITIES,
    PARTNERS,
    PLACES,
)

SOURCES: tuple[Source, ...] = (
    COUNTRIES,
    ASSOCIATIONS,
    MUNICIPALITIES,
    PLACES,
    PARTNERS,
    ASSEMBLIES,
    AGREEMENTS,
    MILESTONES,
    ACTIVITIES,
)

__all__ = [
    "ACTIVITIES",
    "AGREEMENTS",
    "ASSEMBLIES",
    "ASSOCIATIONS",
    "COUNTRIES",
    "MILESTONES",
    "MUNICIPALITIES",
    "PARTNERS",
    "PLACES",
    "SOURCES",
]
