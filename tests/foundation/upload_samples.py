"""Files for the upload tests, built here byte by byte so that the repository carries none."""

import struct
import zipfile
import zlib
from io import BytesIO

import pikepdf
import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = "Juana Secreta"
GPS = {1: "N", 2: (13.0, 40.0, 37.0), 3: "W", 4: (89.0, 17.0, 24.0)}
MACHINE = b"MZ\x90\x00" + b"\0" * 60 + b"PE\0\0" + b"\0" * 200
ELF = b"\x7fELF\x02\x01\x01" + b"\0" * 200
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
)
POLYGLOT = b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1);//"

WORD = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def upload(content: bytes, name="evidence.jpg", content_type="image/jpeg"):
    return SimpleUploadedFile(name, content, content_type=content_type)


def saved(picture, image_format, **options) -> bytes:
    target = BytesIO()
    picture.save(target, image_format, **options)
    return target.getvalue()


def halves(size=(80, 40), mode="RGB"):
    """Left half red, right half blue."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    return picture.convert(mode)


def labels(orientation=1):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET
    exif[0x8825] = GPS
    return exif


def photo(orientation=1, size=(80, 40)) -> bytes:
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    return saved(
        halves(size),
        "JPEG",
        exif=labels(orientation),
        comment=SECRET.encode(),
        xmp=xmp,
        icc_profile=b"x" * 200 + SECRET.encode(),
        quality=95,
    )


def png(**options) -> bytes:
    text = PngInfo()
    text.add_text("Author", SECRET)
    text.add_itxt("XML:com.adobe.xmp", SECRET, zip=False)
    return saved(halves(), "PNG", pnginfo=text, exif=labels(), **options)


def heic(orientation=1) -> bytes:
    container = pillow_heif.from_pillow(halves((128, 64)))
    target = BytesIO()
    container.save(target, exif=labels(orientation).tobytes(), quality=90)
    return target.getvalue()


def huge_png(width=30_000, height=30_000) -> bytes:
    """A PNG of about 109 KB that declares 900 megapixels."""

    def chunk(name, body):
        sum_of = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + sum_of

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    lines = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", lines)
        + chunk(b"IEND", b"")
    )


def animated(image_format) -> bytes:
    frames = [halves(), halves().rotate(180)]
    return saved(
        frames[0], image_format, save_all=True, append_images=frames[1:], duration=99
    )


def zipped(parts: dict, method=zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.comment = SECRET.encode()
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def relations(*triples) -> str:
    rows = "".join(
        f'<Relationship Id="r{i}" Type="{kind}" Target="{target}" {mode}/>'
        for i, (kind, target, mode) in enumerate(triples)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def docx_parts(main=WORD) -> dict:
    external = 'TargetMode="External"'
    text = "<w:r><w:t>Taller en el parque</w:t></w:r>"
    body = f"""<w:document xmlns:w="{W}" xmlns:mc="urn:mc" xmlns:w14="urn:w14" mc:Ignorable="w14"><w:body>
      <w:p><w:ins w:id="1" w:author="{SECRET}" w:date="2026-01-01T00:00:00Z">{text}</w:ins></w:p>
      </w:body></w:document>"""
    return {
        "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/word/document.xml" ContentType="{main}"/>
          <Override PartName="/docProps/core.xml" ContentType="application/core"/>
          <Override PartName="/docProps/custom.xml" ContentType="application/c"/></Types>""",
        "_rels/.rels": relations(
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml", ""),
            (
                f"{PACKAGE}/relationships/metadata/core-properties",
                "docProps/core.xml",
                "",
            ),
            (f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml", ""),
            (
                f"{PACKAGE}/relationships/metadata/thumbnail",
                "docProps/thumbnail.jpeg",
                "",
            ),
        ),
        "docProps/core.xml": f"<core><creator>{SECRET}</creator></core>",
        "docProps/custom.xml": f"<custom>{SECRET}</custom>",
        "docProps/thumbnail.jpeg": photo(),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": relations(
            (f"{OFFICE}/relationships/image", "media/image1.jpeg", ""),
            (f"{OFFICE}/relationships/hyperlink", "https://amuprev.example/", external),
            (f"{OFFICE}/relationships/image", f"file:///C:/{SECRET}/a.png", external),
        ),
        "word/comments.xml": f"""<w:comments xmlns:w="{W}"><w:comment w:id="0"
          w:author="{SECRET}" w:initials="{SECRET}"/></w:comments>""",
        "word/people.xml": f"""<w15:people xmlns:w15="urn:w15"><w15:person
          w15:author="{SECRET}"/></w15:people>""",
        "word/settings.xml": f"""<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>
          <w:docVars><w:docVar w:name="a" w:val="{SECRET}"/></w:docVars></w:settings>""",
        "customXml/item1.xml": f"<sharepoint>{SECRET}</sharepoint>",
        "word/media/image1.jpeg": photo(),
        "word/media/image2.png": png(),
    }


