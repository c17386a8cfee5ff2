"""Everything a stranger can read: follows every public link and reads what is there."""

import io
import re
import zipfile
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from lxml import etree, html

STARTS = ("/es/", "/en/", "/sitemap.xml", "/robots.txt")
# What is not for strangers, and files that hold no words of ours.
CLOSED = (
    "/admin/",
    "/cms/",
    "/static/",
    "/es/espacio/",
    "/en/workspace/",
    "/es/cuenta/",
    "/en/account/",
)
HOST = "http://testserver"


@dataclass
class Answer:
    """What an address answered, as text; of a page, also its tree."""

    address: str
    status: int
    text: str
    kind: str
    tree: html.HtmlElement | None = None
    links: list[str] = field(default_factory=list)
    cached: str = ""


class Stranger:
    """Reads addresses without signing in, each once, and remembers the answers."""

    def __init__(self, most: int = 2_000) -> None:
        self.client = Client()
        self.read: dict[str, Answer] = {}
        self.most = most

    def get(self, address: str) -> Answer:
        """The answer of one address."""
        if address not in self.read:
            self.read[address] = self._ask(address)
        return self.read[address]

    def walk(self, starts: Iterable[str] = STARTS) -> dict[str, Answer]:
        """Follow every link from the starts on."""
        waiting = deque(starts)
        seen = set(waiting)
        while waiting:
            for link in self.get(waiting.popleft()).links:
                if link not in seen and not link.startswith(CLOSED):
                    assert len(seen) < self.most, "the public site has no end"
                    seen.add(link)
                    waiting.append(link)
        return {address: self.read[address] for address in seen}

    def _ask(self, address: str) -> Answer:
        # Without the cookie of a form's page, as a cache would ask.
        self.client.cookies.clear()
        response = self.client.get(address)
        status = response.status_code
        if status in (301, 302):
            target = _inside(address, response["Location"])
            return Answer(address, status, "", "", links=[target] if target else [])
        kind = response.get("Content-Type", "").partition(";")[0]
        raw = (
            b"".join(response.streaming_content)
            if response.streaming
            else response.content
        )
        # Closing the answer itself would end the test's connection to the database.
        for close in response._resource_closers:
            close()
        answer = Answer(address, status, _text(raw, kind), kind)
        answer.cached = response.get("Cache-Control", "")
        if kind == "text/html" and raw:
            answer.tree = html.document_fromstring(raw.decode())
            answer.links = _links(address, answer.tree)
        elif kind.endswith("xml"):
            found = etree.fromstring(raw).iter("{*}loc", "{*}link")
            named = [node.text or node.get("href") or "" for node in found]
            answer.links = [link for name in named if (link := _inside(address, name))]
        return answer


def _text(raw: bytes, kind: str) -> str:
    if kind.startswith("image/"):
        return ""
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as pack:
            return "\n".join(
                pack.read(name).decode("utf-8", "replace") for name in pack.namelist()
            )
    return raw.decode("utf-8", "replace")


def _links(address: str, tree: html.HtmlElement) -> list[str]:
    named = [*tree.xpath("//@href"), *tree.xpath("//@src")]
    return [link for name in named if (link := _inside(address, str(name)))]


def _inside(address: str, name: str) -> str:
    """The address of a link that stays on the portal; empty for any other."""
    whole = urlsplit(urljoin(HOST + address, name))
    local = whole.scheme in ("http", "https") and whole.netloc in (
        "testserver",
        "127.0.0.1:8000",
        "localhost",
    )
    if not local:
        return ""
    return urldefrag(whole._replace(scheme="", netloc="").geturl()).url


def bare(figure: str) -> str:
    """A figure without what keeps its thousands apart."""
    return re.sub(r"[\u202f,]", "", figure)


def figures_in(text: str) -> set[int]:
    """Every whole number in a text, its thousands written in any of the usual ways."""
    joined = re.sub(r"(?<=\d)[\u202f\u00a0,.](?=\d{3}(?!\d))", "", text)
    return {int(found) for found in re.findall(r"(?<!\w)\d{1,12}(?!\w)", joined)}


def tables(tree: html.HtmlElement) -> list[dict[tuple[str, str], str]]:
    """Each table of figures as {(row, column): words of the cell}, totals included."""
    found = []
    for table in tree.xpath("//table[contains(@class, 'figure-table')]"):
        columns = [cell.text_content().strip() for cell in table.xpath(".//thead//th")]
        cells = {}
        for row in table.xpath("(.//tbody|.//tfoot)/tr"):
            label, *values = (cell.text_content().strip() for cell in row)
            for column, words in zip(columns[1:], values, strict=True):
                cells[label, column] = words
        found.append(cells)
    return found
