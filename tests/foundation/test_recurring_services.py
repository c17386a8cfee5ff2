import datetime
import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone

from amuprev import due
from amuprev.foundation import recurring
from amuprev.foundation.models import RecurringRun
from amuprev.foundation.recurring import Verb

HOUR = datetime.timedelta(hours=1)


def fail() -> int:
    raise ValueError("a draft's text")


def names(ran: list[recurring.Ran]) -> list[str]:
    return [each.name for each in ran]


@pytest.mark.django_db
def test_a_verb_runs_when_its_time_has_come_and_not_before():
    verbs = [Verb("count", lambda: 3, HOUR)]
    assert recurring.run(verbs) == [recurring.Ran("count", changed=3)]
    assert recurring.run(verbs) == []
    RecurringRun.objects.update(next_at=timezone.now())
    assert names(recurring.run(verbs)) == ["count"]
    assert names(recurring.run(verbs, now=True)) == ["count"]


@pytest.mark.django_db
def test_a_failing_verb_leaves_the_others_and_comes_again_soon(caplog):
    verbs = [Verb("bad", fail, HOUR), Verb("good", lambda: 2, HOUR)]
    with caplog.at_level("INFO"):
        ran = recurring.run(verbs)
    assert names(ran) == ["bad", "good"]
    assert ran[0].fault.startswith("builtins.ValueError in fail (")
    assert ran[1].changed == 2
    soon = RecurringRun.objects.get(name="bad").next_at - timezone.now()
    assert soon <= recurring.PAUSE_AFTER_FAULT


@pytest.mark.django_db
def test_one_line_for_each_verb_that_changed_something_and_no_words_of_a_fault(caplog):
    verbs = [
        Verb("bad", fail, HOUR),
        Verb("idle", lambda: 0, HOUR),
        Verb("good", lambda: 2, HOUR),
    ]
    with caplog.at_level("INFO"):
        recurring.run(verbs)
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 2
    assert lines[0].startswith("bad failed: builtins.ValueError in fail")
    assert lines[1] == "good: 2"
    assert "draft" not in caplog.text
    assert "draft" not in RecurringRun.objects.get(name="bad").fault


@pytest.mark.django_db
def test_a_claim_is_respected_until_it_is_stale():
    verbs = [Verb("count", lambda: 1, HOUR)]
    held = RecurringRun.objects.create(name="count", claimed_at=timezone.now())
    assert recurring.run(verbs, now=True) == []
    held.claimed_at -= recurring.CLAIM + datetime.timedelta(seconds=1)
    held.save()
    assert names(recurring.run(verbs)) == ["count"]
    held.refresh_from_db()
    assert held.claimed_at is None


@pytest.mark.django_db(transaction=True)
def test_two_at_once_run_each_verb_once():
    done: list[int] = []
    started = threading.Barrier(4)

    def work() -> int:
        done.append(1)
        return 1

    def run() -> None:
        started.wait(10)
        try:
            recurring.run([Verb("count", work, HOUR)])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert done == [1]


@pytest.mark.django_db
def test_run_due_twice_changes_nothing_the_second_time(caplog):
    call_command("run_due", "--now")
    caplog.clear()
    with caplog.at_level("INFO"):
        call_command("run_due", "--now")
    assert [record.getMessage() for record in caplog.records] == []
    assert RecurringRun.objects.count() == len(due.DUE)
    assert not RecurringRun.objects.exclude(fault="", changed=0).exists()


@pytest.mark.django_db
def test_run_due_runs_what_is_named_and_says_what_failed(monkeypatch):
    monkeypatch.setattr(
        "amuprev.management.commands.run_due.DUE",
        (Verb("bad", fail, HOUR), Verb("good", lambda: 2, HOUR)),
    )
    call_command("run_due", "good")
    assert RecurringRun.objects.get().name == "good"
    with pytest.raises(CommandError, match="bad") as raised:
        call_command("run_due")
    assert "draft" not in str(raised.value)
    with pytest.raises(CommandError, match="no verb called other"):
        call_command("run_due", "other")


def test_names_of_verbs_are_unique():
    assert len({verb.name for verb in due.DUE}) == len(due.DUE)
