"""The pack of a country: whole, light to make, and with nothing from outside."""

import io
import re
import time
import zipfile
from posixpath import dirname, join, normpath

import pytest
from lxml import html

from tests.public_pages import plant_pages
from tests.twinnings.public import told
from toolkit import packing
from toolkit.addresses import pack_address
from toolkit.documents.pack import pack_digest
from toolkit.models import ModelDocument, Pack, Step
from toolkit.models.packs import pack_storage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("initial_content")]

LIST = "/es/caja-de-herramientas/paquete/"


def test_a_pack_is_whole_links_to_itself_and_is_made_anew_only_when_it_must(client):
    plant_pages()
    assert "Todavía no está hecho" in told(client, LIST)
    assert client.get(pack_address("SV", "es")).status_code == 404
    begun = time.monotonic()
    assert packing.build_pack("SV")
    assert time.monotonic() - begun < 60
    pack = Pack.objects.get()
    assert not packing.build_pack("SV", pack.digest)
    answer = client.get(pack_address("SV", "es"))
    content = b"".join(answer.streaming_content)
    assert answer["Content-Type"] == "application/zip"
    assert len(content) == pack.size
    _look_into(zipfile.ZipFile(io.BytesIO(content)), pack.files)
    assert "archivos" in told(client, LIST)
    old = pack.file.name
    Step.objects.filter(key="install").update(why_es="Escrito de nuevo.")
    assert pack_digest("SV") != pack.digest
    assert packing.build_pack("SV", pack.digest)
    assert Pack.objects.get().file.name != old
    assert not pack_storage().exists(old)


def _look_into(whole, count):
    names = set(whole.namelist())
    assert len(names) == count
    for language in ("es", "en"):
        folder = f"amuprev-sv/{language}"
        assert f"{folder}/guide.pdf" in names
        assert f"{folder}/guide.epub" in names
        for slug in ModelDocument.objects.values_list("slug", flat=True):
            assert f"{folder}/documents/{slug}.docx" in names
            assert f"{folder}/documents/{slug}.pdf" in names
        pages = [name for name in names if name.startswith(folder) and name.endswith(".html")]  # fmt: skip
        assert len(pages) > Step.objects.count()
    for name in names:
        if name.endswith(".html"):
            text = whole.read(name).decode()
            tree = html.fromstring(text)
            for target in tree.xpath("//@href | //@src"):
                assert "://" not in target, (name, target)
                assert normpath(join(dirname(name), target)) in names, (name, target)
            assert not tree.xpath("//script | //img | //iframe | //form")
    style = whole.read("amuprev-sv/guide.css").decode()
    assert not re.search(r"url\(|@import", style)
