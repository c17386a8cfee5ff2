"""The people's voice on its pages: asked on a telephone, in groups, and read by staff."""

import datetime
import uuid
from http import HTTPStatus

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from lxml import html

from municipio_seguro.choices import TextState
from municipio_seguro.models import Assessment, Consultation, FreeText, Response
from municipio_seguro.services import publishing
from municipio_seguro.services.voices import asked_of
from network.choices import Role
from tests.municipio_seguro import factories
from tests.network.desk import signed_in
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db
WHO = {"voice": "women", "adult": "yes"}


def at(view, *args):
    return reverse(f"municipio_seguro:{view}", args=args)


@pytest.fixture(autouse=True)
def _nobody_knocked():
    cache.clear()


@pytest.fixture
def town():
    return factories.a_town()


@pytest.fixture
def running(town):
    return factories.consulting(town)


def door(running):
    return reverse("opinion", args=[running.key])


def told(answer):
    return " ".join(html.fromstring(answer.content).text_content().split())


def said(running, **given):
    """What a browser sends of the second step."""
    codes = asked_of(running.assessment.instrument.instrument, "women")
    return {**WHO, "answers": "yes", **dict.fromkeys(codes, "2"), **given}


def telephone(running):
    """A browser that opened the page."""
    browser = Client()
    assert browser.get(door(running)).status_code == HTTPStatus.OK
    return browser


def test_a_telephone_answers_once_and_nothing_of_it_is_kept(running):
    browser = telephone(running)
    asked = browser.post(door(running), WHO)
    assert asked.status_code == HTTPStatus.OK
    assert not Response.objects.exists()
    done = browser.post(door(running), said(running, text="Falta luz en el parque."))
    assert done["Location"] == f"{door(running)}?sent=1"
    assert "Gracias" in told(browser.get(done["Location"]))
    kept = Response.objects.get()
    assert (kept.voice, set(kept.answers.values())) == ("women", {2})
    assert kept.minute.second == 0
    assert FreeText.objects.get().state == TextState.WAITING
    again = browser.post(door(running), said(running))
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ya recibimos una respuesta" in told(again)
    # In the other language it is the same telephone.
    with translation.override("en"):
        other = browser.post(door(running), said(running))
    assert "already have a response" in told(other)
    assert Response.objects.count() == 1


def test_without_the_cookie_or_with_one_made_up_nothing_is_kept(running):
    answer = Client().post(door(running), said(running))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    browser = Client()
    browser.cookies["page"] = "otra:firma"
    assert "cookie" in told(browser.post(door(running), said(running)))
    assert not Response.objects.exists()


def test_title_address_and_cookie_say_nothing(running):
    browser = Client()
    page = browser.get(door(running))
    title = html.fromstring(page.content).findtext(".//title")
    shown = " ".join([title, door(running), *browser.cookies]).lower()
    for word in ("segur", "violen", "consult", "municip", "encuesta"):
        assert word not in shown
    assert set(browser.cookies) == {"page"}
    assert browser.cookies["page"]["httponly"]
    assert "no-store" in page["Cache-Control"]


def test_nobody_under_18_is_kept(running):
    answer = telephone(running).post(
        door(running), said(running, adult="no", text="Hola")
    )
    assert "Oficina de la niñez" in told(answer)
    assert not Response.objects.exists()
    assert not FreeText.objects.exists()
    children = telephone(running).post(door(running), said(running, voice="children"))
    assert children.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    ("days", "words"), [(-3, "La consulta abre el"), (40, "La consulta cerró el")]
)
def test_early_and_late_say_when(running, days, words):
    factories.days_later(running, days)
    browser = Client()
    assert words in told(browser.get(door(running)))
    late = browser.post(door(running), said(running, text="Mi idea"))
    assert late.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert words in told(late)
    assert "Mi idea" in told(late)
    assert not Response.objects.exists()


def test_one_connection_is_stopped_and_what_was_written_stays(running, settings):
    settings.OPINIONS_AN_HOUR = 2
    for _each in range(2):
        kept = telephone(running).post(door(running), said(running))
        assert kept.status_code == HTTPStatus.FOUND
    full = telephone(running).post(door(running), said(running, text="Mi idea"))
    assert full.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert "Mi idea" in told(full)
    assert len(html.fromstring(full.content).xpath("//input[@checked]")) > 10
    assert Response.objects.count() == 2


def test_keys_cannot_be_tried_for_ever(running, settings):
    settings.LINKS_TRIED_AN_HOUR = 3
    browser = Client()
    tried = [
        browser.get(reverse("opinion", args=[f"clave{n}"])).status_code
        for n in range(5)
    ]
    assert tried == [404, 404, 404, 429, 429]
    # Whoever has the right address still gets there.
    assert browser.get(door(running)).status_code == HTTPStatus.OK


def test_hidden_it_is_not_found(running, town):
    publishing.hide(assessment=running.assessment, by=town.lead)
    assert Client().get(door(running)).status_code == HTTPStatus.NOT_FOUND


def test_the_page_is_small(running):
    browser = telephone(running)
    first = browser.get(door(running), headers={"accept-encoding": "gzip"})
    asked = browser.post(door(running), WHO, headers={"accept-encoding": "gzip"})
    assert len(first.content) < 12_000
    assert len(asked.content) < 16_000


