"""Compile the translations without gettext, which a fresh machine may lack."""

import os
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compiles every locale/*/LC_MESSAGES/*.po of the project beside its source."
    # A catalogue must be compilable before anything else works.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                compile_catalogue(source)
                self.stdout.write(f"Compiled {source.relative_to(settings.BASE_DIR)}")


def compile_catalogue(source: Path) -> None:
    """Write the binary beside its source in one step, so no reader sees half of it."""
    catalogue = polib.pofile(str(source), encoding="utf-8")
    unfinished = source.with_suffix(".mo.new")
    catalogue.save_as_mofile(str(unfinished))
    os.replace(unfinished, source.with_suffix(".mo"))  # noqa: PTH105  atomic by contract
