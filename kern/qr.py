"""A QR code as a drawing of our own: one path of squares, so that it stands in a page and in a PDF alike."""

from dataclasses import dataclass

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4  # the white edge that a camera needs, in squares (ISO/IEC 18004)


@dataclass(frozen=True)
class Qr:
    """The drawing: its side in squares, and the path of the black ones. Its words are for the template."""

    zijde: int
    pad: str


def qr(text: str) -> Qr:
    """The QR code of an address; on a stained card 15 % may be lost (level M)."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return Qr(len(rows), "".join(_runs(y, row) for y, row in enumerate(rows)))


def _runs(y: int, row: list[bool]) -> str:
    """The black squares of one row, neighbours as one bar."""
    path, start = "", -1
    for x, black in enumerate([*row, False]):
        if black and start < 0:
            start = x
        elif not black and start >= 0:
            path += f"M{start} {y}h{x - start}v1H{start}z"
            start = -1
    return path
