"""The mail that carries an invitation, in its recipient's language."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from network.models import Invitation
from network.services.people.secrets import invitation_link


def send_invitation(invitation: Invitation, token: str) -> None:
    """Send it once the change is really kept; without mail there is still the letter."""
    transaction.on_commit(lambda: _send(invitation, token), robust=True)


def _send(invitation: Invitation, token: str) -> None:
    with override(invitation.language):
        context = {
            "invitation": invitation,
            "organisation": invitation.organisation,
            "link": invitation_link(token, invitation.language),
            "code_page": settings.SITE_URL + reverse("invitation_by_code"),
            "hours": settings.INVITATION_HOURS,
        }
        subject = render_to_string("network/mail/invitation_subject.txt", context)
        body = render_to_string("network/mail/invitation.txt", context)
    send_mail(" ".join(subject.split()), body, None, [invitation.email])
