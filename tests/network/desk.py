"""What tests of the secretariat's screens do again and again."""

import datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.choices import ReviewState, Role
from network.models import (
    Activity,
    Agreement,
    Assembly,
    Invitation,
    Milestone,
    Organisation,
    SecretariatTerm,
    User,
)
from tests.network import factories

BACKEND = "network.access.AppointmentBackend"


def signed_in(person: User) -> Client:
    """A client in which the person has signed in."""
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def said(answer: HttpResponse) -> str:
    """The messages a page shows."""
    return " ".join(str(message) for message in answer.context["messages"])


def post_action(
    client: Client, model: str, action: str, rows: list, **more: str
) -> HttpResponse:
    """Run an action of a list on some of its rows."""
    address = reverse(f"admin:network_{model}_changelist")
    chosen = {"action": action, "_selected_action": [row.pk for row in rows], **more}
    return client.post(address, chosen, follow=True)


def submitted(**more: Any) -> Activity:
    """An activity that waits for its review."""
    return factories.ActivityFactory(
        review_state=ReviewState.SUBMITTED, submitted_at=timezone.now(), **more
    )


def one_of_each():
    municipality = factories.reviewed_municipality()
    factories.ThemeFactory()
    factories.SettingFactory()
    factories.PopulationGroupFactory()
    factories.OrganisationFactory()
    activity = factories.ActivityFactory(
        owner=municipality,
        review_state=ReviewState.SUBMITTED,
        submitted_at=timezone.now(),
    )
    day = datetime.date(2012, 5, 1)
    association = Organisation.objects.associations().get()
    Agreement.objects.create(key="a", title_es="Convenio", started=day)
    Milestone.objects.create(key="h", title_es="Hito", started=day)
    Assembly.objects.create(
        key="s", title_es="Asamblea", started=day, association=association
    )
    SecretariatTerm.objects.create(holder_es="AMUPREV", valid_to=day)
    Invitation.objects.create(
        email="alguien@ejemplo.test",
        organisation=association,
        role=Role.READS,
        code_hash="x",
        expires_at=timezone.now(),
    )
    return activity
