"""Do what recurs: reminders, expiries, sealing; for the worker, cron or a person."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amuprev.due import DUE
from amuprev.foundation import recurring


class Command(BaseCommand):
    help = "Runs the recurring verbs whose time has come; twice is the same as once."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "verbs",
            nargs="*",
            metavar="verb",
            help="Run these now, due or not: " + ", ".join(verb.name for verb in DUE),
        )
        parser.add_argument(
            "--now", action="store_true", help="Run every verb now, due or not."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        named = set(options["verbs"])
        if unknown := named - {verb.name for verb in DUE}:
            message = f"There is no verb called {', '.join(sorted(unknown))}."
            raise CommandError(message)
        chosen = [verb for verb in DUE if not named or verb.name in named]
        ran = recurring.run(chosen, now=options["now"] or bool(named))
        failed = [each.name for each in ran if each.fault]
        if failed:
            message = f"Failed, and will be tried again: {', '.join(failed)}."
            raise CommandError(message)
