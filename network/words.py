"""Finding activities by words: every word asked for begins a word of theirs."""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from amuprev.foundation.collation import bare
from network.models import Word, WordUse

LONGEST = 24
MOST_ASKED = 8
# Up to so many activities are looked at one by one; a word that more of them have is
# found soon enough among the newest.
FEW = 20_000
# Of a common word, so many uses are looked at before any other way is tried.
NEWEST = 500
WRITTEN = re.compile(r"[a-z0-9]+")


def words_of(texts: Iterable[str | None]) -> set[str]:
    """The words of some texts, without accents or capitals."""
    whole = bare(" ".join(text for text in texts if text))
    return {word[:LONGEST] for word in WRITTEN.findall(whole)}


def with_words(activities: Any, asked: str) -> Any:
    """Those of the activities that have all the words; none when there is no word."""
    return Asked(asked).among(activities)


class Asked:
    """Words that somebody asked for, and how many activities have them."""

    def __init__(self, asked: str) -> None:
        words = sorted(words_of([asked]))[:MOST_ASKED]
        self.uses = [_uses_of(word) for word in words]
        self.many = [each[: FEW + 1].count() for each in self.uses]

    @property
    def common(self) -> bool:
        """True when many activities have each of them."""
        return bool(self.many) and min(self.many) > FEW

    def newest(self, before: int | None) -> list[int]:
        """The numbers of the newest activities, before one, that have the rarest word.

        At most NEWEST: what is newer than the last of them and has all the words is
        among them.
        """
        found = self.uses[self._rarest].order_by("-activity")
        if before is not None:
            found = found.filter(activity__lt=before)
        return list(found.values_list("activity", flat=True)[:NEWEST])

    def among(self, activities: Any) -> Any:
        """Those of the activities that have all the words; none when there is none."""
        if not self.uses:
            return activities.none()
        rarest = self._rarest
        for place, found in enumerate(self.uses):
            if place == rarest and not self.common:
                activities = activities.filter(pk__in=found.values("activity"))
            else:
                here = Exists(found.filter(activity=OuterRef("pk")))
                activities = activities.filter(here)
        return activities

    @property
    def _rarest(self) -> int:
        return min(range(len(self.uses)), key=self.many.__getitem__)


def _uses_of(beginning: str) -> "QuerySet[WordUse]":
    """The uses of every word that begins so."""
    # Nothing but these signs stands in a word, so that any collation sorts them alike.
    last = beginning.ljust(LONGEST, "z")
    words = Word.objects.filter(text__gte=beginning, text__lte=last)
    return WordUse.objects.filter(word__in=list(words.values_list("pk", flat=True)))
