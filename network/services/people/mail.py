"""The mails about somebody's place in an organisation, in their own language."""

from django.conf import settings

from network import letters
from network.models import Appointment, Invitation, User
from network.services.people.secrets import invitation_link


def send_invitation(invitation: Invitation, token: str) -> None:
    """Queue it with the change itself; without mail there is still the letter."""
    language = invitation.language
    letters.write(
        "invitation",
        to=invitation.email,
        language=language,
        invitation=invitation,
        organisation=invitation.organisation,
        link=invitation_link(token, language),
        code_page=letters.link("invitation_by_code", language=language),
        hours=settings.INVITATION_HOURS,
    )


def send_end_of_role(appointment: Appointment, by: User) -> None:
    """Tell whoever lost a role, today or on a day to come; not who gave it up."""
    _of_role("role_ended", appointment, by)


def send_role_given_back(appointment: Appointment, by: User) -> None:
    """Tell whoever lost a role by mistake that it is theirs again."""
    _of_role("role_given_back", appointment, by)


def _of_role(letter: str, appointment: Appointment, by: User) -> None:
    person = appointment.person
    # A role that nobody approved was never theirs.
    if person.pk == by.pk or not person.is_active or appointment.approved_at is None:
        return
    letters.write_to(
        person,
        letter,
        appointment=appointment,
        organisation=appointment.organisation,
        link=letters.link("workspace:home", language=person.language),
    )
