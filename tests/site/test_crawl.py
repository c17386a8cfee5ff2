"""Every link of the public site followed in both languages: none leads nowhere, and each
page has one heading of its own and says in which language it is."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.public_reading import CLOSED, HOST, Answer, Stranger
from tests.site import pages
from tests.written_numbers import written_otherwise

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("initial_content", "listed_as_written"),
]

MOST = 4_000


@pytest.fixture
def portal(db) -> None:
    """The initial content, and one page of each kind that editors make."""
    for language in ("es", "en"):
        pages.a_news(language, picture=pages.a_picture(), picture_text="La plaza")
        pages.an_event(language)
        pages.an_event(language, day="2090-05-02", admission="invitation")
        pages.a_bulletin(language)
        pages.a_standard(language)


def dead(read: dict[str, Answer]) -> list[str]:
    """Addresses that answer with an error, and parts of pages that are not there."""
    found = [
        f"{each.address}: {each.status}" for each in read.values() if each.status >= 400
    ]
    for page, target, part in parts_named(read):
        there = read.get(target)
        if there is None or there.tree is None:
            continue
        if not there.tree.xpath("//*[@id=$part]", part=part):
            found.append(f"{page} leads to {target}#{part}")
    return found


def parts_named(read: dict[str, Answer]) -> Iterator[tuple[str, str, str]]:
    """Each link to a part of a page: where it stands, the page, the part."""
    for answer in read.values():
        if answer.tree is None:
            continue
        for href in answer.tree.xpath("//a/@href"):
            whole, part = urldefrag(urljoin(HOST + answer.address, href))
            if part and whole.startswith(HOST):
                yield answer.address, whole.removeprefix(HOST), unquote(part)


def closed_doors(read: dict[str, Answer]) -> Iterator[str]:
    """What public pages link to behind the sign-in, and the files they draw with."""
    client = Client()
    for link in sorted({link for each in read.values() for link in each.links}):
        if link.startswith("/static/"):
            name = re.sub(
                r"\.[0-9a-f]{12}(?=\.\w+$)", "", link.removeprefix("/static/")
            )
            if finders.find(name) is None:
                yield f"{link}: no such file"
        elif link.startswith(CLOSED) and client.get(link).status_code >= 400:
            yield f"{link}: closed for ever"


def misheaded(read: dict[str, Answer]) -> Iterator[str]:
    for answer in read.values():
        if answer.tree is None:
            continue
        headings = len(answer.tree.xpath("//h1"))
        language = answer.tree.get("lang")
        if headings != 1 or language != answer.address[1:3]:
            yield f"{answer.address}: {headings} h1, lang {language}"


def misnumbered(read: dict[str, Answer]) -> Iterator[str]:
    for answer in read.values():
        if answer.tree is not None:
            for told in written_otherwise(answer.tree):
                yield f"{answer.address}: {told}"


def test_no_link_leads_nowhere_and_each_page_has_its_heading(portal):
    read = Stranger(most=MOST).walk()
    shown = [each for each in read.values() if each.tree is not None]
    assert len([each for each in shown if each.address.startswith("/es/")]) > 150
    assert len([each for each in shown if each.address.startswith("/en/")]) > 150
    assert dead(read) == []
    assert list(closed_doors(read)) == []
    assert list(misheaded(read)) == []
    assert list(misnumbered(read)) == []


def test_a_dead_link_would_be_found(portal):
    body = (
        '<p><a href="/es/nada/">x</a> <a href="/es/red/#nada">x</a>'
        ' <a href="/es/cuenta/nada/">x</a></p>'
    )
    page = pages.a_standard("es", body=[("paragraph", body)])
    reader = Stranger()
    for link in ("/es/red/", *reader.get(f"/es/{page.slug}/").links):
        if not link.startswith(CLOSED):
            reader.get(link)
    read = reader.read
    told = " ".join(dead(read))
    assert "/es/nada/: 404" in told
    assert "/es/red/#nada" in told
    assert "/es/cuenta/nada/: closed for ever" in list(closed_doors(read))
