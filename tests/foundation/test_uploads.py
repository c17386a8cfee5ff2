from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from amuprev.foundation.uploads import (
    CleanPicture,
    clean_document,
    clean_picture,
    clean_upload,
    small_copy,
)
from tests.foundation import upload_samples as samples
from tests.foundation.upload_samples import assert_no_labels, code_of, upload

MEGABYTE = 1024 * 1024


def opened(file) -> Image.Image:
    picture = Image.open(BytesIO(file.read()))
    picture.load()
    return picture


# Pictures


@pytest.mark.parametrize(
    "content",
    [
        samples.photo(),
        samples.png(),
        samples.heic(),
        samples.saved(samples.halves(), "WEBP", exif=samples.labels(), xmp=b"Secreta"),
    ],
    ids=["jpeg", "png", "heic", "webp"],
)
def test_picture_loses_every_label(content):
    picture = clean_upload(upload(content, name="x.pdf", content_type="text/html"))
    assert isinstance(picture, CleanPicture)
    for file in (picture.large, small_copy(picture.large.read())):
        file.seek(0)
        written = file.read()
        assert_no_labels(written)
        file.seek(0)
        again = opened(file)
        assert not again.getexif()
        assert not {"icc_profile", "comment", "exif", "xmp"} & set(again.info)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_stands_upright(orientation):
    picture = clean_picture(upload(samples.photo(orientation)))
    assert (picture.width, picture.height) == (
        (80, 40) if orientation < 5 else (40, 80)
    )
    large = opened(picture.large)
    # Where the left half (red) of the stored pixels comes to stand.
    red_at = {1: (5, 20), 2: (75, 20), 3: (75, 20), 4: (5, 20)}
    red_at |= {5: (20, 5), 6: (20, 5), 7: (20, 75), 8: (20, 75)}
    red, _, blue = large.getpixel(red_at[orientation])
    assert red > 200
    assert blue < 60


@pytest.mark.parametrize("orientation", [1, 6])
def test_heic_is_turned_once(orientation):
    picture = clean_picture(upload(samples.heic(orientation)))
    expected = (128, 64) if orientation == 1 else (64, 128)
    assert (picture.width, picture.height) == expected


def test_picture_sizes_and_names():
    picture = clean_picture(upload(samples.photo(6, (3200, 1200)), name="../Juana.jpg"))
    assert (picture.width, picture.height) == (600, 1600)
    assert opened(picture.large).size == (600, 1600)
    picture.large.seek(0)
    small = small_copy(picture.large.read())
    assert opened(small).size == (360, 960)
    assert picture.large.name.endswith(".jpg")
    assert small.name.endswith(".webp")
    assert "Juana" not in picture.large.name + small.name


def test_small_picture_is_not_enlarged():
    picture = clean_picture(upload(samples.photo()))
    assert opened(small_copy(picture.large.read())).size == (80, 40)


def test_same_picture_gives_the_same_digest():
    first, second = (clean_picture(upload(samples.photo())) for _ in range(2))
    assert first.sha256 == second.sha256
    assert first.large.name != second.large.name


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_jpeg_of_another_mode_becomes_rgb(mode):
    content = samples.saved(samples.halves(mode=mode), "JPEG")
    assert opened(clean_picture(upload(content)).large).mode == "RGB"


def test_cmyk_keeps_its_colours():
    content = samples.saved(samples.halves(mode="CMYK"), "JPEG", quality=95)
    red, _, blue = opened(clean_picture(upload(content)).large).getpixel((5, 20))
    assert red > 200
    assert blue < 60


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "P"])
def test_transparency_becomes_white(mode):
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    options = {"transparency": 0} if mode == "P" else {}
    source = Image.new("P", (20, 20)) if mode == "P" else clear.convert(mode)
    if mode == "PA":
        source = clear.convert("RGBA").quantize()
    content = samples.saved(source, "PNG", **options)
    assert opened(clean_picture(upload(content)).large).getpixel((9, 9)) == (255,) * 3


