"""Compare the bits of the experiences' filters with what is public."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from experiences.services.facets import faults_of_facets, repair_facets


class Command(BaseCommand):
    help = (
        "Compares the bits by which experiences are filtered with what is public; "
        "fails when they differ. --repair makes them anew."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        faults = repair_facets() if options["repair"] else faults_of_facets()
        lines = [f"{facet}: {value}".rstrip(": ") for facet, value in faults]
        if faults and not options["repair"]:
            raise CommandError("\n".join(lines))
        for line in lines:
            self.stdout.write(line)
        self.stdout.write("Filters: repaired." if faults else "Filters: in order.")
