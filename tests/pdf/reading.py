"""A PDF as a reader gets it: its text, its tags, its fonts, and the judgement of a validator."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import page
from pypdf import PdfReader


def opened(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def pages(data: bytes) -> list[str]:
    """The text of each page, every run of white space as one space."""
    return [" ".join(sheet.extract_text().split()) for sheet in opened(data).pages]


def text(data: bytes) -> str:
    return " ".join(pages(data))


def faults(data: bytes) -> list[str]:
    """What makes this invalid as PDF/UA-1."""
    return [
        f"{fault.rule_id}: {fault.message}" for fault in page.validate_pdf_bytes(data, profile="ua1").failures
    ]


def tags(data: bytes) -> list[str]:
    """The names of all elements, in reading order: ["/Document", "/Part", "/H1", …]."""
    root: Any = opened(data).trailer["/Root"]
    return list(_walk(root["/StructTreeRoot"]))


def _walk(element: Any) -> Iterator[str]:
    element = element.get_object()
    if not isinstance(element, dict):
        return
    if "/S" in element:
        yield element["/S"]
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from _walk(kid)


def fonts(data: bytes) -> dict[str, bool]:
    """Names of the fonts without their subset tag, and whether the glyphs are in the file."""
    found: dict[str, bool] = {}
    for sheet in opened(data).pages:
        resources: Any = sheet["/Resources"]
        for font in resources["/Font"].values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            inside = any(key in below["/FontDescriptor"] for key in ("/FontFile2", "/FontFile3"))
            found[font.get_object()["/BaseFont"].split("+")[-1]] = inside
    return found
