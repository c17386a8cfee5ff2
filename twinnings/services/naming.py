"""The names of twinnings follow those of their parties."""

from django.db import transaction
from django.utils.translation import override

from twinnings.models import Twinning
from twinnings.services.parties import name_of
from twinnings.services.sight import keep_twinning_in_sight

BATCH = 500
WHO = ("parties__place", "parties__organisation")


def follow_names() -> int:
    """Name anew the twinnings of which a place or an organisation was renamed; how many.

    Their addresses stay: they are given once.
    """
    renamed, last = 0, 0
    while True:
        rows = Twinning.objects.filter(pk__gt=last).order_by("pk")
        found = list(rows.prefetch_related(*WHO)[:BATCH])
        if not found:
            return renamed
        renamed += sum(_renamed(each) for each in found)
        last = found[-1].pk


def _renamed(twinning: Twinning) -> bool:
    names = {}
    for language in ("es", "en"):
        with override(language):
            names[f"title_{language}"] = name_of(list(twinning.parties.all()))
    if all(getattr(twinning, column) == name for column, name in names.items()):
        return False
    with transaction.atomic():
        # Nobody wrote it anew: whoever has it open goes on with the version they read.
        Twinning.objects.filter(pk=twinning.pk).update(**names)
        keep_twinning_in_sight(twinning)
    return True
