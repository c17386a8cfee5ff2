"""What counts as a measure, who reads a verified one, what an old assessment says no more."""

from http import HTTPStatus

import pytest
from django.core.cache import cache
from django.urls import reverse
from lxml import html

from municipio_seguro.choices import AssessmentState, Visibility
from municipio_seguro.forms.funding import number
from municipio_seguro.forms.measures import MeasurePublicForm
from municipio_seguro.models import Measure, Risk, Weakness
from municipio_seguro.reports.answers import gaps_told
from municipio_seguro.reports.plan import plan_told
from municipio_seguro.services import (
    following,
    measures,
    publishing,
    risks,
    weaknesses,
    x_ray,
)
from municipio_seguro.services.risk_checks import has_measure
from municipio_seguro.services.snapshots import build_content
from network.choices import Role
from network.services.refusals import Refused
from tests.municipio_seguro import factories
from tests.network.desk import signed_in
from tests.network.factories import staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
PROVED = following.Told(strength=2, address="https://ejemplo.test/acta")


@pytest.fixture
def town():
    return factories.a_town()


def verified(town, **values):
    measure = factories.a_measure(town, **values)
    following.move_measure(measure=measure, by=town.clerk, to="finished")
    return following.move_measure(
        measure=measure, by=town.lead, to="verified", told=PROVED
    )


def save(measure, by, **more):
    return measures.save_measure(measure=measure, by=by, version=None, **more)


def test_who_reads_a_verified_measure_may_change_and_nothing_else(town):
    measure = verified(town)
    opened = save(measure, town.clerk, values={"visibility": Visibility.PUBLIC})
    assert opened.is_public
    for more in (
        {"values": {"visibility": "public", "title_en": "Other"}},
        {"values": {"title_es": "Otra cosa"}},
        {"values": {}, "funding": factories.UNFUNDED},
        {"values": {}, "risks": []},
        {"values": {}, "partners": []},
    ):
        with pytest.raises(Refused, match="verificada"):
            save(measure, town.clerk, **more)
    with pytest.raises(Refused):
        save(measure, town.mayor, values={"visibility": Visibility.RESERVED})
    measure.refresh_from_db()
    assert (measure.status, measure.title_en) == ("verified", "Wall on the bank")
    for by in (town.reviewer, town.mayor):
        assert not measures.hide_measure(measure=measure, by=by).is_public
        assert measures.hide_measure(measure=measure, by=by, hidden=False).is_public


def test_its_sheet_asks_who_may_read_it_alone(town):
    measure = verified(town)
    client = signed_in(town.clerk)
    address = [measure.municipality_id, measure.number]
    page = reverse("municipio_seguro:measure", args=address)
    sheet = reverse("municipio_seguro:measure_sheet", args=[*address, "public"])
    assert sheet in client.get(page).content.decode()
    assert "title_en" not in client.get(sheet).content.decode()
    sent = {"version": measure.version, "visibility": Visibility.RESERVED}
    assert client.post(sheet, sent)["Location"] == page
    measure.refresh_from_db()
    assert measure.visibility == Visibility.RESERVED
    sent = {"visibility": Visibility.PUBLIC, "title_en": "Typed before"}
    assert "title_en" in MeasurePublicForm(sent, record=measure).fields
    answer = client.post(sheet, sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Typed before" in answer.content.decode()


@pytest.mark.parametrize("thing", ["measure", "risk"])
def test_what_is_hidden_leaves_the_page_that_was_published(client, town, thing):
    plant_pages()
    cache.clear()
    risk = factories.public_risk(town)
    measure = factories.a_measure(town, risk, visibility="public")
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    kept = done.snapshots.get()
    page = f"/es/municipio-seguro/{done.slug}/"
    file = f"/es/municipio-seguro/{done.slug}.json"
    words = "Muro en la ribera" if thing == "measure" else "Crecida del río"
    record = measure if thing == "measure" else risk
    hide = measures.hide_measure if thing == "measure" else risks.hide_risk
    assert words in client.get(page).content.decode()
    assert "hidden_since" not in client.get(file).json()
    hide(**{thing: record}, by=town.reviewer)
    cache.clear()
    assert words not in client.get(page).content.decode()
    told = client.get(file).json()
    assert told["hidden_since"] == 1
    assert words not in str(told)
    assert all(each["risks"] == [] for each in told["content"]["measures"])
    kept.refresh_from_db()
    assert words in str(kept.content)
    hide(**{thing: record}, by=town.reviewer, hidden=False)
    cache.clear()
    assert words in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("status", "counts"),
    [("proposed", True), ("running", True), ("suspended", True), ("cancelled", False)],
)
def test_one_answer_to_whether_a_risk_has_a_measure(town, status, counts):
    done = factories.answer_all(factories.opened(town), town.clerk)
    risk = factories.public_risk(town)
    measure = factories.a_measure(town, risk, visibility="public")
    low = done.answers.filter(level=0).exclude(code__startswith="CON").first()
    save(measure, town.clerk, values={}, indicators={low.code: 2})
    Measure.objects.update(status=status, status_reason="Se dejó")
    assert has_measure(risk) is counts
    [fact] = x_ray.facts_of(done).risks
    assert fact.measured is counts
    register = reverse("municipio_seguro:register", args=[town.organisation.pk])
    page = signed_in(town.clerk).get(register)
    [row] = page.context["rows"]
    assert row.measured == int(counts)
    content = build_content(done, before=None)
    gaps = gaps_told(done.instrument.instrument, content)
    assert any(gap["measures"] for gap in gaps) is counts
    assert len(content["measures"]) == 1
    assert len(plan_told(content)["money"]) == int(counts)


