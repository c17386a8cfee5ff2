"""Who may do what in the toolkit: predicates over a person's standing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from network.choices import OrganisationKind
from network.rules import HIDERS, WRITERS

if TYPE_CHECKING:
    from network.models import Organisation, User
    from toolkit.models import MunicipalPolicy


def may_work(user: "User", organisation: "Organisation") -> bool:
    """Staff of a municipality keep its body, meetings, agreements and steps."""
    return organisation.kind == OrganisationKind.MUNICIPALITY and user.standing.holds(
        organisation.pk, WRITERS
    )


def may_see_work(user: "User", organisation: "Organisation") -> bool:
    """Its own people, the association that reviews it, and the secretariat."""
    standing = user.standing
    near = standing.organisation_ids | standing.reviewed
    return organisation.pk in near or standing.secretariat


def sees_work(user: "User", mine: "Iterable[Organisation]") -> bool:
    """Staff of a municipality, who reviews for one, and the secretariat."""
    towns = any(each.kind == OrganisationKind.MUNICIPALITY for each in mine)
    return towns or bool(user.standing.reviewed) or user.standing.secretariat


def may_share_progress(user: "User", organisation: "Organisation") -> bool:
    """Whoever answers for the municipality lets the world see how far it has come."""
    return organisation.kind == OrganisationKind.MUNICIPALITY and user.standing.holds(
        organisation.pk, HIDERS
    )


def may_keep_norms(user: "User") -> bool:
    """The secretariat keeps the norms."""
    return user.standing.secretariat


def may_register_policy(user: "User", organisation: "Organisation") -> bool:
    """Staff of the municipality, the association that reviews it, the secretariat."""
    is_town = organisation.kind == OrganisationKind.MUNICIPALITY
    standing = user.standing
    return is_town and (
        standing.holds(organisation.pk, WRITERS)
        or organisation.pk in standing.reviewed
        or standing.secretariat
    )


def may_edit_policy(user: "User", policy: "MunicipalPolicy") -> bool:
    """What is not public yet, by whoever may register it; public, by its reviewers."""
    if policy.published_at is None:
        return may_register_policy(user, policy.owner)
    return _reviews(user, policy)


def may_publish_policy(user: "User", policy: "MunicipalPolicy") -> bool:
    """The reviewing association or the secretariat, never whoever registered it or
    wrote what it says now."""
    writers = {policy.proposed_by_id, policy.written_by_id}
    return _reviews(user, policy) and user.pk not in writers


def may_withdraw_policy(user: "User", policy: "MunicipalPolicy") -> bool:
    """Its own people or its association take it out of the public."""
    own = user.standing.holds(policy.owner_id, HIDERS)
    return policy.published_at is not None and (own or _reviews(user, policy))


def may_hide_policy(user: "User", policy: "MunicipalPolicy") -> bool:
    """Its own people or its association, of what is published, by one press."""
    return may_withdraw_policy(user, policy)


def _reviews(user: "User", policy: "MunicipalPolicy") -> bool:
    return policy.owner_id in user.standing.reviewed or user.standing.secretariat
