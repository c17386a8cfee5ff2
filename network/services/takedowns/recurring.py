"""What recurs: reasons still missing, requests nobody decided, addresses to forget."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from network.choices import TakeDownOutcome
from network.models import TakeDown, User
from network.rules import may_decide_take_down
from network.services import takedown_mail
from network.services.takedowns.kinds import thing_of
from network.takedowns import overdue_take_downs

FIRST_REMINDER = datetime.timedelta(days=1)
NEXT_REMINDER = datetime.timedelta(days=7)


def remind_of_reasons() -> int:
    """Write to whoever hid something without saying why: after a day, then weekly."""
    now = timezone.now()
    due = TakeDown.objects.filter(
        Q(reminded_at__isnull=True) | Q(reminded_at__lt=now - NEXT_REMINDER),
        outcome=TakeDownOutcome.HIDDEN,
        reason="",
        decided_at__lt=now - FIRST_REMINDER,
    )
    return sum(_remind(key, "reason") for key in due.values_list("pk", flat=True))


def tell_of_overdue() -> int:
    """Tell the secretariat, once, of requests that nobody decided in time."""
    due = overdue_take_downs().filter(reminded_at__isnull=True)
    return sum(_remind(key, "overdue") for key in due.values_list("pk", flat=True))


def forget_askers() -> int:
    """Erase the addresses and the words of those who asked, some days after the answer."""
    until = timezone.now() - datetime.timedelta(days=settings.TAKE_DOWN_WORDS_DAYS)
    return (
        TakeDown.objects.filter(answered_at__lt=until)
        .exclude(email="", words="")
        .update(email="", words="")
    )


@transaction.atomic
def _remind(key: int, event: str) -> int:
    now = timezone.now()
    row = TakeDown.objects.select_for_update(of=("self",)).get(pk=key)
    if row.reminded_at is not None and row.reminded_at > now - NEXT_REMINDER:
        return 0
    row.reminded_at = now
    row.save(update_fields=["reminded_at"])
    if event == "overdue":
        people = takedown_mail.the_secretariat()
    else:
        people = _who_hid_it(row) or takedown_mail.those_who_decide(row)
    thing = thing_of(row)
    takedown_mail.tell(people, row, event, thing.title if thing else "")
    return 1


def _who_hid_it(row: TakeDown) -> list[User]:
    """Whoever did, while they may still say why; nobody once they left."""
    person = row.decided_by
    if person is None or not person.is_active or not may_decide_take_down(person, row):
        return []
    return [person]
