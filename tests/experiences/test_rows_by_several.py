"""Rows that several people write: sent twice, and changed by a colleague meanwhile."""

import datetime
from http import HTTPStatus

import pytest
from django.urls import reverse

from experiences.services import plans
from experiences.services.writing import save_section
from network.forms.told import Known
from tests.experiences.factories import ExperienceFactory
from tests.experiences.plan_factories import a_plan, write_steps
from tests.network.desk import signed_in
from tests.network.factories import reviewed_municipality, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return write_steps(a_plan())


@pytest.fixture
def clerk(plan):
    return signed_in(staff_of(plan.owner))


def steps_of(plan):
    return reverse("experiences:plan_section", args=[plan.pk, "steps"])


def sent_as_opened(answer, **more):
    """What a browser sends of the page as it stands."""
    formset = answer.context["formset"]
    data = {"version": answer.context["version"]}
    data |= {f"rows-{n}": formset.management_form[n].value() for n in ("TOTAL_FORMS", "INITIAL_FORMS")}  # fmt: skip
    for form in formset.forms:
        for bound in form:
            value = bound.value()
            if isinstance(value, Known):
                data[f"{bound.html_name}_year"] = value.on.year
            elif value not in (None, "", False):
                data[bound.html_name] = "on" if value is True else value
    return data | more


def test_new_rows_sent_twice_are_written_once(plan, clerk):
    data = sent_as_opened(clerk.get(steps_of(plan)), **{"rows-2-text": "Ir al concejo"})
    for _twice in range(2):
        answer = clerk.post(steps_of(plan), data)
        assert answer.status_code == HTTPStatus.FOUND
    assert [each.text for each in plan.plan_steps.all()][2:] == ["Ir al concejo"]
    assert plans.version_of_plan(plan, "steps") == 1


def test_one_more_row_like_another_is_one_more(plan, clerk):
    address = reverse("experiences:plan_section", args=[plan.pk, "partners"])
    data = sent_as_opened(clerk.get(address), **{"rows-2-kind": "police"})
    for _twice in range(2):
        clerk.post(address, data)
    assert [each.kind for each in plan.partners.all()] == ["police", "school", "police"]


def test_new_milestones_sent_twice_are_written_once():
    town = reviewed_municipality()
    draft, clerk = ExperienceFactory(owner=town), signed_in(staff_of(town))
    address = reverse("experiences:section", args=[draft.pk, "process"])
    data = sent_as_opened(clerk.get(address), process_es="Primero, una asamblea.")
    data |= {"rows-0-when_year": "2012", "rows-0-text_es": "La asamblea"}
    for _twice in range(2):
        assert clerk.post(address, data).status_code == HTTPStatus.FOUND
    assert draft.milestones.count() == 1


def test_what_a_colleague_did_in_a_row_that_i_did_not_touch_stays(plan, clerk):
    mine = sent_as_opened(clerk.get(steps_of(plan)), **{"rows-1-office": "La mía"})
    hers = signed_in(staff_of(plan.owner))
    hers.post(
        steps_of(plan),
        sent_as_opened(hers.get(steps_of(plan)), **{"rows-0-done": "on"}),
    )
    answer = clerk.post(steps_of(plan), mine)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert answer.context["formset"].forms[0].initial["done"] is True
    assert "quedará lo suyo" in answer.content.decode()
    clerk.post(steps_of(plan), sent_as_opened(answer))
    first, second = plan.plan_steps.all()
    assert (first.done, second.office) == (True, "La mía")
    # Also from the page as it was, with its old rows.
    clerk.post(steps_of(plan), mine | {"version": 2, "rows-1-office": "Otra"})
    first, second = plan.plan_steps.all()
    assert (first.done, second.office) == (True, "Otra")


def test_a_row_that_a_colleague_removed_stays_removed(plan, clerk):
    mine = sent_as_opened(clerk.get(steps_of(plan)), **{"rows-1-office": "La mía"})
    _first, second = plan.plan_steps.all()
    plans.save_plan(
        plan=plan, section="steps", by=staff_of(plan.owner), version=0, values={},
        rows={"plan_steps": [{"pk": second.pk}]},
    )  # fmt: skip
    answer = clerk.post(steps_of(plan), mine)
    assert answer.status_code == HTTPStatus.CONFLICT
    clerk.post(steps_of(plan), sent_as_opened(answer))
    (left,) = plan.plan_steps.all()
    assert (left.pk, left.office) == (second.pk, "La mía")


def test_beside_a_text_the_rows_as_they_stand_are_shown():
    town = reviewed_municipality()
    draft, clerk = ExperienceFactory(owner=town), signed_in(staff_of(town))
    address = reverse("experiences:section", args=[draft.pk, "process"])
    mine = sent_as_opened(clerk.get(address), process_es="Lo mío.")
    feast = datetime.date(2012, 1, 1)
    milestone = {"on": feast, "precision": "year", "text_es": "La feria"}
    save_section(
        experience=draft, section="process", by=staff_of(town), version=0,
        values={"process_es": "Lo de ella."}, rows={"milestones": [milestone]},
    )  # fmt: skip
    page = clerk.post(address, mine).content.decode()
    assert "La feria" in page


@pytest.mark.parametrize("key", ["0", "-1", "1" + "0" * 30])
def test_a_key_that_no_row_can_have_is_refused(plan, clerk, key):
    data = sent_as_opened(clerk.get(steps_of(plan)), **{"rows-0-pk": key})
    answer = clerk.post(steps_of(plan), data)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_row_copied_from_the_original_is_removed_by_leaving_it_blank(plan, clerk):
    address = reverse("experiences:plan_section", args=[plan.pk, "partners"])
    answer = clerk.get(address)
    assert "deje en blanco todas sus casillas" in answer.content.decode()
    data = sent_as_opened(answer, **{"rows-0-kind": ""})
    clerk.post(address, data)
    assert [each.kind for each in plan.partners.all()] == ["school"]


def test_an_outcome_left_blank_is_removed_whatever_its_effect():
    town = reviewed_municipality()
    draft, clerk = ExperienceFactory(owner=town), signed_in(staff_of(town))
    draft.outcomes.create(text_es="Más jóvenes", evidence="none")
    address = reverse("experiences:section", args=[draft.pk, "outcomes"])
    data = sent_as_opened(clerk.get(address), **{"rows-0-text_es": ""})
    data["rows-0-effect"] = "effective"
    assert clerk.post(address, data).status_code == HTTPStatus.FOUND
    assert not draft.outcomes.exists()