def docx(extra=None, **options) -> bytes:
    return zipped(docx_parts(**options) | (extra or {}))


def odt_parts(kind="text") -> dict:
    office = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    paths = ("/", "content.xml", "meta.xml", "Thumbnails/thumbnail.png")
    rows = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type=""/>' for path in paths
    )
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"""<office:document-content {office}><office:scripts>{SECRET}</office:scripts>
          <office:body><office:text><office:annotation><dc:creator>{SECRET}</dc:creator></office:annotation>
          <text:a xlink:href="https://amuprev.example/">Taller en el parque</text:a>
          <draw:image xlink:href="file:///home/{SECRET}/a.png"/><draw:image xlink:href="Pictures/1.jpg"/>
          </office:text></office:body></office:document-content>""",
        "settings.xml": f"""<office:document-settings {office}><config:config-item
          config:name="PrinterName">{SECRET}</config:config-item></office:document-settings>""",
        "meta.xml": f"<meta>{SECRET}</meta>",
        "Thumbnails/thumbnail.png": png(),
        "Pictures/1.jpg": photo(),
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}">{rows}</m:manifest>',
    }


def odt(extra=None, **options) -> bytes:
    return zipped(odt_parts(**options) | (extra or {}))


def pdf(**options) -> bytes:
    """One page with a labelled photo, scripts, an attachment, a signed comment and a web link."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(300, 300))
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('Secreta')"))
    image = document.make_stream(
        photo(), Type=Name.XObject, Subtype=Name.Image, Filter=Name.DCTDecode
    )
    image.update(Dictionary(Width=80, Height=40, BitsPerComponent=8))
    image.ColorSpace = Name.DeviceRGB
    image.Metadata = document.make_stream(SECRET.encode(), Type=Name.Metadata)
    page.obj.Resources = Dictionary(XObject=Dictionary(Im0=image))
    page.obj.Contents = document.make_stream(b"q 80 0 0 40 10 10 cm /Im0 Do Q")
    page.obj.AA = Dictionary(O=script)
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9])
    note.T, note.Contents = String(SECRET), String("revisado")
    web = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    web.A = Dictionary(S=Name.URI, URI=String("https://amuprev.example/"))
    bad = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=script)
    attached = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment)
    page.obj.Annots = Array([note, document.make_indirect(web), bad, attached])
    document.Root.OpenAction = document.make_indirect(script)
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("a"), script]))
    document.attachments["lista.csv"] = SECRET.encode()
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = [SECRET]
    document.docinfo.Author = String(SECRET)
    target = BytesIO()
    document.save(target, **options)
    return target.getvalue()


def code_of(cleaner, content, **options) -> str:
    with pytest.raises(ValidationError) as refused:
        cleaner(upload(content, **options))
    assert len(refused.value.messages) == 1
    assert refused.value.messages[0].endswith(".")
    return refused.value.code


def assert_no_labels(content: bytes):
    for trace in (SECRET.encode(), b"Secreta", b"Exif", b"http://ns.adobe", b"xmpmeta"):
        assert trace not in content
