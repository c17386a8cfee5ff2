"""Nothing tells anyone where people will be: canary words and days in every output."""

import datetime
import importlib
import io
import re
import zipfile
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.apps import apps
from django.utils import timezone

from amuprev.site.models import EventPage
from amuprev.site.searching import mend_search
from network.models import Agreement, Assembly, Milestone
from tests.network.factories import AssociationFactory
from tests.public_pages import plant_pages
from tests.site.pages import a_news, an_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("listed_as_written")]

RENAMES = importlib.import_module("amuprev.site.migrations.0008_untelling_addresses")
CANARY = "zarzaparrilla"
YEAR = timezone.localdate().year + 1
# A day on which nothing else is.
DAY = datetime.date(YEAR, 7, 23)
DAYS = re.compile(
    rf"{YEAR}-07-2[23]|{YEAR}07-?2[23]|2[23] de julio|2[23] (a|to) 2[23]|2[23] July|July 2[23]"
)
SEEDS = [
    "/es/", "/en/", "/sitemap.xml", "/robots.txt", "/api/v1/", "/api/v1/openapi.json",
    *(f"/{folder}/?q={CANARY}&n={number}" for number in range(2)
      for folder in ("es/buscar", "en/search")),
    f"/es/buscar/?q=asamblea&year={YEAR}", f"/en/search/?kind=event&year={YEAR}",
    "/es/red/historia/", "/en/network/history/", "/es/agenda/agenda.ics",
    "/en/events/events.ics", "/es/novedades.atom", "/en/feed.atom",
    "/es/agenda/novedades.atom", "/en/events/feed.atom",
]  # fmt: skip
LINKS = re.compile(
    r"""(?:href|src|action)=["']([^"']+)|<loc>([^<]+)|"(/api/v1/[^"]+)\""""
)
CLOSED = re.compile(r"/(espacio|workspace|cuenta|account|admin|cms|static|media)/")
ENOUGH = 900


@pytest.fixture(autouse=True)
def pages(db):
    plant_pages()


def text_of(answer) -> str:
    body = b"".join(answer) if answer.streaming else answer.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return "".join(
                book.read(name).decode("utf-8", "replace") for name in book.namelist()
            )
    return body.decode(errors="replace")


def everything_public(client, seeds) -> dict[str, str]:
    """Every address that leads on from these, with what it answers."""
    waiting, told = list(seeds), {}
    while waiting:
        address = waiting.pop()
        if address in told or len(told) > ENOUGH:
            continue
        answer = client.get(address)
        told[address] = text_of(answer) + answer.get("Location", "")
        for groups in LINKS.findall(told[address]):
            link = urlsplit(
                urljoin(f"http://testserver{address}", unescape("".join(groups)))
            )
            path = urldefrag(link._replace(scheme="", netloc="").geturl())[0]
            ours = link.netloc in ("testserver", "127.0.0.1:8000")
            if ours and not CLOSED.search(path) and path not in told:
                waiting.append(path)
    assert len(told) <= ENOUGH
    return told


def make_what_comes(day: datetime.date) -> list[EventPage]:
    """One of each that is to come, with the canary in each of its texts."""
    said = {"title_es": f"Acto {CANARY}", "title_en": f"Act {CANARY}"}
    texts = {**said, "summary_es": f"Con {CANARY}", "summary_en": f"With {CANARY}"}
    association = AssociationFactory(country="HN")
    for number, model in enumerate((Milestone, Agreement, Assembly)):
        place = {"association": association, "place_name": CANARY}
        more = place if model is Assembly else {}
        record = model.objects.create(
            key=f"acto-{number}", started=day, **texts, **more
        )
        if model is Agreement:
            record.parties.add(association)
    events = [
        an_event(
            language, title=f"Encuentro {CANARY}", slug=f"encuentro-{CANARY}",
            lead=f"Con {CANARY}", place_name=CANARY, day=str(day), start_time="09:30",
            admission="invitation", search_description=CANARY,
        )
        for language in ("es", "en")
    ]  # fmt: skip
    events[1].translation_key = events[0].translation_key
    events[1].save_revision().publish()
    empty = {"page": None, "organisation": None, "activity": None, "text": ""}
    card = ("cards", {"title": "Siga", "cards": [{**empty, "page": events[0]}]})
    a_news(title="Lo que viene", body=[card])
    mend_search()
    return events


