"""How a PDF leaves the house, and what happens when it cannot be made."""

import builtins
import sys
from typing import Any

import pytest

from kern import pdf
from kern.pdf import PdfLibraryMissing, PdfTooLong, pdf_response, render_pdf, warm_up
from tests.pdf.verslag import Verslag


def test_a_download_that_no_cache_keeps() -> None:
    response = pdf_response(b"%PDF-1.7", "gespreksverslag.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="gespreksverslag.pdf"'
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Length"] == "8"
    assert response.content == b"%PDF-1.7"


@pytest.mark.parametrize(
    "name", ["Sanna de Boer.pdf", "../verslag.pdf", 'a"; x.pdf', "verslag.exe", "a\n.pdf", ".pdf"]
)
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="Geen neutrale bestandsnaam"):
        pdf_response(b"", name)


def test_too_much_text_is_refused_at_once_and_in_words() -> None:
    with pytest.raises(PdfTooLong, match="te lang voor een PDF"):
        render_pdf("pdf/gespreksverslag.html", {"verslag": Verslag(gewone_woorden="woord " * 50_000)})


def test_a_missing_library_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **named)

    monkeypatch.delitem(sys.modules, "kern.pdf_engine", raising=False)
    monkeypatch.delattr("kern.pdf_engine", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PdfLibraryMissing, match=r"apt-get install -y libpango-1\.0-0"):
        warm_up()


def test_warming_up_makes_a_small_document(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytes] = []
    real = pdf.write_pdf

    def write(html: str) -> bytes:
        made.append(real(html))
        return made[-1]

    monkeypatch.setattr(pdf, "write_pdf", write)
    warm_up()
    assert made[0].startswith(b"%PDF-1.7")
