"""Verbs of the bulletin by mail: asking, confirming, leaving, sending."""

import datetime
import uuid

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from amuprev.site import posting, tasks
from amuprev.site.models import BulletinPage, BulletinReader, BulletinSending
from network import letters
from network.models import User
from network.services.refusals import Refused

# How long a letter that asks for confirmation is good, and its address kept.
CONFIRM_WITHIN = datetime.timedelta(days=3)


@transaction.atomic
def ask_for_bulletin(*, email: str, language: str) -> None:
    """Write to the address: to confirm, or that it receives the bulletin already.

    Whoever asks is told the same in both cases: only the mailbox knows.
    """
    email = email.strip().lower()
    reader, _made = BulletinReader.objects.get_or_create(email=email, language=language)
    if reader.confirmed_at is None:
        reader.asked_at = timezone.now()
        reader.save(update_fields=["asked_at"])
        letter, view, door = "confirm", "bulletin_confirm", posting.CONFIRM
    else:
        letter, view, door = "already", "bulletin_leave", posting.LEAVE
    link = posting.link_of(reader, view, door)
    letters.write(letter, to=email, language=language, folder="site", link=link)


def reader_of(token: str, door: str) -> tuple[uuid.UUID, BulletinReader | None]:
    """The key that a link carries, and its reader unless erased.

    Raises signing.BadSignature for a link that is not ours, is another door's or,
    for confirming, is too old.
    """
    age = CONFIRM_WITHIN if door == posting.CONFIRM else None
    key = uuid.UUID(hex=signing.loads(token, salt=door, max_age=age))
    return key, BulletinReader.objects.filter(key=key).first()


def confirm(*, reader: BulletinReader) -> None:
    """From now on the address receives each issue."""
    waiting = BulletinReader.objects.filter(pk=reader.pk, confirmed_at=None)
    waiting.update(confirmed_at=timezone.now())


def leave(*, key: uuid.UUID) -> int:
    """Erase the address and what was sent to it; 0 when it was gone already."""
    _total, gone = BulletinReader.objects.filter(key=key).delete()
    return gone.get("site_pages.BulletinReader", 0)


@transaction.atomic
def send_bulletin(*, issue: BulletinPage, by: User) -> BulletinSending:
    """Send a published issue to its language's readers, once for ever.

    Raises Refused for who may not publish, an issue that is not published, or one
    that was sent.
    """
    if not issue.permissions_for_user(by).can_publish():
        raise Refused(_("Only who publishes pages may send the bulletin."))
    if not issue.live:
        raise Refused(_("Publish the issue first."))
    sending, made = BulletinSending.objects.get_or_create(
        issue=issue, defaults={"asked_by": by}
    )
    if not made:
        raise Refused(_("This issue was sent already."))
    tasks.post_bulletin.enqueue(sending.pk)
    return sending


def readers_in(language: str) -> int:
    """How many receive the bulletin in a language."""
    confirmed = BulletinReader.objects.filter(confirmed_at__isnull=False)
    return confirmed.filter(language=language).count()


def forget_unconfirmed() -> int:
    """Erase the addresses that nobody confirmed in time; how many."""
    old = timezone.now() - CONFIRM_WITHIN
    forgotten = BulletinReader.objects.filter(confirmed_at=None, asked_at__lt=old)
    return forgotten.delete()[0]
