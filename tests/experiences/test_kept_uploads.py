"""A chosen file is not lost when another box of its form was wrong."""

from http import HTTPStatus
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html
from PIL import Image

from network.models.evidence import evidence_storage
from network.services import kept_uploads
from tests.experiences.factories import ExperienceFactory
from tests.network.desk import signed_in
from tests.network.factories import staff_of

pytestmark = pytest.mark.django_db


def a_photo(name="parque.png"):
    drawn = BytesIO()
    Image.new("RGB", (40, 30), (20, 90, 60)).save(drawn, "PNG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/png")


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
