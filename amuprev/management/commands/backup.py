"""Keep the whole portal, as it is at one instant, in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amuprev.backup.refusals import BackupRefused
from amuprev.backup.saving import save_backup


class Command(BaseCommand):
    help = (
        "Writes database and files, of one instant, into one new file while people "
        "go on working."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the new file; nothing is written over")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["file"]:
            message = "Say where: make backup FILE=portal-2026-11-22.backup"
            raise CommandError(message)
        try:
            made = save_backup(Path(options["file"]))
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        rows = sum(table["rows"] for table in made["tables"].values())
        media = made["media"]
        self.stdout.write(
            f"{options['file']}: {rows} rows of {len(made['tables'])} tables and "
            f"{media['files'] - len(media['missing'])} files, as they were at "
            f"{made['made_at']}."
        )
        for path in media["missing"]:
            self.stdout.write(f"  named by a row but not there: {path}")
