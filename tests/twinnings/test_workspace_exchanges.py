"""An exchange in the workspace: opened before the trip, reported, promised, followed."""

import datetime
import uuid

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.background import work_off
from tests.foundation.upload_samples import pdf, photo
from tests.network.desk import signed_in
from tests.network.factories import PlaceFactory
from tests.twinnings import factories
from tests.twinnings.factories import days_ago
from twinnings.models import Exchange

pytestmark = pytest.mark.django_db
PLAN = {"title_es": "Visita a la policía", "modality": "visit", "direction": "outgoing",
        "language_support": "unknown"}  # fmt: skip


@pytest.fixture
def town():
    return factories.reviewed_town()


@pytest.fixture
def browser(town):
    return signed_in(town[1])


@pytest.fixture
def twinning(town):
    return factories.TwinningFactory(owner=town[0])


@pytest.fixture
def exchange(town, twinning):
    return factories.opened(twinning, town[1])


def address(name, *args):
    return reverse(f"twinnings:{name}", args=args)


def post(browser, name, *args, **values):
    return browser.post(address(name, *args), values)


def dated(name, day):
    return {
        f"{name}_day": day.day,
        f"{name}_month": day.month,
        f"{name}_year": day.year,
    }


def rows(*given, version):
    told = {"version": version, "rows-TOTAL_FORMS": len(given), "rows-INITIAL_FORMS": 0}
    for at, row in enumerate(given):
        told |= {f"rows-{at}-{name}": value for name, value in row.items()}
    return told


def test_opened_before_the_trip_once(browser, twinning):
    key = str(uuid.uuid4())
    for _turn in range(2):
        given = {**PLAN, "client_uuid": key, **dated("began", timezone.localdate())}
        assert post(browser, "open", twinning.pk, **given).status_code == 302
    made = Exchange.objects.get(client_uuid=key)
    assert (made.status, made.owner) == ("planned", twinning.owner)


