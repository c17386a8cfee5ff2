"""PDF rewritten without authors, scripts, attached files, and labels on its photos."""

import zlib
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from amuprev.foundation.uploads import limits
from amuprev.foundation.uploads.embedded_pictures import strip_jpeg
from amuprev.foundation.uploads.refusals import refusal

# qpdf's limits hold for the whole process and are meant to be set once, before it is used;
# without them a small file can unfold without end.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=limits.PDF_STREAM_BYTES,
    png_max_memory=limits.PDF_STREAM_BYTES,
    run_length_max_memory=limits.PDF_STREAM_BYTES,
    tiff_max_memory=limits.PDF_STREAM_BYTES,
)

DAMAGE = (
    *(pikepdf.PdfError, pikepdf.DataDecodingError, zlib.error),
    *(ValueError, TypeError, LookupError, AttributeError, RuntimeError, OverflowError),
    *(NotImplementedError, RecursionError, OSError),
)
DROPPED_FROM_ROOT = (
    "/OpenAction",
    "/Collection",
    "/Perms",
    "/DSS",
    "/Legal",
    "/URI",
    "/Threads",
)
DROPPED_ANYWHERE = (
    *("/AA", "/AF", "/EF", "/Metadata", "/PieceInfo", "/Thumb", "/LastModified"),
    *(
        "/JS",
        "/JavaScript",
        "/EmbeddedFiles",
        "/XFA",
        "/RichMediaContent",
        "/CreatorInfo",
    ),
)
ACTIONS = ("/A", "/PA", "/Next")
KEPT_ACTIONS = ("/GoTo", "/Named", "/URI")
KEPT_ADDRESSES = ("http://", "https://", "mailto:", "tel:")
DROPPED_ANNOTATIONS = (
    *("/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"),
)
ANNOTATION_AUTHOR = ("/T", "/M", "/CreationDate", "/NM")
SIGNER = ("/V", "/Lock", "/SV")


def clean_pdf(content: bytes) -> tuple[bytes, int]:
    """Return the cleaned file and its number of pages."""
    try:
        with pikepdf.open(BytesIO(content)) as document:
            refuse_unsuitable(document)
            strip_document(document)
            for thing in document.objects:
                strip_tree(thing)
            return saved(document), len(document.pages)
    except pikepdf.PasswordError as locked:
        raise refusal("password") from locked
    except DAMAGE as damage:
        raise refusal("damaged_document") from damage


def refuse_unsuitable(document: pikepdf.Pdf) -> None:
    if document.is_encrypted:
        raise refusal("password")
    if not len(document.pages):
        raise refusal("damaged_document")
    if len(document.pages) > limits.PDF_PAGES:
        raise refusal("too_many_pages")
    if len(document.objects) > limits.PDF_OBJECTS:
        raise refusal("unfolds_too_much")


def strip_document(document: pikepdf.Pdf) -> None:
    # The identifier would tie the cleaned file to the original.
    drop_keys(document.trailer, ("/Info", "/ID"))
    drop_keys(document.Root, DROPPED_FROM_ROOT)
    names = document.Root.get("/Names")
    if names is not None:
        kept = Dictionary()
        if "/Dests" in names:
            kept.Dests = names.Dests
        document.Root.Names = kept


def strip_tree(thing: Object) -> None:
    """Strip an object and the direct objects inside it; indirect ones have their own turn."""
    waiting = [thing]
    while waiting:
        current = waiting.pop()
        if isinstance(current, (Dictionary, Stream)):
            strip_dictionary(current)
        if isinstance(current, Stream):
            strip_photo(current)
        waiting.extend(direct_children(current))


def direct_children(thing: Object) -> Iterator[Object]:
    if isinstance(thing, (Dictionary, Stream)):
        values = [value for _, value in thing.items()]
    elif isinstance(thing, Array):
        values = list(thing)
    else:
        return
    for value in values:
        is_container = isinstance(value, (Dictionary, Array))
        if is_container and not value.is_indirect:
            yield value


def strip_dictionary(thing: Object) -> None:
    drop_keys(thing, DROPPED_ANYWHERE)
    for key in ACTIONS:
        if is_unwanted_action(thing.get(key)):
            del thing[key]
    if thing.get("/FT") == Name.Sig:
        drop_keys(thing, SIGNER)
    if "/Annots" in thing:
        thing["/Annots"] = kept_annotations(thing["/Annots"])


def drop_keys(thing: Object, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key in thing:
            del thing[key]


def is_unwanted_action(action: object) -> bool:
    if isinstance(action, Array):
        return any(is_unwanted_action(part) for part in action)
    if not isinstance(action, Dictionary) or "/S" not in action:
        return False
    kind = str(action["/S"])
    if kind == "/URI":
        return (
            not str(action.get("/URI", "")).strip().lower().startswith(KEPT_ADDRESSES)
        )
    return kind not in KEPT_ACTIONS


def kept_annotations(annotations: Object) -> Array:
    """Comments stay, their authors go; attached media go altogether."""
    kept = Array()
    for annotation in annotations:
        if not isinstance(annotation, Dictionary):
            continue
        kind = str(annotation.get("/Subtype", ""))
        if kind in DROPPED_ANNOTATIONS:
            continue
        if kind != "/Widget":  # there /T is the field's name
            drop_keys(annotation, ANNOTATION_AUTHOR)
        kept.append(annotation)
    return kept


def strip_photo(stream: Stream) -> None:
    filters = stream.get("/Filter")
    names = (
        [str(name) for name in filters]
        if isinstance(filters, Array)
        else [str(filters)]
    )
    if names == ["/DCTDecode"]:
        photo = stream.read_raw_bytes()
    elif names == ["/FlateDecode", "/DCTDecode"]:
        photo = unfolded(stream.read_raw_bytes())
    else:
        return
    settings = stream.get("/DecodeParms")
    if isinstance(settings, Array):
        settings = settings[-1]
    if not isinstance(settings, Dictionary):
        settings = None
    start = photo.find(b"\xff\xd8")
    if start < 0:
        raise ValueError("not a JPEG")
    stream.write(
        strip_jpeg(photo[start:]), filter=Name.DCTDecode, decode_parms=settings
    )


def unfolded(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    content = inflater.decompress(packed, limits.PDF_STREAM_BYTES)
    if inflater.unconsumed_tail:
        raise refusal("unfolds_too_much")
    return content


def saved(document: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    document.save(
        target,
        deterministic_id=True,
        preserve_pdfa=False,
        fix_metadata_version=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()
