"""A chosen file is not lost when another box of its form was wrong."""

from http import HTTPStatus
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html
from PIL import Image

from experiences.services import corrections, review
from network.models.evidence import evidence_storage
from network.services import kept_uploads
from tests.experiences.factories import ExperienceFactory, published
from tests.foundation.upload_samples import pdf
from tests.network.desk import signed_in
from tests.network.factories import editor_of_the_portal, staff_of
from tests.public_pages import plant_pages

pytestmark = pytest.mark.django_db


def a_photo(name="parque.png"):
    drawn = BytesIO()
    Image.new("RGB", (40, 30), (20, 90, 60)).save(drawn, "PNG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/png")


def a_document():
    return SimpleUploadedFile("acta.pdf", pdf(), "application/pdf")


SAID = {
    "photo": {"photoform-alt_text_es": "El parque", "photoform-people_shown": "nobody"},
    "document": {"documentform-title_es": "Acta", "documentform-kind": "other"},
}


@pytest.fixture
def draft():
    return ExperienceFactory()


def sent(**more):
    return {"what": "photo", "photoform-people_shown": "nobody", **more}


def address(draft):
    return reverse("experiences:section", args=[draft.pk, "files"])


def held_word(answer):
    page = html.fromstring(answer.content.decode())
    (word,) = page.xpath("//input[@name='photoform-file-kept']/@value")
    return word


def test_the_photo_waits_for_the_box_that_lacked(draft):
    browser = signed_in(staff_of(draft.owner))
    answer = browser.post(address(draft), sent(**{"photoform-file": a_photo()}))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "«parque.png»" in answer.content.decode()
    word = held_word(answer)
    # Wrong once more, it still waits.
    answer = browser.post(address(draft), sent(**{"photoform-file-kept": word}))
    assert held_word(answer) == word
    told = {"photoform-file-kept": word, "photoform-alt_text_es": "El parque"}
    assert browser.post(address(draft), sent(**told)).status_code == HTTPStatus.FOUND
    assert draft.photos.get().alt_text_es == "El parque"
    assert not any(evidence_storage().listdir("held")[1])
    assert list(_waiting()) == []


def _waiting():
    storage = evidence_storage()
    for folder in storage.listdir("held")[0]:
        yield from storage.listdir(f"held/{folder}")[1]


def test_nobody_else_takes_it_nor_from_another_place(draft):
    clerk, other = staff_of(draft.owner), staff_of(draft.owner)
    word = kept_uploads.keep_upload(a_photo(), by=clerk, where="/aqui/")
    assert kept_uploads.kept_upload(word, by=clerk, where="/aqui/").name == "parque.png"
    assert kept_uploads.kept_upload(word, by=other, where="/aqui/") is None
    assert kept_uploads.kept_upload(word, by=clerk, where="/alla/") is None
    assert kept_uploads.kept_upload("inventada", by=clerk, where="/aqui/") is None
    kept_uploads.forget_upload(word, by=other)
    assert kept_uploads.kept_upload(word, by=clerk, where="/aqui/") is not None


def test_what_is_no_photo_is_not_kept_and_few_wait(draft):
    clerk = staff_of(draft.owner)
    bad = SimpleUploadedFile("carta.png", b"Querida vecina", "image/png")
    told = {"photoform-file": bad, "photoform-alt_text_es": "El parque"}
    answer = signed_in(clerk).post(address(draft), sent(**told))
    assert "photoform-file-kept" not in answer.content.decode()
    for _turn in range(8):
        kept_uploads.keep_upload(a_photo(), by=clerk, where="/aqui/")
    assert len(list(_waiting())) == kept_uploads.MOST_WAITING


@pytest.mark.parametrize("what", ["photo", "document"])
def test_it_waits_on_the_page_that_is_opened_again(draft, what):
    clerk = staff_of(draft.owner)
    browser = signed_in(clerk)
    chosen = a_photo() if what == "photo" else a_document()
    name = f"{what}form-file"
    browser.post(address(draft), {"what": what, name: chosen})
    page = html.fromstring(browser.get(address(draft)).content.decode())
    (word,) = page.xpath(f"//input[@name='{name}-kept']/@value")
    assert f"«{chosen.name}»" in page.text_content()
    # Only whoever left it finds it, and only until it was attached.
    colleague = signed_in(staff_of(draft.owner)).get(address(draft))
    assert chosen.name not in colleague.content.decode()
    told = {"what": what, f"{name}-kept": word, **SAID[what]}
    assert browser.post(address(draft), told).status_code == HTTPStatus.FOUND
    assert chosen.name not in browser.get(address(draft)).content.decode()


def test_sent_to_a_correction_published_meanwhile_it_waits_in_the_next():
    plant_pages()
    told = published()
    clerk = staff_of(told.owner)
    browser = signed_in(clerk)
    made = corrections.start_correction(experience=told, by=clerk)
    review.submit_experience(experience=made, by=clerk)
    review.publish_experience(experience=made, by=editor_of_the_portal())
    answer = browser.post(address(made), sent(**{"photoform-file": a_photo()}))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    again = corrections.start_correction(
        experience=type(told).objects.get(pk=told.pk), by=clerk
    )
    assert "«parque.png»" in browser.get(address(again)).content.decode()
