"""Those who come when a staff is replaced: what stands against each row of a list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from network.models import Appointment, Organisation, User
from network.rules import roles_offered
from network.services.refusals import Refused


@dataclass(frozen=True)
class Newcomer:
    """Somebody to invite."""

    email: str
    name: str
    role: str
    position: str = ""

    @property
    def address(self) -> str:
        """The e-mail as accounts hold it."""
        return self.email.strip().lower()


@dataclass(frozen=True)
class Problem:
    """What is wrong with one row, beside which field it is said, and how to mend it."""

    row: int
    field: str
    sentence: str


class RowsRefused(Refused):
    """Some rows cannot be done: nothing was changed."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].sentence, code="rows")
        self.problems = problems


def problems_of(
    *,
    newcomers: list[Newcomer],
    organisation: Organisation,
    by: User,
    staff: Iterable[Appointment],
    leaving: frozenset[int],
) -> Iterator[Problem]:
    """What stands against inviting these people when those leave; nothing when all is well.

    `staff` are the appointments of today, `leaving` the keys of those that end.
    """
    held = {
        (post.person.email.lower(), post.role, post.pk in leaving) for post in staff
    }
    gone = {address for address, _role, leaves in held if leaves}
    staying = {(address, role) for address, role, leaves in held if not leaves}
    closed = _closed(newcomers)
    offered = roles_offered(by, organisation)
    written: dict[str, str] = {}
    for row, each in enumerate(newcomers):
        if each.role not in offered:
            yield Problem(row, "role", _("You cannot offer this role here."))
        elif each.address in written:
            yield Problem(
                row,
                "email",
                _("You already wrote this address for %(name)s. Write each one once.")
                % {"name": written[each.address]},
            )
        elif sentence := _against(each, by, gone, staying, closed):
            yield Problem(row, "email", sentence)
        written.setdefault(each.address, each.name)


def _against(
    newcomer: Newcomer,
    by: User,
    gone: set[str],
    staying: set[tuple[str, str]],
    closed: set[str],
) -> str:
    if newcomer.address == by.email.lower():
        return _("You cannot invite yourself. Ask somebody else to do it.")
    if newcomer.address in gone:
        return _(
            "This person is among those who leave. If they stay, untick them above; "
            "to give them another role, invite them afterwards."
        )
    if (newcomer.address, newcomer.role) in staying:
        return _("This person already has this role here.")
    if newcomer.address in closed:
        return _("This account is closed. Write to the secretariat of the network.")
    return ""


def _closed(newcomers: list[Newcomer]) -> set[str]:
    addresses = [each.address for each in newcomers]
    found = User.objects.filter(email__in=addresses, is_active=False)
    return {email.lower() for email in found.values_list("email", flat=True)}
