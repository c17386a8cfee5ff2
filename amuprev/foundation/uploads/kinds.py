"""What a file is, told from its first bytes and its inner structure, never from its name."""

from typing import TypeGuard

import filetype

from amuprev.foundation.uploads.refusals import refusal

PICTURES = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/apng": "PNG",
    "image/webp": "WEBP",
}
HEIF = "HEIF"
PDF = "PDF"
ARCHIVE = "ARCHIVE"

HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in old Office files, as their directory spells them.
OLE_SPREADSHEETS = ["Workbook".encode("utf-16-le"), "Book\0".encode("utf-16-le")]
OLE_WORD = "WordDocument".encode("utf-16-le")
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SEPARATORS = (";", ",", "\t")
ROWS_LOOKED_AT = 20


def kind_of(content: bytes) -> str | None:
    if content.startswith(b"PK\x03\x04"):
        return ARCHIVE
    if content[4:8] == b"ftyp":
        return HEIF if content[8:12] in HEIF_BRANDS else None
    found = filetype.guess_mime(content[:8192])
    if found == "application/pdf":
        return PDF
    return PICTURES.get(found or "")


def is_picture(kind: str | None) -> TypeGuard[str]:
    return kind == HEIF or kind in PICTURES.values()


def refuse_recognised(content: bytes) -> None:
    """Refuse with a more helpful sentence what is known well enough to advise on."""
    if content.startswith(OLE_SIGNATURE):
        if OLE_ENCRYPTED in content:
            raise refusal("password")
        if any(name in content for name in OLE_SPREADSHEETS):
            raise refusal("spreadsheet")
        if OLE_WORD in content:
            raise refusal("old_word")
    if looks_like_rows(content[:65536]):
        raise refusal("spreadsheet")


def looks_like_rows(beginning: bytes) -> bool:
    """Whether plain text has the same number of separators in each of its first lines."""
    if b"\0" in beginning or beginning.lstrip().startswith(b"<"):
        return False
    lines = [line for line in beginning.decode("latin-1").splitlines() if line.strip()]
    rows = lines[:ROWS_LOOKED_AT]
    if len(rows) < 3:
        return False
    return any(
        rows[0].count(separator) and len({row.count(separator) for row in rows}) == 1
        for separator in SEPARATORS
    )
