"""A plan of one's own, made from what another municipality did."""

import datetime
import uuid

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from experiences import plan_rules as rules
from experiences.models import Adaptation, AdaptationStep
from experiences.provenance import provenance_of
from experiences.services import plans, review
from experiences.services.saving import StaleSection
from network.choices import Act, PublicKind, ReviewState, Role, TakeDownOutcome
from network.models import AuditEntry, Organisation, TakeDown
from network.services.refusals import Refused
from tests.background import work_off
from tests.experiences.factories import SentExperienceFactory
from tests.experiences.plan_factories import (
    CHANGES,
    a_plan,
    a_published_plan,
    a_said_plan,
    a_sent_plan,
    an_origin,
    its_reviewer,
)
from tests.network.factories import (
    AssociationFactory,
    MunicipalityFactory,
    editor_of_the_portal,
    reviewed_municipality,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


def test_it_begins_with_what_the_original_tells():
    origin = an_origin()
    plan = a_plan(origin=origin)
    assert plan.title == origin.title_es
    assert plan.objectives == ""
    assert [(each.text, each.reference) for each in plan.plan_steps.all()] == [
        ("", "Se formó el comité"),
        ("", "Se abrió el parque"),
    ]
    assert not plan.plan_steps.exclude(begins=None, ends=None, done=False).exists()
    kinds = [(each.kind, each.institution) for each in plan.partners.all()]
    assert kinds == [("police", ""), ("school", "")]
    (cost,) = plan.costs.all()
    assert "en dólares de 2014" in cost.text
    assert (cost.amount, cost.currency) == (None, "")
    assert AuditEntry.objects.get(act=Act.PLAN_STARTED).owner == plan.owner


def test_it_begins_in_the_language_of_whoever_begins():
    with override("en"):
        plan = a_plan()
    assert plan.language == "en"
    assert plan.plan_steps.first().reference == "The committee was formed"


def test_the_same_form_twice_is_one_plan_and_another_is_another():
    owner, origin = MunicipalityFactory(), an_origin()
    values = {"owner": owner, "origin": origin, "by": staff_of(owner)}
    key = uuid.uuid4()
    one, new = plans.start_plan(**values, client_uuid=key)
    assert new
    assert plans.start_plan(**values, client_uuid=key) == (one, False)
    other, new = plans.start_plan(**values, client_uuid=uuid.uuid4())
    assert (other == one, new) == (False, True)
    neighbour = MunicipalityFactory()
    with pytest.raises(Refused):
        plans.start_plan(
            owner=neighbour, origin=origin, by=staff_of(neighbour), client_uuid=key
        )


def test_both_live_apart():
    origin = an_origin()
    plan = a_plan(origin=origin)
    origin.milestones.all().delete()
    origin.title_es = "Otro título"
    origin.save()
    plan.refresh_from_db()
    assert plan.plan_steps.count() == 2
    assert plan.origin_title_es != "Otro título"
    plan.plan_steps.all().delete()
    plan.title = "Nuestro"
    plan.save()
    origin.refresh_from_db()
    assert origin.title_es == "Otro título"


def hidden(origin):
    review.hide_experience(experience=origin, by=editor_of_the_portal())


def withdrawn(origin):
    review.withdraw_experience(experience=origin, by=editor_of_the_portal())


def owner_not_shown(origin):
    Organisation.objects.filter(pk=origin.owner_id).update(shown=False)


@pytest.mark.parametrize("gone", [hidden, withdrawn, owner_not_shown])
def test_nothing_begins_from_what_is_no_longer_public(gone):
    origin = an_origin()
    before = a_plan(origin=origin)
    gone(origin)
    origin = type(origin).objects.get(pk=origin.pk)
    with pytest.raises(Refused, match="ya no está en público"):
        a_plan(origin=origin)
    assert Adaptation.objects.get() == before


@pytest.mark.parametrize("by_association", [False, True])
def test_a_municipality_does_not_adapt_its_own(by_association):
    town = reviewed_municipality()
    teller = AssociationFactory() if by_association else town
    sent = SentExperienceFactory(owner=teller)
    sent.places.add(town.place)
    origin = review.publish_experience(experience=sent, by=editor_of_the_portal())
    with pytest.raises(Refused, match="su propia municipalidad"):
        a_plan(owner=town, origin=origin)


@pytest.mark.parametrize("gone", [hidden, withdrawn])
def test_where_it_comes_from_is_told_after_it_is_gone(gone):
    plan = a_plan()
    today = timezone.localdate()
    told = provenance_of(plan)
    assert told.url
    assert told.gone == ""
    gone(plan.origin)
    plan = Adaptation.objects.get(pk=plan.pk)
    told = provenance_of(plan)
    assert told.url == ""
    assert f"se retiró el {today.day} de" in told.gone
    assert "la versión 1" in told.gone
    assert told.title == plan.origin_title_es


def test_where_it_comes_from_is_told_after_it_is_deleted():
    plan = a_plan()
    title, who = plan.origin_title_es, plan.origin_owner_es
    plan.origin.delete()
    plan = Adaptation.objects.get(pk=plan.pk)
    told = provenance_of(plan)
    assert plan.origin is None
    assert (told.title, told.url) == (title, "")
    assert who in told.who
    assert "ya no está en público" in told.gone


def steps_of(plan, **more):
    return [
        {"pk": each.pk, "text": each.text, **more} for each in plan.plan_steps.all()
    ]


def test_two_people_at_one_part_and_the_second_is_told():
    plan = a_plan()
    one, other = staff_of(plan.owner), its_reviewer(plan)
    values = {"title": "El de ella"}
    plans.save_plan(plan=plan, section="about", by=one, version=0, values=values)
    with pytest.raises(StaleSection) as stale:
        plans.save_plan(
            plan=plan, section="about", by=other, version=0, values={"title": "Mío"}
        )
    assert stale.value.record.title == "El de ella"
    assert stale.value.state.saved_by == one
    # The same again is no conflict, and another part is none either.
    plans.save_plan(plan=plan, section="about", by=other, version=0, values=values)
    rows = {"plan_steps": steps_of(plan, done=True)}
    plans.save_plan(
        plan=plan, section="steps", by=other, version=0, values={}, rows=rows
    )
    assert plan.plan_steps.filter(done=True).count() == 2
    assert plans.version_of_plan(plan, "about") == 1


def test_a_step_does_not_end_before_it_begins():
    plan = a_plan()
    day = datetime.date(2026, 5, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        AdaptationStep.objects.create(
            adaptation=plan, text="x", begins=day, ends=day - datetime.timedelta(days=1)
        )


PEOPLE = {
    "reads": lambda town, plan: staff_of(town, Role.READS),
    "records": lambda town, plan: staff_of(town, Role.RECORDS),
    "coordinates": lambda town, plan: staff_of(town, Role.COORDINATES),
    "mayor": lambda town, plan: staff_of(town, Role.MAYOR),
    "reviewer": lambda town, plan: its_reviewer(plan),
    "neighbour": lambda town, plan: staff_of(MunicipalityFactory(), Role.COORDINATES),
    "secretariat": lambda town, plan: secretariat_member(),
    "editor": lambda town, plan: editor_of_the_portal(),
}
MAY = {
    "start": {"records", "coordinates"},
    "read": {"reads", "records", "coordinates", "mayor", "reviewer"},
    "write": {"records", "coordinates", "reviewer"},
    "say": {"coordinates", "mayor"},
    "unsay": {"coordinates", "mayor", "reviewer", "secretariat"},
    "decide": {"reviewer", "secretariat"},
    "discard": {"records", "coordinates"},
}


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may(who):
    town = reviewed_municipality()
    plan, said = a_plan(owner=town), a_sent_plan(owner=town)
    person = PEOPLE[who](town, plan)
    found = {
        "start": rules.may_start_plan_for(person, town),
        "read": rules.may_read_plan(person, plan),
        "write": rules.may_write_plan(person, plan),
        "say": rules.may_say(person, plan),
        "unsay": rules.may_unsay(person, said),
        "decide": rules.may_decide_changes(person, said),
        "discard": rules.may_discard_plan(person, plan),
    }
    assert found == {act: who in allowed for act, allowed in MAY.items()}


def test_it_is_said_once_and_taken_back():
    plan = a_plan()
    boss = staff_of(plan.owner, Role.COORDINATES)
    for _twice in range(2):
        plan = plans.say_adapted(plan=plan, by=boss)
    assert plan.is_public
    assert AuditEntry.objects.filter(act=Act.ADAPTATION_SAID).count() == 1
    with pytest.raises(Refused):
        plans.discard_plan(plan=plan, by=boss)
    for _twice in range(2):
        plan = plans.unsay_adapted(plan=plan, by=boss)
    assert not plan.is_public
    with pytest.raises(Refused):
        plans.say_adapted(plan=plan, by=staff_of(plan.owner))


def test_one_plan_of_a_municipality_says_it():
    said = a_said_plan()
    other = a_plan(owner=said.owner, origin=said.origin)
    with pytest.raises(Refused, match="Otro plan"):
        plans.say_adapted(plan=other, by=staff_of(said.owner, Role.COORDINATES))
    assert Adaptation.objects.public().get() == said


def test_hidden_everywhere_by_one_press_and_its_reason_waits():
    plan = a_published_plan()
    boss = staff_of(plan.owner, Role.COORDINATES)
    for _twice in range(2):
        plans.hide_adaptation(plan=plan, by=boss)
    assert not Adaptation.objects.public().exists()
    noted = TakeDown.objects.get(kind=PublicKind.ADAPTATION, key=str(plan.pk))
    assert noted.outcome == TakeDownOutcome.HIDDEN
    plans.show_adaptation(plan=plan, by=its_reviewer(plan))
    assert Adaptation.objects.public().get() == plan
    with pytest.raises(Refused):
        plans.hide_adaptation(plan=plan, by=staff_of(plan.owner))


def test_changes_are_sent_only_once_it_is_said_and_written():
    plan = a_plan()
    writer = staff_of(plan.owner)
    with pytest.raises(Refused, match="Escriba en español"):
        plans.submit_changes(plan=plan, by=writer)
    plans.save_plan(plan=plan, section="changes", by=writer, version=0, values=CHANGES)
    with pytest.raises(Refused, match="Primero diga que la adaptaron"):
        plans.submit_changes(plan=plan, by=writer)
    plans.say_adapted(plan=plan, by=staff_of(plan.owner, Role.COORDINATES))
    for _twice in range(2):
        plans.submit_changes(plan=plan, by=writer)
    assert plan.steps.count() == 1
    with pytest.raises(Refused):
        plans.save_plan(
            plan=plan, section="changes", by=writer, version=1,
            values={"changes_es": "Otra cosa"},
        )  # fmt: skip


def test_nobody_publishes_what_they_wrote():
    plan = a_sent_plan()
    reviewer = its_reviewer(plan)
    plan.writers.add(reviewer)
    with pytest.raises(Refused, match="lo que escribió"):
        plans.publish_changes(plan=plan, by=reviewer)
    with pytest.raises(Refused):
        plans.publish_changes(plan=plan, by=staff_of(plan.owner, Role.COORDINATES))


def test_returned_corrected_published_withdrawn_with_letters():
    plan = a_sent_plan()
    reviewer = its_reviewer(plan)
    work_off()
    (letter,) = mail.outbox
    assert letter.to == [reviewer.email]
    mail.outbox.clear()
    with pytest.raises(Refused):
        plans.return_changes(plan=plan, by=reviewer, note=" ")
    with pytest.raises(Refused, match="Hubo cambios"):
        plans.publish_changes(plan=plan, by=reviewer, version=plan.version - 1)
    plans.return_changes(plan=plan, by=reviewer, note="Diga cuánto costó.")
    writer = plan.writers.get()
    plans.submit_changes(plan=plan, by=writer)
    plan = plans.publish_changes(plan=plan, by=reviewer)
    assert (plan.review_state, plan.review_note) == (ReviewState.APPROVED, "")
    plans.withdraw_changes(plan=plan, by=reviewer, note="Nombra a una persona.")
    plan.refresh_from_db()
    assert plan.is_public
    plans.reopen_changes(plan=plan, by=writer)
    work_off()
    told = {each.subject.split(":")[0]: each for each in mail.outbox}
    assert set(told) == {
        "Lo que cambiaron volvió con una nota",
        "Se publicó lo que cambiaron",
        "Se retiró lo que cambiaron",
    }
    assert "Diga cuánto costó." in told["Lo que cambiaron volvió con una nota"].body
    letter = told["Se publicó lo que cambiaron"]
    assert letter.to == [writer.email]


def test_thrown_away_and_brought_back_until_its_days_are_over(settings):
    plan = a_plan()
    clerk = staff_of(plan.owner)
    for _twice in range(2):
        plans.discard_plan(plan=plan, by=clerk)
    assert Adaptation.objects.in_trash_of(clerk).get() == plan
    for _twice in range(2):
        plans.restore_plan(plan=plan, by=clerk)
    assert Adaptation.objects.kept().get() == plan
    plans.discard_plan(plan=plan, by=clerk)
    assert plans.empty_plans() == 0
    ago = timezone.now() - datetime.timedelta(days=settings.TRASH_DAYS + 1)
    Adaptation.objects.update(discarded_at=ago)
    assert plans.empty_plans() == 1
    assert not Adaptation.objects.exists()
    assert not Adaptation.history.exists()
    with pytest.raises(Adaptation.DoesNotExist):
        plans.restore_plan(plan=plan, by=clerk)
