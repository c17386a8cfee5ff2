"""The plans in the workspace: begin, write, say so, decide; and who finds nothing."""

import uuid
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from experiences.models import Adaptation
from experiences.services import plans, review
from network.choices import ReviewState, Role
from tests.experiences.plan_factories import (
    CHANGES,
    a_plan,
    a_published_plan,
    a_said_plan,
    a_sent_plan,
    an_origin,
    its_reviewer,
    write_steps,
)
from tests.network.desk import signed_in
from tests.network.factories import (
    AppointmentFactory,
    MunicipalityFactory,
    UserFactory,
    editor_of_the_portal,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


def at(view, *args):
    return reverse(f"experiences:{view}", args=args)


@pytest.fixture
def plan():
    return write_steps(a_plan())


@pytest.fixture
def clerk(plan):
    return signed_in(staff_of(plan.owner))


@pytest.fixture
def boss(plan):
    return signed_in(staff_of(plan.owner, Role.COORDINATES))


def read(client, address, status=HTTPStatus.OK):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_one_press_begins_it_and_a_second_press_is_the_same():
    origin, town = an_origin(), MunicipalityFactory()
    client = signed_in(staff_of(town))
    page = read(client, at("adapt", origin.slug))
    assert f"Será un plan de <strong>{town}</strong>" in page
    data = {"client_uuid": uuid.uuid4(), "owner": town.slug}
    for _twice in range(2):
        answer = client.post(at("adapt", origin.slug), data)
    plan = Adaptation.objects.get()
    assert answer["Location"] == at("plan", plan.pk)
    page = read(client, answer["Location"])
    assert "2 puntos aún no tienen paso aquí" in page
    assert "Se formó el comité" in page
    assert origin.get_absolute_url() in page
    assert "Ya hay un plan" in read(client, at("adapt", origin.slug))


def test_who_writes_for_two_says_for_which():
    origin, towns = an_origin(), [MunicipalityFactory(), MunicipalityFactory()]
    person = staff_of(towns[0])
    AppointmentFactory(person=person, organisation=towns[1], role=Role.RECORDS)
    client = signed_in(person)
    assert "¿Para qué organización?" in read(client, at("adapt", origin.slug))
    for owner, status in ((towns[1], 302), (MunicipalityFactory(), 404)):
        data = {"client_uuid": uuid.uuid4(), "owner": owner.slug}
        assert client.post(at("adapt", origin.slug), data).status_code == status
    assert Adaptation.objects.get().owner == towns[1]


@pytest.mark.parametrize("who", ["stranger", "reader", "reviewer"])
def test_who_writes_for_no_municipality_is_told_who_does(who):
    origin, town = an_origin(), reviewed_municipality()
    person = {
        "stranger": UserFactory,
        "reader": lambda: staff_of(town, Role.READS),
        "reviewer": lambda: its_reviewer(a_plan(owner=town)),
    }[who]()
    page = read(signed_in(person), at("adapt", origin.slug), HTTPStatus.FORBIDDEN)
    assert "quien registra o coordina en una municipalidad" in page
    assert "Pregúnteles" in page


def test_somebody_not_signed_in_comes_back_to_it_after_signing_in():
    address = at("adapt", an_origin().slug)
    answer = Client().get(address)
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"].endswith(f"?next={address}")


def test_a_hidden_original_says_one_sentence_and_not_its_title():
    origin, town = an_origin(title_es="El parque de noche"), MunicipalityFactory()
    review.hide_experience(experience=origin, by=editor_of_the_portal())
    client = signed_in(staff_of(town))
    page = read(client, at("adapt", origin.slug))
    assert "ya no está en público" in page
    assert "El parque de noche" not in page
    data = {"client_uuid": uuid.uuid4(), "owner": town.slug}
    answer = client.post(at("adapt", origin.slug), data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Adaptation.objects.exists()


def rows(plan, **more):
    stored = list(plan.plan_steps.all())
    data = {"rows-TOTAL_FORMS": len(stored) + 1, "rows-INITIAL_FORMS": len(stored)}
    for turn, step in enumerate(stored):
        data |= {f"rows-{turn}-pk": step.pk, f"rows-{turn}-text": step.text}
    return {"version": 0, **data, **more}


def test_steps_get_an_office_and_days_and_are_done(plan, clerk):
    address = at("plan_section", plan.pk, "steps")
    day = {"day": "1", "month": "marzo", "year": "2027"}
    data = rows(plan, **{"rows-0-office": "Unidad de la Mujer", "rows-0-done": "on"})
    data |= {f"rows-0-begins_{name}": value for name, value in day.items()}
    data["rows-2-text"] = "Presentarlo al concejo"
    assert clerk.post(address, data)["Location"] == at("plan", plan.pk)
    page = read(clerk, at("plan", plan.pk))
    assert "1 de 3 pasos hechos" in page
    assert "responde: Unidad de la Mujer" in page
    assert "1 de 3 pasos hechos" in read(clerk, at("plans"))


@pytest.mark.parametrize(
    ("section", "wrong", "sentence"),
    [
        ("steps", {"rows-2-office": "Oficina"}, "Escriba qué se va a hacer."),
        (
            "steps",
            {
                "rows-0-begins_day": "2", "rows-0-begins_month": "3",
                "rows-0-begins_year": "2027", "rows-0-ends_day": "1",
                "rows-0-ends_month": "3", "rows-0-ends_year": "2027",
            },
            "No puede terminar antes de empezar.",
        ),
        ("costs", {"rows-0-amount": "diez", "rows-0-text": "x"}, "con cifras"),
        ("costs", {"rows-0-amount": "0"}, "Elija la moneda del costo."),
        ("partners", {"rows-0-brings": "Sillas", "rows-0-kind": ""}, "Elija qué tipo"),
        ("about", {"title": " "}, "Escriba cómo le llaman."),
        ("changes", {"changes_es": "x" * 4_001}, "Acorte este texto"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_beside_its_field_and_nothing_typed_is_lost(
    plan, clerk, section, wrong, sentence
):
    answer = clerk.post(at("plan_section", plan.pk, section), rows(plan, **wrong))
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in page
    assert all(str(value).strip() in page for value in wrong.values())
    assert Adaptation.objects.get().version == 1


def test_both_versions_are_shown_and_nothing_is_overwritten(plan, clerk):
    colleague = staff_of(plan.owner)
    plans.save_plan(
        plan=plan, section="about", by=colleague, version=0,
        values={"title": "El de ella"},
    )  # fmt: skip
    address = at("plan_section", plan.pk, "about")
    mine = {"version": 0, "title": "El mío", "objectives": plan.objectives}
    answer = clerk.post(address, mine)
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "El de ella" in page
    assert "El mío" in page
    clerk.post(address, mine | {"version": 1, "pick-title": "theirs"})
    assert Adaptation.objects.get().title == "El de ella"
    clerk.post(address, mine | {"version": 1})
    assert Adaptation.objects.get().title == "El mío"


def test_a_list_that_somebody_saved_meanwhile_stays(plan, clerk):
    first = rows(plan, **{"rows-0-office": "La de ella"})
    late = rows(plan, **{"rows-0-office": "La mía"})
    address = at("plan_section", plan.pk, "steps")
    clerk.post(address, first)
    answer = clerk.post(address, late)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "La mía" in answer.content.decode()
    assert plan.plan_steps.first().office == "La de ella"


def test_a_coordination_says_it_and_takes_it_back(plan, clerk, boss):
    page = read(clerk, at("plan", plan.pk))
    assert "Decir que la adaptamos" not in page
    clerk.post(at("plan_act", plan.pk, "say"))
    assert not Adaptation.objects.public().exists()
    assert "Decir que la adaptamos" in read(boss, at("plan", plan.pk))
    for _twice in range(2):
        boss.post(at("plan_act", plan.pk, "say"))
    assert Adaptation.objects.public().get() == plan
    question = read(boss, at("plan_act", plan.pk, "unsay"))
    assert plan.title in question
    assert Adaptation.objects.public().exists()
    boss.post(at("plan_act", plan.pk, "unsay"))
    assert not Adaptation.objects.public().exists()


def test_the_association_returns_with_a_note_and_publishes():
    plan = a_sent_plan()
    client = signed_in(its_reviewer(plan))
    assert "Esperan su revisión" in read(client, at("plans"))
    address = at("decide_changes", plan.pk)
    assert CHANGES["changes_es"] in read(client, address)
    answer = client.post(address, {"action": "return", "note": ""})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(address, {"action": "return", "note": "¿Cuánto costó?"})
    writer = signed_in(plan.writers.get())
    assert "¿Cuánto costó?" in read(writer, at("plan_section", plan.pk, "changes"))
    writer.post(at("plan_act", plan.pk, "send"))
    version = plans.version_of_plan(plan, "changes")
    client.post(address, {"action": "publish", "version": version - 1})
    client.post(address, {"action": "publish"})
    assert Adaptation.objects.get().review_state == ReviewState.SUBMITTED
    client.post(address, {"action": "publish", "version": version})
    assert Adaptation.objects.get().review_state == ReviewState.APPROVED


def test_discarded_and_brought_back_by_any_writer(plan, clerk, boss):
    assert plan.title in read(clerk, at("plan_act", plan.pk, "discard"))
    clerk.post(at("plan_act", plan.pk, "discard"))
    read(clerk, at("plan", plan.pk), HTTPStatus.NOT_FOUND)
    assert "Puede recuperarse hasta el" in read(boss, at("plans"))
    boss.post(at("plan_act", plan.pk, "restore"))
    read(clerk, at("plan", plan.pk))


def neighbour(plan):
    return staff_of(reviewed_municipality(), Role.COORDINATES)


def of_the_original(plan):
    return staff_of(plan.origin.owner, Role.COORDINATES)


def ex_member(plan):
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    gone = AppointmentFactory(
        organisation=plan.owner, valid_to=yesterday, ended_at=timezone.now()
    )
    AppointmentFactory(person=gone.person, organisation=MunicipalityFactory())
    return gone.person


OTHERS = [neighbour, of_the_original, ex_member, lambda plan: editor_of_the_portal()]


@pytest.mark.parametrize("make", [a_plan, a_said_plan, a_published_plan])
@pytest.mark.parametrize("who", OTHERS)
def test_for_anybody_else_the_plan_does_not_exist(make, who):
    plan = make()
    client = signed_in(who(plan))
    for address in (
        at("plan_section", plan.pk, "steps"),
        at("plan_act", plan.pk, "discard"),
        at("decide_changes", plan.pk),
    ):
        assert client.get(address).status_code == HTTPStatus.NOT_FOUND, address
        assert client.post(address).status_code == HTTPStatus.NOT_FOUND, address
    read(client, at("plan", plan.pk), HTTPStatus.NOT_FOUND)
    assert at("plan", plan.pk) not in read(client, at("plans"))


def test_one_plan_and_three_ask_alike(plan, clerk, django_assert_num_queries):
    for _three in range(2):
        clerk.get(at("plans"))
        with django_assert_num_queries(6):
            read(clerk, at("plans"))
        for _more in range(2):
            a_plan(owner=plan.owner)
