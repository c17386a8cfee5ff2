"""Consents that end: the photo leaves the public, and its municipality hears of it."""

import datetime
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from network import letters, rules, waiting
from network.choices import Act, PeopleShown
from network.models import Evidence, User
from network.services import audit
from network.services.evidence.keeping import locked, refuse_unshowable
from network.services.refusals import Refused


def warn_of_consents() -> int:
    """Tell each municipality, once, which consents end within 30 days; how many."""
    today = timezone.localdate()
    soon = today + datetime.timedelta(days=settings.CONSENT_WARNING_DAYS)
    untold = Q(consent_told__isnull=True) | ~Q(consent_told=F("consent_until"))
    return _for_each_owner(
        _standing(soon).filter(untold, consent_until__gte=today), _warn
    )


def end_consents() -> int:
    """Make private the photos whose people's consent is over, and say so; how many.

    The public stopped seeing them on the day itself: every reading asks the date.
    """
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    return _for_each_owner(_standing(yesterday), _end)


@audit.keeps_refusals(Act.CONSENT_RENEWED, of="evidence")
@transaction.atomic
def renew_consent(
    *, evidence: Evidence, by: User, consent_purpose: str, consent_until: datetime.date
) -> Evidence:
    """Write a new consent of the adults of an approved photo; it is public again.

    Nothing else of it changes, so nobody reviews it again. Raises Refused when the
    person may not, or the photo was never public.
    """
    refuse_unshowable(PeopleShown.ADULTS, True, consent_purpose, consent_until)
    piece = locked(evidence)
    if not rules.may_renew_consent(by, piece):
        raise Refused(_("The consent of this photo cannot be renewed here."))
    piece.consent_purpose, piece.consent_until = consent_purpose, consent_until
    piece.consent_told, piece.public = None, True
    piece.save(
        update_fields=["consent_purpose", "consent_until", "consent_told", "public"]
    )
    audit.record(Act.CONSENT_RENEWED, by=by, of=piece, consent_purpose=consent_purpose)
    return piece


def _standing(day: datetime.date) -> QuerySet[Evidence]:
    return Evidence.objects.consent_ends_by(day).filter(
        activity__discarded_at__isnull=True
    )


def _for_each_owner(
    found: QuerySet[Evidence], verb: Callable[[list[Evidence]], None]
) -> int:
    """One transaction, and one mail to each person, for each organisation."""
    owners = list(
        found.order_by("activity__owner")
        .values_list("activity__owner", flat=True)
        .distinct()
    )
    return sum(_one_owner(found.filter(activity__owner=each), verb) for each in owners)


@transaction.atomic
def _one_owner(
    found: QuerySet[Evidence], verb: Callable[[list[Evidence]], None]
) -> int:
    pieces = list(
        found.select_for_update(of=("self",))
        .select_related("activity__owner")
        .order_by("consent_until", "pk")
    )
    if pieces:
        verb(pieces)
    return len(pieces)


def _warn(pieces: list[Evidence]) -> None:
    _tell(pieces, "consents_ending")
    Evidence.objects.filter(pk__in=[piece.pk for piece in pieces]).update(
        consent_told=F("consent_until")
    )


def _end(pieces: list[Evidence]) -> None:
    _tell(pieces, "consents_ended")
    for piece in pieces:
        piece.public, piece.consent_told = False, piece.consent_until
        piece.save(update_fields=["public", "consent_told"])
        audit.record(Act.CONSENT_ENDED, by=None, of=piece)


def _tell(pieces: list[Evidence], letter: str) -> None:
    """Write to those who record for their organisation; each letter names numbers only."""
    owner = pieces[0].activity.owner_id
    for person in waiting.holders([owner], rules.WRITERS):
        links = [
            letters.link("network:activity", each.activity_id, language=person.language)
            for each in pieces
        ]
        letters.write_to(person, letter, pieces=list(zip(pieces, links, strict=True)))
