"""The risk register in the workspace: noted, sheet by sheet, by several, taken out."""

import datetime
import uuid
from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from municipio_seguro.choices import Visibility
from municipio_seguro.models import Risk, Weakness
from municipio_seguro.services import risks
from municipio_seguro.services.answering import Said, save_answer
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
def risk(town):
    return factories.a_risk(town, impact_lines={"services": 4})


def sheet(risk, name):
    return at("risk_sheet", risk.municipality_id, risk.number, name)


def page_of(risk):
    return at("risk", risk.municipality_id, risk.number)


def boxes(client, address):
    """What a browser would send of a form as it was opened."""
    page = html.fromstring(client.get(address).content)
    form = page.xpath("//main//form[@method='post']")[0]
    return {name: value or "" for name, value in form.form_values()}


def told(answer):
    return " ".join(html.fromstring(answer.content).text_content().split())


def noted(**values):
    return {
        "client_uuid": str(uuid.uuid4()),
        "threat": factories.a_threat().pk,
        "title_es": "Se inunda el barrio de abajo",
        "nature": "event",
        "current_likelihood": "3",
        "line_people": "2",
        "line_services": "4",
        **values,
    }


def test_a_risk_is_noted_once_and_rated_by_its_worst_line(town):
    client, place = signed_in(town.clerk), at("add_risk", town.organisation.pk)
    sent = noted()
    for _twice in range(2):
        answer = client.post(place, sent)
    risk = Risk.objects.get()
    assert answer["Location"] == page_of(risk)
    assert (risk.current_impact, risk.level) == (4, "A")
    assert risk.impact_lines == {"people": 2, "services": 4}
    register = told(client.get(at("register", town.organisation.pk)))
    assert "Se inunda el barrio de abajo" in register
    assert "A Alto" in register


def test_a_risk_without_any_line_says_so_beside_the_first(town):
    place = at("add_risk", town.organisation.pk)
    sent = noted(line_people="", line_services="")
    answer = signed_in(town.clerk).post(place, sent)
    assert answer.status_code == WRONG
    assert 'id="id_line_people_error"' in answer.content.decode()
    assert not Risk.objects.exists()


def test_the_worst_stand_first_and_the_closed_ones_last(town):
    for title, likelihood, impact in (("Leve", 1, 1), ("Peor", 5, 5), ("Medio", 3, 2)):
        factories.a_risk(
            town, title_es=title, current_likelihood=likelihood, current_impact=impact
        )
    gone = factories.a_risk(town, title_es="Ido")
    risks.close_risk(risk=gone, by=town.clerk, reason="Se mudó el barrio")
    said = told(signed_in(town.clerk).get(at("register", town.organisation.pk)))
    places = [said.index(word) for word in ("Peor", "Medio", "Leve", "Ido")]
    assert places == sorted(places)
    assert "Se mudó el barrio" in said


def test_what_is_missing_leads_to_its_box(town):
    risk = factories.public_risk(town, public_summary_en=None)
    Risk.objects.update(public_summary_en=None, next_review=timezone.localdate())
    client = signed_in(town.clerk)
    page = html.fromstring(client.get(page_of(risk)).content)
    links = page.xpath("//main//div[@class='notice']//li//a/@href")
    assert len(links) == 8
    for link in links:
        address, _mark, box = link.partition("#")
        there = html.fromstring(client.get(address).content)
        # A measure is proposed on a form of its own.
        assert there.xpath(f"//*[@id='{box or 'id_due_on_0'}']"), link
    assert "Falta una medida" in page.text_content()
    read = html.fromstring(signed_in(town.reviewer).get(page_of(risk)).content)
    assert not read.xpath("//main//div[@class='notice']//li//a")


