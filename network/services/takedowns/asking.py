"""The verb of strangers: ask that something public be taken down."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from network.choices import Act, TakeDownOutcome, TakeDownWhy
from network.models import TakeDown
from network.services import audit, takedown_mail
from network.services.refusals import Refused
from network.services.same_again import wait_for_the_same
from network.services.takedowns.things import Thing

SAME = datetime.timedelta(days=1)


@transaction.atomic
def ask_take_down(
    *, thing: Thing, why: str, words: str = "", email: str = "", language: str = "es"
) -> TakeDown:
    """Keep a stranger's request and tell those who decide; nothing is hidden by it.

    The same request sent again while it waits, or the same day, is one. Raises Refused for what the
    public cannot read.
    """
    if not thing.is_public:
        raise Refused(_("That is no longer published."))
    why, words, email = TakeDownWhy(why), words.strip(), email.strip().lower()
    asked = {
        "kind": thing.kind,
        "key": thing.key,
        "why": why,
        "words": words,
        "email": email,
    }
    wait_for_the_same(f"{thing.name} {why} {words} {email}")
    since = timezone.now() - SAME
    open_or_fresh = Q(outcome=TakeDownOutcome.WAITING) | Q(asked_at__gt=since)
    earlier = TakeDown.objects.filter(
        open_or_fresh, asked_at__isnull=False, **asked
    ).first()
    if earlier is not None:
        return earlier
    request = TakeDown.objects.create(
        **asked,
        owner=thing.owner,
        address=thing.address,
        mark=thing.mark,
        language=language,
        asked_at=timezone.now(),
    )
    audit.record(
        Act.TAKEDOWN_ASKED, by=None, of=request, kind=thing.kind, why=why.value
    )
    deciding = takedown_mail.those_who_decide(request)
    takedown_mail.tell(deciding, request, "asked", thing.title)
    return request
