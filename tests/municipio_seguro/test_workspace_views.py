"""Assessing in the workspace: open, answer by several, prove, move on; nobody's else."""

import datetime
import uuid
from http import HTTPStatus

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from municipio_seguro.models import Assessment, Risk
from municipio_seguro.services import publishing
from municipio_seguro.services.answering import Said, save_answer
from network.choices import Role
from tests.foundation import upload_samples as samples
from tests.municipio_seguro import factories
from tests.network.desk import signed_in
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db


def at(view, *args):
    return reverse(f"municipio_seguro:{view}", args=args)


@pytest.fixture
def town():
    return factories.a_town()


@pytest.fixture
def draft(town):
    return factories.opened(town)


def boxes(client, draft, code="PAR"):
    """What a browser would send of a dimension as it was opened."""
    page = html.fromstring(client.get(at("dimension", draft.pk, code)).content)
    form = page.xpath("//main//form[@method='post']")[0]
    return {name: value or "" for name, value in form.form_values()}


def status_of(client, address):
    """The answer's status; a file that it sends is read to its end."""
    answer = client.get(address)
    if answer.streaming:
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer.getvalue()
        for close in answer._resource_closers:
            close()
    return answer.status_code


def told(answer):
    return " ".join(html.fromstring(answer.content).text_content().split())


def test_a_coordination_opens_one_once(town):
    factories.the_instrument()
    client = signed_in(town.lead)
    sent = {
        "client_uuid": str(uuid.uuid4()),
        "municipality": town.organisation.pk,
        "kind": "first_look",
    }
    for _twice in range(2):
        answer = client.post(at("start"), sent)
    made = Assessment.objects.get()
    assert answer["Location"] == at("assessment", made.pk)
    assert made.kind == "first_look"
    again = client.post(at("start"), {**sent, "client_uuid": str(uuid.uuid4())})
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "ya tiene una evaluación abierta" in told(again)


