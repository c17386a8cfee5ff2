"""Proposing a twinning in the workspace: problem, partner, ratification, review."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from network.models import PlacePopulation, Theme
from tests.foundation.upload_samples import pdf
from tests.network.desk import signed_in
from tests.network.factories import MunicipalityFactory
from tests.public_pages import plant_pages
from tests.twinnings import factories
from twinnings.models import Twinning
from twinnings.suggesting import places_called, suggestions

pytestmark = pytest.mark.django_db
START = {"problem_es": "Jóvenes sin dónde estar", "step": "partners"}


@pytest.fixture
def town():
    return factories.reviewed_town()


@pytest.fixture
def browser(town):
    return signed_in(town[1])


@pytest.fixture
def city():
    """A counterpart of a public twinning."""
    place = factories.CityFactory(name_es="Ciudad de la Peña", name_en="Peña City")
    told = [
        factories.PartyTold(organisation=(town := factories.reviewed_town())[0]),
        factories.PartyTold(place=place),
    ]
    factories.published(factories.TwinningFactory(owner=town[0], parties_told=told))
    return place


def address(name, *args):
    return reverse(f"twinnings:{name}", args=args)


def post(browser, name, *args, **values):
    return browser.post(address(name, *args), values)


def propose(browser, **values):
    given = {**START, "client_uuid": str(uuid.uuid4()), "action": "propose", **values}
    return post(browser, "start", **given)


def made_by(browser, city):
    assert propose(browser, parties=[str(city.pk)]).status_code == 302
    return Twinning.objects.get(review_state="draft")


def test_the_problem_comes_first(browser):
    answer = post(browser, "start", client_uuid=str(uuid.uuid4()), problem_en="Youth")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Empiece por el problema" in page
    assert "Youth" in page
    assert not Twinning.objects.exists()


def test_suggestions_say_why(town, city, browser):
    owner = town[0]
    theme = Theme.objects.create(key="calle", name_es="La calle", name_en="Streets")
    Twinning.objects.get().themes.add(theme)
    for place, people in ((owner.place, 100_000), (city, 150_000)):
        PlacePopulation.objects.create(
            place=place, year=2020, people=people, source="Censo"
        )
    found = {each.place: each.words for each in suggestions(owner, themes=[theme])}
    assert owner.place not in found
    assert "trabajó este tema: La calle" in found[city]
    assert "mismo tamaño" in found[city]
    assert "150" in found[city]
    answer = post(
        browser,
        "start",
        client_uuid=str(uuid.uuid4()),
        problem_es="Jóvenes",
        themes=[theme.pk],
    )
    page = answer.content.decode()
    assert "Municipios y ciudades como el mío" in page
    assert "trabajó este tema: La calle" in page


def test_a_partner_is_found_with_or_without_accents(city, browser):
    assert places_called("pena") == places_called("PEÑA") == [city]
    assert places_called("\x00") == places_called("  ") == []
    page = propose(browser, action="look", look="pena").content.decode()
    assert "Ciudad de la Peña (Estados Unidos)" in page
    assert START["problem_es"] in page
    assert "Nadie" not in page
    none = propose(browser, action="look", look="nadie").content.decode()
    assert "Aquí nadie se llama como «nadie»" in none


def test_what_cannot_be_a_twinning_gets_its_sentence(town, city, browser):
    def said(**values):
        answer = propose(browser, **values)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert START["problem_es"] in page
        return page

    assert "Elija con quién" in said()
    itself = town[0].place
    assert "no se hermana consigo mismo" in said(parties=[str(itself.pk)])
    assert "Elija una opción de la lista" in said(parties=["999999999"])
    made_by(browser, city)
    assert "ya tienen un hermanamiento" in said(parties=[str(city.pk)])
    assert Twinning.objects.filter(owner=town[0]).count() == 1


def test_proposed_once_however_often_it_is_sent(city, browser):
    key = str(uuid.uuid4())
    for _turn in range(2):
        answer = propose(browser, client_uuid=key, parties=[str(city.pk)])
        assert answer.status_code == 302
    made = Twinning.objects.get(client_uuid=key)
    assert browser.get(address("twinning", made.pk)).status_code == 200


def test_ratified_by_each_side_with_its_act(town, city, browser):
    made = made_by(browser, city)
    party = made.parties.get(place=city)
    wrong = post(
        browser, "ratification", made.pk, party.pk, ratification="pending", act="Acta 4"
    )
    assert wrong.status_code == 422
    assert "Diga que se ratificó" in wrong.content.decode()
    ahead = {"when_day": "1", "when_month": "1", "when_year": "2031"}
    answer = post(
        browser, "ratification", made.pk, party.pk, ratification="ratified", **ahead
    )
    assert answer.status_code == 422
    answer = post(
        browser,
        "ratification",
        made.pk,
        party.pk,
        ratification="ratified",
        act="Acta 4",
        when_year="2013",
        file=SimpleUploadedFile("acta.pdf", pdf()),
    )
    assert answer.status_code == 302
    party.refresh_from_db()
    assert (party.ratified_act, party.ratified_precision) == ("Acta 4", "year")
    kept = browser.get(address("act_file", made.pk, party.pk))
    assert b"".join(kept.streaming_content).startswith(b"%PDF")
    other = signed_in(factories.reviewed_town()[1])
    assert other.get(address("act_file", made.pk, party.pk)).status_code == 404


def test_how_it_stands_and_how_it_ended(city, browser):
    made = made_by(browser, city)
    given = {"version": made.version, "status": "ended", "when_year": "2014"}
    wrong = post(browser, "status", made.pk, **given)
    assert "Diga cómo terminó" in wrong.content.decode()
    done = post(browser, "status", made.pk, ended_by="council", **given)
    assert done.status_code == 302
    made.refresh_from_db()
    assert (made.status, made.ended_by, made.ended.year) == ("ended", "council", 2014)


def test_two_people_write_and_nothing_is_lost(city, browser):
    made = made_by(browser, city)
    opened = made.version
    first = {"version": opened, "problem_es": "Otro", "objective_es": "Aprender"}
    assert post(browser, "section", made.pk, "about", **first).status_code == 302
    second = {"version": opened, "problem_es": "Mío", "objective_es": "Enseñar"}
    answer = post(browser, "section", made.pk, "about", **second)
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Mío", "Enseñar", "Otro", "Aprender"):
        assert words in page
    made.refresh_from_db()
    assert made.objective_es == "Aprender"
    second["version"] = made.version
    assert post(browser, "section", made.pk, "about", **second).status_code == 302


def test_a_party_more_and_its_offices(town, city, browser):
    made = made_by(browser, city)
    third = MunicipalityFactory()
    values = {"version": made.version, "action": "look", "look": third.place.name_es}
    looked = post(browser, "section", made.pk, "parties", **values)
    assert third.place.name_es in looked.content.decode()
    values |= {"action": "save", "parties": [str(city.pk), str(third.place_id)]}
    assert post(browser, "section", made.pk, "parties", **values).status_code == 302
    assert made.parties.count() == 3
    made.refresh_from_db()
    party = made.parties.get(place=city)
    offices = {
        "version": made.version,
        "signing_office_es": "Alcaldía",
        "contact_email": "oficina@city.test",
        "contact_language": "en",
    }
    assert post(browser, "party", made.pk, party.pk, **offices).status_code == 302
    party.refresh_from_db()
    assert (party.signing_office_es, party.contact_email) == (
        "Alcaldía",
        "oficina@city.test",
    )
    assert made.parties.count() == 3


def test_sent_returned_and_published(town, city, browser):
    made = made_by(browser, city)
    desk = signed_in(town[2])
    assert desk.get(address("decide", made.pk)).status_code == 302
    assert post(browser, "submit", made.pk).status_code == 302
    made.refresh_from_db()
    empty = post(desk, "decide", made.pk, version=made.version, action="return")
    assert "Escriba qué se debe corregir" in empty.content.decode()
    sent = {"version": made.version, "action": "return", "note": "¿Con qué policía?"}
    assert post(desk, "decide", made.pk, **sent).status_code == 302
    assert (
        "¿Con qué policía?"
        in browser.get(address("twinning", made.pk)).content.decode()
    )
    post(browser, "submit", made.pk)
    made.refresh_from_db()
    done = {"version": made.version, "action": "publish"}
    assert post(desk, "decide", made.pk, **done).status_code == 302
    made.refresh_from_db()
    assert made.is_public


def test_a_note_added_later_is_read_by_another(town, city, browser, client):
    plant_pages()
    made = factories.published(made_by(browser, city))
    given = {"version": made.version, "status": "active", "when_year": "2015"}
    post(browser, "status", made.pk, note_es="Firmado en la plaza", **given)
    public = made.get_absolute_url()
    assert "Firmado en la plaza" not in client.get(public).content.decode()
    desk = signed_in(town[2])
    listed = desk.get(address("twinnings")).content.decode()
    assert address("additions", made.pk) in listed
    page = desk.get(address("additions", made.pk)).content.decode()
    assert "Firmado en la plaza" in page
    marks = [f"note-{made.status_entries.last().pk}-1"]
    assert post(desk, "additions", made.pk, seen=marks).status_code == 302
    assert "Firmado en la plaza" in client.get(public).content.decode()
    assert (
        address("additions", made.pk)
        not in desk.get(address("twinnings")).content.decode()
    )


def test_discarded_asks_first_and_comes_back(city, browser):
    made = made_by(browser, city)
    asked = browser.get(address("act", made.pk, "discard"))
    assert made.title_es in asked.content.decode()
    made.refresh_from_db()
    assert made.discarded_at is None
    post(browser, "act", made.pk, "discard")
    assert "Recuperar" in browser.get(address("twinnings")).content.decode()
    post(browser, "act", made.pk, "restore")
    made.refresh_from_db()
    assert made.discarded_at is None
