"""Fill the database with marked samples, for tests of volume; refused in production."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from amuprev import environment
from amuprev.foundation.bulk import take_stock
from amuprev.management.seeding import (
    TABLES,
    Cast,
    Maker,
    add_experiences,
    add_twinnings,
    bulk_load,
    chunks_of,
    gather,
    put_chunk,
    remove_experiences,
    remove_samples,
    remove_twinnings,
    sampled,
)
from amuprev.management.seeding.words import MARK
from network.models import Activity, Organisation
from network.services.listing import fill_listing, fill_words
from network.services.searching import fill_search, find_record

MOST = 5_000_000
# How many of each may be asked for besides, and what adds them.
MORE: dict[str, tuple[int, Callable[[Cast, int, int], int]]] = {
    "experiences": (200_000, add_experiences),
    "twinnings": (50_000, add_twinnings),
}
# The words of more would be read for longer than anybody who measures waits.
MOST_FOUND = 100_000


class Command(BaseCommand):
    help = (
        "Adds sample activities until there are as many as asked; the same seed gives "
        "the same ones. --remove takes all samples out."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--activities", type=int, default=20_000)
        parser.add_argument("--experiences", type=int, default=0)
        parser.add_argument("--twinnings", type=int, default=0)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--remove", action="store_true")
        parser.add_argument(
            "--leave-search",
            action="store_true",
            help="Do not have them found by the public search: that takes longest.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            message = "Samples are never mixed with a production database."
            raise CommandError(message)
        if options["remove"]:
            self.stdout.write(f"{remove_twinnings():,} sample twinnings removed.")
            self.stdout.write(f"{remove_experiences():,} sample experiences removed.")
            self.stdout.write(f"{remove_samples():,} sample activities removed.")
            return
        if not 0 <= options["activities"] <= MOST or not 0 <= options["seed"] < 2**31:
            message = (
                f"Ask for 0 to {MOST:,} activities and a seed below 2 147 483 648."
            )
            raise CommandError(message)
        for name, (most, _add) in MORE.items():
            if not 0 <= options[name] <= most:
                message = f"Ask for 0 to {most:,} {name}."
                raise CommandError(message)
        self._add(
            options["activities"], options["seed"], found=not options["leave_search"]
        )
        for name in MORE:
            if options[name]:
                self._add_more(name, options[name], options["seed"])

    def _add_more(self, name: str, wanted: int, seed: int) -> None:
        began = time.monotonic()
        cast = gather(
            today=timezone.localdate(),
            now=timezone.now(),
            password=environment.text("DEMO_PASSWORD"),
        )
        _most, add = MORE[name]
        made = add(cast, seed, wanted)
        take_stock()
        self.stdout.write(
            f"{made:,} {name} added in {time.monotonic() - began:.1f} s; the public "
            "search finds them within the hour, or by «manage.py check_search --repair»."
        )

    def _add(self, activities: int, seed: int, *, found: bool) -> None:
        began = time.monotonic()
        today = timezone.localdate()
        with transaction.atomic():
            cast = gather(
                today=today,
                now=timezone.now(),
                password=environment.text("DEMO_PASSWORD"),
            )
        maker = Maker(cast, seed, today)
        first, numbers = where_to_go_on(seed, activities)
        ready = time.monotonic()
        with bulk_load(TABLES, len(numbers)):
            for made in chunks_of(maker, first, numbers):
                put_chunk(made)
            if numbers:
                own = first + numbers.start, first + numbers.stop - 1
                fill_listing(*own)
                fill_words(*own)
        take_stock()
        spent = time.monotonic() - ready
        self.stdout.write(
            f"{len(numbers):,} activities added in {spent:.1f} s "
            f"({len(numbers) / max(spent, 0.001):,.0f} a second), after "
            f"{ready - began:.1f} s for {len(cast.towns)} towns and their people; "
            f"{activities:,} of seed {seed} in all."
        )
        if found and len(numbers) > MOST_FOUND:
            self.stdout.write(
                f"More than {MOST_FOUND:,}: the public search finds them once "
                "«manage.py check_search --repair» has read them."
            )
        elif found and numbers:
            self._have_found(*own)

    def _have_found(self, first: int, last: int) -> None:
        """Apart: words of two languages take longer than all the rest."""
        began = time.monotonic()
        for town in sampled(Organisation):
            find_record(town)
        made = fill_search(first, last)
        take_stock()
        spent = time.monotonic() - began
        self.stdout.write(
            f"{made:,} documents of them put into the search in {spent:.1f} s "
            f"({made / max(spent, 0.001):,.0f} a second)."
        )


def where_to_go_on(seed: int, activities: int) -> tuple[int, range]:
    """The key of the seed's sample number 0, and the numbers that are missing."""
    stem = f"{MARK}-{seed}-"
    held = Activity.objects.filter(content_key__startswith=stem)
    newest = held.order_by("-pk").values_list("pk", "content_key").first()
    if newest is None:
        last = Activity.objects.aggregate(last=Max("pk"))["last"] or 0
        return last + 1, range(activities)
    pk, key = newest
    after = int(str(key).removeprefix(stem)) + 1
    clash = Activity.objects.filter(pk__gt=pk).aggregate(last=Max("pk"))["last"]
    start = (clash or pk) + 1 - after
    return start, range(after, max(after, activities))
