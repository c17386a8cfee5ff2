"""What is pressed twice, or a moment too late, is told as done and loses nothing."""

from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from experiences import film_limits
from experiences.models import Film
from experiences.services import corrections, discarding, review
from experiences.services.writing import save_section, version_of
from network.models.evidence import evidence_storage
from network.services import kept_uploads
from tests.experiences.factories import ExperienceFactory, PhotoFactory, published
from tests.experiences.film_factories import FilmFactory, OutsideFilmFactory
from tests.experiences.moving import a_film
from tests.network.desk import said, signed_in
from tests.network.factories import editor_of_the_portal, staff_of

pytestmark = pytest.mark.django_db


def test_removing_a_photo_twice_is_once_and_says_the_same():
    draft = ExperienceFactory()
    photo = PhotoFactory(experience=draft)
    browser = signed_in(staff_of(draft.owner))
    remove = reverse("experiences:remove", args=[draft.pk, "photo", photo.uuid])
    told = [said(browser.post(remove, follow=True)) for _twice in range(2)]
    assert told[0] == told[1] != ""
    assert draft.removed.count() == 1
    late = browser.get(remove)
    assert late["Location"] == reverse("experiences:section", args=[draft.pk, "files"])
    never = reverse("experiences:remove", args=[draft.pk, "photo", draft.client_uuid])
    document = reverse("experiences:remove", args=[draft.pk, "document", photo.uuid])
    for address in (never, document):
        assert browser.post(address).status_code == HTTPStatus.NOT_FOUND


def test_a_correction_that_cannot_come_back_stands_readable_beside_what_is_public():
    told = published(problem_es="Lo de antes.")
    by = staff_of(told.owner)

    def begun(text):
        made = corrections.start_correction(experience=told, by=by)
        about = {"section": "problem", "version": version_of(made, "problem")}
        values = {"problem_es": text}
        return save_section(experience=made, by=by, values=values, **about)

    old = begun("Lo que escribí yo ayer.")
    discarding.discard_experience(experience=old, by=by)
    made = begun("Lo que se publicó hoy.")
    review.submit_experience(experience=made, by=by)
    review.publish_experience(experience=made, by=editor_of_the_portal())
    back = reverse("experiences:act", args=[old.pk, "restore"])
    page = html.fromstring(signed_in(by).post(back).content.decode())
    sides = [
        " ".join(each.text_content().split()) for each in page.find_class("changes")
    ]
    assert sides == ["Lo que escribí yo ayer.", "Lo que se publicó hoy."]
    assert not page.xpath("//main//del")


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return a_film(tmp_path_factory.mktemp("film") / "a.mp4").read_bytes()


def upload(browser, row, **sent):
    return browser.post(reverse("films:upload", args=[row.pk, "file"]), sent)


def word_in(answer):
    page = html.fromstring(answer.content.decode())
    return page.xpath("//input[@name='film-kept']/@value")


def waiting():
    storage = evidence_storage()
    if not storage.exists("held"):
        return []
    return [
        name
        for folder in storage.listdir("held")[0]
        for name in storage.listdir(f"held/{folder}")[1]
    ]


def test_a_film_that_is_refused_for_another_reason_need_not_be_chosen_again(content):
    film = OutsideFilmFactory()
    browser = signed_in(staff_of(film.owner))
    answer = upload(browser, film, film=SimpleUploadedFile("parque.mp4", content))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "quite primero esa dirección" in answer.content.decode()
    assert len(waiting()) == 1
    (word,) = word_in(answer)
    Film.objects.filter(pk=film.pk).update(provider="", external_id="")
    assert upload(browser, film, **{"film-kept": word}).status_code == HTTPStatus.FOUND
    film.refresh_from_db()
    assert film.current.size == len(content)
    assert waiting() == []


def test_discarded_meanwhile_the_film_waits_on_the_page(content):
    film = FilmFactory()
    browser = signed_in(staff_of(film.owner))
    discarding.discard_film(film=film, by=staff_of(film.owner))
    answer = upload(browser, film, film=SimpleUploadedFile("parque.mp4", content))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    (word,) = word_in(answer)
    discarding.restore_film(film=film, by=staff_of(film.owner))
    assert upload(browser, film, **{"film-kept": word}).status_code == HTTPStatus.FOUND
    assert waiting() == []


def test_a_file_that_is_itself_wrong_does_not_wait(content):
    film = FilmFactory()
    browser = signed_in(staff_of(film.owner))
    answer = upload(browser, film, film=SimpleUploadedFile("a.mp4", b"Querida vecina"))
    assert "no es un video" in answer.content.decode()
    assert word_in(answer) == []
    assert waiting() == []


def test_of_large_files_one_waits_and_is_read_from_the_disk(monkeypatch):
    film = FilmFactory()
    by = staff_of(film.owner)
    monkeypatch.setattr(kept_uploads, "MOST_BYTES", 10)
    most = film_limits.most_bytes()

    def keep(name):
        sent = SimpleUploadedFile(name, b"x" * 20)
        return kept_uploads.keep_upload(sent, by=by, where="/v/", most=most)

    small = SimpleUploadedFile("still.jpg", b"x")
    still = kept_uploads.keep_upload(small, by=by, where="/v/")
    assert (
        kept_uploads.keep_upload(
            SimpleUploadedFile("a", b"x" * 20), by=by, where="/v/", most=10
        )
        == ""
    )
    first, second = keep("uno.mp4"), keep("dos.mp4")
    assert kept_uploads.kept_upload(first, by=by, where="/v/") is None
    held = kept_uploads.kept_upload(second, by=by, where="/v/")
    assert (held.name, held.size) == ("dos.mp4", 20)
    assert hasattr(held.file, "fileno") or held.file.name
    held.close()
    assert kept_uploads.kept_upload(still, by=by, where="/v/").read() == b"x"


def test_the_script_that_follows_an_upload_is_answered_in_few_words(content):
    film = FilmFactory()
    browser = signed_in(staff_of(film.owner))
    there = reverse("films:upload", args=[film.pk, "file"])
    follows = {"headers": {"X-Upload": "followed"}}
    wrong = SimpleUploadedFile("a.mp4", b"Querida vecina")
    answer = browser.post(there, {"film": wrong}, **follows)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "no es un video" in answer.json()["errors"][0]
    right = SimpleUploadedFile("a.mp4", content)
    answer = browser.post(there, {"film": right}, **follows)
    assert answer.json() == {"go": reverse("films:film", args=[film.pk])}
    page = browser.get(answer.json()["go"]).content.decode()
    assert "El video llegó completo" in page
