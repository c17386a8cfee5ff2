"""Pictures inside documents, freed of EXIF, GPS, XMP and comments without touching their pixels."""

import re
from collections.abc import Iterable
from io import BytesIO

from PIL import Image

from amuprev.foundation.uploads.limits import REDRAWN_PICTURES, REDRAWN_PIXELS

JPEG_START, JPEG_END = b"\xff\xd8", b"\xff\xd9"
SCAN_START = 0xDA
NEXT_SEGMENT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"),
    *(b"pHYs", b"bKGD", b"sBIT"),
}
WEBP_DROPPED = {b"EXIF", b"XMP ", b"ICCP"}
WEBP_FLAGS_KEPT = 0b0001_0010  # alpha and animation
REDRAWN = {b"GIF8": "GIF", b"II*\0": "TIFF", b"MM\0*": "TIFF"}
METAFILES = (b"\x01\0\0\0", b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0", b"VCLMTF", b"BM")
PACKED_LABEL = re.compile(rb"\xff\xe1(..)(?=Exif\0\0|http://ns\.adobe)", re.DOTALL)


def has_too_many_redrawn(pictures: Iterable[bytes]) -> bool:
    """Whether the pictures that must be decoded are more than a document's turn allows."""
    return sum(picture[:4] in REDRAWN for picture in pictures) > REDRAWN_PICTURES


def strip_metadata(picture: bytes) -> bytes:
    """Return the picture without its labels; ValueError when it is of no kind known here."""
    if picture.startswith(JPEG_START):
        return strip_jpeg(picture)
    if picture.startswith(PNG_START):
        return strip_png(picture)
    if picture.startswith(b"RIFF") and picture[8:12] == b"WEBP":
        return strip_webp(picture)
    if picture[:4] in REDRAWN:
        return redraw_as(picture, REDRAWN[picture[:4]])
    if picture.startswith(METAFILES):
        return blank_packed_labels(blank_emf_description(picture))
    raise ValueError("not a picture")


def strip_jpeg(picture: bytes) -> bytes:
    kept, position = [JPEG_START], 2
    while position + 4 <= len(picture):
        if picture[position] != 0xFF:
            raise ValueError("not a JPEG segment")
        marker = picture[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == JPEG_END[1]:
            break
        end = position + 2 + int.from_bytes(picture[position + 2 : position + 4], "big")
        if marker == SCAN_START:
            following = NEXT_SEGMENT.search(picture, end)
            end = following.start() if following else len(picture)
        kept.append(kept_segment(marker, picture[position:end]))
        position = end
    return b"".join([*kept, JPEG_END])


def kept_segment(marker: int, segment: bytes) -> bytes:
    """Keep what decoding needs; of the JFIF header, not the thumbnail."""
    payload = segment[4:]
    if marker == 0xE0:
        jfif = payload.startswith(b"JFIF\0") and len(payload) >= 14
        return b"\xff\xe0\0\x10" + payload[:12] + b"\0\0" if jfif else b""
    if marker == 0xEE:
        return segment if payload.startswith(b"Adobe") else b""
    return b"" if 0xE1 <= marker <= 0xEF or marker == 0xFE else segment


def strip_png(picture: bytes) -> bytes:
    kept, position, name = [PNG_START], 8, b""
    while position + 12 <= len(picture) and name != b"IEND":
        name = picture[position + 4 : position + 8]
        end = position + 12 + int.from_bytes(picture[position : position + 4], "big")
        if name in PNG_KEPT:
            kept.append(picture[position:end])
        position = end
    if name != b"IEND":
        raise ValueError("incomplete PNG")
    return b"".join(kept)


def strip_webp(picture: bytes) -> bytes:
    kept, position = [b"WEBP"], 12
    limit = min(len(picture), 8 + int.from_bytes(picture[4:8], "little"))
    while position + 8 <= limit:
        size = int.from_bytes(picture[position + 4 : position + 8], "little")
        end = position + 8 + size + size % 2
        chunk = picture[position:end]
        if chunk.startswith(b"VP8X"):
            chunk = chunk[:8] + bytes([chunk[8] & WEBP_FLAGS_KEPT]) + chunk[9:]
        if chunk[:4] not in WEBP_DROPPED:
            kept.append(chunk)
        position = end
    body = b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def redraw_as(content: bytes, image_format: str) -> bytes:
    picture = Image.open(BytesIO(content), formats=(image_format,))
    if picture.width * picture.height > REDRAWN_PIXELS:
        raise ValueError("too many pixels")
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    clean = Image.new(mode, picture.size)
    clean.paste(picture.convert(mode))
    target = BytesIO()
    options = {"compression": "tiff_adobe_deflate"} if image_format == "TIFF" else {}
    clean.save(target, image_format, **options)
    return target.getvalue()


def blank_emf_description(picture: bytes) -> bytes:
    """Blank the program and title that a Windows metafile carries in its header."""
    if picture[40:44] != b" EMF":
        return picture
    size = 2 * int.from_bytes(picture[60:64], "little")
    start = int.from_bytes(picture[64:68], "little")
    if not size or start + size > len(picture):
        return picture
    return picture[:start] + bytes(size) + picture[start + size :]


def blank_packed_labels(container: bytes) -> bytes:
    """Blank, at equal length, the EXIF of photos packed into a metafile."""
    blanked = bytearray(container)
    for found in PACKED_LABEL.finditer(container):
        end = min(len(blanked), found.start(1) + int.from_bytes(found[1], "big"))
        blanked[found.end() : end] = bytes(end - found.end())
    return bytes(blanked)