def test_nobody_opens_one_of_another_municipality(town):
    other = factories.a_town()
    sent = {
        "client_uuid": str(uuid.uuid4()),
        "municipality": other.organisation.pk,
        "kind": "full",
    }
    factories.the_instrument()
    answer = signed_in(town.lead).post(at("start"), sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Assessment.objects.exists()


def test_a_neighbour_finds_nothing_and_a_stranger_signs_in(town, draft, client):
    neighbour = signed_in(factories.a_town().lead)
    for address in (
        at("assessment", draft.pk),
        at("dimension", draft.pk, "PAR"),
        at("evidence", draft.pk, "PAR-01"),
        at("act", draft.pk, "cancel"),
    ):
        assert neighbour.get(address).status_code == HTTPStatus.NOT_FOUND
        assert "/cuenta/entrar/" in client.get(address)["Location"]


def test_only_what_was_touched_is_saved(town, draft):
    client = signed_in(town.clerk)
    sent = {**boxes(client, draft), "PAR-01-level": "2", "PAR-02-note": "Preguntar."}
    answer = client.post(at("dimension", draft.pk, "PAR"), sent)
    assert answer.status_code == HTTPStatus.FOUND
    rows = {row.code: row for row in draft.answers.all()}
    assert set(rows) == {"PAR-01", "PAR-02"}
    assert (rows["PAR-01"].level, rows["PAR-01"].answered_by) == (2, town.clerk)
    assert (rows["PAR-02"].level, rows["PAR-02"].note) == (None, "Preguntar.")
    again = client.post(at("dimension", draft.pk, "PAR"), boxes(client, draft))
    assert again.status_code == HTTPStatus.FOUND
    assert {row.version for row in draft.answers.all()} == {1}


def test_a_figure_gives_the_level_and_missing_is_not_zero(town, draft):
    client = signed_in(town.clerk)
    sent = {**boxes(client, draft, "ESP"), "ESP-03-figure": "90,5"}
    sent |= {"ESP-04-part": "45", "ESP-04-total": "60"}
    sent["ESP-05-level"] = "not_measured"
    client.post(at("dimension", draft.pk, "ESP"), sent)
    rows = {row.code: row for row in draft.answers.all()}
    assert (rows["ESP-03"].level, str(rows["ESP-03"].figure.normalize())) == (2, "90.5")
    assert rows["ESP-04"].level == 2
    assert (rows["ESP-05"].level, rows["ESP-05"].not_measured) == (0, True)
    assert "ESP-06" not in rows
    # Written anew, the figure stands over the share it came from.
    sent = {**boxes(client, draft, "ESP"), "ESP-04-figure": "20"}
    client.post(at("dimension", draft.pk, "ESP"), sent)
    row = draft.answers.get(code="ESP-04")
    assert (row.level, row.part) == (0, None)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"ESP-03-figure": "120"}, "ESP-03: el valor debe estar entre 0 y 100"),
        ({"ESP-03-figure": "1.234,5"}, "ESP-03: escriba solo el número"),
        ({"ESP-03-part": "11", "ESP-03-total": "10"}, "ESP-03: la parte no puede"),
        ({"ESP-01-level": "na", "ESP-01-na_reason_es": "No."}, "ESP-01: explique por"),
        ({"ESP-01-part": "0", "ESP-01-total": "0"}, "ESP-01: nada de nada"),
        ({"ESP-03-level": "not_measured", "ESP-03-figure": "80"}, "Hay una cifra"),
    ],
)
def test_what_cannot_be_is_told_beside_and_the_rest_is_saved(town, draft, sent, words):
    client = signed_in(town.clerk)
    whole = {**boxes(client, draft, "ESP"), "ESP-02-level": "1", **sent}
    answer = client.post(at("dimension", draft.pk, "ESP"), whole)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert words in told(answer)
    assert list(draft.answers.values_list("code", "level")) == [("ESP-02", 1)]
    for name, value in sent.items():
        assert value in answer.content.decode(), name


def test_two_people_see_both_answers_and_choose(town, draft):
    client = signed_in(town.clerk)
    opened = boxes(client, draft)
    save_answer(
        assessment=draft, by=town.clerk2, code="PAR-01", version=0, said=Said(level=3)
    )
    save_answer(
        assessment=draft, by=town.clerk2, code="PAR-02", version=0, said=Said(level=3)
    )
    # Of the second nothing was touched here: that is no conflict.
    sent = {**opened, "PAR-01-level": "1", "PAR-03-level": "2"}
    answer = client.post(at("dimension", draft.pk, "PAR"), sent)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Nada se sobrescribió" in told(answer) or "No se sobrescribió" in told(
        answer
    )
    assert draft.answers.get(code="PAR-01").level == 3
    assert draft.answers.get(code="PAR-03").level == 2
    page = html.fromstring(answer.content)
    form = dict(page.xpath("//main//form[@method='post']")[0].form_values())
    theirs = client.post(
        at("dimension", draft.pk, "PAR"), {**form, "pick-PAR-01": "theirs"}
    )
    assert theirs.status_code == HTTPStatus.FOUND
    assert draft.answers.get(code="PAR-01").level == 3
    client.post(at("dimension", draft.pk, "PAR"), {**form, "pick-PAR-01": "mine"})
    assert draft.answers.get(code="PAR-01").level == 1
    assert draft.answers.get(code="PAR-02").level == 3


def test_last_time_is_proposed_and_confirmed_by_a_press(town):
    done = publishing.publish(assessment=factories.validated(town), by=town.reviewer)
    second = factories.opened(town)
    client = signed_in(town.clerk2)
    page = told(client.get(at("dimension", second.pk, "PAR")))
    assert "¿Sigue igual?" in page
    sent = {**boxes(client, second), "PAR-01-same": "on", "PAR-02-level": "0"}
    client.post(at("dimension", second.pk, "PAR"), sent)
    rows = {row.code: row for row in second.answers.all()}
    before = done.answers.get(code="PAR-01").level
    assert (rows["PAR-01"].proposed, rows["PAR-01"].level) == (False, before)
    assert (rows["PAR-02"].proposed, rows["PAR-02"].level) == (False, 0)
    assert rows["PAR-03"].proposed


