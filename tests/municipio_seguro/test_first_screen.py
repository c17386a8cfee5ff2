"""What a mayor reads first: what to decide, what it costs; the same on page and paper."""

import copy
import re

import pytest
from django.conf import settings
from django.core.cache import cache

from municipio_seguro.models import Snapshot
from municipio_seguro.papers.report import paper_of
from municipio_seguro.qr_codes import qr_code, qr_svg
from municipio_seguro.reports import report_of
from municipio_seguro.services import publishing
from tests.municipio_seguro import factories
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
ES = "/es/municipio-seguro/"


@pytest.fixture
def town():
    plant_pages()
    cache.clear()
    return factories.a_town()


@pytest.fixture
def done(town):
    """A proposed measure against a high public risk, and what is not to be decided."""
    risk = factories.public_risk(town)
    low = factories.public_risk(town, current_likelihood=1, current_impact=1)
    factories.a_measure(town, risk, visibility="public", title_es="Muro propuesto")
    factories.a_measure(town, risk, title_es="Muro callado")
    factories.a_measure(town, low, visibility="public", title_es="Muro menor")
    return publishing.publish(assessment=factories.validated(town), by=town.reviewer)


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", answer.content.decode())


def told_of(done, change=None):
    """The report of a snapshot, of which `change` may alter the content."""
    snapshot = done.snapshots.get()
    content = copy.deepcopy(snapshot.content)
    if change:
        change(content)
    altered = Snapshot(assessment=done, content=content, sha256=snapshot.sha256)
    return report_of(altered, done.instrument.instrument, {})


def words_of(told, done):
    return " ".join(
        " ".join([block.words, *(cell for row in block.rows for cell in row)])
        for block in paper_of(told, done.slug).blocks
    )


def decided(told):
    return [row["title"]["words"] for row in told["decisions"]]


def test_what_can_be_decided_stands_on_page_and_paper(client, done):
    text = read(client, f"{ES}{done.slug}/")
    part = text.split('id="decide"')[1].split('id="dimensions"')[0]
    assert "Lo que puede decidir esta semana" in part
    assert "Muro propuesto" in part
    assert "Sin financiamiento" in part
    assert "Muro callado" not in text
    assert "Muro menor" not in part
    told = told_of(done)
    assert decided(told) == ["Muro propuesto"]
    assert "Lo que puede decidir esta semana" in words_of(told, done)


def test_the_worst_risk_and_the_nearest_day_come_first_and_no_more_than_three(done):
    def more(content):
        [first] = [m for m in content["measures"] if m["title_es"] == "Muro propuesto"]
        extreme = {**content["risks"]["public"][0], "number": 90, "level": "E"}
        content["risks"]["public"].append(extreme)
        content["measures"] += [
            {**first, "number": 91, "title_es": "Tarde", "due_on": "2099-01-01"},
            {**first, "number": 92, "title_es": "Extremo", "risks": [90]},
            {**first, "number": 93, "title_es": "Pronto", "due_on": "2020-01-01"},
        ]

    assert decided(told_of(done, more)) == ["Extremo", "Pronto", "Muro propuesto"]


@pytest.mark.parametrize(
    ("name", "value"), [("status", "approved"), ("horizon", "medium"), ("risks", [])]
)
def test_what_is_decided_far_or_answers_nothing_is_not_offered(done, name, value):
    def change(content):
        for each in content["measures"]:
            each[name] = value

    told = told_of(done, change)
    assert decided(told) == []
    assert "ninguna medida pública" in words_of(told, done)


def answer_fund(content, **said):
    content["answers"] = [e for e in content["answers"] if e["code"] != "FIN-02"]
    if said:
        content["answers"].append({"code": "FIN-02", "revision": 1, **said})


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"state": "answered", "level": 1, "figure": "35"}, "35\xa0%"),
        ({"state": "answered", "level": 1, "figure": None}, "Del 20"),
        ({"state": "not_measured", "level": 0, "figure": None}, "no se mide"),
        ({"state": "na", "reason_es": "No hay fondo."}, "No aplica"),
    ],
)
def test_the_money_line_tells_how_much_of_the_fund_prevented(done, said, words):
    told = told_of(done, lambda content: answer_fund(content, **said))
    assert words in words_of(told, done)
    assert words in " ".join(
        str(told["fund"].get(n)) for n in ("figure", "head", "text")
    )


def test_what_nobody_answered_of_the_fund_is_no_zero(client, done):
    def nobody(content):
        answer_fund(content)
        content["missing"].append("FIN-02")

    assert told_of(done, nobody)["fund"]["head"].startswith("Sin respuesta")
    assert told_of(done, answer_fund)["fund"]["head"] == "No se preguntó"
    text = read(client, f"{ES}{done.slug}/")
    part = text.split('id="money"')[1].split('id="dimensions"')[0]
    assert "FIN-02" in part
    assert "En USD" in part


def test_a_plan_without_amounts_says_so(done):
    def free(content):
        for each in content["measures"]:
            each["amount"], each["currency"] = None, ""

    assert "Ninguna medida pública tiene monto." in words_of(told_of(done, free), done)


def test_page_and_paper_lead_back_to_their_address(client, done):
    text = read(client, f"{ES}{done.slug}/")
    address = f"{settings.SITE_URL}{ES}{done.slug}/"
    assert qr_code(address).path in text
    assert "Validado por la alcaldía el" in text
    [drawn] = [
        b for b in paper_of(told_of(done), done.slug).blocks if b.drawing and b.rows
    ]
    assert qr_svg(address) == drawn.drawing
    assert drawn.words.endswith(f"{ES}{done.slug}/")
    assert any("1.0.0" in row for row in drawn.rows)
