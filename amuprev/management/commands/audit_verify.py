"""Walk the chain of the audit trail and say whether it holds."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from network.models import AuditEntry, AuditSeal
from network.services.audit import faults


class Command(BaseCommand):
    help = "Walks the audit chain; fails when an entry or a seal was changed."

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(faults())
        if found:
            raise CommandError("\n".join(found))
        last = AuditSeal.objects.order_by("-number").first()
        waiting = AuditEntry.objects.filter(seal__isnull=True).count()
        self.stdout.write(
            f"The chain holds: {last.number if last else 0} seals, head "
            f"{last.hash if last else '-'}; {waiting} entries wait for their seal."
        )
