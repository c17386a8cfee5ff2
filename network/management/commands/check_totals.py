"""Compare the public log's listing and sums with the full count of its activities."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.models import ListedActivity
from network.services.listing import faults_of_totals, repair_totals


class Command(BaseCommand):
    help = (
        "Compares the public listing, its sums and the words by which staff find "
        "activities with all activities; fails when they differ. --repair makes them "
        "anew and tells the audit trail."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        faults = repair_totals() if options["repair"] else faults_of_totals()
        if faults and not options["repair"]:
            raise CommandError("\n".join(faults))
        for fault in faults:
            self.stdout.write(fault)
        done = "repaired" if faults else "in order"
        self.stdout.write(f"Totals: {done}, {ListedActivity.objects.count():,} listed.")
