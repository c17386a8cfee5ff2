import zipfile
from io import BytesIO
from types import SimpleNamespace

import pikepdf
import pytest
from PIL import Image

from amuprev.foundation.uploads import (
    CleanDocument,
    clean_document,
    clean_upload,
    limits,
    pdf,
    storage_name,
)
from amuprev.foundation.uploads.embedded_pictures import strip_metadata
from tests.foundation import upload_samples as samples
from tests.foundation.upload_samples import SECRET, assert_no_labels, code_of, upload

MEGABYTE = 1024 * 1024


def parts_of(document) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(document.file.read())) as archive:
        assert archive.comment == b""
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


# PDF


def test_pdf_keeps_its_page_and_loses_the_rest():
    document = clean_upload(upload(samples.pdf(), name="lista de Juana.exe"))
    assert isinstance(document, CleanDocument)
    assert (document.extension, document.pages) == ("pdf", 1)
    assert document.content_type == "application/pdf"
    assert document.file.name.endswith(".pdf")
    assert "Juana" not in document.file.name
    with pikepdf.open(document.file) as again:
        assert not {"/OpenAction", "/AA", "/Metadata", "/AF"} & set(again.Root.keys())
        assert not again.attachments
        assert "/Info" not in again.trailer
        page = again.pages[0].obj
        kinds = [str(note.Subtype) for note in page.Annots]
        assert kinds == ["/Text", "/Link", "/Link"]
        assert "/T" not in page.Annots[0]
        assert str(page.Annots[0].Contents) == "revisado"
        assert str(page.Annots[1].A.URI) == "https://amuprev.example/"
        assert "/A" not in page.Annots[2]
        assert "/AA" not in page
        image = page.Resources.XObject.Im0
        assert pikepdf.PdfImage(image).as_pil_image().size == (80, 40)
        assert_no_labels(image.read_raw_bytes())
        plain = BytesIO()
        again.save(plain, qdf=True)
    assert_no_labels(plain.getvalue())
    assert b"JavaScript" not in plain.getvalue()


def test_pdf_is_the_same_each_time():
    content = samples.pdf()
    assert (
        clean_document(upload(content)).sha256 == clean_document(upload(content)).sha256
    )


@pytest.mark.parametrize(("user", "owner"), [("clave", "clave"), ("", "clave")])
def test_encrypted_pdf_is_refused(user, owner):
    locked = samples.pdf(encryption=pikepdf.Encryption(user=user, owner=owner))
    assert code_of(clean_upload, locked) == "password"


def test_broken_pdf_is_refused():
    assert code_of(clean_upload, b"%PDF-1.7\n" + samples.HTML) == "damaged_document"
    assert code_of(clean_upload, b"%PDF-1.7\n") == "damaged_document"


def test_pdf_that_unfolds_without_end_is_refused(monkeypatch):
    document = pikepdf.new()
    document.add_blank_page()
    document.Root.Bomb = document.make_stream(bytes(limits.PDF_STREAM_BYTES + 1))
    target = BytesIO()
    document.save(target, recompress_flate=True)
    flate = target.getvalue()
    with pikepdf.open(BytesIO(flate)) as again:
        again.Root.Bomb.Filter = pikepdf.Array(
            [pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode]
        )
        target = BytesIO()
        again.save(target)
    assert len(target.getvalue()) < MEGABYTE
    assert code_of(clean_upload, target.getvalue()) == "unfolds_too_much"


def test_long_pdf_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "limits", SimpleNamespace(PDF_PAGES=0))
    assert code_of(clean_upload, samples.pdf()) == "too_many_pages"


def test_heavy_document_is_refused():
    heavy = samples.pdf() + bytes(15 * MEGABYTE)
    assert code_of(clean_document, heavy) == "document_too_heavy"


# DOCX


def test_docx_keeps_its_text_and_loses_its_people():
    document = clean_upload(upload(samples.docx(), name="a.jpg"))
    assert (document.extension, document.pages) == ("docx", None)
    parts = parts_of(document)
    assert next(iter(parts)) == "[Content_Types].xml"
    for content in parts.values():
        assert_no_labels(content)
    text = parts["word/document.xml"].decode()
    assert "Taller en el parque" in text
    assert 'w:author=""' in text
    assert 'mc:Ignorable="w14"' in text
    assert 'xmlns:w14="urn:w14"' in text
    assert b"https://amuprev.example/" in parts["word/_rels/document.xml.rels"]
    assert "docProps/custom.xml" not in parts
    assert b"custom" not in parts["[Content_Types].xml"]
    for name in ("word/media/image1.jpeg", "word/media/image2.png"):
        picture = Image.open(BytesIO(parts[name]))
        picture.load()
        assert picture.size == (80, 40)
        assert not picture.getexif()


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"word/vbaProject.bin": b"x"}, "macros"),
        ({"word/activeX/activeX1.xml": b"<x/>"}, "macros"),
        ({"word/embeddings/lista.xlsx": b"x"}, "embedded"),
        ({"word/afchunk.mht": b"x"}, "embedded"),
        ({"word/media/image3.png": samples.MACHINE}, "embedded"),
        ({"install.exe": samples.MACHINE}, "embedded"),
        ({"../../etc/passwd": b"x"}, "damaged_document"),
        ({"word/Document.xml": b"<x/>"}, "damaged_document"),
        ({"word/document.xml": b"<x/>"}, "unknown"),
        (
            {"word/styles.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"},
            "damaged_document",
        ),
        ({"word/styles.xml": b"<a>"}, "damaged_document"),
        ({"word/document2.xml": bytes(3 * MEGABYTE)}, "unfolds_too_much"),
        ({f"word/{i}.xml": b"<a/>" for i in range(2001)}, "unfolds_too_much"),
        (
            {f"word/{i}.xml": b"<a/>" + b"abcdefgh" * 90_000 for i in range(15)},
            "unfolds_too_much",
        ),
        ({f"word/media/{i}.gif": b"GIF89a" for i in range(31)}, "embedded"),
    ],
)
def test_unsound_docx_is_refused(extra, code):
    assert code_of(clean_upload, samples.docx(extra)) == code