def test_of_what_is_to_come_no_output_tells_the_words_the_place_or_the_day(client):
    events = make_what_comes(DAY)
    seeds = [*SEEDS, *(event.url for event in events)]
    told = everything_public(client, seeds)
    assert len(told) > 80
    # The words that a reader looked for stand in the search box and in its address.
    asked = re.compile(rf"q={CANARY}|value=\"{CANARY}\"|«{CANARY}»|“{CANARY}”")
    leaks = [
        address
        for address, text in told.items()
        if CANARY in asked.sub("", text) or DAYS.search(text)
    ]
    assert leaks == []
    assert "julio de" in told["/es/agenda/"]
    assert "Evento por invitación" in told["/es/agenda/"]


def test_once_over_the_same_outputs_tell_them(client):
    past = timezone.localdate() - datetime.timedelta(days=40)
    events = make_what_comes(past)
    for address in (
        "/es/agenda/", "/en/events/", "/es/agenda/agenda.ics", "/es/red/historia/",
        "/es/novedades.atom", "/es/datos/asambleas.csv", "/es/datos/hitos.json",
        "/es/datos/convenios.csv", "/api/v1/milestones/", events[0].url,
        "/es/buscar/?q=encuentro", "/es/buscar/?q=acto",
    ):  # fmt: skip
        assert CANARY in text_of(client.get(address)), address
    assert events[0].url in text_of(client.get("/sitemap-pages.xml"))


def test_the_address_of_an_event_by_invitation_never_bears_its_title(client):
    event = an_event(title="Encuentro secreto", day=str(DAY), admission="invitation")
    own = event.url
    assert re.fullmatch(r"/es/agenda/evento-[0-9a-f]{10}/", own)
    # Over, and then open to all: what was printed and linked stays.
    event.day = timezone.localdate() - datetime.timedelta(days=3)
    event.save_revision().publish()
    event.admission = "open"
    event.save_revision().publish()
    event.refresh_from_db()
    assert event.url == own
    assert client.get(own).status_code == 200


def test_what_was_announced_openly_leads_on_when_it_becomes_by_invitation(
    client, django_capture_on_commit_callbacks
):
    def publish(event):
        with django_capture_on_commit_callbacks(execute=True):
            event.save_revision().publish()
        event.refresh_from_db()

    event = an_event(title="Feria", slug="feria-de-la-paz", day=str(DAY))
    old = event.url
    event.admission = "invitation"
    publish(event)
    assert event.url != old
    answer = client.get(old, follow=True)
    assert answer.redirect_chain == [(event.url, 301)]
    assert "Feria" not in text_of(answer)
    # Open again under its old name: the page answers there, its other address leads on.
    untelling = event.url
    event.admission, event.slug = "open", "feria-de-la-paz"
    publish(event)
    assert "Feria" in text_of(client.get(old))
    assert client.get(untelling)["Location"] == old


def test_a_draft_s_address_does_not_tell_its_title_either():
    event = an_event(title="Encuentro secreto", day=str(DAY))
    event.unpublish()
    event.admission = "invitation"
    event.save()
    assert "secreto" not in EventPage.objects.get(pk=event.pk).url_path


def test_events_that_bore_their_title_before_get_an_address_that_does_not(client):
    event = an_event(title="Encuentro secreto", day=str(DAY), admission="invitation")
    own = event.url
    path = event.url_path.replace(event.slug, "encuentro-secreto")
    EventPage.objects.filter(pk=event.pk).update(
        slug="encuentro-secreto", url_path=path
    )
    for _time in range(2):
        RENAMES.rename(apps, None)
    event.refresh_from_db()
    assert event.url == own
    assert client.get("/es/agenda/encuentro-secreto/")["Location"] == own
