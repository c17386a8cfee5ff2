"""Who may do what with twinnings and exchanges: both are written and decided alike."""

from typing import TYPE_CHECKING

from network.choices import OrganisationKind, ReviewState
from network.rules import HIDERS, OPEN_STATES, WRITERS, may_take_down_of
from network.standing import REVIEWERS

if TYPE_CHECKING:
    from network.models import Organisation, User
    from twinnings.models import Exchange, Twinning

    Record = Twinning | Exchange

TELLING = frozenset({OrganisationKind.MUNICIPALITY, OrganisationKind.ASSOCIATION})


def may_write_for(user: "User", organisation: "Organisation") -> bool:
    """Staff of a municipality or association, of the association that reviews it, or
    the secretariat, which keeps what was done before the portal."""
    if user.standing.secretariat:
        return True
    return organisation.kind in TELLING and (
        user.standing.holds(organisation.pk, WRITERS)
        or organisation.pk in user.standing.reviewed
    )


def sees_twinnings(user: "User", mine: "list[Organisation]") -> bool:
    """Staff of municipalities and associations, the editors and the secretariat."""
    standing = user.standing
    held = any(each.kind in TELLING for each in mine)
    return held or standing.editor or standing.secretariat


def reviews_somewhere(user: "User") -> bool:
    """True for whoever decides on the twinnings of at least one organisation."""
    standing = user.standing
    return bool(standing.reviewed or standing.reviews_own or standing.secretariat)


def may_propose(user: "User", organisation: "Organisation") -> bool:
    """Whoever writes for an organisation proposes its twinnings."""
    return may_write_for(user, organisation)


def may_read(
    user: "User", record: "Record", parties: frozenset[int] = frozenset()
) -> bool:
    """Its owner and whoever reviews it; once sent, the other parties and the editors.
    The secretariat goes on reading what was public once, and what it wrote for others.

    `parties` are the organisations that take part.
    """
    standing = user.standing
    near = standing.organisation_ids | standing.reviewed
    if record.owner_id in near:
        return True
    if standing.secretariat and _is_known(user, record):
        return True
    past_draft = record.review_state != ReviewState.DRAFT
    return past_draft and (standing.editor or bool(parties & near))


def may_read_twinning_of(user: "User", exchange: "Exchange") -> bool:
    """False for whoever reads an exchange of a twinning that another took back."""
    twinning = exchange.twinning
    return twinning.review_state != ReviewState.DRAFT or may_read(user, twinning)


def _is_known(user: "User", record: "Record") -> bool:
    """True for what was sent, was public once, or this person wrote."""
    past_draft = record.review_state != ReviewState.DRAFT
    return past_draft or record.published_at is not None or record.was_written_by(user)


def may_read_inside(user: "User", record: "Record") -> bool:
    """What only its own people and whoever reviews it see, also of what others may read:
    files that are not public, and the steps of its review."""
    standing = user.standing
    if record.owner_id in standing.organisation_ids | standing.reviewed:
        return True
    return standing.secretariat and _is_known(user, record)


def is_reviewer(user: "User", record: "Record") -> bool:
    """The reviewing association, a reviewer of its own association, or the secretariat."""
    standing = user.standing
    if record.owner.kind == OrganisationKind.ASSOCIATION:
        return standing.holds(record.owner_id, REVIEWERS) or standing.secretariat
    return record.owner_id in standing.reviewed or standing.secretariat


def may_edit(user: "User", record: "Record") -> bool:
    """Drafts and what was returned, by its writers: what is published is taken back
    first, so that somebody else reads what was corrected."""
    is_open = record.review_state in OPEN_STATES and record.discarded_at is None
    return is_open and may_write_for(user, record.owner)


def may_follow(user: "User", record: "Record") -> bool:
    """Statuses, ratifications, commitments and answers are noted by its writers at any
    time: a twinning goes on after it was published."""
    return record.discarded_at is None and may_write_for(user, record.owner)


def may_open_exchange(
    user: "User", twinning: "Twinning", owner: "Organisation", parties: frozenset[int]
) -> bool:
    """Whoever writes for the owner, which tells of the twinning or is a party of it."""
    takes_part = owner.pk == twinning.owner_id or owner.pk in parties
    return twinning.discarded_at is None and takes_part and may_write_for(user, owner)


def may_submit(user: "User", record: "Record") -> bool:
    """Its writers send a draft, or what was returned."""
    is_open = record.review_state in OPEN_STATES and record.discarded_at is None
    return is_open and may_write_for(user, record.owner)


def may_review(user: "User", record: "Record") -> bool:
    """Reviewers decide on what was sent, never on what they wrote."""
    return (
        record.review_state == ReviewState.SUBMITTED
        and is_reviewer(user, record)
        and not record.was_written_by(user)
    )


def may_clear(user: "User", record: "Record") -> bool:
    """Reviewers read what was added to what is published before the world does, never
    what they wrote."""
    return (
        record.review_state == ReviewState.APPROVED
        and is_reviewer(user, record)
        and not record.was_written_by(user)
    )


def may_withdraw(user: "User", record: "Record") -> bool:
    """Its own people or their association take it out of the public."""
    return record.review_state == ReviewState.APPROVED and (
        user.standing.holds(record.owner_id, HIDERS)
        or may_take_down_of(user, record.owner_id)
    )


def may_correct(user: "User", record: "Record") -> bool:
    """Whoever may take it out of the public and write it corrects what is published."""
    return may_withdraw(user, record) and may_write_for(user, record.owner)


def may_reopen(user: "User", record: "Record") -> bool:
    """Its writers take back what was sent or withdrawn, to correct it."""
    reopenable = {ReviewState.SUBMITTED, ReviewState.WITHDRAWN}
    return record.review_state in reopenable and may_write_for(user, record.owner)


def may_discard(user: "User", record: "Record") -> bool:
    """What never was public, and waits for nobody, is thrown away by its writers."""
    is_open = record.review_state in OPEN_STATES and record.published_at is None
    return is_open and record.discarded_at is None and may_write_for(user, record.owner)


def may_restore(user: "User", record: "Record") -> bool:
    """Whoever writes there takes it out of the trash."""
    return record.discarded_at is not None and may_write_for(user, record.owner)


def may_ask_officer(user: "User", exchange: "Exchange") -> bool:
    """A link is sent to the counterpart by whoever follows the exchange."""
    return may_follow(user, exchange)