def test_sixteen_bit_scan_keeps_its_grey():
    content = samples.saved(Image.new("I;16", (20, 20), 32768), "PNG")
    grey = opened(clean_picture(upload(content)).large).getpixel((9, 9))
    assert all(120 <= value <= 136 for value in grey)


@pytest.mark.parametrize("image_format", ["PNG", "WEBP"])
def test_animation_becomes_its_first_frame(image_format):
    picture = clean_picture(upload(samples.animated(image_format)))
    assert getattr(opened(picture.large), "n_frames", 1) == 1


def test_bomb_is_refused_from_its_header(monkeypatch):
    bomb = samples.huge_png()
    assert len(bomb) < 115_000
    monkeypatch.setattr(Image.core, "zip_decoder", None)  # decoding would fail
    assert code_of(clean_upload, bomb) == "too_many_pixels"
    assert code_of(clean_upload, samples.huge_png(10_000, 4_001)) == "too_many_pixels"


@pytest.mark.parametrize("cut", [12, 200, 700])
def test_truncated_photo_is_refused(cut):
    assert code_of(clean_upload, samples.photo()[:cut]) == "damaged_picture"


def test_photo_cut_in_its_pixels_is_refused():
    whole = samples.photo(size=(800, 600))
    assert code_of(clean_upload, whole[: len(whole) - 2000]) == "damaged_picture"


def test_heavy_picture_is_refused():
    heavy = samples.photo() + bytes(10 * MEGABYTE)
    assert code_of(clean_upload, heavy) == "picture_too_heavy"
    assert code_of(clean_picture, heavy) == "picture_too_heavy"


def test_page_hidden_behind_a_photo_is_gone():
    picture = clean_upload(upload(samples.photo() + samples.HTML))
    assert b"script" not in picture.large.read()


# What is neither


@pytest.mark.parametrize(
    "name", ["a.jpg", "a.pdf", "a.docx", "a.jpg.exe", "\u202egpj.a"]
)
@pytest.mark.parametrize(
    "content",
    [
        samples.SVG,
        samples.HTML,
        samples.MACHINE,
        samples.ELF,
        samples.POLYGLOT,
        samples.animated("GIF"),
        samples.zipped({"a.txt": "a"}),
        samples.zipped({"[Content_Types].xml": "<Types/>"}),
        b"\0",
        b"hola",
    ],
    ids=[
        "svg",
        "html",
        "mz",
        "elf",
        "polyglot",
        "gif",
        "zip",
        "package",
        "null",
        "text",
    ],
)
def test_unknown_content_is_refused_under_any_name(content, name):
    options = {"name": name, "content_type": "image/jpeg"}
    assert code_of(clean_upload, content, **options) == "unknown"


def test_nothing_is_refused():
    assert code_of(clean_upload, b"") == "empty"


def test_each_cleaner_names_what_it_takes():
    assert code_of(clean_picture, samples.pdf()) == "not_picture"
    assert code_of(clean_document, samples.photo()) == "not_document"


def test_refusal_says_what_to_choose():
    with pytest.raises(ValidationError, match=r"documento PDF, DOCX u ODT\."):
        clean_upload(upload(samples.HTML))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (samples.odt(kind="spreadsheet"), "spreadsheet"),
        (
            samples.docx(main="application/x.spreadsheetml.sheet.main+xml"),
            "spreadsheet",
        ),
        (b"nombre;edad\nAna;12\nLuis;13\n", "spreadsheet"),
        ("OLE", "spreadsheet"),
        ("WordDocument", "old_word"),
        ("EncryptedPackage", "password"),
    ],
    ids=["ods", "xlsx", "csv", "xls", "doc", "locked"],
)
def test_recognised_content_is_refused_with_advice(content, code):
    if isinstance(content, str):
        stream = "Workbook" if content == "OLE" else content
        start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
        content = start + stream.encode("utf-16-le")
    assert code_of(clean_upload, content, name="a.jpg") == code
