"""Mails about take-downs: to those who decide, and the answer to whoever asked."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from amuprev.foundation.mail_addresses import is_mailable
from network import letters
from network.choices import URGENT_WHYS, OrganisationKind, Role
from network.models import Affiliation, Appointment, TakeDown, User
from network.rules import HIDERS, REVIEWERS


def those_who_decide(take_down: TakeDown) -> list[User]:
    """People of the organisation and of its association; the secretariat where needed."""
    own = Q(organisation=take_down.owner_id, role__in=HIDERS)
    reviewing = Affiliation.objects.today().filter(
        municipality=take_down.owner_id, reviews=True
    )
    theirs = Q(organisation__in=reviewing.values("association"), role__in=REVIEWERS)
    people = _holders(own | theirs) if take_down.owner_id else []
    if not people or take_down.why in URGENT_WHYS:
        people = [*people, *(p for p in the_secretariat() if p not in people)]
    return people


def the_secretariat() -> list[User]:
    """The people of the network's secretariat."""
    return _holders(
        Q(organisation__kind=OrganisationKind.NETWORK, role=Role.SECRETARIAT)
    )


def tell(people: Iterable[User], take_down: TakeDown, event: str, title: str) -> None:
    """Write to each in their language what it is about; never what the asker wrote."""
    for person in people:
        link = letters.link("network:take_down", take_down.pk, language=person.language)
        context = _about(take_down, title)
        letters.write_to(person, f"take_down_{event}", link=link, **context)


def answer(take_down: TakeDown, title: str) -> None:
    """Tell whoever asked what was decided, once, if they left an address."""
    if take_down.asked_at is None or take_down.answered_at is not None:
        return
    take_down.answered_at = timezone.now()
    take_down.save(update_fields=["answered_at"])
    # Whatever stands there: what somebody asked never keeps a thing from being hidden.
    if take_down.email and is_mailable(take_down.email):
        letters.write(
            f"take_down_{take_down.outcome}",
            to=take_down.email,
            language=take_down.language,
            **_about(take_down, title),
        )


def _holders(wanted: Q) -> list[User]:
    holders = Appointment.objects.in_force().filter(wanted)
    return list(User.objects.filter(pk__in=holders.values("person")).order_by("pk"))


def _about(take_down: TakeDown, title: str) -> dict[str, Any]:
    return {
        "request": take_down,
        "title": title or take_down.address,
        "address": settings.SITE_URL + take_down.address,
        "days": settings.TAKE_DOWN_WORDS_DAYS,
    }
