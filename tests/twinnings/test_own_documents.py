"""A twinning's own documents, its facilitators and its doubts, written at the desk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.foundation.upload_samples import pdf
from tests.network.desk import signed_in
from tests.network.factories import OrganisationFactory, staff_of
from tests.public_pages import plant_pages
from tests.twinnings import factories
from twinnings.services.parties import PartyTold

pytestmark = pytest.mark.django_db
TOLD = {"kind": "memo", "title_es": "Memorando", "title_en": "Memo", "public": "on"}


@pytest.fixture
def twinning():
    owner = factories.reviewed_town()[0]
    partner = factories.reviewed_town()[0]
    told = [PartyTold(organisation=owner), PartyTold(organisation=partner)]
    return factories.TwinningFactory(owner=owner, parties_told=told)


@pytest.fixture
def browser(twinning):
    return signed_in(factories.coordinator_of(twinning.owner))


def page(twinning):
    return reverse("twinnings:documents", args=[twinning.pk])


def test_attached_read_before_the_world_and_public(twinning, browser, client):
    upload = SimpleUploadedFile("m.pdf", pdf())
    assert browser.post(page(twinning), {**TOLD, "file": upload}).status_code == 302
    document = twinning.documents.get()
    assert document.exchange is None
    given = [twinning.pk, document.uuid]
    file = reverse("twinnings:document_file", args=given)
    assert browser.get(file).getvalue().startswith(b"%PDF")
    for each in twinning.parties.exclude(organisation=twinning.owner):
        partner = factories.coordinator_of(each.organisation)
        assert signed_in(partner).get(file).status_code == 404
    reader = staff_of(twinning.owner, "reads")
    assert signed_in(reader).get(file).getvalue().startswith(b"%PDF")
    plant_pages()
    done = factories.published(twinning)
    assert "Memorando" in client.get(done.get_absolute_url()).content.decode()


def test_removed_and_brought_back(twinning, browser):
    browser.post(page(twinning), {**TOLD, "address": "https://ciudad.test/memo"})
    document = twinning.documents.get()
    for act, removed in (("remove", True), ("restore", False)):
        there = reverse(
            "twinnings:document_act", args=[twinning.pk, document.uuid, act]
        )
        assert browser.get(there).status_code == 200
        browser.post(there)
        document.refresh_from_db()
        assert (document.removed_at is not None) == removed
    uncover = [twinning.pk, document.uuid, "uncover"]
    there = reverse("twinnings:document_act", args=uncover)
    assert browser.get(there).status_code == 404


def test_nothing_is_attached_to_what_is_published(twinning, browser):
    factories.published(twinning)
    assert browser.get(page(twinning)).status_code == 302
    answer = browser.post(page(twinning), {**TOLD, "address": "https://c.test/m"})
    assert answer.status_code == 422
    assert "https://c.test/m" in answer.content.decode()
    assert not twinning.documents.exists()


def test_facilitators_and_doubts_in_both_languages(twinning, browser):
    helper = OrganisationFactory(kind="partner", name_es="Puente", name_en="Bridge")
    there = reverse("twinnings:section", args=[twinning.pk, "agreement"])
    sent = {
        "version": twinning.version, "renewal": "unknown",
        "facilitators": [helper.pk], "doubts_es": "El año", "doubts_en": "The year",
    }  # fmt: skip
    assert browser.post(there, sent).status_code == 302
    twinning.refresh_from_db()
    assert list(twinning.facilitators.all()) == [helper]
    assert (twinning.doubts_es, twinning.doubts_en) == ("El año", "The year")
