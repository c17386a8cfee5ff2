"""Feeds, calendar and sitemap, read by strict parsers: empty, full, and no better
informed than the pages."""

import datetime
import re
import xml.etree.ElementTree as ElementTree

import icalendar
import pytest
from django.utils import timezone
from lxml import etree

from amuprev.site import sitemaps
from amuprev.site.models import EventPage
from municipio_seguro.services import publishing
from network.models import Assembly
from tests.experiences.factories import published
from tests.experiences.film_factories import published_film
from tests.municipio_seguro import factories as assessments
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    GlossaryTermFactory,
    MunicipalityFactory,
)
from tests.public_pages import plant_pages
from tests.site.pages import a_bulletin, a_news, an_event
from tests.toolkit.factories import one_of_each
from tests.twinnings.factories import TwinningFactory, published_exchange
from tests.twinnings.factories import published as published_twinning
from toolkit.models import MunicipalPolicy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("listed_as_written")]

FEEDS = {
    "es": [
        "/es/novedades.atom", "/es/noticias/novedades.atom",
        "/es/agenda/novedades.atom", "/es/boletines/novedades.atom",
        "/es/experiencias/novedades.atom", "/es/videos/novedades.atom",
        "/es/hermanamientos/novedades.atom",
        "/es/caja-de-herramientas/novedades.atom",
        "/es/bitacora/novedades.atom", "/es/bitacora/novedades/paises/panama.atom",
    ],
    "en": [
        "/en/feed.atom", "/en/news/feed.atom", "/en/events/feed.atom",
        "/en/bulletins/feed.atom", "/en/activities/feed.atom",
        "/en/experiences/feed.atom", "/en/videos/feed.atom", "/en/twinnings/feed.atom",
        "/en/toolkit/feed.atom", "/en/municipio-seguro/feed.atom",
        "/en/activities/feed/countries/panama.atom",
    ],
}  # fmt: skip
EVERY = [(language, each) for language, feeds in FEEDS.items() for each in feeds]
CALENDARS = {"es": "/es/agenda/agenda.ics", "en": "/en/events/events.ics"}
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITE = "http://127.0.0.1:8000"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# RFC 4287: what may stand in a feed and in an entry, and how often.
ONCE = {"id", "title", "updated"}
MAY = {"author", "link", "summary", "subtitle", "published", "category", "rights"}
SITEMAPS = (
    "pages",
    "network",
    "glossary",
    "films",
    "data",
    "experiences",
    "twinnings",
    "toolkit",
    "municipio-seguro",
    "activities",
)
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def soon(days: int = 20) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def read(client, address: str, kind: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    assert not answer.cookies
    return answer.content


def faults_of_atom(content: bytes, address: str, language: str) -> list[str]:
    """What RFC 4287 would not have."""
    feed = ElementTree.fromstring(content)  # noqa: S314  our own
    if feed.tag != f"{ATOM}feed" or feed.get(XML_LANG) != language:
        return ["no feed of this language"]
    faults = []
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        names = [child.tag.removeprefix(ATOM) for child in part]
        faults += [f"{name}: {names.count(name)}" for name in ONCE if names.count(name) != 1]  # fmt: skip
        known = ONCE | MAY | ({"entry"} if part is feed else set())
        faults += [f"unknown {name}" for name in names if name not in known]
        rels = [link.get("rel", "alternate") for link in part.findall(f"{ATOM}link")]
        faults += [] if rels.count("alternate") == 1 else ["no one alternate link"]
        for name in ("updated", "published"):
            moments = [node.text or "" for node in part.findall(f"{ATOM}{name}")]
            faults += [each for each in moments if not RFC3339.fullmatch(each)]
        faults += [
            f"empty {name}"
            for name in ("id", "title")
            if not part.findtext(ATOM + name)
        ]
        if part is not feed and part.find(f"{ATOM}author") is None:
            faults.append("nobody wrote it")
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
    faults += [] if len(ids) == len(set(ids)) else ["ids twice"]
    own = [e.get("href") for e in feed.findall(f"{ATOM}link") if e.get("rel") == "self"]
    return faults if own == [SITE + address] else [*faults, f"self is {own}"]


@pytest.mark.parametrize(("language", "address"), EVERY)
def test_a_feed_of_an_empty_section_is_valid(client, language, address):
    content = read(client, address, "application/atom+xml")
    assert faults_of_atom(content, address, language) == []
    assert b"<entry" not in content


@pytest.mark.parametrize(("language", "address"), EVERY)
def test_a_feed_with_entries_is_valid_and_its_links_open(client, language, address):
    a_news(language, title="Uno & <dos> \x0b tres")
    an_event(language)
    a_bulletin(language)
    ApprovedActivityFactory(owner=MunicipalityFactory(country="PA"))
    published()
    published_film()
    published_twinning(TwinningFactory())
    MunicipalPolicy.objects.create(
        owner=MunicipalityFactory(), title_es="Plan", published_at=timezone.now()
    )
    town = assessments.a_town()
    publishing.publish(assessment=assessments.validated(town), by=town.reviewer)
    content = read(client, address, "application/atom+xml")
    assert faults_of_atom(content, address, language) == []
    feed = ElementTree.fromstring(content)  # noqa: S314  our own
    links = [e.get("href") for e in feed.findall(f"{ATOM}entry/{ATOM}link")]
    assert len(links) == (9 if address in ("/es/novedades.atom", "/en/feed.atom") else 1)  # fmt: skip
    for link in links:
        assert client.get(link.removeprefix(SITE)).status_code == 200


def test_a_fault_would_be_found(client):
    a_news()
    address = "/es/noticias/novedades.atom"
    content = read(client, address, "application/atom+xml")
    assert faults_of_atom(content.replace(b"<updated>2", b"<updated>x"), address, "es")
    assert faults_of_atom(content.replace(b"<id>", b"<ide>").replace(b"</id>", b"</ide>"), address, "es")  # fmt: skip


def calendar(client, language: str = "es") -> icalendar.Calendar:
    content = read(client, CALENDARS[language], "text/calendar")
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert [line for line in lines if len(line) > 75 or b"\n" in line] == []
    (whole,) = icalendar.Calendar.from_ical(content, multiple=True)
    assert whole["version"] == "2.0"
    assert whole["prodid"]
    for part in whole.walk():
        assert part.errors == []
        if part.name == "VEVENT":
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= part.keys()
            end = part.get("dtend")
            assert end is None or end.dt > part["dtstart"].dt
            assert end is None or type(end.dt) is type(part["dtstart"].dt)
    uids = [event["uid"] for event in whole.walk("VEVENT")]
    assert len(uids) == len(set(uids))
    return whole


@pytest.mark.parametrize("language", ["es", "en"])
def test_an_empty_calendar_is_valid(client, language):
    assert calendar(client, language).walk("VEVENT") == []


def test_the_calendar_tells_days_hours_and_assemblies(client):
    an_event(title="Feria, con; todo\ny más", day=str(soon()), end_day=str(soon(21)))
    an_event(
        title="Curso de noche", day="2026-07-04", start_time="22:00",
        end_day="2026-07-05", end_time="02:00", time_zone="America/Panama",
    )  # fmt: skip
    an_event(title="Charla", day="2026-07-06", start_time="09:00")
    Assembly.objects.create(
        key="asamblea", association=AssociationFactory(), title_es="Asamblea nacional",
        started=datetime.date(2014, 6, 1), date_precision="month",
    )  # fmt: skip
    Assembly.objects.create(
        key="de-otra", association=AssociationFactory(shown=False),
        title_es="Escondida", started=datetime.date(2014, 6, 1),
    )  # fmt: skip
    told = {str(e["summary"]): e for e in calendar(client).walk("VEVENT")}
    assert len(told) == 4
    fair = told["Feria, con; todo\ny más"]
    assert fair["dtstart"].dt == soon()
    assert fair["dtend"].dt == soon(22)
    course = told["Curso de noche"]
    assert course["dtstart"].dt == datetime.datetime(2026, 7, 5, 3, tzinfo=datetime.UTC)
    assert course["dtend"].dt - course["dtstart"].dt == datetime.timedelta(hours=4)
    assert "dtend" not in told["Charla"]
    assembly = told["Asamblea nacional"]
    assert assembly["dtstart"].dt == datetime.date(2014, 6, 1)
    assert assembly["dtend"].dt == datetime.date(2014, 7, 1)


def test_by_invitation_only_month_and_country_are_told_until_it_is_over(client):
    day = soon(40)
    page = an_event(
        title="Reunión reservada", day=str(day), admission="invitation",
        place_name="Casa Secreta", lead="Con quienes vienen en secreto.",
    )  # fmt: skip
    secrets = (b"reservada", b"Secreta", b"secreto", page.slug.encode())
    (event,) = calendar(client).walk("VEVENT")
    assert event["dtstart"].dt == day.replace(day=1)
    assert "url" not in event
    assert "description" not in event
    assert str(event["location"]) == "El Salvador"
    for address in (CALENDARS["es"], *FEEDS["es"], "/sitemap-pages.xml", "/es/agenda/"):
        content = client.get(address).content
        assert [word for word in secrets if word in content] == [], address
    EventPage.objects.filter(pk=page.pk).update(
        day=soon(-3), ends_at=timezone.now() - datetime.timedelta(days=2)
    )
    (event,) = calendar(client).walk("VEVENT")
    assert str(event["summary"]) == "Reunión reservada"
    assert b"reservada" in client.get("/es/agenda/novedades.atom").content
    assert page.slug.encode() in client.get("/sitemap-pages.xml").content


def test_an_assembly_is_told_in_full_once_it_is_over(client):
    day = soon(40)
    Assembly.objects.create(
        key="asamblea", association=AssociationFactory(), title_es="Asamblea de prueba",
        started=day, place_name="Casa Secreta",
    )  # fmt: skip
    (event,) = calendar(client).walk("VEVENT")
    assert str(event["summary"]) == "Asamblea nacional de alcaldes"
    assert event["dtstart"].dt == day.replace(day=1)
    assert b"Secreta" not in client.get(CALENDARS["es"]).content
    assert b"de prueba" not in client.get("/es/datos/asambleas.csv").getvalue()
    assert client.get("/api/v1/assemblies/asamblea/").status_code == 404
    Assembly.objects.update(started=soon(-1))
    (event,) = calendar(client).walk("VEVENT")
    assert str(event["summary"]) == "Asamblea de prueba"
    assert client.get("/api/v1/assemblies/asamblea/").status_code == 200


def test_an_unchanged_calendar_is_not_sent_again(client):
    an_event()
    first = client.get(CALENDARS["es"])
    again = client.get(CALENDARS["es"], headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert client.post(CALENDARS["es"]).status_code == 405


def faults_of_map(content: bytes) -> list[str]:
    """What sitemaps.org and the rules for languages would not have."""
    root = etree.fromstring(content)
    if root.tag != f"{MAP}urlset":
        return ["no urlset"]
    faults, places, named = [], [], {}
    for url in root:
        names = [child.tag for child in url]
        allowed = {f"{MAP}loc", f"{MAP}lastmod", f"{MAP}priority", f"{MAP}changefreq", LINK}  # fmt: skip
        faults += [f"unknown {name}" for name in set(names) - allowed]
        place = url.findtext(f"{MAP}loc") or ""
        faults += [] if names.count(f"{MAP}loc") == 1 else ["no one loc"]
        faults += [] if place.startswith("http://testserver/") else [place]
        changed = url.findtext(f"{MAP}lastmod") or "2026-01-01"
        if not re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?", changed):  # fmt: skip
            faults.append(changed)
        named[place] = {
            link.get("hreflang"): link.get("href")
            for link in url.findall(LINK)
            if link.get("rel") == "alternate"
        }
        places.append(place)
    faults += [] if len(places) == len(set(places)) <= 50_000 else ["twice"]
    for place, others in named.items():
        own = others.get(place.split("/")[3])
        faults += [] if own == place else [f"{place} is not among its own: {others}"]
        faults += [f"{o} does not name {place}" for o in others.values() if named.get(o) != others]  # fmt: skip
    return faults


@pytest.mark.parametrize("section", SITEMAPS)
def test_the_sitemap_is_valid_and_its_languages_are_mutual(client, section):
    news = a_news()
    english = news.copy_for_translation(
        news.locale.__class__.objects.get(language_code="en"), copy_parents=True
    )
    english.save_revision().publish()
    ApprovedActivityFactory()
    GlossaryTermFactory()
    published()
    published_film()
    published_exchange()
    one_of_each(MunicipalityFactory())
    content = client.get(f"/sitemap-{section}.xml").content
    assert faults_of_map(content) == []
    assert content.count(b"<loc>") >= 2
    if section == "pages":
        assert content.count(f"/en/news/{english.slug}/".encode()) == 3
    broken = content.replace(b'hreflang="en"', b'hreflang="fr"')
    assert faults_of_map(broken)


def test_the_index_of_the_sitemap_names_every_section(client):
    root = etree.fromstring(client.get("/sitemap.xml").content)
    assert root.tag == f"{MAP}sitemapindex"
    named = [place.text for place in root.iter(f"{MAP}loc")]
    assert named == [f"http://testserver/sitemap-{each}.xml" for each in SITEMAPS]


def test_the_map_is_read_by_a_few_at_a_time(client):
    """It holds thousands of addresses: twelve readers at once left no thread for pages."""
    own = sitemaps.take_turn("127.0.0.1", most=2, most_each=1, room="maps")
    answer = client.get("/sitemap-pages.xml")
    assert (answer.status_code, answer["Retry-After"]) == (429, "5")
    elsewhere = client.get("/sitemap-pages.xml", REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 200
    own.give_back()
    for _twice in range(2):
        assert client.get("/sitemap-pages.xml").status_code == 200
    assert client.get("/sitemap-none.xml").status_code == 404
    assert client.get("/sitemap-pages.xml").status_code == 200
