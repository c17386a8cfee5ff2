"""Zip archives read within bounds and written anew, with fixed dates and no comments."""

import zipfile
import zlib
from io import BytesIO

from amuprev.foundation.uploads.limits import (
    ARCHIVE_BYTES,
    ARCHIVE_ENTRIES,
    ARCHIVE_RATIO,
    ARCHIVE_RATIO_FROM,
    XML_BYTES_TOGETHER,
)
from amuprev.foundation.uploads.refusals import refusal

ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
XML_ENDINGS = (".xml", ".rels", ".svg")
EPOCH = (1980, 1, 1, 0, 0, 0)
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError),
    *(LookupError, NotImplementedError, RuntimeError),
)


def read_archive(content: bytes) -> dict[str, bytes]:
    """Unfold an archive whose declared sizes, names and methods have been looked at first."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            refuse_unsound(entries)
            # zipfile gives no more bytes than the entry declares.
            return {entry.filename: archive.read(entry) for entry in entries}
    except DAMAGE as damage:
        raise refusal("damaged_document") from damage


def refuse_unsound(entries: list[zipfile.ZipInfo]) -> None:
    xml = [entry for entry in entries if entry.filename.lower().endswith(XML_ENDINGS)]
    if (
        len(entries) > ARCHIVE_ENTRIES
        or unfolded_size(entries) > ARCHIVE_BYTES
        or unfolded_size(xml) > XML_BYTES_TOGETHER
    ):
        raise refusal("unfolds_too_much")
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise refusal("damaged_document")
    for entry in entries:
        refuse_unsound_entry(entry)


def unfolded_size(entries: list[zipfile.ZipInfo]) -> int:
    return sum(entry.file_size for entry in entries)


def refuse_unsound_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise refusal("password")
    if entry.compress_type not in METHODS or not is_plain_name(entry):
        raise refusal("damaged_document")
    packed = max(1, entry.compress_size)
    if (
        entry.file_size > ARCHIVE_RATIO_FROM
        and entry.file_size / packed > ARCHIVE_RATIO
    ):
        raise refusal("unfolds_too_much")


def is_plain_name(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    return not (
        name != entry.filename
        or name.startswith("/")
        or "\\" in name
        or ":" in name
        or ".." in name.split("/")
    )


def write_archive(parts: dict[str, bytes], *, stored: str = "") -> bytes:
    """Write the parts in their order; the one named `stored` is left uncompressed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=EPOCH)
            entry.create_system = 0
            method = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compress_type=method)
    return target.getvalue()