def test_a_measure_given_up_takes_its_target_with_it(town):
    risk = factories.a_risk(town)
    measure = factories.a_measure(town, risk)
    lower = {"target_likelihood": 1, "target_impact": 2}
    risks.save_risk(risk=risk, by=town.clerk, version=None, values=lower)
    move = {"measure": measure, "by": town.clerk, "reason": "Sin fondos"}
    following.move_measure(**move, to="suspended")
    risk.refresh_from_db()
    assert risk.target_likelihood == 1
    following.move_measure(**move, to="cancelled")
    risk = Risk.objects.get()
    assert risk.target_level == risk.level
    with pytest.raises(Refused):
        risks.save_risk(risk=risk, by=town.clerk, version=None, values=lower)


def test_an_older_assessment_moves_no_weakness_of_a_newer_one(town):
    old = factories.as_if_published(town)
    factories.answer_all(old, town.clerk, {"CON-01": 0, "CON-04": 0})
    weaknesses.propose_weaknesses(assessment=old)
    new = factories.opened(town)
    new.answers.filter(code="CON-01").update(proposed=False)
    weaknesses.propose_weaknesses(assessment=new)
    for code in ("CON-01", "CON-04"):
        row = old.answers.get(code=code)
        row.level = 3
        row.save()
        weaknesses.weakness_of(old, row)
    # What the newer one has not said yet still follows the older one.
    open_ones = Weakness.objects.filter(ended_at=None).values_list("code", flat=True)
    assert list(open_ones) == ["CON-01"]
    new.state = AssessmentState.CANCELLED
    new.save()
    weaknesses.weakness_of(old, old.answers.get(code="CON-01"))
    assert not Weakness.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("typed", ["1,250.50", "1.250,50", "1250,50", "1 250.50"])
def test_amounts_of_the_plan_are_read_as_elsewhere(typed):
    assert str(number(16).clean(typed)) == "1250.50"


@pytest.mark.parametrize(
    ("view", "own", "other"),
    [("register", "Nuestros riesgos", "Riesgos"), ("plan", "Nuestro plan", "Plan")],
)
def test_the_title_says_whose_it_is(town, view, own, other):
    address = reverse(f"municipio_seguro:{view}", args=[town.organisation.pk])

    def title(person):
        page = html.fromstring(signed_in(person).get(address).content)
        return page.xpath("//h1")[0].text_content()

    assert title(staff_of(town.organisation, Role.READS)) == own
    assert title(town.reviewer) == f"{other} de {town.organisation}"
