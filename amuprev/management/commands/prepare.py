"""Bring the database up to date: tables, content, demonstration."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from amuprev.backup.restoring import settle_restorations
from network.services.listing import fill_when_empty


class Command(BaseCommand):
    help = (
        "Migrates the database when something waits, loads the initial content and, "
        "outside production, the demonstration accounts."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if migrations_wait():
            self.stdout.write("Preparing the database; the first time takes a minute.")
            call_command("migrate", interactive=False, verbosity=0)
        settle_restorations()
        fill_when_empty()
        call_command("load_portal", stdout=self.stdout)
        if not settings.PRODUCTION:
            call_command("load_demo", stdout=self.stdout)


def migrations_wait() -> bool:
    """Whether the database lacks a migration; far quicker than running migrate."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