def test_a_low_answer_is_a_weakness_that_a_risk_names(town, risk):
    draft = factories.opened(town)
    save_answer(
        assessment=draft, by=town.clerk, code="GRD-02", said=Said(level=0), version=0
    )
    client, place = signed_in(town.clerk), sheet(risk, "about")
    sent = boxes(client, place)
    own = Weakness.objects.get(code="GRD-02")
    sent |= {"weaknesses": own.pk, "another_weakness": "El puente  es bajo"}
    sent |= {"affected_voices": "women", "owner_office": "Unidad de gestión de riesgos"}
    client.post(place, sent)
    risk.refresh_from_db()
    words = {each.text_es for each in risk.weaknesses.all()}
    assert words == {own.text_es, "El puente es bajo"}
    assert risk.affected_voices == ["women"]
    assert "Unidad de gestión de riesgos" in told(client.get(page_of(risk)))
    row = draft.answers.get()
    said = Said(level=2)
    save_answer(
        assessment=draft, by=town.clerk, code="GRD-02", said=said, version=row.version
    )
    # Risen since: still named by the risk, and no longer proposed to others.
    other = factories.a_risk(town)
    assert own.text_es not in told(client.get(sheet(other, "about")))
    assert own.text_es in told(client.get(place))


def test_two_people_save_two_sheets_and_never_over_each_other(town, risk):
    first, second = signed_in(town.clerk), signed_in(town.clerk2)
    rating, about = sheet(risk, "rating"), sheet(risk, "about")
    mine, theirs = boxes(first, rating), boxes(second, about)
    again = boxes(second, rating)
    second.post(about, theirs | {"owner_office": "Obras"})
    answer = first.post(rating, mine | {"basis": "Actas de 2024"})
    assert answer.status_code == HTTPStatus.FOUND
    late = second.post(rating, again | {"basis": "Actas de 2025"})
    assert late.status_code == HTTPStatus.CONFLICT
    assert "Actas de 2024" in told(late)
    assert "Actas de 2025" in late.content.decode()
    risk.refresh_from_db()
    assert (risk.basis, risk.owner_office) == ("Actas de 2024", "Obras")
    page = html.fromstring(late.content)
    form = page.xpath("//main//form[@method='post']")[0]
    second.post(rating, dict(form.form_values()))
    risk.refresh_from_db()
    assert risk.basis == "Actas de 2025"


def test_a_risk_without_a_measure_can_become_worse(town, risk):
    client, place = signed_in(town.clerk), sheet(risk, "rating")
    client.post(place, boxes(client, place) | {"current_likelihood": "5"})
    risk.refresh_from_db()
    assert (risk.level, risk.target_level) == ("E", "E")
    lower = boxes(client, place) | {"current_likelihood": "1"}
    answer = client.post(place, lower)
    assert answer.status_code == WRONG
    assert "medida" in told(answer)


def test_what_is_foreseen_is_asked_once_there_is_a_measure(town, risk):
    client, place = signed_in(town.clerk), sheet(risk, "decision")
    assert "target_impact" not in boxes(client, place)
    factories.a_measure(town, risk)
    sent = boxes(client, place) | {"target_likelihood": "1", "target_impact": "2"}
    client.post(place, sent)
    risk.refresh_from_db()
    assert risk.target_level == "B"


def test_a_review_comes_in_time_and_an_acceptance_ends(town, risk):
    client, place = signed_in(town.clerk), sheet(risk, "decision")
    late = timezone.localdate() + datetime.timedelta(400)
    day = {"day": late.day, "month": late.month, "year": late.year}
    sent = boxes(client, place) | {f"next_review_{k}": v for k, v in day.items()}
    answer = client.post(place, sent)
    assert answer.status_code == WRONG
    assert 'href="#id_next_review_0"' in answer.content.decode()
    answer = client.post(place, boxes(client, place) | {"treatment": "accept"})
    assert 'href="#id_acceptance_reason"' in answer.content.decode()


def test_an_expired_acceptance_keeps_nobody_from_the_other_sheets(town, risk):
    yesterday = timezone.localdate() - datetime.timedelta(1)
    Risk.objects.update(
        treatment="accept", acceptance_reason="Se vigila", acceptance_until=yesterday
    )
    client, place = signed_in(town.clerk), sheet(risk, "about")
    answer = client.post(place, boxes(client, place) | {"owner_office": "Obras"})
    assert answer.status_code == HTTPStatus.FOUND
    page = client.get(page_of(risk))
    assert "venció" in told(page)
    link = f"{sheet(risk, 'decision')}#id_acceptance_until_0"
    assert f'href="{link}"' in page.content.decode()
    assert 'id="id_acceptance_until_0"' in client.get(link).content.decode()


