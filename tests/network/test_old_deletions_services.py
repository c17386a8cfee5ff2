"""A deletion outlives the portal that wrote it: kinds and columns it names may be gone."""

import pytest
from django.urls import reverse

from network.models import Deletion
from network.services.deletions import restore_deletion
from network.services.refusals import Refused
from tests.network import factories
from tests.network.desk import signed_in

pytestmark = pytest.mark.django_db

ROWS = {
    "kind": {"model": "network.farol", "pk": 1, "fields": {}, "told": "Un farol"},
    "column": {"model": "network.theme", "pk": 9, "fields": {"luz": 1}, "told": "Luz"},
    "nothing": {},
}


def an_old_deletion(row: dict, kind: str = "network.farol") -> Deletion:
    return Deletion.objects.create(
        record_kind=kind, record_key="1", name="Un farol", rows=[row], rows_count=1
    )


@pytest.mark.parametrize("kind", ["network.farol", "nadie.nada", "farol", ""])
@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_its_screens_still_say_what_went(row, kind):
    old = an_old_deletion(row, kind)
    secretary = signed_in(factories.secretariat_member(language="es"))
    change = reverse("admin:network_deletion_change", args=[old.pk])
    for address in (change, reverse("admin:network_deletion_changelist")):
        answer = secretary.get(address)
        assert answer.status_code == 200
        assert "Un farol" in answer.content.decode()


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_can_no_longer_be_read_is_refused_in_a_sentence(row):
    old = an_old_deletion(row)
    secretary = factories.secretariat_member(language="es")
    with pytest.raises(Refused) as refused:
        restore_deletion(deletion=old, by=secretary)
    assert refused.value.code == "unreadable"
    old.refresh_from_db()
    assert old.restored_at is None
