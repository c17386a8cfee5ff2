"""The plan in the workspace: proposed, sheet by sheet, told of, moved, verified by another."""

import datetime
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from lxml import html

from municipio_seguro.choices import FundingSource, Visibility
from municipio_seguro.models import FundingShare, Measure, MeasureEntry
from municipio_seguro.services import following
from tests.foundation import upload_samples as samples
from tests.municipio_seguro import factories
from tests.network.desk import signed_in

pytestmark = pytest.mark.django_db
WRONG = HTTPStatus.UNPROCESSABLE_ENTITY


def at(view, *args):
    return reverse(f"municipio_seguro:{view}", args=args)


@pytest.fixture
def town():
    return factories.a_town()


@pytest.fixture
def measure(town):
    return factories.a_measure(town)


def of(measure, view="measure", *more):
    return at(view, measure.municipality_id, measure.number, *more)


def boxes(client, address):
    """What a browser would send of a form as it was opened."""
    page = html.fromstring(client.get(address).content)
    form = page.xpath("//main//form[@method='post']")[0]
    return {name: value or "" for name, value in form.form_values()}


def told(answer):
    return " ".join(html.fromstring(answer.content).text_content().split())


def day(name, when):
    return {f"{name}_{part}": getattr(when, part) for part in ("day", "month", "year")}


def new(client, town, risk, **values):
    place = f"{at('add_measure', town.organisation.pk)}?risk={risk.number}"
    due = timezone.localdate() + datetime.timedelta(700)
    return boxes(client, place) | {
        "title_es": "Limpiar la quebrada",
        "type": "mitigation",
        "responsible_office": "Obras",
        **day("due_on", due),
        **values,
    }


def test_a_measure_is_proposed_once_for_the_risk_it_came_from(town):
    risk, client = factories.a_risk(town), signed_in(town.clerk)
    place = at("add_measure", town.organisation.pk)
    sent = new(client, town, risk, budget_amount="1250.50", currency="USD")
    for _twice in range(2):
        answer = client.post(place, sent)
    measure = Measure.objects.get()
    assert answer["Location"] == of(measure)
    assert list(measure.risks.all()) == [risk]
    assert (measure.horizon, measure.responsible) == ("medium", town.organisation)
    assert [each.source for each in measure.funding.all()] == [FundingSource.NONE]
    plan = told(client.get(at("plan", town.organisation.pk)))
    assert "Mediano plazo" in plan
    assert "En USD: 1" in plan
    assert "Limpiar la quebrada" in told(
        client.get(at("risk", town.organisation.pk, 1))
    )


