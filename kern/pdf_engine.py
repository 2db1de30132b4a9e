"""WeasyPrint, set up once for all documents. Import it only through kern.pdf: it takes a second and 60 MB."""

import hashlib
import re
from functools import cache
from threading import Lock

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from kern.pdf_artifacts import mark_margins
from kern.pdf_text import printable

__all__ = ["printable", "write"]

BASE_URL = "static:"
STYLESHEET = "static:pdf/kansrijk-pdf.css"
TYPES = {"css": "text/css", "woff2": "font/woff2", "svg": "image/svg+xml"}
# A name, not a path: no slash after the folder, so no way up and no way out.
STATIC_NAME = re.compile(r"static:(?P<name>(?:pdf|fonts)/[a-z0-9-]+\.(?P<type>css|woff2|svg))")

# One document at a time: threads would not make it faster (it is all Python), only need more memory.
_rendering = Lock()


class StaticFetcher(URLFetcher):
    """Gives own style sheets, fonts and drawings by name; no network, no other file, no data: URL.

    Also the style sheets need it, not only the HTML: WeasyPrint would fetch their URLs with its own otherwise.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file behind `static:pdf/…` or `static:fonts/…`; ValueError (logged, skipped) for anything else."""
        found = STATIC_NAME.fullmatch(url)
        if found is None:
            raise ValueError("A document may only use files of static/pdf and static/fonts.")
        body = (settings.BASE_DIR / "static" / found["name"]).read_bytes()
        return URLFetcherResponse(url, body=body, headers={"Content-Type": TYPES[found["type"]]})


@cache
def _look() -> tuple[FontConfiguration, CSS, StaticFetcher]:
    """Fonts and style sheet, read once: this halves the time of a document of one page."""
    fetcher, fonts = StaticFetcher(), FontConfiguration()
    sheet = CSS(url=STYLESHEET, base_url=BASE_URL, url_fetcher=fetcher, font_config=fonts)
    return fonts, sheet, fetcher


def write(html: str) -> bytes:
    """A tagged PDF/UA-1 of a whole HTML page; the same page gives the same bytes."""
    with _rendering:
        fonts, sheet, fetcher = _look()
        return HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).write_pdf(
            font_config=fonts,
            stylesheets=[sheet],
            finisher=mark_margins,
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        )
