"""Who may do what: predicates over a person's standing and the objects given."""

from typing import TYPE_CHECKING

from network.choices import OrganisationKind, ReviewState, Role
from network.standing import REVIEWERS

if TYPE_CHECKING:
    from network.models import (
        Activity,
        Evidence,
        Organisation,
        Question,
        TakeDown,
        User,
    )

WRITERS = frozenset({Role.RECORDS, Role.COORDINATES, Role.ADMINISTERS})
HIDERS = frozenset({Role.COORDINATES, Role.MAYOR, Role.REVIEWS, Role.ADMINISTERS})
PEOPLE_MANAGERS = frozenset({Role.COORDINATES, Role.ADMINISTERS})
OPEN_STATES = frozenset({ReviewState.DRAFT, ReviewState.RETURNED})

MUNICIPAL_ROLES = (Role.READS, Role.RECORDS, Role.COORDINATES, Role.MAYOR)
ASSOCIATION_ROLES = (
    Role.READS,
    Role.RECORDS,
    Role.REVIEWS,
    Role.FACILITATES,
    Role.EDITS,
    Role.ADMINISTERS,
)
NETWORK_ROLES = (Role.READS, Role.EDITS, Role.SECRETARIAT)


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
    if activity.discarded_at is not None:
        return False
    standing = user.standing
    if activity.owner_id in standing.organisation_ids:
        return True
    past_draft = activity.review_state != ReviewState.DRAFT
    return past_draft and (
        activity.owner_id in standing.reviewed or standing.secretariat
    )


def may_edit_activity(user: "User", activity: "Activity") -> bool:
    """Drafts and returned activities are edited by staff of their organisation."""
    is_open = activity.review_state in OPEN_STATES and activity.discarded_at is None
    return is_open and user.standing.holds(activity.owner_id, WRITERS)


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


def may_change_evidence(user: "User", activity: "Activity") -> bool:
    """Its staff say what a photo shows, or cover part of it, until the review decides."""
    changeable = OPEN_STATES | {ReviewState.SUBMITTED}
    return activity.review_state in changeable and user.standing.holds(
        activity.owner_id, WRITERS
    )


def may_hide_evidence(user: "User", evidence: "Evidence") -> bool:
    """Those who may hide an activity may hide one of its photos."""
    return may_hide_activity(user, evidence.activity)


def may_renew_consents(user: "User", activity: "Activity") -> bool:
    """Its own town hall keeps the signed papers of an approved activity."""
    return activity.review_state == ReviewState.APPROVED and user.standing.holds(
        activity.owner_id, HIDERS | WRITERS
    )


def may_renew_consent(user: "User", evidence: "Evidence") -> bool:
    """For adults in a photo that is public, or was until their consent ended."""
    return evidence.shows_agreed_adults and may_renew_consents(user, evidence.activity)


def may_reopen_activity(user: "User", activity: "Activity") -> bool:
    """Its staff take a submitted or withdrawn activity back to correct it."""
    reopenable = {ReviewState.SUBMITTED, ReviewState.WITHDRAWN}
    return activity.review_state in reopenable and user.standing.holds(
        activity.owner_id, WRITERS
    )


def may_discard_activity(user: "User", activity: "Activity") -> bool:
    """Only a draft can be thrown away; what was sent is taken back first."""
    is_draft = activity.review_state == ReviewState.DRAFT
    return (
        is_draft
        and activity.discarded_at is None
        and user.standing.holds(activity.owner_id, WRITERS)
    )


def may_restore_activity(user: "User", activity: "Activity") -> bool:
    """Whoever writes for the organisation takes a draft out of the trash."""
    return activity.discarded_at is not None and user.standing.holds(
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


def may_replace_staff(user: "User", organisation: "Organisation") -> bool:
    """Whoever manages the people of a municipality or an association."""
    staffed = {OrganisationKind.MUNICIPALITY, OrganisationKind.ASSOCIATION}
    return organisation.kind in staffed and may_manage_people(user, organisation)


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


def may_take_down_of(user: "User", owner_id: int | None) -> bool:
    """What an organisation made public goes by its own people or its association's."""
    standing = user.standing
    return (
        standing.secretariat
        or standing.holds(owner_id, HIDERS)
        or owner_id in standing.reviewed
    )


def may_decide_take_down(user: "User", take_down: "TakeDown") -> bool:
    """Who may hide a thing reads what was asked about it, and decides."""
    return may_take_down_of(user, take_down.owner_id)


def answers_somewhere(user: "User") -> bool:
    """True for whoever answers the readers of at least one association."""
    standing = user.standing
    return standing.secretariat or bool(standing.reviews_own)


def may_answer_question(user: "User", question: "Question") -> bool:
    """Those who review or administer for the association asked, and the secretariat."""
    standing = user.standing
    return standing.secretariat or standing.holds(question.association_id, REVIEWERS)


def _keeps(user: "User", activity: "Activity") -> bool:
    return may_take_down_of(user, activity.owner_id)


ROLE_ORDER = (
    Role.SECRETARIAT,
    Role.ADMINISTERS,
    Role.REVIEWS,
    Role.COORDINATES,
    Role.MAYOR,
    Role.RECORDS,
    Role.EDITS,
    Role.FACILITATES,
    Role.READS,
)


def needs_second_step(user: "User") -> bool:
    """A password alone is too little for whoever sees more than one town's work.

    The secretariat, editors, reviewers, the staff of associations, people with roles
    in two organisations, and whoever keeps the machine.
    """
    standing = user.standing
    return user.is_active and bool(
        user.is_superuser
        or standing.secretariat
        or standing.editor
        or standing.beyond_one_town
        or standing.reviewed
        or standing.reviews_own
        or len(standing.roles) > 1
    )


def acting_role(user: "User | None", owner_id: int | None) -> tuple[str, int | None]:
    """The role, and where it is held, in which a person acts on an owner's record.

    A role in the owner itself comes first, then one in whatever gives a say over it;
    empty for nobody, and for somebody without any role.
    """
    if user is None or user.pk is None:
        return "", None
    roles = user.standing.roles
    offices = [owner_id] if owner_id in roles else list(roles)
    held = [
        (ROLE_ORDER.index(Role(role)), office)
        for office in offices
        if office is not None
        for role in roles[office]
    ]
    if not held:
        return (Role.SECRETARIAT if user.standing.secretariat else ""), None
    rank, office = min(held)
    return ROLE_ORDER[rank], office
