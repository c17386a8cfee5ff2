"""Work in the background: queued tasks (mail, files), and what recurs."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amuprev.backup.refusals import BackupRefused
from amuprev.backup.running import hold_portal
from amuprev.worker import Worker

NICENESS = 5


class Command(BaseCommand):
    help = "Does queued tasks and what recurs until it is stopped (SIGTERM or Ctrl-C)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="Do what waits now, then end."
        )
        parser.add_argument(
            "--parent", type=int, help="End when the process of this number is gone."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            hold_portal()
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        # Whoever waits for a page comes first.
        os.nice(NICENESS)
        worker = Worker(parent=options["parent"])
        worker.heed_signals()
        if options["once"]:
            worker.work_once()
        else:
            worker.work()
