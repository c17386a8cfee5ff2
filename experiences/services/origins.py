"""From which exchange of a twinning an experience says that it grew."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from experiences.models import Experience
from network.services.refusals import Refused
from twinnings.models import Exchange


def exchanges_of(experience: Experience) -> Any:
    """Those that its organisation may name: of its own twinnings, the newest first, and
    the one it names already."""
    rows: Any = Exchange.objects
    owner = frozenset({experience.owner_id})
    own = rows.kept().of_organisations(owner)
    named = rows.filter(pk=experience.exchange_id)
    return (own | named).distinct().order_by("-started", "-pk")


def links_otherwise(experience: Experience, values: Mapping[str, Any]) -> bool:
    """True when these values name another exchange than it does, or none any more.

    Raises Refused for an exchange in which its organisation had no part.
    """
    if "exchange" not in values:
        return False
    exchange = values["exchange"]
    key = exchange.pk if exchange is not None else None
    if key == experience.exchange_id:
        return False
    if key is not None and not exchanges_of(experience).filter(pk=key).exists():
        raise Refused(_("Choose an exchange of your organisation."), code="exchange")
    return True
