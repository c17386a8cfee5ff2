"""Take-downs shown again or answered by a correction, plans where nobody coordinates, and
an association beside the drafts of its municipalities."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from experiences import plan_rules, rules
from experiences.corrected import what_changes
from experiences.services import corrections, plans, review
from experiences.versions import versions_of
from network import takedowns
from network.choices import DatePrecision, PublicKind, Role, TakeDownOutcome
from network.models import TakeDown
from network.services.hiding import note_shown
from tests.experiences.factories import ExperienceFactory, published
from tests.experiences.plan_factories import a_plan, its_reviewer
from tests.network.desk import signed_in
from tests.network.factories import (
    editor_of_the_portal,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


def test_what_is_shown_again_is_no_task_and_says_so():
    told = published()
    boss = staff_of(told.owner, Role.COORDINATES)
    review.hide_experience(experience=told, by=boss)
    assert takedowns.take_downs_without_reason(boss).exists()
    note_shown(kind=PublicKind.EXPERIENCE, key=str(told.pk))
    assert not takedowns.take_downs_without_reason(boss).exists()
    assert not takedowns.take_downs_to_do(boss).exists()
    page = signed_in(boss).get(reverse("network:take_downs")).content.decode()
    states = html.fromstring(page).xpath("//span[@class='state']/text()")
    assert states == ["Mostrado de nuevo"]


def corrected_since(told, clerk, asked_before):
    asked = TakeDown.objects.create(
        kind=PublicKind.EXPERIENCE, key=str(told.pk), owner=told.owner,
        asked_at=timezone.now() + datetime.timedelta(seconds=0 if asked_before else 60),
    )  # fmt: skip
    made = corrections.start_correction(experience=told, by=clerk)
    made.problem_es = "Ya no dice nada de nadie."
    made.save()
    review.submit_experience(experience=made, by=clerk)
    review.publish_experience(experience=made, by=editor_of_the_portal())
    asked.outcome, asked.reason = TakeDownOutcome.KEPT, "Se corrigió."
    asked.decided_at = timezone.now() + datetime.timedelta(seconds=120)
    asked.save()


@pytest.mark.parametrize(("asked_before", "versions"), [(True, 1), (False, 2)])
def test_what_was_corrected_after_somebody_asked_is_not_told_again(
    asked_before, versions
):
    clerk = staff_of(reviewed_municipality())
    draft = ExperienceFactory(owner=clerk.appointments.get().organisation)
    review.submit_experience(experience=draft, by=clerk)
    told = review.publish_experience(experience=draft, by=editor_of_the_portal())
    corrected_since(told, clerk, asked_before)
    assert len(versions_of(told)) == versions


def test_a_milestone_reads_as_exactly_as_it_is_known():
    told = published()
    clerk = staff_of(told.owner)
    made = corrections.start_correction(experience=told, by=clerk)
    made.milestones.create(
        on="2024-01-01", precision=DatePrecision.YEAR, text_es="Se abrió."
    )
    made = type(made).objects.get(pk=made.pk)
    words = [change.after for change in what_changes(made)]
    assert words == ["2024; Se abrió."]


def test_where_nobody_coordinates_the_association_says_it():
    plan = a_plan()
    reviewer = its_reviewer(plan)
    assert plan_rules.may_say(reviewer, plan)
    page = signed_in(reviewer).get(reverse("experiences:plan", args=[plan.pk]))
    assert "Decir que la adaptó" in page.content.decode()
    staff_of(plan.owner, Role.COORDINATES)
    plan = type(plan).objects.get(pk=plan.pk)
    assert not plan_rules.may_say(reviewer, plan)
    plan.owner.appointments.filter(role=Role.COORDINATES).delete()
    assert plans.say_adapted(plan=plan, by=reviewer).said_at is not None


def test_an_association_writes_a_draft_and_does_not_throw_it_away():
    plan = a_plan()
    draft = ExperienceFactory(owner=plan.owner)
    reviewer, clerk = its_reviewer(plan), staff_of(plan.owner)
    assert rules.may_edit(reviewer, draft)
    assert not rules.may_discard(reviewer, draft)
    assert rules.may_discard(clerk, draft)
    draft.created_by = reviewer
    assert rules.may_discard(reviewer, draft)


def test_who_saved_in_another_window_reads_so():
    draft = ExperienceFactory()
    browser = signed_in(staff_of(draft.owner))
    address = reverse("experiences:section", args=[draft.pk, "problem"])
    for text in ("Uno.", "Dos."):
        sent = {"problem_es": text, "problem_en": "", "version": 0}
        page = browser.post(address, sent)
    words = page.content.decode()
    assert page.status_code == 409
    assert "en otra ventana" in words
    assert "Lo que guardó usted" in words
    assert "Otra persona" not in words
