"""Atom feeds of the log: valid, in one language, no better informed than the list."""

import datetime
import xml.etree.ElementTree as ElementTree

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from network.choices import ReviewState
from network.models import Activity
from tests.network.factories import (
    ActivityFactory,
    ApprovedActivityFactory,
    MunicipalityFactory,
    UserFactory,
)
from tests.public_pages import plant_pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("listed_as_written")]

FEEDS = {"es": "/es/bitacora/novedades.atom", "en": "/en/activities/feed.atom"}
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def read(client, address: str):
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314  our own


def entries(client, address: str = FEEDS["es"]):
    return read(client, address).findall(f"{ATOM}entry")


def text(element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}")


def titles(client, address: str = FEEDS["es"]) -> list[str]:
    return [text(entry, "title") for entry in entries(client, address)]


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_feed_has_all_that_atom_asks_for(client, settings, language):
    settings.SITE_URL = "https://portal.example"
    author = UserFactory(name="Ana Prudencia")
    activity = ApprovedActivityFactory(
        created_by=author, updated_by=author, reviewed_by=author
    )
    activity.writers.add(author)
    feed = read(client, FEEDS[language])
    assert feed.get(XML_LANG) == language
    assert text(feed, "id") == f"tag:portal.example,2026:{language}/log"
    assert text(feed, "title")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"https://portal.example{FEEDS[language]}"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "RED-AMUPREV"
    (entry,) = feed.findall(f"{ATOM}entry")
    assert text(entry, "id") == (
        f"tag:portal.example,2026:{language}/activity/{activity.pk}"
    )
    assert text(entry, "title") == getattr(activity, f"title_{language}")
    address = entry.find(f"{ATOM}link").get("href")
    assert client.get(address.removeprefix("https://portal.example")).status_code == 200
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == getattr(
        activity.owner, f"name_{language}"
    )
    for moment in (text(feed, "updated"), text(entry, "updated"), text(entry, "published")):  # fmt: skip
        assert datetime.datetime.fromisoformat(moment).tzinfo
    assert activity.owner.place.name_es in text(entry, "summary") or language == "en"
    assert "Prudencia" not in client.get(FEEDS[language]).content.decode()


def test_what_is_hidden_is_gone_at_the_next_request(client):
    activity = ApprovedActivityFactory(title_es="Taller que se retira")
    first = client.get(FEEDS["es"])
    assert "Taller que se retira" in first.content.decode()
    Activity.objects.filter(pk=activity.pk).update(hidden_at=timezone.now())
    again = client.get(FEEDS["es"], headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert "Taller que se retira" not in again.content.decode()
    assert "max-age=60" in again["Cache-Control"]
    assert not again.has_header("Last-Modified")


def test_only_what_is_public_is_told(client):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for change in (
        {"hidden_at": timezone.now()},
        {"publish_from": tomorrow},
        {"review_state": ReviewState.WITHDRAWN},
    ):
        ApprovedActivityFactory(**change)
    ActivityFactory()
    shown = ApprovedActivityFactory(is_sensitive=True, place_name="Pasaje Secreto")
    assert titles(client) == [shown.title_es]
    assert "Pasaje" not in client.get(FEEDS["es"]).content.decode()


def test_an_unchanged_feed_is_not_sent_again(client):
    ApprovedActivityFactory()
    for address in (FEEDS["es"], "/es/bitacora/novedades/paises/panama.atom"):
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": f"W/{first['ETag']}"})
        assert again.status_code == 304
        assert again.content == b""


def test_the_last_to_become_public_come_first_old_ones_told_late_too(client):
    today = timezone.localdate()
    for number in range(60):
        day = today - datetime.timedelta(days=100 + number)
        ApprovedActivityFactory(
            title_es=f"Taller {number}",
            started=day,
            publish_from=day + datetime.timedelta(days=7),
            reviewed_at=timezone.now() - datetime.timedelta(days=99 + number),
        )
    late = datetime.date(2012, 3, 27)
    ApprovedActivityFactory(
        title_es="De 2012, contado hoy",
        started=late,
        publish_from=late,
        reviewed_at=timezone.now(),
    )
    told = titles(client)
    assert told[:3] == ["De 2012, contado hoy", "Taller 0", "Taller 1"]
    assert len(told) == 50


def test_each_country_and_municipality_has_its_own(client):
    towns = [MunicipalityFactory(country="SV"), MunicipalityFactory(country="GT")]
    for town in towns:
        ApprovedActivityFactory(owner=town, title_es=f"Taller de {town.slug}")
    for town, country in zip(towns, ("el-salvador", "guatemala"), strict=True):
        for address in (
            f"/es/bitacora/novedades/paises/{country}.atom",
            f"/es/bitacora/novedades/municipios/{town.slug}.atom",
        ):
            assert titles(client, address) == [f"Taller de {town.slug}"]
    assert len(titles(client)) == 2
    ids = {text(read(client, address), "id") for address in (FEEDS["es"], address)}
    assert len(ids) == 2


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("/es/bitacora/feed.atom", FEEDS["es"]),
        ("/en/activities/novedades.atom/", FEEDS["en"]),
        (
            "/en/activities/novedades/paises/republica-dominicana.atom",
            "/en/activities/feed/countries/dominican-republic.atom",
        ),
        (
            "/es/bitacora/feed/countries/dominican-republic.atom",
            "/es/bitacora/novedades/paises/republica-dominicana.atom",
        ),
    ],
)
def test_the_other_languages_words_lead_to_this_languages_feed(client, asked, wanted):
    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, wanted)


