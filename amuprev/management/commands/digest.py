"""Print the fingerprint of each table and one for the media."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amuprev.backup.digests import digests
from amuprev.backup.refusals import BackupRefused


class Command(BaseCommand):
    help = (
        "Prints one fingerprint per table and one for the media: equal for equal "
        "content, on SQLite as on PostgreSQL."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for name, value in digests():
                self.stdout.write(f"{value}  {name}")
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from refusal
