"""The QR code of an address, as a drawing for paper and for the print of a page."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import qrcode

QUIET = 4


@dataclass(frozen=True)
class QrCode:
    """How many modules a side has, its quiet margin too, and the path of the dark ones."""

    side: int
    path: str


@lru_cache(maxsize=64)
def qr_code(words: str) -> QrCode:
    """The QR code of some words; dark modules in a row are one stroke."""
    code = qrcode.QRCode(
        border=QUIET, error_correction=qrcode.constants.ERROR_CORRECT_Q
    )
    code.add_data(words)
    code.make()
    rows = code.get_matrix()
    return QrCode(len(rows), "".join(_row(y, row) for y, row in enumerate(rows)))


def _row(y: int, modules: list[bool]) -> str:
    told, x = "", 0
    for dark, alike in groupby(modules):
        many = len(list(alike))
        if dark:
            told += f"M{x} {y}h{many}v1h-{many}z"
        x += many
    return told


def qr_svg(words: str) -> str:
    """The QR code of an address as a drawing, with its quiet margin."""
    code = qr_code(words)
    side = code.side
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{code.path}"/></svg>'
    )
