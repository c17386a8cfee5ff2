"""One page of every public type: strict HTML, Open Graph and linked data."""

import json
import re

import html5lib
import pytest
from lxml import html

from amuprev.site.models import NewsPage
from tests.network.factories import (
    ApprovedActivityFactory,
    AssociationFactory,
    MunicipalityFactory,
)
from tests.public_pages import plant_pages
from tests.site.open_records import plant_everything
from tests.site.pages import a_bulletin, a_news, a_standard, an_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("listed_as_written")]

LANGUAGES = ("es", "en")
VIDEO = "VideoObject"


@pytest.fixture
def addresses(db) -> dict[str, str]:
    """A page of each type, in Spanish, by a name."""
    plant_pages()
    plant_everything(copies=1)
    activity = ApprovedActivityFactory(title_es='Con "comillas" y <ángulos> & más')
    made = {
        "news": a_news(), "event": an_event(), "bulletin": a_bulletin(),
        "standard": a_standard(),
        "invitation": an_event(day="2090-05-02", admission="invitation"),
    }  # fmt: skip
    return {
        "home": "/es/",
        "network": "/es/red/",
        "history": "/es/red/historia/",
        "association": f"/es/red/asociaciones/{AssociationFactory().slug}/",
        "municipality": f"/es/red/municipios/{MunicipalityFactory().slug}/",
        "country": "/es/red/paises/el-salvador/",
        "log": "/es/bitacora/",
        "activity": f"/es/bitacora/{activity.pk}/",
        "news-list": "/es/noticias/",
        "agenda": "/es/agenda/",
        "bulletins": "/es/boletines/",
        "contact": "/es/contacto/",
        "data": "/es/datos/",
        "table": "/es/datos/actividades/",
        "table-of-columns": "/es/datos/lugares/",
        "take-down": "/es/pedir-retiro/",
        "sign-in": "/es/cuenta/entrar/",
        "not-found": "/es/nada/de/nada/",
        **{
            name: page.url.partition("8000")[2] or page.url
            for name, page in made.items()
        },
    }


def described(tree, kind: str = "") -> list[dict]:
    """What a page tells machines; videos only when they are asked for."""
    texts = tree.xpath("//script[@type='application/ld+json']/text()")
    every = [json.loads(text) for text in texts]
    return [told for told in every if (told["@type"] == VIDEO) == (kind == VIDEO)]


def shared(tree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.xpath("//meta[starts-with(@property, 'og:')]"):
        found.setdefault(meta.get("property"), []).append(meta.get("content"))
    return found


def test_every_page_is_strict_html(client, addresses):
    wrong = {}
    for name, address in addresses.items():
        content = client.get(address).content.decode()
        assert content.lower().startswith("<!doctype html>"), name
        try:
            html5lib.HTMLParser(strict=True).parse(content)
        except html5lib.html5parser.ParseError as error:
            wrong[name] = str(error)
        ids = re.findall(r'\sid="([^"]*)"', content)
        if len(ids) != len(set(ids)):
            wrong[name] = "an id twice"
    assert wrong == {}


def test_a_fault_would_be_found():
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse("<!doctype html><title>x</title><p></b>")


def test_every_page_says_what_a_link_to_it_shows(client, addresses):
    for name, address in addresses.items():
        if name in ("take-down", "not-found", "invitation", "sign-in"):
            continue
        for path in (address, *([address.replace("/es/", "/en/")] if name == "home" else [])):  # fmt: skip
            tree = html.document_fromstring(client.get(path).content)
            told = shared(tree)
            title = tree.findtext(".//title")
            assert title == f"{told['og:title'][0]} · AMUPREV", name
            (about,) = tree.xpath("//meta[@name='description']/@content")
            assert told["og:description"] == [about.strip()], name
            assert told["og:url"] == tree.xpath("//link[@rel='canonical']/@href"), name
            assert told["og:type"] in (["website"], ["article"]), name
            wanted = "es_LA" if path.startswith("/es/") else "en_US"
            assert told["og:locale"] == [wanted], name
            others = tree.xpath("//link[@rel='alternate'][@hreflang]")
            assert len(told.get("og:locale:alternate", [])) == max(0, len(others) - 1)


def test_a_page_by_invitation_says_nothing_of_itself(client, addresses):
    tree = html.document_fromstring(client.get(addresses["invitation"]).content)
    assert shared(tree) == {}
    assert described(tree, VIDEO) == []
    (told,) = described(tree)
    assert set(told) == {
        "@context", "@type", "name", "location", "organizer", "inLanguage", "startDate",
    }  # fmt: skip
    assert told["startDate"] == "2090-05"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("home", "Organization"), ("association", "Organization"),
        ("municipality", "GovernmentOrganization"), ("activity", "Event"),
        ("news", "Article"), ("bulletin", "Article"), ("event", "Event"),
        ("data", "DataCatalog"), ("table", "Dataset"),
    ],
)  # fmt: skip
def test_pages_describe_themselves_to_machines(client, addresses, name, kind):
    tree = html.document_fromstring(client.get(addresses[name]).content)
    (told,) = described(tree)
    assert told["@context"] == "https://schema.org"
    assert told["@type"] == kind
    assert told.get("name") or told["headline"]
    needed = {
        "Article": {"headline", "datePublished", "author", "publisher"},
        "Event": {"startDate", "location", "organizer"},
        "Dataset": {"description", "license", "distribution", "creator"},
    }
    assert needed.get(kind, set()) <= told.keys()


def test_hostile_words_cannot_end_the_description(client, addresses):
    news = a_news(title="</script><script>alert(1)</script><!--")
    content = client.get(f"/es/noticias/{news.slug}/").content.decode()
    assert "</script><script>alert" not in content
    (told,) = described(html.document_fromstring(content))
    assert told["headline"] == news.title


def test_sharing_by_whatsapp_is_a_plain_link(client, addresses):
    for name in ("news", "event", "bulletin", "standard", "activity"):
        tree = html.document_fromstring(client.get(addresses[name]).content)
        (link,) = tree.xpath("//a[starts-with(@href, 'https://wa.me/?text=')]")
        assert "127.0.0.1" in link.get("href") or "testserver" in link.get("href")
        assert "%0A" in link.get("href")
    assert NewsPage.objects.exists()


def test_the_programmes_accounts_are_history_not_links(client, addresses):
    content = client.get("/es/red/historia/").content.decode()
    assert "@AMUPREV" in content
    assert "amuprev.usaidicma" in content
    assert "facebook.com" not in content
    assert "twitter.com" not in content
