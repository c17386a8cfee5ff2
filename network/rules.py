"""Who may do what: predicates over a person's standing and the objects given."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from network.choices import OrganisationKind, ReviewState, Role

if TYPE_CHECKING:
    from network.models import Activity, Organisation, User

WRITERS = frozenset({Role.RECORDS, Role.COORDINATES, Role.ADMINISTERS})
REVIEWERS = frozenset({Role.REVIEWS, Role.ADMINISTERS})
HIDERS = frozenset({Role.COORDINATES, Role.MAYOR, Role.REVIEWS, Role.ADMINISTERS})
PEOPLE_MANAGERS = frozenset({Role.COORDINATES, Role.ADMINISTERS})
OPEN_STATES = frozenset({ReviewState.DRAFT, ReviewState.RETURNED})

MUNICIPAL_ROLES = (Role.READS, Role.RECORDS, Role.COORDINATES, Role.MAYOR)
ASSOCIATION_ROLES = (
    Role.READS,
    Role.RECORDS,
    Role.REVIEWS,
    Role.FACILITATES,
    Role.ADMINISTERS,
)
NETWORK_ROLES = (Role.READS, Role.EDITS, Role.SECRETARIAT)


@dataclass(frozen=True)
class Standing:
    """What a person's dated, approved appointments amount to today."""

    roles: dict[int, frozenset[str]] = field(default_factory=dict)
    reviewed: frozenset[int] = frozenset()
    administered: frozenset[int] = frozenset()
    secretariat: bool = False
    editor: bool = False

    def holds(self, organisation_id: int | None, wanted: frozenset[str]) -> bool:
        """True when one of the wanted roles is held in the organisation."""
        return bool(self.roles.get(organisation_id or 0, frozenset()) & wanted)

    @property
    def organisation_ids(self) -> frozenset[int]:
        """The organisations in which the person holds any role."""
        return frozenset(self.roles)

    @property
    def reviews_own(self) -> frozenset[int]:
        """Associations whose own activities the person may review."""
        return frozenset(key for key, held in self.roles.items() if held & REVIEWERS)


def may_enter_workspace(user: "User") -> bool:
    """Anyone with a standing may open the workspace."""
    return bool(user.standing.roles) or user.standing.secretariat


def may_record(user: "User", organisation: "Organisation") -> bool:
    """Staff of municipalities and associations log their own activities."""
    loggable = {OrganisationKind.MUNICIPALITY, OrganisationKind.ASSOCIATION}
    return organisation.kind in loggable and user.standing.holds(
        organisation.pk, WRITERS
    )


def may_read_activity(user: "User", activity: "Activity") -> bool:
    """Its own organisation, those who review it, and the secretariat read it."""
    standing = user.standing
    if activity.owner_id in standing.organisation_ids:
        return True
    past_draft = activity.review_state != ReviewState.DRAFT
    return past_draft and (
        activity.owner_id in standing.reviewed or standing.secretariat
    )


def may_edit_activity(user: "User", activity: "Activity") -> bool:
    """Drafts and returned activities are edited by staff of their organisation."""
    return activity.review_state in OPEN_STATES and user.standing.holds(
        activity.owner_id, WRITERS
    )


def may_submit_activity(user: "User", activity: "Activity") -> bool:
    """Whoever may edit it may send it to review."""
    return may_edit_activity(user, activity)


def is_reviewer(user: "User", activity: "Activity") -> bool:
    """The reviewing association, a reviewer of its own association, or the secretariat."""
    standing = user.standing
    if activity.owner.kind == OrganisationKind.ASSOCIATION:
        return standing.holds(activity.owner_id, REVIEWERS) or standing.secretariat
    return activity.owner_id in standing.reviewed or standing.secretariat


def may_review_somewhere(user: "User") -> bool:
    """True for whoever reviews at least one organisation."""
    standing = user.standing
    return bool(standing.reviewed or standing.reviews_own or standing.secretariat)


def may_review_activity(user: "User", activity: "Activity") -> bool:
    """Reviewers decide on submitted activities, never on what they wrote."""
    return (
        activity.review_state == ReviewState.SUBMITTED
        and is_reviewer(user, activity)
        and not activity.was_written_by(user)
    )


def may_withdraw_activity(user: "User", activity: "Activity") -> bool:
    """Those who may hide an approved activity may take it back for good."""
    return activity.review_state == ReviewState.APPROVED and _keeps(user, activity)


def may_hide_activity(user: "User", activity: "Activity") -> bool:
    """Its municipality or its association hides it everywhere by one press."""
    return activity.review_state == ReviewState.APPROVED and _keeps(user, activity)


def may_show_activity(user: "User", activity: "Activity") -> bool:
    """Whoever may hide it shows it again; pressing «hide» twice never does."""
    return activity.hidden_at is not None and may_hide_activity(user, activity)


def may_reopen_activity(user: "User", activity: "Activity") -> bool:
    """Its staff take a submitted or withdrawn activity back to correct it."""
    reopenable = {ReviewState.SUBMITTED, ReviewState.WITHDRAWN}
    return activity.review_state in reopenable and user.standing.holds(
        activity.owner_id, WRITERS
    )


def may_discard_activity(user: "User", activity: "Activity") -> bool:
    """Only a draft that nobody has reviewed can be thrown away."""
    return activity.review_state == ReviewState.DRAFT and user.standing.holds(
        activity.owner_id, WRITERS
    )


def may_manage_people(user: "User", organisation: "Organisation") -> bool:
    """Coordinations, association administrators, their association, the secretariat."""
    standing = user.standing
    return (
        standing.secretariat
        or standing.holds(organisation.pk, PEOPLE_MANAGERS)
        or organisation.pk in standing.administered
    )


def roles_offered(user: "User", organisation: "Organisation") -> tuple[str, ...]:
    """The roles this person may invite others to in this organisation."""
    if not may_manage_people(user, organisation):
        return ()
    if organisation.kind == OrganisationKind.MUNICIPALITY:
        return MUNICIPAL_ROLES
    if organisation.kind == OrganisationKind.ASSOCIATION:
        return ASSOCIATION_ROLES
    if organisation.kind == OrganisationKind.NETWORK:
        return NETWORK_ROLES
    return (Role.READS,)


def may_restore_access(
    user: "User", person: "User", held: frozenset[int] | None = None
) -> bool:
    """Whoever administers every organisation of someone gives them a new address.

    A new address is a new key to the account, so a role held anywhere else,
    or the secretariat's own people, are out of an association's reach. What is
    held may be given, so that a list asks once for all its rows.
    """
    if user.pk == person.pk or person.is_superuser or not person.is_active:
        return False
    if held is None:
        held = person.standing.organisation_ids
    if user.standing.secretariat:
        return bool(held)
    return bool(held) and held <= user.standing.administered


def _keeps(user: "User", activity: "Activity") -> bool:
    standing = user.standing
    return (
        standing.secretariat
        or standing.holds(activity.owner_id, HIDERS)
        or activity.owner_id in standing.reviewed
    )
