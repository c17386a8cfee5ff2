"""Bring the database up to date: tables, cache, content, demonstration."""

from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    help = (
        "Migrates the database when something waits, makes the cache table, loads the "
        "initial content and, outside production, the demonstration accounts."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if migrations_wait():
            self.stdout.write("Preparing the database; the first time takes a minute.")
            call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        commands = (
            ["load_portal"] if settings.PRODUCTION else ["load_portal", "load_demo"]
        )
        for name in commands:
            if name in get_commands():
                call_command(name, stdout=self.stdout)


def migrations_wait() -> bool:
    """Whether the database lacks a migration; far quicker than running migrate."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