@pytest.mark.parametrize(
    ("values", "box"),
    [
        ({"due_on_year": "2001"}, "due_on_0"),
        ({"budget_amount": "10"}, "currency"),
        ({"source": "emergency_fund"}, "purpose"),
        ({"code_0": "GRD-05"}, "level_0"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box(town, values, box):
    factories.the_instrument()
    client, risk = signed_in(town.clerk), factories.a_risk(town)
    place = at("add_measure", town.organisation.pk)
    answer = client.post(place, new(client, town, risk, **values))
    assert answer.status_code == WRONG
    assert f'href="#id_{box}"' in answer.content.decode()
    assert not Measure.objects.exists()


def test_ten_years_ahead_is_a_horizon_and_eleven_is_not(town):
    client, risk = signed_in(town.clerk), factories.a_risk(town)
    place, today = at("add_measure", town.organisation.pk), timezone.localdate()
    far = new(client, town, risk, due_on_year=str(today.year + 11))
    answer = client.post(place, far)
    assert 'href="#id_due_on_0"' in answer.content.decode()
    client.post(place, far | {"due_on_year": str(today.year + 9)})
    assert Measure.objects.get().horizon == "long"


def test_the_shares_of_the_money_add_up(town, measure):
    client, place = signed_in(town.clerk), of(measure, "measure_sheet", "money")
    sent = boxes(client, place) | {
        "source_0": "emergency_fund", "share_0": "60", "purpose_0": "mitigation",
        "source_1": "own", "share_1": "30",
    }  # fmt: skip
    answer = client.post(place, sent)
    assert answer.status_code == WRONG
    assert "Las fuentes suman 90" in told(answer)
    client.post(place, sent | {"share_1": "40"})
    rows = measure.funding.values_list("source", "share", "purpose")
    assert set(rows) == {
        ("emergency_fund", Decimal(60), "mitigation"),
        ("own", Decimal(40), ""),
    }
    # Opened and saved again, nothing changes.
    client.post(place, boxes(client, place))
    assert set(measure.funding.values_list("source", "share", "purpose")) == set(rows)


def test_another_institution_answers_where_the_town_hall_has_no_competence(
    town, measure
):
    client, place = signed_in(town.clerk), of(measure, "measure_sheet", "who")
    sent = boxes(client, place) | {
        "responsible": town.association.pk, "responsible_office": "Dirección técnica",
    }  # fmt: skip
    client.post(place, sent)
    measure.refresh_from_db()
    assert measure.responsible == town.association
    foreign = factories.a_town().organisation
    answer = client.post(place, sent | {"responsible": foreign.pk})
    assert answer.status_code == WRONG


def test_two_people_never_overwrite_the_same_sheet(town, measure):
    first, second = signed_in(town.clerk), signed_in(town.clerk2)
    money, who = (of(measure, "measure_sheet", name) for name in ("money", "who"))
    mine, theirs, again = boxes(first, money), boxes(second, who), boxes(second, money)
    second.post(who, theirs | {"responsible_office": "Riego"})
    following.move_measure(measure=measure, by=town.lead, to="approved")
    answer = first.post(money, mine | {"budget_amount": "500"})
    assert answer.status_code == HTTPStatus.FOUND
    late = second.post(money, again | {"budget_amount": "700"})
    assert late.status_code == HTTPStatus.CONFLICT
    assert "700" in told(late)
    measure.refresh_from_db()
    assert (measure.budget_amount, measure.responsible_office) == (500, "Riego")


def test_it_is_told_once_with_what_shows_it(town, measure, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client, place = signed_in(town.clerk), of(measure, "tell")
    sent = boxes(client, place) | {"text_es": "Se limpió un tramo", "progress": "35"}
    sent |= {"spent": "120.50", "strength": "2"}
    for _twice in range(2):
        upload = SimpleUploadedFile("acta.pdf", samples.pdf())
        answer = client.post(place, sent | {"file": upload})
        assert answer["Location"] == of(measure)
    entry = MeasureEntry.objects.get()
    assert (entry.progress, entry.spent, entry.strength) == (35, Decimal("120.50"), 2)
    assert len(list(tmp_path.rglob("*.pdf"))) == 1
    page = told(client.get(of(measure)))
    assert "Se limpió un tramo" in page
    assert "35 %" in page
    file = of(measure, "entry_file", entry.pk)
    assert client.get(file).getvalue()
    stranger = signed_in(factories.a_town().clerk)
    assert stranger.get(file).status_code == HTTPStatus.NOT_FOUND


def moved(client, measure, status, **values):
    place = of(measure, "move", status)
    return client.post(place, boxes(client, place) | values)


def test_a_second_person_verifies_and_only_then_the_risk_falls(town, measure):
    clerk, mayor = signed_in(town.clerk), signed_in(town.mayor)
    for status in ("approved", "running", "finished"):
        moved(clerk, measure, status)
    verify = of(measure, "move", "verified")
    assert clerk.get(verify).status_code == HTTPStatus.FORBIDDEN
    assert verify not in clerk.get(of(measure)).content.decode()
    answer = moved(mayor, measure, "verified", text_es="La obra se vio")
    assert "evidencia" in told(answer)
    shown = {"text_es": "La obra se vio", "address": "https://ejemplo.test/foto"}
    moved(mayor, measure, "verified", **shown)
    measure.refresh_from_db()
    assert (measure.status, measure.verified_by) == ("verified", town.mayor)
    sheet = of(measure, "measure_sheet", "what")
    assert clerk.get(sheet)["Location"] == of(measure)
    risk = measure.risks.get()
    rating = at("risk_sheet", town.organisation.pk, risk.number, "rating")
    lower = {"current_likelihood": "2", "line_services": "3"}
    clerk.post(rating, boxes(clerk, rating) | lower)
    risk.refresh_from_db()
    assert risk.level == "M"


def test_a_move_sent_twice_is_made_once(town, measure):
    client, place = signed_in(town.clerk), of(measure, "move", "approved")
    sent = boxes(client, place)
    for _twice in range(2):
        assert client.post(place, sent)["Location"] == of(measure)
    assert MeasureEntry.objects.count() == 1


def test_what_is_cancelled_says_why_and_is_taken_up_again(town, measure):
    client = signed_in(town.clerk)
    assert moved(client, measure, "cancelled").status_code == WRONG
    moved(client, measure, "cancelled", reason="Faltó el terreno")
    plan = told(client.get(at("plan", town.organisation.pk)))
    assert "Faltó el terreno" in plan
    moved(client, measure, "running")
    measure.refresh_from_db()
    assert (measure.status, measure.status_reason) == ("running", "")


def test_what_is_missing_leads_to_its_box(town, measure):
    ago = timezone.localdate() - datetime.timedelta(1)
    Measure.objects.update(
        due_on=ago, approved_on=ago, budget_amount=None, fiscal_year=None,
        visibility="public", title_en=None,
    )  # fmt: skip
    client = signed_in(town.clerk)
    page = html.fromstring(client.get(of(measure)).content)
    links = page.xpath("//main//div[@class='notice']//li//a/@href")
    assert len(links) == 6
    for link in links:
        address, _mark, box = link.partition("#")
        there = html.fromstring(client.get(address).content)
        assert there.xpath(f"//*[@id='{box}']"), link
    assert "vencía" in told(client.get(at("plan", town.organisation.pk)))


def test_what_is_reserved_is_read_by_its_own_people_alone(town, measure):
    Measure.objects.update(visibility=Visibility.RESERVED)
    for person, seen in ((town.mayor, True), (town.reviewer, False)):
        client = signed_in(person)
        plan = told(client.get(at("plan", town.organisation.pk)))
        assert (measure.title_es in plan) is seen
        risk = told(client.get(at("risk", town.organisation.pk, 1)))
        assert (measure.title_es in risk) is seen
        found = HTTPStatus.OK if seen else HTTPStatus.NOT_FOUND
        assert client.get(of(measure)).status_code == found


def test_the_plan_asks_the_same_questions_of_one_and_of_five(
    town, measure, django_assert_num_queries, django_assert_max_num_queries
):
    client, place = signed_in(town.clerk), at("plan", town.organisation.pk)
    client.get(place)
    with django_assert_max_num_queries(8) as asked:
        client.get(place)
    for _each in range(4):
        factories.a_measure(town, measure.risks.get())
    with django_assert_num_queries(len(asked)):
        client.get(place)
    assert FundingShare.objects.count() == 5
