"""Put a backup in the place of what the portal holds."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amuprev.backup.refusals import BackupRefused
from amuprev.backup.restoring import restore_backup


class Command(BaseCommand):
    help = (
        "Restores a backup into an empty database and media folder, on SQLite as on "
        "PostgreSQL; never over a running portal."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a file that backup made")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="put it in the place of records that are there; these are kept in a "
            "backup of their own first",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["file"]:
            message = "Say which: make restore FILE=portal-2026-11-22.backup"
            raise CommandError(message)
        try:
            made, kept = restore_backup(
                Path(options["file"]), replace=options["replace"]
            )
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        rows = sum(table["rows"] for table in made["tables"].values())
        self.stdout.write(
            f"The portal is again as it was at {made['made_at']}: {rows} rows and "
            f"{made['media']['files']} files, each compared with the backup."
        )
        if kept:
            self.stdout.write(
                f"What was there before is kept in {kept}; to go back to it: "
                f"make restore FILE={kept} REPLACE=yes"
            )
