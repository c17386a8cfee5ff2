"""Verbs that recur: agreements whose day has passed are told to who keeps them."""

import datetime
from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from network import letters, waiting
from network.choices import Telling
from network.models import Organisation, Told
from network.rules import WRITERS
from toolkit.models import Agreement

MONTH = datetime.timedelta(days=30)
SHOWN_IN_A_LETTER = 20
BATCH = 500


@transaction.atomic
def remind_of_agreements() -> int:
    """One letter to each of a municipality's staff with the agreements that became
    overdue, and again each month; how many letters. Idempotent."""
    today = timezone.localdate()
    rows = Agreement.objects.overdue().select_related("meeting__body__organisation")
    late: dict[Organisation, list[Agreement]] = defaultdict(list)
    for each in rows.order_by("-due", "pk")[:BATCH]:
        months = (today - each.due).days // MONTH.days if each.due else 0
        key = f"{each.pk}:{each.due:%Y%m%d}:{months}"
        if Told.for_the_first_time(Telling.AGREEMENT_DUE, key):
            late[each.meeting.body.organisation].append(each)
    written = 0
    for town, agreements in late.items():
        for person in waiting.holders([town.pk], WRITERS):
            letters.write_to(
                person,
                "agreements_due",
                folder="toolkit",
                town=town,
                agreements=agreements[:SHOWN_IN_A_LETTER],
                total=len(agreements),
                link=letters.link("toolkit:town", town.pk, language=person.language),
            )
            written += 1
    return written
