"""The mail that carries an invitation, in its recipient's language."""

from django.conf import settings

from network import letters
from network.models import Invitation
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
