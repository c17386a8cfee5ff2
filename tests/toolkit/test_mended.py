"""What must hold when several people keep the same things."""

import datetime

import pytest

from network.services.refusals import Refused
from tests.toolkit.factories import (
    BodyFactory,
    MeetingFactory,
    StepFactory,
    days_ago,
    reviewed_town,
)
from toolkit import rules
from toolkit.models import CheckEvidence, MunicipalPolicy, StepCheck
from toolkit.services import agreements, checks, meetings, policies

pytestmark = pytest.mark.django_db


def test_who_wrote_what_a_policy_says_now_does_not_publish_it():
    town, clerk, reviewer = reviewed_town()
    values = {"title_es": "Plan", "kind": "plan"}
    policy = policies.register_policy(organisation=town, by=clerk, values=values)
    assert rules.may_publish_policy(reviewer, policy)
    policy = policies.save_policy(policy=policy, by=reviewer, values={"title_es": "X"})
    assert not rules.may_publish_policy(reviewer, policy)
    with pytest.raises(Refused):
        policies.publish_policy(policy=policy, by=reviewer)
    assert not MunicipalPolicy.objects.awaiting(reviewer).exists()
    policies.save_policy(policy=policy, by=clerk, values={"title_es": "Y"})
    assert MunicipalPolicy.objects.awaiting(reviewer).exists()


def test_agreements_move_with_their_meeting_and_are_never_due_before_it():
    town, clerk, _reviewer = reviewed_town()
    meeting = MeetingFactory(body=BodyFactory(organisation=town), held_on=days_ago(30))
    agreed = agreements.add_agreement(
        meeting=meeting, by=clerk, text="Abrir el parque", responsible="Policía",
        due=days_ago(10),
    )  # fmt: skip
    meeting = meetings.save_meeting(
        meeting=meeting, by=clerk, version=None, values={"held_on": days_ago(20)}
    )
    agreed.refresh_from_db()
    assert agreed.agreed_on == days_ago(20)
    with pytest.raises(Refused, match="antes de su reunión"):
        meetings.save_meeting(
            meeting=meeting, by=clerk, version=None, values={"held_on": days_ago(5)}
        )
    meeting.refresh_from_db()
    assert meeting.held_on == days_ago(20)


def test_evidence_brought_back_at_the_last_moment_stays(monkeypatch):
    town, clerk, _reviewer = reviewed_town()
    step = StepFactory()
    piece = checks.add_evidence(
        organisation=town, step=step, by=clerk, reference="Acta 1"
    )
    checks.remove_evidence(evidence=piece, by=clerk)
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    CheckEvidence.objects.update(removed_at=long_ago)
    real = checks._emptied

    def brought_back_first(due, key):
        checks.restore_evidence(evidence=piece, by=clerk)
        return real(due, key)

    monkeypatch.setattr(checks, "_emptied", brought_back_first)
    assert checks.empty_removed() == 0
    assert StepCheck.objects.get().evidence_count == 1
    monkeypatch.undo()
    checks.remove_evidence(evidence=piece, by=clerk)
    CheckEvidence.objects.update(removed_at=long_ago)
    assert checks.empty_removed() == 1
    assert not CheckEvidence.objects.exists()
