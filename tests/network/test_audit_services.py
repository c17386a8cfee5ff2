"""The audit trail: appended, sealed into a chain, and found out when changed."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from network.choices import Act, Outcome, Role
from network.models import AuditEntry, AuditSeal
from network.services import audit
from tests.network.factories import ActivityFactory, AppointmentFactory

pytestmark = pytest.mark.django_db


def clerk_of(activity):
    return AppointmentFactory(organisation=activity.owner, role=Role.RECORDS).person


def test_an_entry_says_who_in_which_role_about_which_record():
    activity = ActivityFactory()
    clerk = clerk_of(activity)
    entry = audit.record(Act.ACTIVITY_SAVED, by=clerk, of=activity, version=1)
    entry.refresh_from_db()
    assert (entry.actor, entry.role, entry.office) == (
        clerk,
        Role.RECORDS,
        activity.owner,
    )
    assert (entry.record_kind, entry.record_key) == (
        "network.activity",
        str(activity.pk),
    )
    assert entry.owner == activity.owner
    assert entry.outcome == Outcome.DONE
    assert entry.digest == audit.fingerprint(activity)
    assert activity.history.get(history_id=entry.history).title_es == activity.title_es


@pytest.mark.parametrize("seal_first", [False, True])
def test_the_database_refuses_to_change_or_delete_an_entry(seal_first):
    entry = audit.record(Act.SIGNED_IN, by=None)
    if seal_first:
        audit.seal_all()
    entries = AuditEntry.objects.filter(pk=entry.pk)
    for change in (
        lambda: entries.update(act=Act.SIGNED_OUT),
        lambda: entries.update(details={"a": 1}),
        lambda: entries.delete(),
        lambda: entries.update(seal=None),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert AuditEntry.objects.get(pk=entry.pk).act == Act.SIGNED_IN


def test_the_database_refuses_to_change_or_delete_a_seal():
    audit.record(Act.SIGNED_IN, by=None)
    audit.seal_all()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditSeal.objects.update(hash="0" * 64)
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("DELETE FROM network_auditseal")
    assert list(audit.faults()) == []


def test_batches_are_chained_and_one_changed_byte_is_found():
    for number in range(7):
        audit.record(Act.SIGNED_IN, by=None, number=number)
    assert [audit.seal_entries(most=3).entries_count for _ in range(3)] == [3, 3, 1]
    assert audit.seal_entries() is None
    assert list(audit.faults()) == []
    call_command("audit_verify")
    drop_the_guard()
    changed = AuditEntry.objects.get(details={"number": 4})
    AuditEntry.objects.filter(pk=changed.pk).update(details={"number": 5})
    assert list(audit.faults()) == ["An entry of seal 2 was changed."]
    with pytest.raises(CommandError, match="seal 2"):
        call_command("audit_verify")


def test_a_missing_seal_is_found():
    for _ in range(2):
        audit.record(Act.SIGNED_IN, by=None)
        audit.seal_entries(most=1)
    drop_the_guard()
    AuditEntry.objects.filter(seal__number=1).update(seal=None)
    AuditSeal.objects.filter(number=1).delete()
    assert "Seal 1 is missing." in list(audit.faults())


def drop_the_guard():
    """What somebody with the database's own password could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE network_auditentry DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE network_auditseal DISABLE TRIGGER USER")
        else:
            for name in ("entry_not_changed", "entry_not_deleted", "seal_not_deleted"):
                cursor.execute(f"DROP TRIGGER network_audit{name}")