def test_personal_data_is_asked_about_before_the_public_reads_it(town):
    risk = factories.a_risk(town, threat=factories.a_threat(category="urban"))
    client, place = signed_in(town.clerk), sheet(risk, "public")
    sent = boxes(client, place) | {"visibility": "public"}
    answer = client.post(place, sent)
    assert 'href="#id_public_summary_es"' in answer.content.decode()
    sent |= {"public_summary_es": "Escriba a ana@ejemplo.test"}
    answer = client.post(place, sent)
    assert "¿Es así?" in told(answer)
    risk.refresh_from_db()
    assert not risk.is_public
    client.post(place, sent | {"sure": "G-W08"})
    risk.refresh_from_db()
    assert risk.is_public


def test_it_is_taken_out_with_a_reason_and_put_back(town, risk):
    client = signed_in(town.clerk)
    where = [town.organisation.pk, risk.number]
    assert client.post(at("risk_act", *where, "close"), {}).status_code == WRONG
    client.post(at("risk_act", *where, "close"), {"reason": "Se mudó el barrio"})
    assert client.get(sheet(risk, "about"))["Location"] == page_of(risk)
    refused = client.post(
        sheet(risk, "rating"), {"current_likelihood": 5, "line_loss": 5}
    )
    assert "ya no está en el registro" in told(refused)
    client.post(at("risk_act", *where, "reopen"))
    risk.refresh_from_db()
    assert (risk.closed_at, risk.closed_reason) == (None, "")
    history = told(client.get(page_of(risk)))
    assert "Salió del registro" in history
    assert "Volvió al registro" in history


def test_what_is_pressed_twice_over_a_bad_line_is_done_once(town, risk):
    Risk.objects.update(visibility=Visibility.PUBLIC, public_summary_es="Hay riñas.")
    client, where = signed_in(town.lead), [town.organisation.pk, risk.number]
    for action in ("hide", "show", "close", "reopen"):
        sent = {"reason": "Se mudó el barrio"} if action == "close" else {}
        kept = Risk.history.count()
        for _twice in range(2):
            answer = client.post(at("risk_act", *where, action), sent)
            assert answer.status_code == HTTPStatus.FOUND, action
        assert Risk.history.count() == kept + 1
    stranger = signed_in(factories.a_town().clerk)
    assert stranger.post(at("risk_act", *where, "hide")).status_code == 404


def test_what_is_reserved_is_read_by_its_own_people_alone(town, risk):
    Risk.objects.update(visibility=Visibility.RESERVED)
    register = at("register", town.organisation.pk)
    for person, seen in ((town.mayor, True), (town.reviewer, False)):
        client = signed_in(person)
        assert (risk.title_es in told(client.get(register))) is seen
        found = HTTPStatus.OK if seen else HTTPStatus.NOT_FOUND
        assert client.get(page_of(risk)).status_code == found


def test_a_finding_leads_to_its_risk(town, risk):
    draft = factories.opened(town)
    page = signed_in(town.clerk).get(at("assessment", draft.pk)).content.decode()
    assert f'href="{page_of(risk)}"' in page


def test_what_everybody_reads_is_asked_about_on_the_sheet_that_names_it(town, risk):
    Risk.objects.update(visibility=Visibility.PUBLIC, public_summary_es="Hay riñas.")
    client, place = signed_in(town.clerk), sheet(risk, "about")
    sent = boxes(client, place) | {"title_es": "Lo que cuenta ana@ejemplo.test"}
    answer = client.post(place, sent)
    assert "¿Es así?" in told(answer)
    assert 'value="Lo que cuenta ana@ejemplo.test"' in answer.content.decode()
    assert client.post(place, sent | {"sure": "G-W08"}).status_code == HTTPStatus.FOUND