def test_docm_is_refused():
    main = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert code_of(clean_upload, samples.docx(main=main)) == "macros"


def test_command_hidden_in_cut_fields_is_refused():
    runs = "<w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\\\x</w:instrText>"
    part = f'<w:document xmlns:w="{samples.W}">{runs}</w:document>'
    assert code_of(clean_upload, samples.docx({"word/document.xml": part})) == "macros"


def test_archive_that_lies_about_its_size_is_refused():
    content = bytearray(samples.docx({"word/a.xml": bytes(MEGABYTE * 2)}))
    real = (MEGABYTE * 2).to_bytes(4, "little")
    lying = bytes(content).replace(real, (10).to_bytes(4, "little"))
    assert code_of(clean_upload, lying) == "damaged_document"


def test_docx_is_the_same_each_time():
    first, second = (clean_document(upload(samples.docx())) for _ in range(2))
    assert first.sha256 == second.sha256


# ODT


def test_odt_keeps_its_text_and_loses_its_people():
    document = clean_upload(upload(samples.odt(), name="a.html"))
    assert (document.extension, document.pages) == ("odt", None)
    parts = parts_of(document)
    assert next(iter(parts)) == "mimetype"
    for content in parts.values():
        assert_no_labels(content)
    text = parts["content.xml"].decode()
    assert "Taller en el parque" in text
    assert "https://amuprev.example/" in text
    assert "Pictures/1.jpg" in text
    assert "file:" not in text
    assert "Thumbnails/thumbnail.png" not in parts
    assert b"Thumbnails" not in parts["META-INF/manifest.xml"]
    assert b"content.xml" in parts["META-INF/manifest.xml"]


ENCRYPTED_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    "<m:encryption-data/></m:manifest>"
)


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"Basic/Standard/a.xml": b"<a/>"}, "macros"),
        ({"Object 1": b"x"}, "embedded"),
        ({"lista.csv": b"x"}, "embedded"),
        ({"META-INF/manifest.xml": ENCRYPTED_MANIFEST}, "password"),
        ({"content.xml": b"<!DOCTYPE a><a/>"}, "damaged_document"),
    ],
)
def test_unsound_odt_is_refused(extra, code):
    assert code_of(clean_upload, samples.odt(extra)) == code


# Pictures inside documents, and names


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"])
def test_picture_inside_a_document_keeps_its_pixels(image_format):
    labelled = image_format not in ("GIF", "BMP")
    options = {"exif": samples.labels()} if labelled else {}
    if image_format == "GIF":
        options = {"comment": SECRET.encode()}
    if image_format == "TIFF":
        options = {"description": SECRET, "artist": SECRET}
    before = samples.saved(samples.halves(), image_format, **options)
    after = strip_metadata(before)
    assert_no_labels(after)
    seen = [Image.open(BytesIO(b)).convert("RGB").tobytes() for b in (before, after)]
    assert seen[0] == seen[1]


def test_progressive_jpeg_keeps_all_its_scans():
    before = samples.saved(samples.halves((300, 200)), "JPEG", progressive=True)
    after = strip_metadata(before + b"hidden")
    assert b"hidden" not in after
    assert Image.open(BytesIO(after)).tobytes() == Image.open(BytesIO(before)).tobytes()


def test_photo_packed_into_a_metafile_loses_its_label():
    packed = b"\x01\0\0\0" + bytes(60) + samples.photo()
    after = strip_metadata(packed)
    assert len(after) == len(packed)
    assert b"Juana" not in after.split(b"ICC_PROFILE")[0].split(b"\xff\xfe")[0]


def test_storage_name_is_random_and_refuses_paths():
    assert storage_name("jpg") != storage_name("jpg")
    assert len(storage_name("webp")) == 32 + len(".webp")
    for extension in ("../x", "", "j/g", "JPG", "jpg\n", "html.jpg"):
        with pytest.raises(ValueError, match="extension"):
            storage_name(extension)
