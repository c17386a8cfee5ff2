"""What a person's appointments amount to."""

from dataclasses import dataclass, field

from network.choices import Role

REVIEWERS = frozenset({Role.REVIEWS, Role.ADMINISTERS})
WRITERS_OF_PAGES = frozenset({Role.EDITS})


@dataclass(frozen=True)
class Standing:
    """What a person's dated, approved appointments amount to today."""

    roles: dict[int, frozenset[str]] = field(default_factory=dict)
    reviewed: frozenset[int] = frozenset()
    administered: frozenset[int] = frozenset()
    secretariat: bool = False
    editor: bool = False
    # A role in an association or in the network, whichever it is.
    beyond_one_town: bool = False

    def holds(self, organisation_id: int | None, wanted: frozenset[str]) -> bool:
        """True when one of the wanted roles is held in the organisation."""
        return bool(self.roles.get(organisation_id or 0, frozenset()) & wanted)

    def holding(self, wanted: frozenset[str]) -> frozenset[int]:
        """The organisations in which one of the wanted roles is held."""
        return frozenset(key for key, held in self.roles.items() if held & wanted)

    @property
    def organisation_ids(self) -> frozenset[int]:
        """The organisations in which the person holds any role."""
        return frozenset(self.roles)

    @property
    def writes_for(self) -> frozenset[int]:
        """The organisations whose news the person writes."""
        return self.holding(WRITERS_OF_PAGES)

    @property
    def reviews_own(self) -> frozenset[int]:
        """Associations whose own activities the person may review."""
        return self.holding(REVIEWERS)
