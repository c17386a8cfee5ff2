"""What was done there stands beside a step of one's own, and is never one by itself."""

import pytest
from django.urls import reverse

from experiences.models import Adaptation
from tests.experiences.plan_factories import a_plan
from tests.experiences.test_rows_by_several import sent_as_opened
from tests.network.desk import signed_in
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return a_plan()


@pytest.fixture
def clerk(plan):
    return signed_in(staff_of(plan.owner))


def steps_of(plan):
    return reverse("experiences:plan_section", args=[plan.pk, "steps"])


def save(clerk, plan, **more):
    data = sent_as_opened(clerk.get(steps_of(plan)), **more)
    return clerk.post(steps_of(plan), data)


def told(plan):
    return [(each.text, each.reference) for each in plan.plan_steps.all()]


THERE = ["Se formó el comité", "Se abrió el parque"]


def test_each_point_stands_beside_an_empty_step_until_one_is_written(plan, clerk):
    page = clerk.get(steps_of(plan)).content.decode()
    assert page.count("Lo que hicieron allá:") == 2
    # How such a row goes is said as it is: left blank it stays.
    assert "marcando que no sirve aquí" in page
    assert save(clerk, plan).status_code == 302
    assert told(plan) == [("", each) for each in THERE]
    save(
        clerk, plan, **{"rows-1-text": "Abrir dos canchas", "rows-2-text": "Al concejo"}
    )
    assert told(plan) == [
        ("", THERE[0]),
        ("Abrir dos canchas", THERE[1]),
        ("Al concejo", ""),
    ]
    page = clerk.get(reverse("experiences:plan", args=[plan.pk])).content.decode()
    assert "0 de 2 pasos hechos" in page
    assert "1 punto aún no tiene paso aquí" in page
    (row,) = Adaptation.objects.with_progress()
    assert (row.steps_all, row.steps_done) == (2, 0)


def test_a_point_goes_when_somebody_says_that_it_is_of_no_use(plan, clerk):
    save(clerk, plan, **{"rows-0-drop": "on", "rows-1-text": "Abrir dos canchas"})
    assert told(plan) == [("Abrir dos canchas", THERE[1])]
    # Its words erased, the point stays.
    save(clerk, plan, **{"rows-0-text": ""})
    assert told(plan) == [("", THERE[1])]
    # A step of one's own goes as before, by leaving it blank.
    save(clerk, plan, **{"rows-1-text": "Al concejo"})
    save(clerk, plan, **{"rows-1-text": ""})
    assert told(plan) == [("", THERE[1])]


@pytest.mark.parametrize("more", [{"rows-0-office": "Deportes"}, {"rows-0-done": "on"}])
def test_an_office_or_a_tick_without_a_step_asks_for_its_words(plan, clerk, more):
    answer = save(clerk, plan, **more)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Escriba qué se va a hacer." in page
    assert THERE[0] in page


def test_what_was_done_there_cannot_be_written_here(plan, clerk):
    save(clerk, plan, **{"rows-0-reference": "Otra cosa", "rows-0-text": "Formarlo"})
    assert told(plan)[0] == ("Formarlo", THERE[0])


def test_a_forged_point_beside_nothing_is_no_row(plan, clerk):
    save(clerk, plan, **{"rows-0-drop": "on", "rows-2-reference": "Inventado"})
    assert told(plan) == [("", THERE[1])]
    step = plan.plan_steps.get()
    data = sent_as_opened(clerk.get(steps_of(plan)), **{"rows-0-office": ""})
    step.delete()
    assert clerk.post(steps_of(plan), data | {"version": 1}).status_code == 302
    assert told(plan) == []
