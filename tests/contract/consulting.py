"""A consultation that runs, with whoever enters its groups and whoever reads a flood."""

from collections.abc import Callable
from urllib.parse import quote

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from municipio_seguro.models import Response
from network.choices import Role
from tests.contract.cast import Cast
from tests.municipio_seguro.factories import a_town, consulting, people
from tests.network.desk import signed_in
from tests.network.factories import staff_of

Where = tuple[Client, str]


def facilitating(view: str, *given: str) -> Callable[[Cast], Where]:
    """A facilitator before one of the forms of a consultation that runs."""

    def start(cast: Cast) -> Where:
        del cast
        town = a_town()
        running = consulting(town)
        client = signed_in(staff_of(town.organisation, Role.FACILITATES))
        pk = running.assessment_id
        return client, reverse(f"municipio_seguro:{view}", args=[pk, *given])

    return start


def flooded(cast: Cast) -> Where:
    """The association before identical responses of one minute."""
    del cast
    town = a_town()
    running = consulting(town)
    people(running, "women", 12)
    minute = timezone.now().replace(second=0, microsecond=0)
    Response.objects.filter(consultation=running).update(alike="a" * 64, minute=minute)
    place = reverse("municipio_seguro:burst", args=[running.assessment_id, "a" * 64])
    return signed_in(town.reviewer), f"{place}?minute={quote(minute.isoformat())}"
