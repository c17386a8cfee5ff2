"""Run worked examples of the scoring through the scoring code."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from municipio_seguro import content
from municipio_seguro.vectors import check


class Command(BaseCommand):
    help = (
        "Runs a file in the form of municipio_seguro/content/vectors.json through the "
        "scoring code: one line per vector; fails, after all, when a figure differs."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            vectors = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"{path}: {error}") from error
        if not isinstance(vectors, list) or not vectors:
            raise CommandError(f"{path}: it must be a list of vectors")
        outcomes = check(vectors, content.current_instrument())
        for outcome in outcomes:
            self.stdout.write(str(outcome))
        wrong = sum(1 for each in outcomes if each.faults)
        if wrong:
            raise CommandError(f"{wrong} of {len(outcomes)} vectors differ.")
