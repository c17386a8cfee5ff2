"""Make the demonstration accounts, one per role; refused in production."""

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from amuprev import environment
from municipio_seguro.demonstration import make_demonstration
from network.choices import NETWORK_KEY, Role
from network.models import Appointment, Organisation, User
from network.services.people import keep_editors_in_step

PASSWORD_FILE = "demo_password"  # noqa: S105  a file's name, not a password


@dataclass(frozen=True)
class Account:
    """One demonstration account and what it may do."""

    email: str
    name: str
    organisation: str
    roles: tuple[Role, ...]


ACCOUNTS = (
    Account(
        "secretaria@demo.example",
        "Secretaría de la red (demostración)",
        NETWORK_KEY,
        (Role.SECRETARIAT,),
    ),
    Account(
        "asociacion@demo.example",
        "COMURES (demostración)",
        "comures",
        (Role.REVIEWS, Role.ADMINISTERS),
    ),
    Account(
        "coordinacion@demo.example",
        "Coordinación de Santa Tecla (demostración)",
        "sv-santa-tecla",
        (Role.COORDINATES,),
    ),
    Account(
        "tecnica@demo.example",
        "Técnica de Santa Tecla (demostración)",
        "sv-santa-tecla",
        (Role.RECORDS,),
    ),
    Account(
        "tecnica2@demo.example",
        "Técnica de Nahuizalco (demostración)",
        "sv-nahuizalco",
        (Role.RECORDS,),
    ),
    Account(
        "editora@demo.example",
        "Editora de la red (demostración)",
        NETWORK_KEY,
        (Role.EDITS,),
    ),
)


class Command(BaseCommand):
    help = "Makes one demonstration account per role; never in production."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            message = "Demonstration accounts are never made in production."
            raise CommandError(message)
        chosen = environment.text("DEMO_PASSWORD")
        path = settings.STATE_DIR / PASSWORD_FILE
        with transaction.atomic():
            made = [keep_account(account) for account in ACCOUNTS]
            with override("es"):
                make_demonstration()
            password, note = settle_password(chosen, path, new=any(made))
        self._report(password, note)

    def _report(self, password: str, note: str) -> None:
        self.stdout.write("Demonstration accounts:")
        for account in ACCOUNTS:
            held = ", ".join(role.value for role in account.roles)
            self.stdout.write(f"  {account.email}  {account.organisation}: {held}")
        if password:
            self.stdout.write(f"  password: {password}")
        self.stdout.write(f"  {note}")


def keep_account(account: Account) -> bool:
    """Make the account and its appointments when missing; True when it is new."""
    organisation = Organisation.objects.filter(key=account.organisation).first()
    if organisation is None:
        message = f"Run load_portal first: «{account.organisation}» is missing."
        raise CommandError(message)
    user = User.objects.filter(email=account.email).first()
    is_new = user is None
    if user is None:
        user = User.objects.create_user(account.email, name=account.name)
        EmailAddress.objects.create(
            user=user, email=user.email, verified=True, primary=True
        )
    for role in account.roles:
        Appointment.objects.get_or_create(
            person=user,
            organisation=organisation,
            role=role,
            defaults={
                "valid_from": timezone.localdate(),
                "approved_at": timezone.now(),
            },
        )
    keep_editors_in_step(person=user)
    return is_new


def settle_password(chosen: str, path: Path, *, new: bool) -> tuple[str, str]:
    """Set the chosen password, or keep the earlier one; the words that say which."""
    people = list(
        User.objects.filter(email__in=[account.email for account in ACCOUNTS])
    )
    if chosen:
        _give(people, chosen)
        path.unlink(missing_ok=True)
        return chosen, "The password is the one in DEMO_PASSWORD."
    without = [user for user in people if not user.has_usable_password()]
    kept = path.read_text().strip() if path.exists() else ""
    if kept and not _unlike([user for user in people if user not in without], kept):
        _give(without, kept)
        return kept, "The password is the one made the first time."
    if not new:
        return "", "The earlier password stands; set DEMO_PASSWORD to change it."
    made = secrets.token_urlsafe(12)
    _give(without, made)
    _remember(path, made)
    return made, f"The password was made now and is kept in {path}."


def _unlike(people: list[User], password: str) -> list[User]:
    # The accounts share one hash, so that a start checks it once: it is slow on purpose.
    alike = {
        held: check_password(password, held) for held in {p.password for p in people}
    }
    return [person for person in people if not alike[person.password]]


def _give(people: list[User], password: str) -> None:
    others = _unlike(people, password)
    encoded = make_password(password) if others else ""
    for user in others:
        user.password = encoded
        user.save(update_fields=["password"])


def _remember(path: Path, password: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(password)