@pytest.mark.parametrize(
    "address",
    [
        "/es/bitacora/novedades/paises/nada.atom",
        "/es/bitacora/novedades/municipios/sv-no-existe.atom",
        "/es/bitacora/novedades/historia/1.atom",
        "/es/bitacora/noticias.atom",
    ],
)
def test_what_has_no_feed_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_an_organisation_that_is_not_shown_has_no_feed(client):
    town = MunicipalityFactory(shown=False)
    address = f"/es/bitacora/novedades/municipios/{town.slug}.atom"
    assert client.get(address).status_code == 404
    assert client.post(FEEDS["es"]).status_code == 405


def test_spanish_text_in_the_english_feed_says_so(client):
    ApprovedActivityFactory(
        title_en=None, what_happened_en=None, what_happened_es="Se <habló> & jugó."
    )
    ApprovedActivityFactory(title_en="Own words", what_happened_en="They talked.")
    by_language = {
        entry.get(XML_LANG, "en"): entry for entry in entries(client, FEEDS["en"])
    }
    assert set(by_language) == {"es", "en"}
    told = text(by_language["es"], "summary")
    assert '<p lang="en">Text in Spanish.</p>' in told
    assert "Se &lt;habló&gt; &amp; jugó." in told
    # Neither feed nor list escapes it twice.
    assert "&amp;amp;" not in client.get("/es/bitacora/").content.decode()
    assert "Text in Spanish" not in text(by_language["en"], "summary")
    assert "They talked." in strip_tags(text(by_language["en"], "summary"))
    assert {entry.get(XML_LANG) for entry in entries(client)} == {None}


def test_signs_that_xml_cannot_hold_break_nothing(client):
    ApprovedActivityFactory(title_es="Uno\x0bdos", what_happened_es="Tres\x00\x1f".replace("\x00", ""))  # fmt: skip
    assert titles(client) == ["Unodos"]


def test_pages_say_where_their_feed_is(client):
    activity = ApprovedActivityFactory()
    town = activity.owner.slug
    for page, feed in (
        ("/es/bitacora/", FEEDS["es"]),
        (
            "/en/activities/?country=SV",
            "/en/activities/feed/countries/el-salvador.atom",
        ),
        (
            "/es/red/paises/el-salvador/",
            "/es/bitacora/novedades/paises/el-salvador.atom",
        ),
        (
            f"/es/red/municipios/{town}/",
            f"/es/bitacora/novedades/municipios/{town}.atom",
        ),
    ):
        content = client.get(page).content.decode()
        assert 'type="application/atom+xml"' in content
        assert f'href="{feed}"' in content
        assert client.get(feed).status_code == 200
