"""Compare what the search finds with everything that is public."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from amuprev.foundation.models import SearchDocument
from amuprev.site.searching import faults_of_search, repair_search

TOLD = 20


class Command(BaseCommand):
    help = (
        "Compares the search with everything that is public; fails when they differ. "
        "--repair makes it anew, some at a time, while people go on searching."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        faults = repair_search() if options["repair"] else faults_of_search()
        if len(faults) > TOLD:
            faults = [*faults[:TOLD], f"… and {len(faults) - TOLD} more."]
        if faults and not options["repair"]:
            raise CommandError("\n".join(faults))
        for fault in faults:
            self.stdout.write(fault)
        done = "repaired" if faults else "in order"
        self.stdout.write(f"Search: {done}, {SearchDocument.objects.count():,} found.")
