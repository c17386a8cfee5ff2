"""What tests of the secretariat's screens do again and again."""

import datetime
from typing import Any

from django.contrib import admin
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amuprev.foundation.models import SearchSynonyms
from network.choices import Act, ReviewState, Role
from network.models import (
    Activity,
    Agreement,
    Assembly,
    Deletion,
    Invitation,
    Milestone,
    Question,
    SecretariatTerm,
    TakeDown,
    User,
)
from network.services import audit
from tests.network import factories
from tests.toolkit import factories as toolkit_factories
from tests.twinnings.factories import ExchangeFactory, TwinningFactory

BACKEND = "network.access.AppointmentBackend"


def signed_in(person: User) -> Client:
    """A client in which the person has signed in."""
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def screen_address(model: str, act: str, *keys: Any) -> str:
    """An address of a model's screen, whichever floor the model stands on."""
    (label,) = {
        each._meta.app_label
        for each in admin.site._registry
        if each._meta.model_name == model
    }
    return reverse(f"admin:{label}_{model}_{act}", args=keys)


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
    audit.record(Act.PERSON_INVITED, by=None)
    factories.ThemeFactory()
    factories.SettingFactory()
    factories.PopulationGroupFactory()
    factories.OrganisationFactory()
    factories.GlossaryTermFactory()
    factories.HelpLineFactory()
    SearchSynonyms.objects.create(key="s", words="alcaldía\nmunicipalidad")
    activity = factories.ActivityFactory(
        owner=municipality,
        review_state=ReviewState.SUBMITTED,
        submitted_at=timezone.now(),
    )
    day = datetime.date(2012, 5, 1)
    association = municipality.affiliations.get().association
    Agreement.objects.create(key="a", title_es="Convenio", started=day)
    Milestone.objects.create(key="h", title_es="Hito", started=day)
    Assembly.objects.create(
        key="s", title_es="Asamblea", started=day, association=association
    )
    SecretariatTerm.objects.create(holder_es="AMUPREV", valid_to=day)
    Deletion.objects.create(
        record_kind="network.theme", record_key="1", name="Paz", rows_count=1
    )
    Question.objects.create(association=association, asked="¿Cómo empezaron?")
    returned = {"review_state": ReviewState.RETURNED, "owner": municipality}
    ExchangeFactory(twinning=TwinningFactory(**returned), **returned)
    toolkit_factories.one_of_each(municipality)
    TakeDown.objects.create(kind="activity", key="1", why="error", address="/es/")
    Invitation.objects.create(
        email="alguien@ejemplo.test",
        organisation=association,
        role=Role.READS,
        code_hash="x",
        expires_at=timezone.now(),
    )
    return activity
