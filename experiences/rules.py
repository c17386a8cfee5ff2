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


def writes(user: "User", record: "Experience | Film") -> bool:
    """Whoever writes for its organisation; what the network itself recorded of the time
    before the portal, its secretariat completes too."""
    if may_write_for(user, record.owner):
        return True
    return user.standing.secretariat and record.is_in_hands_of_network


def may_write_somewhere(user: "User") -> bool:
    """True for whoever writes for at least one organisation, or reviews one."""
    standing = user.standing
    return bool(standing.holding(WRITERS) or standing.reviewed)


def may_read(user: "User", experience: "Experience | Film") -> bool:
    """Those who may write it or hold a role there; once sent, the editors."""
    standing = user.standing
    if experience.owner_id in standing.organisation_ids | standing.reviewed:
        return True
    if writes(user, experience):
        return True
    return is_editor(user) and experience.review_state != ReviewState.DRAFT


def may_edit(user: "User", experience: "Experience | Film") -> bool:
    """Drafts and what was returned are written by whoever writes for the owner."""
    is_open = experience.review_state in OPEN_STATES and experience.discarded_at is None
    return is_open and writes(user, experience)


def may_correct(user: "User", experience: "Experience | Film") -> bool:
    """Its writers correct what is published; the world reads it as it is meanwhile."""
    is_published = experience.review_state == ReviewState.APPROVED
    if not is_published or not writes(user, experience):
        return False
    return may_write_for(user, experience.owner) or _is_open_to(user, experience)


def _is_open_to(user: "User", experience: "Experience | Film") -> bool:
    """False while others write a correction of it that they have not sent."""
    begun = experience.corrections.filter(discarded_at__isnull=True).first()
    return begun is None or writes(user, begun)


def may_discard(user: "User", experience: "Experience | Film") -> bool:
    """What never was public is thrown away by its own people, or by who began it: an
    association that helps to write a draft does not throw it away."""
    if experience.published_at is not None or not may_edit(user, experience):
        return False
    standing = user.standing
    helps = experience.owner_id in standing.reviewed
    own = not helps or standing.holds(experience.owner_id, WRITERS)
    return own or experience.created_by_id == user.pk


def may_restore(user: "User", experience: "Experience | Film") -> bool:
    """Whoever writes there takes it out of the trash."""
    thrown_away = experience.discarded_at is not None
    return thrown_away and writes(user, experience)


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
    return experience.review_state in reopenable and writes(user, experience)


def may_withhold(user: "User", experience: "Experience") -> bool:
    """Whoever may hide it withholds what an earlier version of it said; also while it is
    withdrawn or written anew, since its versions are read again with it."""
    return experience.published_at is not None and _takes_out(user, experience)


def may_withdraw(user: "User", experience: "Experience | Film") -> bool:
    """Its own people, their association, or the editors take it out of the public."""
    is_published = experience.review_state == ReviewState.APPROVED
    return is_published and _takes_out(user, experience)


def _takes_out(user: "User", experience: "Experience | Film") -> bool:
    standing = user.standing
    return (
        is_editor(user)
        or standing.holds(experience.owner_id, HIDERS)
        or experience.owner_id in standing.reviewed
    )
