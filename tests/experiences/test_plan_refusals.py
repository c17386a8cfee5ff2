"""What a plan refuses, in one sentence and with nothing typed lost."""

import uuid
from http import HTTPStatus

import pytest
from django.core import mail
from django.urls import reverse

from amuprev.foundation.open_data.tables import last_changes
from experiences.models import Adaptation
from experiences.open_data import TABLES
from experiences.services import plans, review
from network.choices import ReviewState, Role
from network.models import Affiliation, Organisation
from network.services.refusals import Refused
from tests.background import work_off
from tests.experiences.plan_factories import (
    CHANGES,
    a_plan,
    a_published_plan,
    a_said_plan,
    a_sent_plan,
    an_origin,
    its_reviewer,
)
from tests.network.desk import signed_in
from tests.network.factories import (
    MunicipalityFactory,
    editor_of_the_portal,
    secretariat_member,
    staff_of,
)

pytestmark = pytest.mark.django_db


def at(view, *args):
    return reverse(f"experiences:{view}", args=args)


def test_without_reviewers_the_secretariat_is_told():
    person = secretariat_member()
    plan = a_said_plan()
    writer = staff_of(plan.owner)
    plans.save_plan(plan=plan, section="changes", by=writer, version=0, values=CHANGES)
    Affiliation.objects.filter(municipality=plan.owner).delete()
    mail.outbox.clear()
    plans.submit_changes(plan=plan, by=writer)
    work_off()
    assert [each.to for each in mail.outbox] == [[person.email]]


def test_a_private_step_done_meanwhile_does_not_stop_a_decision():
    plan = a_sent_plan()
    client = signed_in(its_reviewer(plan))
    version = client.get(at("decide_changes", plan.pk)).context["version"]
    plans.save_plan(
        plan=plan, section="steps", by=staff_of(plan.owner), version=0, values={},
        rows={"plan_steps": [{"text": "Otro paso"}]},
    )  # fmt: skip
    client.post(
        at("decide_changes", plan.pk), {"action": "publish", "version": version}
    )
    assert Adaptation.objects.get().review_state == ReviewState.APPROVED


def hide_origin(plan):
    review.hide_experience(experience=plan.origin, by=editor_of_the_portal())


def lose_origin(plan):
    Adaptation.objects.filter(pk=plan.pk).update(origin=None)


def hide_town(plan):
    Organisation.objects.filter(pk=plan.owner_id).update(shown=False)


@pytest.mark.parametrize("gone", [hide_origin, lose_origin, hide_town])
def test_nothing_is_said_where_nobody_reads_it(gone):
    plan = a_plan()
    gone(plan)
    boss = staff_of(plan.owner, Role.COORDINATES)
    with pytest.raises(Refused):
        plans.say_adapted(plan=Adaptation.objects.get(), by=boss)
    page = signed_in(boss).get(at("plan", plan.pk)).content.decode()
    assert "Decir que la adaptamos" not in page


def test_the_page_does_not_claim_that_a_hidden_original_says_it():
    plan = a_said_plan()
    client = signed_in(staff_of(plan.owner))
    assert "En la página de la original:" in client.get(at("plan", plan.pk)).content.decode()  # fmt: skip
    hide_origin(plan)
    page = client.get(at("plan", plan.pk)).content.decode()
    assert "En la página de la original:" not in page
    assert "nadie puede leerlo ahora" in page


def test_what_was_typed_stays_when_a_colleague_discarded_the_plan():
    plan = a_plan()
    client = signed_in(staff_of(plan.owner))
    plans.discard_plan(plan=plan, by=staff_of(plan.owner))
    address = at("plan_section", plan.pk, "about")
    sent = {"version": 0, "title": "Mi texto largo"}
    answer = client.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Mi texto largo" in page
    assert "descartó este plan" in page
    assert client.get(address).status_code == HTTPStatus.NOT_FOUND


def test_a_note_stays_when_another_decided_or_it_was_taken_back():
    plan = a_sent_plan()
    client = signed_in(its_reviewer(plan))
    plans.reopen_changes(plan=plan, by=staff_of(plan.owner))
    for action in ("return", "publish"):
        sent = {"action": action, "version": 1, "note": "Diga cuánto costó."}
        answer = client.post(at("decide_changes", plan.pk), sent)
        page = answer.content.decode()
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert "Diga cuánto costó." in page
        assert "ya no espera su revisión" in page
        # What is a draft again is no longer the association's to read here.
        assert CHANGES["changes_es"] not in page


def test_a_published_text_is_withdrawn_before_it_is_corrected():
    plan = a_published_plan()
    client = signed_in(staff_of(plan.owner))
    answer = client.get(at("plan_section", plan.pk, "changes"), follow=True)
    assert "primero retírelo del público" in answer.content.decode()


def test_the_form_of_a_discarded_plan_leads_to_the_list():
    origin, town = an_origin(), MunicipalityFactory()
    client = signed_in(staff_of(town))
    data = {"client_uuid": uuid.uuid4(), "owner": town.slug}
    client.post(at("adapt", origin.slug), data)
    plans.discard_plan(plan=Adaptation.objects.get(), by=staff_of(town))
    answer = client.post(at("adapt", origin.slug), data, follow=True)
    assert answer.redirect_chain == [(at("plans"), HTTPStatus.FOUND)]


def test_the_open_table_does_not_tell_when_a_private_plan_is_written():
    plan = a_plan()
    boss = staff_of(plan.owner, Role.COORDINATES)
    before = last_changes(TABLES)
    about = {"plan": plan, "section": "about", "by": boss}
    plans.save_plan(**about, version=0, values={"title": "Otro"})
    assert last_changes(TABLES) == before
    plans.say_adapted(plan=plan, by=boss)
    said = last_changes(TABLES)
    assert said != before
    plans.unsay_adapted(plan=plan, by=boss)
    unsaid = last_changes(TABLES)
    assert unsaid != said
    plans.save_plan(**about, version=1, values={"title": "Otro más"})
    assert last_changes(TABLES) == unsaid


def test_taking_it_back_says_which_month_it_shows_when_said_again():
    plan = a_said_plan()
    client = signed_in(staff_of(plan.owner, Role.COORDINATES))
    page = client.get(at("plan_act", plan.pk, "unsay")).content.decode()
    assert "mostrará el mes de ese día" in page
    # Hiding it begins with its reason, under what the public asked for.
    hide = client.get(at("plan_act", plan.pk, "hide"))
    assert hide.status_code == HTTPStatus.NOT_FOUND
