"""The editors' library asks of pictures what the town halls are asked of theirs."""

import datetime
import os
import re
import time
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings as portal_settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection, UploadedFile

from amuprev.foundation.models import Picture, PictureRendition, PortalDocument
from amuprev.foundation.people_shown import PeopleShown
from amuprev.foundation.picture_models import picture_storage
from amuprev.foundation.picture_upkeep import forget_unfinished_uploads
from network.choices import Act
from network.models import AuditEntry
from network.services.people import keep_editors_in_step
from network.services.pictures import end_picture_consents
from tests.foundation import upload_samples as samples
from tests.network import factories
from tests.network.desk import signed_in

pytestmark = pytest.mark.django_db

YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)
NEXT_YEAR = timezone.localdate() + datetime.timedelta(days=365)
SIGNED = {"people_shown": "adults", "consent_purpose": "portal"}


@pytest.fixture
def editor():
    person = factories.editor_of_the_portal(language="es")
    keep_editors_in_step(person=person)
    return person


@pytest.fixture
def desk(editor) -> Client:
    return signed_in(editor)


def fields(**said) -> dict:
    return {
        "title": "La plaza",
        "file": samples.upload(samples.photo(size=(400, 300)), "Juana Secreta.jpg"),
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
        **{"people_shown": "", "consent_purpose": "", "consent_until": "", **said},
    }


def add(desk: Client, **said):
    return desk.post(reverse("wagtailimages:add"), fields(**said))


def a_picture(**said) -> Picture:
    picture = Picture(title="La plaza", **{"people_shown": "nobody", **said})
    picture.file.save(
        "Juana.jpg", ContentFile(samples.photo(size=(400, 300))), save=False
    )
    picture.save()
    return picture


def test_a_picture_of_nobody_is_kept_cleaned(desk):
    page = desk.get(reverse("wagtailimages:add")).content.decode()
    assert "¿Se reconoce a alguna persona?" in page
    assert add(desk, people_shown="nobody").status_code == 302
    picture = Picture.objects.get()
    assert list(Picture.objects.showable()) == [picture]
    assert picture.file.path.startswith(picture_storage().path("original_images"))
    assert "Juana" not in picture.file.name
    with picture.file.open("rb") as stored:
        content = stored.read()
    samples.assert_no_labels(content)
    assert not Image.open(BytesIO(content)).getexif()


def test_it_is_cleaned_whichever_way_it_comes():
    """Saved without the form, as Wagtail's uploader for several may do."""
    picture = a_picture()
    with picture.file.open("rb") as stored:
        samples.assert_no_labels(stored.read())
    assert "Juana" not in picture.file.name


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({}, "people_shown", "Indique si se reconoce"),
        ({"people_shown": "minors"}, "people_shown", "nunca se guardan aquí"),
        (SIGNED, "consent_until", "hasta qué día"),
        ({**SIGNED, "consent_until": str(YESTERDAY)}, "consent_until", "terminó"),
        (
            {"people_shown": "adults", "consent_until": str(NEXT_YEAR)},
            "consent_purpose",
            "para qué firmaron",
        ),
    ],
)
def test_what_is_not_kept(desk, said, field, sentence):
    answer = add(desk, **said)
    assert answer.status_code == 200
    assert sentence in str(answer.context["form"].errors[field])
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    "content", [samples.SVG, samples.HTML, samples.photo()[:200], samples.huge_png()]
)
@pytest.mark.parametrize("name", ["foto.svg", "foto.png", "foto.jpg"])
def test_what_is_no_picture_is_refused(desk, content, name):
    answer = add(desk, people_shown="nobody", file=samples.upload(content, name))
    assert answer.context["form"].errors["file"]
    assert not Picture.objects.exists()


