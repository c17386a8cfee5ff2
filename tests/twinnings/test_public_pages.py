"""The pages of a twinning, an exchange and a counterpart, in both languages."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import PlaceParent
from tests.foundation import upload_samples
from tests.network.factories import (
    ApprovedActivityFactory,
    PlaceFactory,
    secretariat_member,
)
from tests.public_pages import plant_pages
from tests.twinnings import factories
from tests.twinnings.public import (
    answered,
    public_commitment,
    public_twinning,
    read,
    southern,
    told,
    with_positions,
    words,
)
from twinnings.addresses import counterpart_address, exchange_address
from twinnings.models import DelegationRow, ExchangePhoto, TwinningDocument
from twinnings.services import review, statuses

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages():
    plant_pages()


@pytest.fixture
def twinning():
    return public_twinning(
        started=datetime.date(2012, 3, 1), date_precision="month", doubts_es="No consta el fin.",
        doubts_en="Its end is not recorded.", sources="Prensa | https://prensa.example/",
    )  # fmt: skip


@pytest.fixture
def exchange(twinning):
    return factories.published_exchange(
        twinning=twinning, started=datetime.date(2013, 1, 1), date_precision="year",
        date_uncertain=True, learnt_es="Cómo abrir un patio.", learnt_en="How to open a yard.",
    )  # fmt: skip


def addresses(record):
    spanish = record.get_absolute_url()
    english = spanish.replace("/es/hermanamientos/", "/en/twinnings/")
    return spanish, english.replace("/intercambios/", "/exchanges/")


def test_a_twinning_tells_why_who_when_and_what_is_not_known(client, twinning):
    spanish, english = (told(client, each) for each in addresses(twinning))
    assert "marzo de 2012" in spanish
    assert "March 2012" in english
    for text in (
        twinning.problem_es,
        twinning.objective_es,
        "No consta el fin.",
        "Prensa",
    ):
        assert text in spanish
    assert twinning.objective_en in english
    assert twinning.objective_es not in english
    assert "Its end is not recorded." in english
    assert "No consta ningún intercambio." in spanish
    assert "Sin seguimiento registrado" in spanish
    assert "No follow-up recorded" in english


def test_parties_stand_with_level_state_and_office(client, twinning):
    city = twinning.parties.get(place__country="US")
    state = PlaceFactory(name_es="Florida", name_en="Florida", country="US")
    PlaceParent.objects.create(place=city.place, parent=state, source="Censo")
    city.level, city.signing_office_es, city.contact_email = (
        "city",
        "Alcaldía",
        "x@y.test",
    )
    city.ratification, city.ratified_act = "ratified", "Acta 7"
    city.act_public = True
    city.ratified_on, city.ratified_precision = datetime.date(2011, 1, 1), "year"
    city.save()
    page = told(client, twinning.get_absolute_url())
    for text in ("Ciudad", "Florida", "Alcaldía", "Ratificado", "2011", "Acta 7"):
        assert text in page
    assert "x@y.test" not in client.get(twinning.get_absolute_url()).content.decode()


def test_the_history_of_its_statuses_is_told_in_order(client, twinning):
    by = factories.coordinator_of(twinning.owner)
    for status, day in (("paused", "2014-05-01"), ("active", "2016-01-01")):
        when = statuses.When(datetime.date.fromisoformat(day), "month")
        twinning.refresh_from_db()
        statuses.change_status(twinning=twinning, by=by, status=status, when=when)
    history = told(client, twinning.get_absolute_url()).partition("Cómo ha ido")[2]
    assert history.index("mayo de 2014") < history.index("enero de 2016")


def test_timeline_people_promises_and_answers(client, twinning, exchange):
    DelegationRow.objects.create(
        exchange=exchange, role="police", sex="women", people=7
    )
    DelegationRow.objects.create(exchange=exchange, role="mayor")
    for state in ("met", "met", "met", "open", "dropped"):
        public_commitment(exchange, state=state)
    answered(exchange)
    page = told(client, twinning.get_absolute_url())
    for text in (exchange.title_es, "2013", "De 5 compromisos, 3 cumplidos", "Policía"):
        assert text in page
    assert "También constan, sin decir cuántas personas" in page
    assert "En parte" in page
    english = told(client, addresses(twinning)[1])
    assert "Of 5 commitments, 3 met" in english
    assert "There is a plan now." in english


def test_an_answer_in_english_alone_is_marked_for_readers_of_spanish(client, exchange):
    answered(exchange)
    page = read(client, exchange.get_absolute_url())
    said = page.xpath("//*[@lang='en' and contains(., 'There is a plan now.')]")
    assert said
    assert "Solo está en inglés." in words(page)


def test_words_that_nobody_read_yet_are_not_told(client, exchange):
    answered(exchange, public=False)
    public_commitment(exchange, evidence_es="Acta del concejo", evidence_public=False)
    unread = public_commitment(exchange, text_es="Nadie lo leyó")
    type(unread).objects.filter(pk=unread.pk).update(public=False)
    for record in (exchange, exchange.twinning):
        page = told(client, record.get_absolute_url())
        assert "En parte" in page
        for text in ("There is a plan", "Acta del concejo", "Nadie lo leyó"):
            assert text not in page


def test_texts_without_english_say_so(client, exchange):
    type(exchange).objects.filter(pk=exchange.pk).update(
        title_en=None, what_happened_en=None
    )
    page = read(client, addresses(exchange)[1])
    assert "Only available in Spanish." in words(page)
    assert page.xpath("//h1/@lang") == ["es"]
    assert page.xpath("//*[@lang='es' and contains(@class, 'prose')]")


def test_few_residents_enter_no_figure(client, exchange):
    rows = exchange.delegation
    rows.create(role="residents", sex="women", people=3, hidden=True)
    rows.create(role="police", sex="men", people=811)
    for record in (exchange, exchange.twinning):
        page = told(client, record.get_absolute_url())
        assert "menos de 5" in page
        assert "811" in page
        assert "814" not in page
        assert "personas en total" not in page


def test_an_exchange_tells_place_what_was_seen_and_what_came_of_it(client, exchange):
    exchange.places_seen.create(name_es="Un patio", name_en="A yard", position=1)
    exchange.agenda.create(text_es="Recorrido", text_en="Tour", position=1)
    activity = ApprovedActivityFactory(owner=exchange.owner)
    exchange.activities.add(activity)
    document = TwinningDocument.objects.create(
        twinning=exchange.twinning, exchange=exchange, kind="report", public=True,
        title_es="Informe", title_en="Report", address="https://city.example/r.pdf",
    )  # fmt: skip
    spanish = read(client, exchange.get_absolute_url())
    text = words(spanish)
    for wanted in ("Un patio", "Recorrido", "Cómo abrir un patio.", activity.title):
        assert wanted in text
    assert "2013 (fecha incierta)" in text
    assert document.address in spanish.xpath("//@href")
    assert exchange.twinning.get_absolute_url() in spanish.xpath("//@href")
    english = told(client, addresses(exchange)[1])
    assert "How to open a yard." in english
    assert "2013 (date uncertain)" in english


def test_each_can_be_asked_to_be_taken_down(client, exchange):
    for record, kind in ((exchange, "exchange"), (exchange.twinning, "twinning")):
        page = read(client, record.get_absolute_url())
        links = page.xpath("//main//a[contains(@class, 'take-down-link')]/@href")
        assert f"of={kind}-{record.pk}" in links[-1]
        form = read(client, links[-1])
        assert "Usted pide que se retire" in words(form) or form.xpath("//form")


@pytest.fixture
def photo(exchange):
    piece = factories.PhotoFactory(exchange=exchange)
    piece.file.save("foto.jpg", ContentFile(upload_samples.photo(size=(900, 600))))
    return piece


def test_a_photo_is_seen_small_and_large_while_it_may(client, photo):
    page = read(client, photo.exchange.get_absolute_url())
    small = page.xpath("//div[@class='photographs']//img/@src")[0]
    large = page.xpath("//div[@class='photographs']//a/@href")[0]
    first, second = client.get(small), client.get(large)
    assert first["Content-Type"] == "image/webp"
    assert len(first.content) < len(second.getvalue())
    assert second["Cache-Control"] == "public, max-age=60"
    assert "sandbox" in second["Content-Security-Policy"]
    ExchangePhoto.objects.filter(pk=photo.pk).update(public=False)
    assert client.get(small).status_code == client.get(large).status_code == 404
    assert (
        "photographs"
        not in client.get(photo.exchange.get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize("values", [{"removed_at": timezone.now()}, {"people_shown": "not_sure", "public": False}])  # fmt: skip
def test_a_photo_that_may_not_be_seen_is_not_there(client, photo, values):
    ExchangePhoto.objects.filter(pk=photo.pk).update(**values)
    address = f"{exchange_address(photo.exchange_id)}{photo.uuid}/large/"
    assert client.get(address).status_code == 404


def test_hidden_or_withdrawn_it_is_not_there(client, exchange):
    paths = [*addresses(exchange), *addresses(exchange.twinning)]
    assert {client.get(path).status_code for path in paths} == {200}
    review.hide(record=exchange.twinning, by=secretariat_member())
    assert {client.get(path).status_code for path in paths} == {404}


def test_a_word_of_the_other_language_leads_to_the_address(client, exchange):
    wrong = f"/en/twinnings/intercambios/{exchange.pk}/"
    answer = client.get(wrong)
    assert (answer.status_code, answer["Location"]) == (301, addresses(exchange)[1])


@pytest.mark.parametrize("rest", ["nada/", "intercambios/99999999999999999999/", "intercambios/0/", "contrapartes/nada/"])  # fmt: skip
def test_what_there_is_not_is_not_found(client, rest):
    assert client.get(f"/es/hermanamientos/{rest}").status_code == 404


def test_a_counterpart_tells_its_territory_its_twinnings_and_exchanges(
    client, exchange
):
    city = exchange.twinning.parties.get(place__country="US").place
    city.doubts_es, city.doubts_en = "Falta su población.", "Its population is missing."
    city.sources = "Censo | https://censo.example/"
    city.save()
    with_positions(city)
    address = counterpart_address(city.slug)
    page = told(client, address)
    for text in (exchange.twinning.title_es, exchange.title_es, "Falta su población."):
        assert text in page
    english = told(client, counterpart_address(city.slug, "en"))
    assert "Its population is missing." in english
    assert exchange.title_en in english


def test_a_municipality_of_the_network_tells_of_them_on_its_own_page(client):
    twinning = southern()
    town = twinning.parties.exclude(organisation=twinning.owner).get().organisation
    answer = client.get(counterpart_address(town.place.slug))
    assert answer.status_code == 302
    assert twinning.title_es in told(client, answer["Location"])
    country = told(client, "/es/red/paises/el-salvador/")
    assert twinning.title_es in country
    review.hide(record=twinning, by=secretariat_member())
    assert twinning.title_es not in told(client, answer["Location"])


def test_few_questions_whatever_belongs_to_it(client, exchange):
    def asked(path):
        client.get(path)
        with CaptureQueriesContext(connection) as questions:
            assert client.get(path).status_code == 200
        return len(questions)

    city = exchange.twinning.parties.get(place__country="US").place
    paths = [
        exchange.twinning.get_absolute_url(),
        exchange.get_absolute_url(),
        counterpart_address(city.slug),
    ]
    first = [asked(path) for path in paths]
    for _more in range(2):
        another = factories.published_exchange(twinning=exchange.twinning)
        public_commitment(another)
        answered(exchange if _more else another)
        public_commitment(exchange)
        another.activities.add(ApprovedActivityFactory())
        exchange.activities.add(ApprovedActivityFactory())
        DelegationRow.objects.create(exchange=exchange, role="police", people=2)
    assert [asked(path) for path in paths] == first
    assert max(first) <= 8
