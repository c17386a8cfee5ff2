"""Photos redrawn from their pixels, so that nothing else of the original file remains."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO

import pillow_heif
from django.core.files.base import ContentFile, File
from PIL import Image, ImageCms

from amuprev.foundation.uploads import kinds
from amuprev.foundation.uploads.limits import LARGE_SIDE, PICTURE_PIXELS, SMALL_WIDTH
from amuprev.foundation.uploads.reading import read_upload
from amuprev.foundation.uploads.refusals import refusal
from amuprev.foundation.uploads.storage import digest, stored_file

ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
# What Pillow and libheif raise on a hostile or broken file.
DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class CleanPicture:
    large: ContentFile
    width: int
    height: int
    sha256: str
    extension: str = "jpg"
    content_type: str = "image/jpeg"


def clean_picture(upload: File) -> CleanPicture:
    content = read_upload(upload)
    kind = kinds.kind_of(content)
    if not kinds.is_picture(kind):
        raise refusal("not_picture")
    return clean_picture_bytes(content, kind)


def clean_picture_bytes(content: bytes, kind: str) -> CleanPicture:
    try:
        picture = redraw(content, kind)
    except BOMBS as bomb:
        raise refusal("too_many_pixels") from bomb
    except DAMAGE as damage:
        raise refusal("damaged_picture") from damage
    return encoded(picture)


def encoded(picture: Image.Image) -> CleanPicture:
    """The picture as it is stored: a JPEG of nothing but its pixels."""
    large = encode(picture, "JPEG", quality=82, optimize=True, progressive=True)
    return CleanPicture(
        large=stored_file(large, "jpg"),
        width=picture.width,
        height=picture.height,
        sha256=digest(large),
    )


def measured(stored: bytes) -> CleanPicture:
    """A picture that was cleaned before, as it is."""
    with Image.open(BytesIO(stored), formats=["JPEG"]) as picture:
        width, height = picture.size
    return CleanPicture(
        large=stored_file(stored, "jpg"),
        width=width,
        height=height,
        sha256=digest(stored),
    )


def small_copy(stored: bytes) -> ContentFile:
    """The copy for lists of a picture that was cleaned before."""
    with Image.open(BytesIO(stored), formats=["JPEG"]) as picture:
        small = encode(narrowed(picture.convert("RGB")), "WEBP", quality=60, method=4)
    return stored_file(small, "webp")


def redraw(content: bytes, kind: str) -> Image.Image:
    """Give the first frame upright, in RGB on white, at most 1600 pixels long, unlabelled."""
    picture = open_picture(content, kind)
    # libheif has already turned its pictures.
    turn = None if kind == kinds.HEIF else TURNS.get(orientation(picture) or 1)
    picture = scaled(picture)
    if turn is not None:
        picture = picture.transpose(turn)
    clean = Image.new("RGB", picture.size, "white")
    clean.paste(picture, mask=picture if picture.mode == "RGBA" else None)
    return clean


def open_picture(content: bytes, kind: str) -> Image.Image:
    """Open after looking at the declared size, before any pixel is decoded."""
    if kind == kinds.HEIF:
        container = pillow_heif.open_heif(BytesIO(content))
        refuse_bomb(container.size)
        return container.to_pillow()
    picture = Image.open(BytesIO(content), formats=[kind])
    refuse_bomb(picture.size)
    return picture


def refuse_bomb(size: tuple[int, int]) -> None:
    if size[0] * size[1] > PICTURE_PIXELS:
        raise Image.DecompressionBombError


def orientation(picture: Image.Image) -> int | None:
    try:
        # In PNG and WebP the label may stand after the pixels.
        if picture.format != "JPEG" and picture.format != "MPO":
            picture.load()
        return picture.getexif().get(ORIENTATION)
    except (
        SyntaxError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        struct.error,
    ):
        return None  # a broken label does not make the photo unreadable


def scaled(picture: Image.Image) -> Image.Image:
    """Scale down in RGB or RGBA; a JPEG is first decoded at a fraction of its size."""
    profile = picture.info.get("icc_profile")
    if picture.format not in ("JPEG", "MPO"):
        picture = in_plain_colours(picture, profile)
        profile = None
    picture.thumbnail((LARGE_SIDE, LARGE_SIDE), Image.Resampling.LANCZOS)
    return in_plain_colours(picture, profile)


def in_plain_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")
    if profile and picture.mode in ("RGB", "CMYK"):
        picture = in_standard_colours(picture, profile)
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def in_standard_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    """Convert to sRGB, because the colour profile itself is dropped."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return (
            ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
            or picture
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture


def narrowed(picture: Image.Image) -> Image.Image:
    if picture.width <= SMALL_WIDTH:
        return picture
    height = max(1, round(picture.height * SMALL_WIDTH / picture.width))
    return picture.resize((SMALL_WIDTH, height), Image.Resampling.LANCZOS)


def encode(picture: Image.Image, image_format: str, **options: object) -> bytes:
    target = BytesIO()
    picture.save(target, image_format, **options)
    return target.getvalue()
