"""The secretariat's screens of the toolkit: what they refuse and what they keep."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from network.models import AuditEntry
from tests.network.desk import screen_address, signed_in
from tests.network.factories import MunicipalityFactory, secretariat_member, staff_of
from tests.page_forms import forms_of
from tests.toolkit.factories import InstrumentFactory
from toolkit.models import InstrumentChange, ModelDocument, MunicipalPolicy

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return signed_in(secretariat_member())


def sent(client: Client, address: str, **changed: str):
    """The form of a screen as it is shown, with some fields changed."""
    shown = forms_of(client.get(address), address)
    (form,) = [each for each in shown if "title_es" in each.values]
    return client.post(address, {**form.values, **changed}, follow=True)


def changes(at: int, **values: str) -> dict[str, str]:
    """A row of what a norm does to others."""
    return {
        "changes_made-TOTAL_FORMS": "1",
        **{f"changes_made-{at}-{name}": value for name, value in values.items()},
    }


def test_a_repeal_before_the_publication_is_refused_on_the_screen(client):
    old = InstrumentFactory(published=datetime.date(2001, 5, 20))
    new = InstrumentFactory(adopted=None, published=None)
    address = screen_address("instrument", "change", new.pk)
    row = {"kind": "repeals", "of": str(old.pk)}
    answer = sent(client, address, **changes(0, on="2001-05-19", **row))
    assert "antes de publicarse" in answer.content.decode()
    assert not InstrumentChange.objects.exists()
    sent(client, address, **changes(0, on="2002-01-01", **row))
    assert InstrumentChange.objects.get().of == old


def test_a_changed_text_is_a_new_version(client):
    document = ModelDocument.objects.create(
        key="d",
        slug="d",
        position=1,
        title_es="Acta",
        description_es="x",
        body_es="El [[date]]",
        fields=[["date", "fecha", "date"]],
    )
    address = screen_address("modeldocument", "change", document.pk)
    answer = sent(client, address, body_es="El [[day]]")
    assert "no coinciden" in answer.content.decode()
    sent(client, address, body_es="Hoy, [[date]]")
    document.refresh_from_db()
    assert (document.version, document.body_es) == (2, "Hoy, [[date]]")
    sent(client, address, title_es="Acta de fundación")
    document.refresh_from_db()
    assert document.version == 2


def test_policies_are_published_by_somebody_else(client):
    policy = MunicipalPolicy.objects.create(
        key="m", owner=MunicipalityFactory(), title_es="Plan"
    )
    address = reverse("admin:toolkit_municipalpolicy_changelist")
    chosen = {"action": "publish", "_selected_action": [policy.pk]}
    client.post(address, chosen, follow=True)
    policy.refresh_from_db()
    assert policy.is_public
    assert AuditEntry.objects.filter(act="policy.published").exists()


def test_staff_of_a_town_hall_do_not_reach_the_screens():
    clerk = signed_in(staff_of(MunicipalityFactory()))
    address = reverse("admin:toolkit_instrument_changelist")
    assert clerk.get(address).status_code in (302, 403)


def test_a_repeal_entered_on_the_screen_lets_the_older_norm_stand_repealed(client):
    old, new = InstrumentFactory(), InstrumentFactory(adopted=None, published=None)
    address = screen_address("instrument", "change", new.pk)
    row = {"kind": "repeals", "of": str(old.pk), "on": "2010-01-01"}
    sent(client, address, **changes(0, **row))
    old.refresh_from_db()
    assert (old.status, old.in_force_to) == ("repealed", datetime.date(2010, 1, 1))
    assert AuditEntry.objects.filter(
        act="norm.changed", details__kind="repeals"
    ).exists()


def test_a_new_norm_is_checked_too_before_it_is_added(client):
    old = InstrumentFactory(published=datetime.date(2001, 5, 20))
    values = {
        "type": "act", "level": "national", "country": "SV", "status": "in_force",
        "title_es": "Ley nueva", "body_es": "Asamblea", "date_precision": "day",
    }  # fmt: skip
    row = {"kind": "repeals", "of": str(old.pk)}
    address = screen_address("instrument", "add")
    answer = sent(client, address, **values, **changes(0, on="2001-05-19", **row))
    assert "antes de publicarse" in answer.content.decode()
    assert not InstrumentChange.objects.exists()
    sent(client, address, **values, **changes(0, on="2020-01-01", **row))
    old.refresh_from_db()
    assert old.status == "repealed"


def test_a_repealed_norm_repeals_another_only_when_that_is_confirmed(client):
    old, new = InstrumentFactory(), InstrumentFactory(status="repealed")
    address = screen_address("instrument", "change", new.pk)
    row = {"kind": "repeals", "of": str(old.pk), "on": "2010-01-01"}
    answer = sent(client, address, **changes(0, **row))
    assert "ella misma derogada" in answer.content.decode()
    assert not InstrumentChange.objects.exists()
    sent(client, address, **changes(0, sure="on", **row))
    assert InstrumentChange.objects.get().of == old
