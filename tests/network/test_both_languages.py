"""Every public address in both languages, and columns that never mix (R12)."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import override
from lxml import etree, html
from modeltranslation.translator import NotRegistered, translator

from network.admin.versions import TwoVersions
from network.models import Activity
from tests.network import factories
from tests.network.desk import one_of_each, screen_address
from tests.network.test_admin_versions import _last, opened
from tests.page_forms import posting_forms
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def translated(model):
    try:
        return sorted(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return []


SCREENS = sorted(
    (model._meta.model_name, language)
    for model, screen in admin.site._registry.items()
    for language in ("es", "en")
    if isinstance(screen, TwoVersions) and translated(model)
)


def addresses(client):
    """Every public page that search engines are told of."""
    index = etree.fromstring(client.get("/sitemap.xml").content)
    parts = [each.text for each in index.iter(LOCATION)]
    for part in parts:
        tree = etree.fromstring(
            client.get(part.replace("http://testserver", "")).content
        )
        for each in tree.iter(LOCATION):
            yield re.sub(r"^https?://[^/]+", "", each.text)


@pytest.fixture
def only_spanish():
    """A town, its association and what it did, told in Spanish alone."""
    plant_pages()
    town = factories.reviewed_municipality()
    for record in (town, town.place, town.affiliations.get().association):
        type(record).objects.filter(pk=record.pk).update(name_en="")
    made = factories.ApprovedActivityFactory(owner=town)
    Activity.objects.filter(pk=made.pk).update(title_en="", what_happened_en="")
    return made


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def test_no_public_page_is_empty_and_each_names_its_other(client, only_spanish):
    found = [path for path in addresses(client) if path.startswith(("/es/", "/en/"))]
    assert len(found) >= 20
    for path in found:
        page = read(client, path)
        assert page.get("lang") == path[1:3]
        assert page.findtext(".//title").strip(" ·").split("·")[0].strip(), path
        (heading,) = page.iter("h1")
        assert heading.text_content().strip(), path
        assert len(page.find(".//main").text_content().strip()) > 80, path
        others = {
            link.get("hreflang"): re.sub(r"^https?://[^/]+", "", link.get("href"))
            for link in page.iter("link")
            if link.get("rel") == "alternate" and link.get("hreflang")
        }
        assert others.keys() >= {"es", "en"}, path
        assert others[path[1:3]] == path.partition("?")[0], path
        back = read(client, others["en" if path[1:3] == "es" else "es"])
        links = [link.get("href") or "" for link in back.iter("link")]
        assert any(link.endswith(path) for link in links), path


def test_what_stands_only_in_spanish_is_marked_and_said(client, only_spanish):
    page = read(client, f"/en/activities/{only_spanish.pk}/")
    marked = [each for each in page.iter() if each.get("lang") == "es"]
    texts = " ".join(each.text_content() for each in marked)
    assert only_spanish.title_es in texts
    assert only_spanish.what_happened_es in texts
    assert "Only available in Spanish." in page.text_content()
    spanish = read(client, f"/es/bitacora/{only_spanish.pk}/")
    assert not spanish.xpath("//*[@class='language-notice']")


def held(record, language):
    fields = translated(type(record))
    record = type(record)._default_manager.get(pk=record.pk)
    return {name: getattr(record, f"{name}_{language}") or "" for name in fields}


@pytest.mark.parametrize(("model", "language"), SCREENS)
def test_saving_one_language_leaves_the_other(screen, model, language):
    one_of_each()
    factories.NetworkFactory()
    record = _last(model)
    address = screen_address(model, "change", record.pk)
    form = opened(screen, address)
    boxes = [name for name in form.values if name.endswith(f"_{language}")]
    own = [name for name in boxes if "-" not in name]
    other = "en" if language == "es" else "es"
    before = held(record, other)
    answer = screen.post(address, form.sent(**dict.fromkeys(own, "Cambiado")))
    assert answer.status_code == 302
    assert held(record, other) == before
    if own:
        assert "Cambiado" in held(record, language).values()


@pytest.mark.parametrize("reader", ["es", "en"])
def test_the_workspace_writes_spanish_and_leaves_the_english(client, reader):
    town = factories.reviewed_municipality()
    made = factories.ActivityFactory(owner=town, result_en="Before", result_es="Antes")
    client.force_login(factories.staff_of(town, language=reader))
    with override(reader):
        path = reverse("network:activity_section", args=[made.pk, "results"])
    form = max(posting_forms(client.get(path), path), key=lambda each: len(each.kinds))
    before = held(made, "en")
    assert client.post(path, form.sent(result_es="Después")).status_code == 302
    assert held(made, "en") == before
    assert held(made, "es")["result"] == "Después"