def test_outside_the_life_of_the_twinning_it_is_asked(browser, twinning):
    given = {**PLAN, "client_uuid": str(uuid.uuid4()), "began_year": "2004"}
    answer = post(browser, "open", twinning.pk, **given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "anteriores o posteriores" in page
    assert "Sí, es así" in page
    assert PLAN["title_es"] in page
    assert not Exchange.objects.exists()
    assert (
        post(browser, "open", twinning.pk, sure="outside", **given).status_code == 302
    )
    assert Exchange.objects.get().outside_confirmed


def test_a_delegation_of_two_hundred_is_asked_about(browser, exchange):
    line = {"people": "200", "role": "residents", "sex": "women", "shown": ""}
    given = rows(line, version=exchange.version)
    answer = post(browser, "exchange_section", exchange.pk, "delegation", **given)
    assert answer.status_code == 422
    assert "200 personas" in answer.content.decode()
    assert not exchange.delegation.exists()
    given["sure"] = "many"
    answer = post(browser, "exchange_section", exchange.pk, "delegation", **given)
    assert answer.status_code == 302
    assert exchange.delegation.get().people == 200
    wrong = rows({**line, "people": "6000"}, version=given["version"] + 1)
    answer = post(browser, "exchange_section", exchange.pk, "delegation", **wrong)
    assert "de 1 a 5" in answer.content.decode()


def test_an_agenda_and_what_is_ready(browser, exchange):
    line = {"text_es": "Oficina de juventud", "hour": "9:00"}
    given = rows(line, {"hour": "10:00"}, version=exchange.version)
    answer = post(browser, "exchange_section", exchange.pk, "agenda", **given)
    assert "Escriba qué se va a hacer" in answer.content.decode()
    given = rows(line, version=exchange.version)
    post(browser, "exchange_section", exchange.pk, "agenda", **given)
    assert str(exchange.agenda.get()) == "Oficina de juventud"
    exchange.refresh_from_db()
    given = {"version": exchange.version, "before": ["papers", "consents"]}
    post(browser, "exchange_section", exchange.pk, "checklist", **given)
    exchange.refresh_from_db()
    assert set(exchange.checked) == {"papers", "consents"}
    page = browser.get(address("exchange", exchange.pk)).content.decode()
    assert "2 de 12 listos" in page


def test_a_report_says_when_and_not_what_lies_ahead(browser, exchange):
    def said(**given):
        given = {"version": exchange.version, "what_happened_es": "Visita", **given}
        answer = post(browser, "exchange_section", exchange.pk, "report", **given)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Visita" in page
        return page

    assert "diga que la fecha es incierta" in said()
    ahead = timezone.localdate() + datetime.timedelta(days=5)
    assert "Lo que aún no llega" in said(**dated("began", ahead))
    assert "moneda" in said(began_year="2015", cost="120")
    given = {"version": exchange.version, "what_happened_es": "Visita"}
    given |= {"date_uncertain": "on"}
    answer = post(browser, "exchange_section", exchange.pk, "report", **given)
    assert answer.status_code == 302
    exchange.refresh_from_db()
    assert (exchange.status, exchange.date_uncertain) == ("held", True)


def reported(browser, exchange, day):
    given = {"version": exchange.version, "what_happened_es": "Se vio su trabajo."}
    given |= {**dated("began", day)}
    answer = post(
        browser, "exchange_section", exchange.pk, "report", sure="outside", **given
    )
    assert answer.status_code == 302
    exchange.refresh_from_db()


def test_a_commitment_due_before_the_exchange_is_refused(browser, exchange):
    reported(browser, exchange, days_ago(10))
    given = {"text_es": "Escribir un plan", **dated("due", days_ago(20))}
    answer = post(browser, "add_commitment", exchange.pk, **given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "no puede vencer antes del intercambio" in page
    assert "Escribir un plan" in page
    assert not exchange.commitments.exists()


def test_promised_met_dropped_and_opened_again(browser, exchange):
    reported(browser, exchange, days_ago(30))
    given = {"text_es": "Escribir un plan", "office_es": "Oficina de la mujer"}
    assert post(browser, "add_commitment", exchange.pk, **given).status_code == 302
    promise = exchange.commitments.get()
    where = (exchange.pk, promise.pk)
    assert "Diga qué lo demuestra" in post(browser, "meet", *where).content.decode()
    done = post(browser, "meet", *where, file=SimpleUploadedFile("plan.pdf", pdf()))
    assert done.status_code == 302
    promise.refresh_from_db()
    assert promise.state == "met"
    kept = browser.get(address("evidence", *where))
    assert b"".join(kept.streaming_content).startswith(b"%PDF")
    assert browser.get(address("commitment_act", *where, "reopen")).status_code == 200
    post(browser, "commitment_act", *where, "reopen")
    assert post(browser, "drop", *where).status_code == 422
    assert post(browser, "drop", *where, reason_es="Sin fondos").status_code == 302
    promise.refresh_from_db()
    assert (promise.state, promise.evidence_es) == ("dropped", "Sin fondos")


def test_what_is_late_is_seen_by_its_people_and_their_association(
    town, browser, exchange
):
    reported(browser, exchange, days_ago(90))
    given = {"text_es": "Poner luz en la cancha", **dated("due", days_ago(3))}
    post(browser, "add_commitment", exchange.pk, **given)
    for person in town[1:]:
        page = signed_in(person).get(address("twinnings")).content.decode()
        assert "Lo que está atrasado" in page
        assert "Poner luz en la cancha" in page
    other = signed_in(factories.reviewed_town()[1])
    assert "Poner luz" not in other.get(address("twinnings")).content.decode()


def test_a_photo_asks_whom_it_shows(browser, exchange):
    where = ("exchange_section", exchange.pk, "photos")

    def sent(**values):
        given = {"what": "photo", "photoform-alt_text_es": "El patio", **values}
        given["photoform-file"] = SimpleUploadedFile("foto.jpg", photo())
        return post(browser, *where, **given)

    answer = sent(**{"photoform-public": "on"})
    assert "Indique si se reconoce a alguna persona" in answer.content.decode()
    minors = {"photoform-people_shown": "minors", "photoform-public": "on"}
    assert sent(**minors).status_code == 422
    assert not exchange.photos.exists()
    assert sent(**{"photoform-people_shown": "nobody"}).status_code == 302
    piece = exchange.photos.get()
    kept = (exchange.pk, "photo", piece.uuid)
    seen = browser.get(address("piece_file", *kept))
    assert b"".join(seen.streaming_content)
    assert (
        "El patio"
        in browser.get(address("piece_act", *kept, "remove")).content.decode()
    )
    post(browser, "piece_act", *kept, "remove")
    assert "Puede recuperarse" in browser.get(address(*where)).content.decode()
    post(browser, "piece_act", *kept, "restore")
    piece.refresh_from_db()
    assert piece.removed_at is None


def test_an_officer_is_asked_in_english_and_answers(town, browser, client):
    exchange = factories.ExchangeFactory(twinning__owner=town[0])
    wrong = post(browser, "officer", exchange.pk, email="x@", language="en")
    assert "correo" in wrong.content.decode()
    post(browser, "officer", exchange.pk, email="police@city.test", language="en")
    work_off()
    letter = mail.outbox[-1]
    assert letter.to == ["police@city.test"]
    assert "asks you to confirm the facts" in letter.subject
    link = exchange.officer_links.get()
    link.answer, link.words, link.answered_at = "wrong", "Three days", timezone.now()
    link.save()
    listed = browser.get(address("twinnings")).content.decode()
    assert "La contraparte dice que algo está mal" in listed
    page = browser.get(address("exchange", exchange.pk)).content.decode()
    assert "Three days" in page
    post(browser, "settle", exchange.pk, link.pk)
    listed = browser.get(address("twinnings")).content.decode()
    assert "La contraparte dice que algo está mal" not in listed


def test_a_link_sent_to_the_wrong_address_is_ended(town, browser):
    exchange = factories.ExchangeFactory(twinning__owner=town[0])
    post(browser, "officer", exchange.pk, email="police@city.test", language="en")
    link = exchange.officer_links.get()
    question = browser.get(address("revoke", exchange.pk, link.pk)).content.decode()
    assert "police@city.test" in question
    post(browser, "revoke", exchange.pk, link.pk)
    link.refresh_from_db()
    assert not link.is_open


def test_a_follow_up_is_answered_by_whoever_signed_in(browser, exchange):
    reported(browser, exchange, days_ago(10))
    asked = exchange.follow_ups.get(months=6, side="own")
    where = (exchange.pk, asked.pk)
    lacking = post(browser, "follow_up", *where, done="no")
    assert "Diga qué lo impidió" in lacking.content.decode()
    answer = post(browser, "follow_up", *where, done="yes", what_changed="Hay plan")
    assert answer.status_code == 302
    asked.refresh_from_db()
    assert (asked.done, asked.answered_by) == ("yes", "staff")


def test_called_off_and_planned_again(browser, exchange):
    assert (
        browser.get(address("exchange_act", exchange.pk, "cancel")).status_code == 200
    )
    post(browser, "exchange_act", exchange.pk, "cancel")
    exchange.refresh_from_db()
    assert exchange.status == "cancelled"
    given = {**PLAN, "version": exchange.version}
    post(browser, "exchange_section", exchange.pk, "plan", **given)
    exchange.refresh_from_db()
    assert exchange.status == "planned"


@pytest.mark.parametrize(("country", "language"), [("PA", "es"), ("US", "en")])
def test_a_counterpart_is_written_to_in_its_own_language(country, language):
    town, by, _reviewer = factories.reviewed_town()
    place = PlaceFactory(country=country)
    twinning = factories.proposed(town, by, place)
    exchange = factories.ExchangeFactory(twinning=twinning, owner=town)
    page = signed_in(by).get(reverse("twinnings:officer", args=[exchange.pk]))
    assert page.context["form"].initial["language"] == language


def test_what_has_happened_is_told_of_an_exchange():
    exchange = factories.published_exchange()
    by = factories.coordinator_of(exchange.owner)
    page = signed_in(by).get(reverse("twinnings:exchange", args=[exchange.pk]))
    told = page.content.decode()
    assert "Qué ha pasado con él" in told
    assert "Aprobada" not in told
    # The English of a text may come later.
    form = (
        signed_in(by)
        .get(reverse("twinnings:add_commitment", args=[exchange.pk]))
        .content.decode()
    )
    assert form.count("(opcional)") == 2
