"""Who may fetch a file that was prepared: what it holds must still be theirs to see."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from network.models import PreparedFile, User
    from network.standing import Standing


def reach_of(standing: "Standing") -> dict[str, Any]:
    """What a standing lets somebody see, to be compared later."""
    return {
        "own": sorted(standing.organisation_ids),
        "reviewed": sorted(standing.reviewed),
        "secretariat": standing.secretariat,
    }


def may_fetch_prepared(user: "User", file: "PreparedFile") -> bool:
    """Whoever asked for it, while they may still see all that it holds."""
    standing, reach = user.standing, file.reach
    readable = standing.organisation_ids | standing.reviewed
    return (
        file.person_id == user.pk
        and standing.organisation_ids.issuperset(reach["own"])
        and (standing.secretariat or readable.issuperset(reach["reviewed"]))
        and standing.secretariat >= reach["secretariat"]
    )
