"""Verbs that keep the words by which staff find activities."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import Max, Min

from amuprev.foundation import statements
from amuprev.foundation.bulk import put_rows
from amuprev.foundation.statements import quoted
from network.models import Activity, Word, WordedActivity, WordUse
from network.words import words_of

AT_ONCE = 5_000
TEXTS = (
    "title_es",
    "title_en",
    "place_name",
    "owner__name_es",
    "owner__name_en",
    "owner__acronym",
)
USES, HELD = WordUse._meta.db_table, WordedActivity._meta.db_table
WAITING = "words_waiting"


@transaction.atomic
def index_words(keys: Iterable[int]) -> int:
    """Find these activities by the words they have now; how many had others."""
    every = sorted(set(keys))
    if every:
        hold_words()
    return sum(
        _index(every[start : start + AT_ONCE])
        for start in range(0, len(every), AT_ONCE)
    )


def hold_words(*, alone: bool = False) -> None:
    """Keep whoever makes all words anew apart from those who write some of them.

    Asked for after the listing, never before: two that ask in different order would
    wait for each other. SQLite has one writer at a time anyway.
    """
    if connection.vendor == "postgresql":
        mode = "SHARE ROW EXCLUSIVE" if alone else "ROW EXCLUSIVE"
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {quoted([HELD])} IN {mode} MODE")


def _index(keys: list[int]) -> int:
    rows = WordedActivity.objects.filter(pk__in=keys).order_by("pk")
    # Held before the texts are read: another's words of the same activity are kept.
    held = dict(rows.select_for_update().values_list("pk", "words"))
    wanted = _texts(keys)
    known = _known({word for words in wanted.values() for word in words})
    now = {key: sorted(known[word] for word in words) for key, words in wanted.items()}
    differ = [key for key in held.keys() | now.keys() if held.get(key) != now.get(key)]
    for key in sorted(differ):
        before, after = set(held.get(key, ())), set(now.get(key, ()))
        WordUse.objects.filter(word__in=before - after, activity=key).delete()
        WordUse.objects.bulk_create(
            [WordUse(word=word, activity=key) for word in sorted(after - before)],
            ignore_conflicts=True,
        )
    WordedActivity.objects.filter(pk__in=[k for k in differ if k not in now]).delete()
    WordedActivity.objects.bulk_create(
        [WordedActivity(activity=key, words=now[key]) for key in differ if key in now],
        update_conflicts=True,
        unique_fields=["activity"],
        update_fields=["words"],
    )
    return len(differ)


def fill_words(first: int, last: int) -> None:
    """Index the activities of a range of keys, of which nothing is indexed yet."""
    known = dict(Word.objects.values_list("text", "pk"))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE {WAITING} (word bigint, activity bigint)"
        )
        for texts in texts_between(first, last):
            lacking = {
                word for words in texts.values() for word in words
            } - known.keys()
            known |= _known(lacking)
            found = {
                key: sorted(known[word] for word in words)
                for key, words in texts.items()
            }
            held = [(key, str(words)) for key, words in found.items()]
            put_rows(HELD, ("activity", "words"), held)
            pairs = [(word, key) for key, words in found.items() for word in words]
            put_rows(WAITING, ("word", "activity"), pairs)
        cursor.execute(statements.insert_sorted(USES, WAITING, ("word", "activity")))
        cursor.execute(f"DROP TABLE {WAITING}")


@transaction.atomic
def refill_words() -> None:
    """Index every activity anew; what others are writing is waited for."""
    hold_words(alone=True)
    for model in (WordUse, WordedActivity):
        rows: Any = model.objects.all()
        rows._raw_delete(rows.db)
    if ends := _ends():
        fill_words(*ends)


def all_texts() -> Iterator[dict[int, set[str]]]:
    """The words of every activity, some thousands at a time."""
    if ends := _ends():
        yield from texts_between(*ends)


def _ends() -> tuple[int, int] | None:
    ends = Activity.objects.aggregate(first=Min("pk"), last=Max("pk"))
    return None if ends["first"] is None else (ends["first"], ends["last"])


def texts_between(first: int, last: int) -> Iterator[dict[int, set[str]]]:
    """The words of the activities of a range of keys, some thousands at a time."""
    for key in range(first, last + 1, AT_ONCE):
        yield _texts(range(key, min(key + AT_ONCE, last + 1)))


def _texts(keys: Iterable[int]) -> dict[int, set[str]]:
    rows = Activity.objects.filter(pk__in=keys).order_by().rewrite(False)
    return {key: words_of(texts) for key, *texts in rows.values_list("pk", *TEXTS)}


def _known(words: set[str]) -> dict[str, int]:
    """The words' numbers; new ones are given one."""
    known = Word.objects.filter(text__in=words)
    found = dict(known.values_list("text", "pk"))
    if lacking := sorted(words - found.keys()):
        Word.objects.bulk_create(
            [Word(text=word) for word in lacking], ignore_conflicts=True
        )
        found = dict(known.all().values_list("text", "pk"))
    return found