def test_several_at_once_are_asked_one_by_one(desk):
    """The uploader keeps each file before its form: nobody sees it until it is said."""
    answer = desk.post(
        reverse("wagtailimages:add_multiple"),
        {
            "title": "La plaza",
            "files[]": samples.upload(samples.photo(size=(400, 300))),
            "collection": Collection.get_first_root_node().pk,
        },
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    picture = Picture.objects.get()
    assert "people_shown" in answer["form"]
    assert not UploadedFile.objects.exists()
    assert not picture.showable
    edit = reverse("wagtailimages:edit_multiple", args=[picture.pk])
    given = {
        f"image-{picture.pk}-{name}": value
        for name, value in fields().items()
        if name != "file"
    }

    def say(shown: str) -> dict:
        said = {**given, f"image-{picture.pk}-people_shown": shown}
        ajax = {"x-requested-with": "XMLHttpRequest"}
        return desk.post(edit, said, headers=ajax).json()

    refused = say("minors")
    assert refused["success"] is False
    assert "nunca se guardan aquí" in refused["form"]
    assert say("nobody")["success"] is True
    picture.refresh_from_db()
    assert picture.showable


def test_the_choosers_own_upload_asks_too(desk):
    address = reverse("wagtailimages_chooser:create")
    prefixed = {f"image-chooser-upload-{key}": value for key, value in fields().items()}
    refused = desk.post(address, prefixed).json()
    assert "Indique si se reconoce" in refused["htmlFragment"]
    assert not Picture.objects.exists()
    prefixed |= {
        "image-chooser-upload-people_shown": "nobody",
        "image-chooser-upload-file": fields()["file"],
    }
    assert desk.post(address, prefixed).json()["step"] == "chosen"
    assert Picture.objects.get().showable


@pytest.mark.parametrize(
    "said",
    [
        {"people_shown": PeopleShown.MINORS},
        {"people_shown": PeopleShown.ADULTS},
        {"people_shown": PeopleShown.ADULTS, "consent_purpose": "portal"},
    ],
)
def test_the_database_refuses_it_too(said):
    picture = a_picture()
    with pytest.raises(IntegrityError), transaction.atomic():
        Picture.objects.filter(pk=picture.pk).update(**said)


def test_each_reading_asks_whether_it_may_be_shown(desk, client):
    picture = a_picture(**SIGNED, consent_until=timezone.localdate())
    addresses = [picture.get_rendition(spec).url for spec in ("width-100", "original")]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith("inline")
        assert "max-age=60" in answer["Cache-Control"]
        assert not answer.cookies
    Picture.objects.update(consent_until=YESTERDAY)
    clerk = signed_in(factories.staff_of(factories.MunicipalityFactory()))
    for address in addresses:
        assert client.get(address).status_code == 404
        assert clerk.get(address).status_code == 404
        seen = desk.get(address)
        assert b"".join(seen.streaming_content)
        assert "no-store" in seen["Cache-Control"]


def test_its_files_have_no_other_address(desk, client):
    picture = a_picture()
    copy = picture.get_rendition("width-100")
    for stored in (picture.file, copy.file):
        with pytest.raises(ValueError, match="not accessible"):
            stored.url  # noqa: B018  asking is the test
        for root in ("/media/", "/media/private/", "/static/", "/", "/pictures/"):
            address = f"{root}{stored.name}"
            assert client.get(address).status_code == 404
            assert desk.get(address).status_code == 404
    assert client.get("/pictures/nada.jpg").status_code == 404


def test_a_page_prints_it_only_while_it_may_be_shown():
    picture = a_picture(**SIGNED, consent_until=NEXT_YEAR, alternative_text="La plaza")
    tag = Template(
        "{% load foundation_tags %}[{% shown_picture picture 'width-100' %}]"
    )
    shown = tag.render(Context({"picture": picture}))
    assert 'alt="La plaza"' in shown
    assert 'src="/pictures/' in shown
    picture.consent_until = YESTERDAY
    for each in (picture, a_picture(people_shown="not_sure"), None):
        assert tag.render(Context({"picture": each})) == "[]"


def test_no_template_prints_a_picture_without_asking():
    loaded = [
        path
        for path in (Path(portal_settings.BASE_DIR) / "templates").rglob("*.html")
        if re.search(r"{%\s*load\b[^%]*wagtailimages_tags", path.read_text())
    ]
    assert loaded == []


def test_the_copies_go_when_the_consent_ends(editor, mailoutbox):
    ended = a_picture(**SIGNED, consent_until=NEXT_YEAR)
    kept = a_picture()
    copies = [picture.get_rendition("width-100") for picture in (ended, kept)]
    Picture.objects.filter(pk=ended.pk).update(consent_until=YESTERDAY)
    assert end_picture_consents() == 1
    assert end_picture_consents() == 0
    assert list(PictureRendition.objects.all()) == [copies[1]]
    (mail,) = mailoutbox
    assert mail.to == [editor.email]
    assert f"/cms/images/{ended.pk}/" in mail.body
    entry = AuditEntry.objects.get(act=Act.CONSENT_ENDED)
    assert entry.record_kind == "foundation.picture"


def test_uploads_that_nobody_finished_are_swept():
    kind = ContentType.objects.get_for_model(Picture)
    old, recent, lost = (
        UploadedFile.objects.create(
            for_content_type=kind, file=ContentFile(samples.photo(), "Juana.jpg")
        )
        for _each in range(3)
    )
    long_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old.file.path, (long_ago, long_ago))
    Path(lost.file.path).unlink()
    assert forget_unfinished_uploads() == 2
    assert list(UploadedFile.objects.all()) == [recent]
    assert not Path(old.file.path).exists()


def test_documents_are_cleaned_and_only_downloaded(desk, client):
    address = reverse("wagtaildocs:add")
    given = {
        "title": "Acta",
        "collection": Collection.get_first_root_node().pk,
        "tags": "",
    }
    for content, name in (
        (samples.pdf(), "acta.docx"), (samples.HTML, "acta.pdf"),
        (b"a,b\n1,2\n3,4", "lista.csv"),
    ):  # fmt: skip
        refused = desk.post(address, {**given, "file": samples.upload(content, name)})
        assert refused.context["form"].errors["file"]
    assert not PortalDocument.objects.exists()
    desk.post(address, {**given, "file": samples.upload(samples.pdf(), "acta.pdf")})
    document = PortalDocument.objects.get()
    answer = client.get(document.url)
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"%PDF")
    assert samples.SECRET.encode() not in content
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.get(f"/media/{document.file.name}").status_code == 404
