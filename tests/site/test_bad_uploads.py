"""Files that cannot be, at each of Wagtail's three doors for files: one sentence beside
the file, what was typed still there."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from PIL import Image
from wagtail.models import Collection

from amuprev.foundation.models import Picture, PortalDocument
from network.services.people import keep_editors_in_step
from tests.foundation import upload_samples as samples
from tests.network import factories
from tests.network.desk import signed_in

pytestmark = pytest.mark.django_db

ERROR = re.compile(r'class="error-message"[^>]*>(.*?)</p>', re.DOTALL)
AJAX = {"x-requested-with": "XMLHttpRequest"}
EMPTY = "Este archivo está vacío. Elíjalo de nuevo o elija otro."
NO_PICTURE = "Este archivo no es una foto que podamos leer. Elija una foto JPEG, PNG, WebP o HEIC."
NO_DOCUMENT = (
    "Este archivo no es un documento que podamos leer. "
    "Elija un documento PDF, DOCX u ODT."
)
PICTURES = [
    (b"", "vacia.jpg", EMPTY),
    (samples.animated("GIF"), "se-mueve.gif", NO_PICTURE),
    (samples.animated("GIF"), "se-mueve.jpg", NO_PICTURE),
    (samples.HTML, "pagina.jpg", NO_PICTURE),
]
DOCUMENTS = [
    (b"", "vacio.pdf", EMPTY),
    (samples.HTML, "acta.pdf", NO_DOCUMENT),
    (samples.MACHINE, "acta.docx", NO_DOCUMENT),
    (samples.photo(), "acta.pdf", NO_DOCUMENT),
    (
        samples.pdf(),
        "acta.docx",
        "Por su contenido este archivo es un PDF: póngale esa terminación.",
    ),
]
TYPED = {
    "title": "La plaza de noche", "tags": "plaza", "people_shown": "nobody",
    "consent_purpose": "", "consent_until": "", "alternative_text": "Se ve la plaza",
    "credit": "Ana", "focal_point_x": "", "focal_point_y": "",
    "focal_point_width": "", "focal_point_height": "",
}  # fmt: skip


@pytest.fixture
def desk(db):
    person = factories.editor_of_the_portal(language="es")
    keep_editors_in_step(person=person)
    return signed_in(person)


def cmyk() -> bytes:
    target = BytesIO()
    Image.new("CMYK", (60, 40), (10, 200, 30, 0)).save(target, "JPEG")
    return target.getvalue()


def sentences(html: str) -> list[str]:
    return [
        unescape(" ".join(strip_tags(each).split())) for each in ERROR.findall(html)
    ]


def typed() -> dict:
    return {**TYPED, "collection": Collection.get_first_root_node().pk}


def one_by_one(desk, app: str, file) -> list[str]:
    html = desk.post(reverse(f"{app}:add"), {**typed(), "file": file}).content.decode()
    assert TYPED["title"] in html
    assert (TYPED["credit"] in html) == (app == "wagtailimages")
    return sentences(html)


def several(desk, app: str, file) -> list[str]:
    given = {"title": "x", "files[]": file, "collection": typed()["collection"]}
    answer = desk.post(reverse(f"{app}:add_multiple"), given, headers=AJAX).json()
    assert answer["success"] is False
    return [unescape(strip_tags(answer["error_message"])).strip()]


def while_writing(desk, app: str, file) -> list[str]:
    kind = {"wagtailimages": "image", "wagtaildocs": "document"}[app]
    given = {**typed(), "file": file}
    prefixed = {f"{kind}-chooser-upload-{name}": value for name, value in given.items()}
    answer = desk.post(reverse(f"{app}_chooser:create"), prefixed).json()
    html = answer["htmlFragment"]
    assert TYPED["title"] in html
    return sentences(html)


@pytest.mark.parametrize("door", [one_by_one, several, while_writing])
def test_a_file_that_cannot_be_gets_one_sentence(desk, door):
    for app, files in (("wagtailimages", PICTURES), ("wagtaildocs", DOCUMENTS)):
        for content, name, sentence in files:
            said = door(desk, app, samples.upload(content, name))
            assert said == [sentence], (app, name)
    assert not Picture.objects.exists()
    assert not PortalDocument.objects.exists()


def test_odd_pictures_are_kept_upright_and_in_colours_of_screens(desk):
    turned = samples.photo(orientation=6, size=(80, 40))
    for content, size in ((cmyk(), (60, 40)), (turned, (40, 80))):
        file = samples.upload(content, "foto.jpg")
        desk.post(reverse("wagtailimages:add"), {**typed(), "file": file})
        picture = Picture.objects.latest("pk")
        assert (picture.width, picture.height) == size
        with picture.file.open("rb") as stored, Image.open(stored) as drawn:
            assert (drawn.mode, drawn.size) == ("RGB", size)


@pytest.mark.parametrize(
    ("app", "content", "wrong"),
    [
        ("wagtailimages", samples.photo(), {"people_shown": ""}),
        ("wagtaildocs", samples.pdf(), {"title": ""}),
    ],
)
def test_a_good_file_beside_a_wrong_field_is_asked_for_again(desk, app, content, wrong):
    name = "foto.jpg" if app == "wagtailimages" else "acta.pdf"
    given = {**typed(), **wrong, "file": samples.upload(content, name)}
    answer = desk.post(reverse(f"{app}:add"), given)
    (said,) = answer.context["form"].errors["file"]
    assert said.startswith("Elija el archivo otra vez")
    assert not Picture.objects.exists()
    assert not PortalDocument.objects.exists()