def test_a_coordination_opens_it_and_it_is_closed_and_sent_on(town):
    draft = factories.answer_all(factories.opened(town), town.clerk)
    client = signed_in(town.lead)
    assert (
        at("consult", draft.pk)
        in client.get(at("assessment", draft.pk)).content.decode()
    )
    day = timezone.localdate()
    sent = {**factories.TEXTS}
    for name, when in (("opens_on", day), ("closes_on", day + datetime.timedelta(5))):
        sent |= {
            f"{name}_{part}": getattr(when, part) for part in ("day", "month", "year")
        }
    short = client.post(at("consult", draft.pk), sent)
    assert "entre 14 y 60 días" in told(short)
    end = day + datetime.timedelta(20)
    sent |= {
        f"closes_on_{part}": getattr(end, part) for part in ("day", "month", "year")
    }
    done = client.post(at("consult", draft.pk), sent)
    assert done["Location"] == at("consultation", draft.pk)
    page = client.get(done["Location"])
    running = Consultation.objects.get()
    assert f"/es/opinion/{running.key}/" in page.content.decode()
    early = client.post(at("act", draft.pk, "close"))
    assert early.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    factories.days_later(running, 15)
    assert client.post(at("act", draft.pk, "close")).status_code == HTTPStatus.FOUND
    draft.refresh_from_db()
    assert draft.state == "awaiting"


def test_it_is_called_off_only_before_anybody_answered(town, running):
    client = signed_in(town.lead)
    factories.people(running, "women", 1)
    refused = client.post(at("act", running.assessment_id, "call_off"))
    assert refused.status_code == HTTPStatus.FORBIDDEN
    Response.objects.all().delete()
    client.post(at("act", running.assessment_id, "call_off"))
    assert Assessment.objects.get().state == "draft"
    assert not Consultation.objects.exists()


def hands(running, present, voice="children", **given):
    codes = asked_of(running.assessment.instrument.instrument, voice)
    day = timezone.localdate()
    sent = {
        "client_uuid": str(uuid.uuid4()),
        "voice": voice,
        "setting": "school",
        "present": str(present),
        "held_on_day": day.day,
        "held_on_month": day.month,
        "held_on_year": day.year,
    }
    return {**sent, **{f"{code}-level_1": str(present) for code in codes}, **given}


def test_a_group_of_children_is_tallied_and_taken_out_again(town, running):
    pk = running.assessment_id
    client = signed_in(staff_of(town.organisation, Role.FACILITATES))
    kept = client.post(at("group", pk, "children"), hands(running, 12))
    assert kept["Location"] == at("consultation", pk)
    session = running.sessions.get()
    assert (session.voice, session.present) == ("children", 12)
    assert session.tallies.count() == 7
    assert "12 personas" in told(client.get(kept["Location"]))
    client.post(at("group_remove", pk, session.pk))
    assert not running.sessions.exists()


def test_hands_add_up_to_the_people_beside_their_question(town, running):
    client = signed_in(staff_of(town.organisation, Role.FACILITATES))
    code = asked_of(running.assessment.instrument.instrument, "children")[0]
    sent = hands(running, 12, **{f"{code}-level_1": "9"})
    wrong = client.post(at("group", running.assessment_id, "children"), sent)
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    beside = html.fromstring(wrong.content).get_element_by_id(f"id_{code}-level_1")
    assert beside.get("value") == "9"
    assert "Las respuestas (9) no coinciden" in told(wrong)
    few = client.post(at("group", running.assessment_id, "children"), hands(running, 2))
    assert "al menos 3" in told(few)
    assert not running.sessions.exists()


def test_who_answered_for_the_town_hall_enters_no_group(town, running):
    for who in (town.clerk, town.lead):
        answer = signed_in(who).get(at("groups", running.assessment_id))
        assert answer.status_code == HTTPStatus.FORBIDDEN


def test_several_people_answer_on_one_telephone(town, running):
    client = signed_in(staff_of(town.organisation, Role.FACILITATES))
    address = at("assisted", running.assessment_id)
    for _each in range(2):
        assert client.post(address, WHO).status_code == HTTPStatus.OK
        assert client.post(address, said(running)).status_code == HTTPStatus.FOUND
    assert Response.objects.filter(assisted=True).count() == 2


def test_a_text_is_read_before_it_is_shown_and_only_the_network_refuses(town, running):
    text = FreeText.objects.create(consultation=running, text="Falta luz.")
    pk = running.assessment_id
    lead, reviewer = signed_in(town.lead), signed_in(town.reviewer)
    assert "Falta luz." in told(lead.get(at("consultation", pk)))
    assert "Falta luz." not in told(signed_in(town.clerk).get(at("consultation", pk)))
    lead.post(at("text", pk, text.pk, "refuse"))
    text.refresh_from_db()
    assert text.state == TextState.WAITING
    reviewer.post(at("text", pk, text.pk, "refuse"))
    text.refresh_from_db()
    assert text.state == TextState.REFUSED
    lead.post(at("text", pk, text.pk, "show"))
    text.refresh_from_db()
    assert text.state == TextState.SHOWN


def test_the_network_sets_a_flood_aside_with_its_reason(town, running):
    people = factories.people(running, "women", 12)
    minute = timezone.now().replace(second=0, microsecond=0)
    Response.objects.update(alike="a" * 64, minute=minute)
    pk = running.assessment_id
    page = html.fromstring(signed_in(town.reviewer).get(at("consultation", pk)).content)
    (address,) = page.xpath("//a[contains(@href, '/iguales/')]/@href")
    assert signed_in(town.lead).get(address).status_code == HTTPStatus.FORBIDDEN
    client = signed_in(town.reviewer)
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "Llegaron todas juntas."})
    assert Response.objects.filter(set_aside=True).count() == len(people)
    client.post(address, {"reason": "Era la feria del barrio."})
    assert not Response.objects.filter(set_aside=True).exists()


def test_poster_and_sheet_are_pdf(town, running):
    client = signed_in(town.lead)
    for address in (
        at("poster", running.assessment_id),
        at("group_sheet", running.assessment_id, "children"),
    ):
        answer = client.get(address)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-1.")
