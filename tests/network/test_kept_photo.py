"""A photo of an activity is not chosen twice because another box was wrong."""

import uuid
from http import HTTPStatus
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html
from PIL import Image

from network.models import Activity
from network.services import kept_uploads
from tests.network.desk import signed_in
from tests.network.factories import (
    ActivityFactory,
    ActivityKindFactory,
    reviewed_municipality,
    staff_of,
)

pytestmark = pytest.mark.django_db


def a_photo():
    drawn = BytesIO()
    Image.new("RGB", (40, 30), (20, 90, 60)).save(drawn, "PNG")
    return SimpleUploadedFile("parque.png", drawn.getvalue(), "image/png")


@pytest.fixture
def typed():
    return {
        "client_uuid": str(uuid.uuid4()), "kind": ActivityKindFactory().pk,
        "started_day": "27", "started_month": "marzo", "started_year": "2026",
        "women": "18", "men": "0", "unseparated": "",
        "what_happened": "Torneo relámpago.", "action": "submit",
    }  # fmt: skip


@pytest.fixture
def clerk():
    return staff_of(reviewed_municipality())


def word_in(answer, name):
    page = html.fromstring(answer.content.decode())
    found = page.xpath(f"//input[@name='{name}-kept']/@value")
    return found[0] if found else None


@pytest.fixture
def log(typed):
    def log(person, **more):
        return signed_in(person).post(reverse("network:quick_log"), typed | more)

    return log


def test_the_photo_of_the_quick_log_waits_for_the_answer_that_lacked(clerk, log):
    answer = log(clerk, photo=a_photo(), people_shown="")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "«parque.png»" in answer.content.decode()
    word = word_in(answer, "photo")
    version = Activity.objects.get().version
    sent = {"photo-kept": word, "people_shown": "nobody", "version": version}
    assert log(clerk, **sent).status_code == HTTPStatus.FOUND
    assert Activity.objects.get().evidence.count() == 1


def test_a_photo_that_waits_may_be_left_out(clerk, log):
    word = word_in(log(clerk, photo=a_photo(), people_shown=""), "photo")
    version = Activity.objects.get().version
    sent = {"photo-kept": word, "photo-forget": "yes", "version": version}
    assert log(clerk, **sent).status_code == HTTPStatus.FOUND
    assert not Activity.objects.get().evidence.exists()


def test_a_wrong_file_does_not_wait(clerk, log):
    bad = SimpleUploadedFile("foto.jpg", b"nothing of the kind", "image/jpeg")
    answer = log(clerk, photo=bad, people_shown="nobody")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert word_in(answer, "photo") is None


def test_a_file_of_the_evidence_page_waits_too(clerk):
    town = clerk.appointments.get().organisation
    activity = ActivityFactory(owner=town)
    address = reverse("network:activity_evidence", args=[activity.pk])
    desk = signed_in(clerk)
    answer = desk.post(address, {"file": a_photo(), "caption": "El parque"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    word = word_in(answer, "file")
    sent = {"file-kept": word, "caption": "El parque", "people_shown": "nobody"}
    assert desk.post(address, sent).status_code == HTTPStatus.FOUND
    assert activity.evidence.get().caption == "El parque"


def test_a_neighbour_gets_nothing_with_the_word(clerk, log):
    word = word_in(log(clerk, photo=a_photo(), people_shown=""), "photo")
    other = staff_of(reviewed_municipality())
    sent = {"photo-kept": word, "people_shown": "nobody"}
    log(other, **sent)
    theirs = Activity.objects.filter(owner=other.appointments.get().organisation)
    assert not theirs.filter(evidence__isnull=False).exists()


def test_a_photo_that_waits_no_more_is_asked_for_again(clerk, log, settings):
    word = word_in(log(clerk, photo=a_photo(), people_shown=""), "photo")
    for number in range(kept_uploads.MOST_WAITING):
        newer = SimpleUploadedFile(f"otra{number}.png", a_photo().read(), "image/png")
        kept_uploads.keep_upload(newer, by=clerk, where="elsewhere")
    version = Activity.objects.get().version
    sent = {"photo-kept": word, "people_shown": "nobody", "version": version}
    answer = log(clerk, **sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Escoja otra vez el archivo" in answer.content.decode()
    assert Activity.objects.get().review_state == "draft"


def test_a_full_disk_loses_the_photo_and_nothing_else(clerk, log, monkeypatch):
    def full(*args, **more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_uploads, "_make_room", full)
    answer = log(clerk, photo=a_photo(), people_shown="")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    told = answer.content.decode()
    assert "Escoja otra vez el archivo" in told
    assert "Torneo relámpago." in told


def test_all_people_together_fill_no_more_than_there_is_room_for(clerk, monkeypatch):
    monkeypatch.setattr(kept_uploads, "MOST_BYTES_IN_ALL", 10)
    assert kept_uploads.keep_upload(a_photo(), by=clerk, where="x") == ""
