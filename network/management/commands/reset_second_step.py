"""For whoever keeps the machine, when nobody is left who could do it in the portal."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.models import User
from network.services.second_step import remove_second_step


class Command(BaseCommand):
    help = "Takes away a person's second step and ends their sessions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.filter(email=options["email"].strip().lower()).first()
        if person is None:
            message = "Nobody signs in with this address."
            raise CommandError(message)
        remove_second_step(person=person, by=None)
        self.stdout.write("Done. They set up another one when they sign in again.")
