"""The verb of readers who ask: their words reach an association, and are not kept."""

import hashlib

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from amuprev.foundation.mail_addresses import is_mailable
from network import letters
from network.choices import OrganisationKind
from network.models import Affiliation, Appointment, Organisation, User
from network.services.refusals import Refused
from network.services.takedown_mail import the_secretariat
from network.standing import REVIEWERS

AGAIN_SECONDS = 60 * 60
# Until it is kept; what was cut off in between may be sent again after this.
MEANWHILE_SECONDS = 60


def associations_to_ask() -> list[Organisation]:
    """The associations the public sees, by country and name."""
    return list(
        Organisation.objects.associations().public().in_order().select_related("place")
    )


def whom_to_ask(slug: str) -> tuple[Organisation | None, Organisation | None]:
    """The association that answers for a public organisation, and that organisation."""
    named = Organisation.objects.public().loggable().filter(slug=slug).first()
    if named is None:
        return None, None
    if named.kind == OrganisationKind.ASSOCIATION:
        return named, None
    link = (
        Affiliation.objects.today()
        .filter(municipality=named, reviews=True, association__shown=True)
        .select_related("association")
        .first()
    )
    return (link.association if link else None), named


def ask_association(
    *,
    association: Organisation,
    about: Organisation | None,
    words: str,
    name: str,
    email: str,
    language: str,
) -> int:
    """Write to whoever answers for the association; returns how many mails.

    The same words sent again within the hour are one message. What was written lives
    in the mails on their way and nowhere else. Raises Refused when nobody could
    receive it.
    """
    said = "\0".join((association.slug, about.slug if about else "", words, email))
    mark = "asked:" + hashlib.sha256(said.encode()).hexdigest()
    if not cache.add(mark, 1, MEANWHILE_SECONDS):
        return 0
    told = {"words": words, "name": name, "email": email, "asked_in": language}
    try:
        written = _write(association, about, told)
    except BaseException:
        # Nothing was sent: the same words sent again are no repetition.
        cache.delete(mark)
        raise
    cache.set(mark, 1, AGAIN_SECONDS)
    return written


@transaction.atomic
def _write(
    association: Organisation, about: Organisation | None, told: dict[str, str]
) -> int:
    readers = _readers(association)
    if not readers:
        raise Refused(_("Nobody there can receive it yet. Choose another."))
    for to, tongue in readers:
        with override(tongue):
            what = str(about) if about else ""
        letters.write(
            "question",
            to=to,
            language=tongue,
            reply_to=told["email"],
            association=association,
            about=what,
            **told,
        )
    return len(readers)


def _readers(association: Organisation) -> list[tuple[str, str]]:
    """Its office's address; else its people; else the network's secretariat."""
    if association.email and is_mailable(association.email):
        return [(association.email, "es")]
    posts = Appointment.objects.in_force().filter(
        Q(organisation=association, role__in=REVIEWERS)
    )
    people = User.objects.filter(pk__in=posts.values("person")).order_by("pk")
    return [(each.email, each.language) for each in people or the_secretariat()]