def test_too_late_nothing_typed_is_lost(town):
    ready = factories.validated(town)
    client = signed_in(town.clerk)
    sent = {"PAR-01-level": "0", "PAR-01-version": "1", "PAR-01-note": "Otra nota."}
    answer = client.post(at("dimension", ready.pk, "PAR"), sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Otra nota." in told(answer)


def test_the_mayor_and_the_association_read_and_answer_nothing(town, draft):
    for who in (town.mayor, town.reviewer):
        client = signed_in(who)
        assert client.get(at("dimension", draft.pk, "PAR")).status_code == HTTPStatus.OK
        answer = client.post(at("dimension", draft.pk, "PAR"), {"PAR-01-level": "3"})
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert not draft.answers.exists()


def test_findings_lead_to_their_answer(town, draft):
    save_answer(
        assessment=draft, by=town.clerk, code="PAR-01", version=0, said=Said(level=3)
    )
    page = html.fromstring(
        signed_in(town.clerk).get(at("assessment", draft.pk)).content
    )
    links = page.xpath("//ul[@class='findings']//a/@href")
    # Two questions of which the same is found are told apart.
    assert "PAR-01" in page.xpath("string(//ul[@class='findings']//strong)")
    assert at("dimension", draft.pk, "PAR") + "#PAR-01" in links


@pytest.mark.parametrize(
    ("visibility", "told"), [("reserved", False), ("municipality", True)]
)
def test_only_its_own_people_are_told_of_a_reserved_risk(town, draft, visibility, told):
    risk = factories.a_risk(town, title_es="Amenazas a la escuela")
    Risk.objects.filter(pk=risk.pk).update(visibility=visibility)
    page = at("assessment", draft.pk)
    assert "Amenazas a la escuela" in signed_in(town.clerk).get(page).content.decode()
    read = signed_in(town.reviewer).get(page).content.decode()
    assert ("Amenazas a la escuela" in read) == told


def test_evidence_is_attached_removed_and_brought_back(town, draft):
    client = signed_in(town.clerk)
    sent = {
        "title_es": "Acta de la mesa", "type": "minutes", "strength": "2",
        "visibility": "municipality", "dated_day": "1", "dated_month": "2",
        "dated_year": str(timezone.localdate().year),
        "file": samples.upload(samples.photo()),
    }  # fmt: skip
    answer = client.post(at("evidence", draft.pk, "PAR-01"), sent)
    assert answer.status_code == HTTPStatus.FOUND, told(answer)
    piece = draft.answers.get(code="PAR-01").evidence.get()
    file = at("evidence_file", draft.pk, "PAR-01", piece.pk)
    assert status_of(client, file) == HTTPStatus.OK
    assert status_of(signed_in(town.reviewer), file) == HTTPStatus.OK
    piece.visibility = "reserved"
    piece.save()
    assert status_of(signed_in(town.reviewer), file) == HTTPStatus.NOT_FOUND
    client.post(at("evidence_remove", draft.pk, "PAR-01", piece.pk))
    assert status_of(client, file) == HTTPStatus.NOT_FOUND
    client.post(at("evidence_restore", draft.pk, "PAR-01", piece.pk))
    assert status_of(client, file) == HTTPStatus.OK


def test_evidence_of_tomorrow_is_refused_and_its_file_waits(town, draft):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    sent = {
        "title_es": "Acta", "type": "minutes", "strength": "2",
        "visibility": "municipality", "dated_day": str(tomorrow.day),
        "dated_month": str(tomorrow.month), "dated_year": str(tomorrow.year),
        "file": samples.upload(samples.photo()),
    }  # fmt: skip
    answer = signed_in(town.clerk).post(at("evidence", draft.pk, "PAR-01"), sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "La fecha del documento no es posible" in told(answer)
    assert 'name="file-kept"' in answer.content.decode()
    assert not draft.answers.exists()


def test_the_way_to_publication_by_the_screens(town):
    waiting = factories.awaiting(town)
    mayor, lead, reviewer = map(signed_in, (town.mayor, town.lead, town.reviewer))
    back = {"comments": "Falta la fecha del acta de la mesa."}
    mayor.post(at("act", waiting.pk, "return"), back)
    assert "Falta la fecha del acta" in told(lead.get(at("assessment", waiting.pk)))
    sent = {"comments_answered": "Se agregó la fecha del acta."}
    lead.post(at("act", waiting.pk, "send"), sent)
    page = html.fromstring(mayor.get(at("act", waiting.pk, "validate")).content)
    seen = page.xpath("//input[@name='seen']/@value")[0]
    refused = mayor.post(at("act", waiting.pk, "validate"), {"seen": seen})
    assert "Escriba una respuesta antes de validar" in told(refused)
    reply = "La municipalidad lo revisará con los comités de cada barrio."
    for code in ("PAR", "INS", "PRE", "GRD", "ESP", "CON", "FIN"):
        mayor.post(at("reply", waiting.pk, code), {"text_es": reply})
    save_answer(
        assessment=waiting,
        by=town.clerk,
        code="PAR-01",
        version=1,
        said=Said(level=0, change_reason="El acta era de otro año."),
    )
    stale = mayor.post(at("act", waiting.pk, "validate"), {"seen": seen})
    assert "después de leerlas" in told(stale)
    page = html.fromstring(mayor.get(at("act", waiting.pk, "validate")).content)
    seen = page.xpath("//input[@name='seen']/@value")[0]
    mayor.post(at("act", waiting.pk, "validate"), {"seen": seen})
    waiting.refresh_from_db()
    assert waiting.state == "validated"
    reviewer.post(at("act", waiting.pk, "publish"), {})
    waiting.refresh_from_db()
    assert waiting.state == "published"
    lead.post(at("act", waiting.pk, "hide"))
    waiting.refresh_from_db()
    assert waiting.hidden_at is not None
    lead.post(at("act", waiting.pk, "show"))
    waiting.refresh_from_db()
    assert waiting.is_public


def test_a_signed_act_is_brought_and_confirmed(town):
    waiting = factories.awaiting(town)
    for code in ("PAR", "INS", "PRE", "GRD", "ESP", "CON", "FIN"):
        signed_in(town.lead).post(at("reply", waiting.pk, code), {"text_es": "x" * 50})
    file = {"upload": samples.upload(samples.photo())}
    signed_in(town.lead).post(at("act", waiting.pk, "file"), file)
    reviewer = signed_in(town.reviewer)
    assert status_of(reviewer, at("act_file", waiting.pk)) == HTTPStatus.OK
    reviewer.post(at("act", waiting.pk, "confirm"))
    waiting.refresh_from_db()
    assert (waiting.state, waiting.validated_how) == ("validated", "signed_act")


def test_a_list_asks_as_much_for_three_as_for_one(town, django_assert_num_queries):
    client = signed_in(staff_of(town.organisation, Role.READS))
    factories.as_if_published(town)
    client.get(at("assessments"))
    with django_assert_num_queries(QUERIES):
        client.get(at("assessments"))
    factories.opened(town)
    Assessment.objects.filter(state="published").update(state="superseded")
    factories.as_if_published(town)
    with django_assert_num_queries(QUERIES):
        page = client.get(at("assessments"))
    assert len(html.fromstring(page.content).xpath("//ul[@class='log']/li")) == 3


QUERIES = 4
