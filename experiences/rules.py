"""Who may do what with experiences, and with films: both are written and decided alike."""

from typing import TYPE_CHECKING

from network.choices import OrganisationKind, ReviewState
from network.rules import HIDERS, OPEN_STATES, WRITERS

if TYPE_CHECKING:
    from experiences.models import Experience, Film
    from network.models import Organisation, User

TELLING = frozenset({OrganisationKind.MUNICIPALITY, OrganisationKind.ASSOCIATION})


def may_write_for(user: "User", organisation: "Organisation") -> bool:
    """Staff of a municipality or association, and of the association that reviews it."""
    return organisation.kind in TELLING and (
        user.standing.holds(organisation.pk, WRITERS)
        or organisation.pk in user.standing.reviewed
    )


def may_write_somewhere(user: "User") -> bool:
    """True for whoever writes for at least one organisation, or reviews one."""
    standing = user.standing
    return bool(standing.holding(WRITERS) or standing.reviewed)


def may_read(user: "User", experience: "Experience | Film") -> bool:
    """Those who may write it or hold a role there; once sent, the editors."""
    standing = user.standing
    if experience.owner_id in standing.organisation_ids | standing.reviewed:
        return True
    return is_editor(user) and experience.review_state != ReviewState.DRAFT


def may_edit(user: "User", experience: "Experience | Film") -> bool:
    """Drafts and what was returned are written by whoever writes for the owner."""
    is_open = experience.review_state in OPEN_STATES and experience.discarded_at is None
    return is_open and may_write_for(user, experience.owner)


def may_correct(user: "User", experience: "Experience") -> bool:
    """Its writers correct what is published; the world reads it as it is meanwhile."""
    is_published = experience.review_state == ReviewState.APPROVED
    return is_published and may_write_for(user, experience.owner)


def may_discard(user: "User", experience: "Experience | Film") -> bool:
    """What never was public is thrown away by whoever may edit it."""
    return experience.published_at is None and may_edit(user, experience)


def may_restore(user: "User", experience: "Experience | Film") -> bool:
    """Whoever writes there takes it out of the trash."""
    thrown_away = experience.discarded_at is not None
    return thrown_away and may_write_for(user, experience.owner)


def may_submit(user: "User", experience: "Experience | Film") -> bool:
    """Whoever may edit it may send it to the editors."""
    return may_edit(user, experience)


def is_editor(user: "User") -> bool:
    """The network's editors and the secretariat decide what is published."""
    return user.standing.editor or user.standing.secretariat


def may_review(user: "User", experience: "Experience | Film") -> bool:
    """Editors decide on what was sent, never on what they wrote."""
    return (
        experience.review_state == ReviewState.SUBMITTED
        and is_editor(user)
        and not experience.was_written_by(user)
    )


def may_reopen(user: "User", experience: "Experience | Film") -> bool:
    """Its writers take back what was sent or withdrawn, to correct it."""
    reopenable = {ReviewState.SUBMITTED, ReviewState.WITHDRAWN}
    return experience.review_state in reopenable and may_write_for(
        user, experience.owner
    )


def may_withdraw(user: "User", experience: "Experience | Film") -> bool:
    """Its own people, their association, or the editors take it out of the public."""
    return experience.review_state == ReviewState.APPROVED and (
        is_editor(user)
        or user.standing.holds(experience.owner_id, HIDERS)
        or experience.owner_id in user.standing.reviewed
    )
