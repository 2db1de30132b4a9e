"""Documents on paper: a template becomes a PDF that screen readers can read too (PDF/UA-1).

`render_pdf` for the bytes, `pdf_response` to send them, `warm_up` when a server process starts. WeasyPrint is
loaded at the first document, so that commands and tests without PDF do not pay for it.
"""

import logging
import re
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

if TYPE_CHECKING:
    from types import ModuleType

# About twenty five pages of small type. Time grows faster than length: a megabyte takes ten seconds.
MAX_CHARACTERS = 250_000
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FILENAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.pdf")

# A line for each font and page says nothing to who runs a server; warnings do come through.
for _name in ("weasyprint.progress", "fontTools"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class PdfError(Exception):
    """A PDF could not be made; the sentence says why and can be shown."""


class PdfTooLong(PdfError):
    """There is more text than one document may hold."""


class PdfLibraryMissing(PdfError):
    """This machine lacks the libraries that set type; the sentence names the command that installs them."""


def render_pdf(template: str, context: dict[str, Any]) -> bytes:
    """The PDF of a template that extends pdf/base.html. Its title is the page's <title>: never a name in it.

    Same context, same bytes. Raises PdfTooLong or PdfLibraryMissing.
    """
    return write_pdf(render_html(template, context))


def render_html(template: str, context: dict[str, Any]) -> str:
    """The page that is set: Dutch, without a request (so nothing of the screen leaks in), only known glyphs."""
    with translation.override("nl"):
        html = render_to_string(template, context)
    if len(html) > MAX_CHARACTERS:
        raise PdfTooLong(
            "Deze tekst is te lang voor een PDF. Maak hem korter, of verdeel hem over twee gesprekken."
        )
    text: str = _engine().printable(html)
    return text


def write_pdf(html: str) -> bytes:
    """The PDF of a page made by `render_html`."""
    data: bytes = _engine().write(html)
    return data


def pdf_response(data: bytes, filename: str) -> HttpResponse:
    """Sends a PDF as a download that no cache keeps.

    The name stays behind in download folders of shared computers: plain words like "gespreksverslag.pdf", lower
    case, never a person's name. ValueError where it has anything but letters, digits and hyphens.
    """
    if not FILENAME.fullmatch(filename):
        raise ValueError(f"Geen neutrale bestandsnaam: {filename!r}")
    headers = {
        "Content-Disposition": f'attachment; filename="{filename}"',
        "Content-Length": str(len(data)),
        "Cache-Control": "no-store, private",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(data, content_type="application/pdf", headers=headers)


def warm_up() -> None:
    """Loads WeasyPrint, fonts and style sheet, so that the first user of a process does not wait for them.

    Call it in each worker, after the fork: the fonts lie in a temporary folder that goes when the process ends
    that made it, and a copy of the process in memory would take it away from the others.
    """
    render_pdf("pdf/warm_up.html", {})


def _engine() -> "ModuleType":
    try:
        from kern import pdf_engine
    except OSError as error:
        raise PdfLibraryMissing(
            "PDF maken lukt nog niet: op deze computer ontbreekt een bibliotheek. "
            f"Installeer die met: apt-get install -y {PACKAGES}"
        ) from error
    return pdf_engine
