"""Nothing outside static/pdf and static/fonts is read while a document is made, whatever stands in it."""

from pathlib import Path

import pytest

from kern.pdf import render_html, render_pdf, write_pdf
from kern.pdf_engine import STATIC_NAME, StaticFetcher
from tests.pdf.reading import opened, text
from tests.pdf.verslag import Afspraak, Deel, Verslag

SECRET = "staat alleen in het bestand"

PLANTED = [
    '<img src="{url}" alt="x">',
    '<link rel="attachment" href="{url}">',
    '<link rel="stylesheet" href="{url}">',
    '<a rel="attachment" href="{url}">x</a>',
    '<style>@import url("{url}");</style>',
    '<style>p {{ background: url("{url}") }}</style>',
    '<style>@font-face {{ font-family: Q; src: url("{url}") }} p {{ font-family: Q }}</style>',
    '<style>li {{ list-style-image: url("{url}") }} p::before {{ content: url("{url}") }}</style><ul><li>x</li></ul>',
    '<svg viewBox="0 0 9 9"><image href="{url}" width="9" height="9"/><use href="{url}#a"/></svg>',
    '<object data="{url}">x</object>',
    '<embed src="{url}">',
]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "geheim.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{SECRET}</text></svg>')
    return path


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that the fetcher answered, so also what a planted URL would get."""
    answered: list[str] = []
    real = StaticFetcher.fetch

    def fetch(self: StaticFetcher, url: str, headers: dict[str, str] | None = None) -> object:
        response = real(self, url, headers)
        answered.append(url)
        return response

    monkeypatch.setattr(StaticFetcher, "fetch", fetch)
    return answered


@pytest.mark.parametrize("planted", PLANTED)
@pytest.mark.parametrize("kind", ["file", "http", "data", "up"])
def test_a_hostile_template_gets_nothing(
    planted: str, kind: str, secret: Path, served: list[str], heard: list[str]
) -> None:
    url = {
        "file": secret.as_uri(),
        "http": "http://127.0.0.1:9/geheim.svg",
        "data": "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>".replace("'", "%27"),
        "up": "static:pdf/../../manage.py",
    }[kind]
    html = render_html("pdf/warm_up.html", {}).replace("<p>", planted.format(url=url) + "<p>", 1)
    data = write_pdf(html)
    heard.clear()
    assert url not in served
    assert all(STATIC_NAME.fullmatch(name) for name in served)
    assert SECRET.encode() not in data
    assert SECRET not in text(data)
    assert not opened(data).attachments


def test_what_people_type_is_text_and_nothing_else(secret: Path, served: list[str]) -> None:
    markup = "".join(planted.format(url=secret.as_uri()) for planted in PLANTED)
    verslag = Verslag(
        student_voornaam='"><img src=x>', titel=markup, gewone_woorden=markup, student_woorden=markup, volgend=markup,
        delen=[Deel(markup, "goed", [markup]), Deel("x", "citaat", [markup])],
    )  # fmt: skip
    verslag.afspraken = [Afspraak(markup, markup, verslag.wanneer.date(), markup)]
    data = render_pdf("pdf/gespreksverslag.html", {"verslag": verslag})
    assert '<link rel="attachment"' in text(data)
    assert SECRET not in text(data)
    assert not opened(data).attachments
    assert "static:pdf/goed.svg" in served
    assert all(STATIC_NAME.fullmatch(name) for name in served)


@pytest.mark.parametrize(
    "url",
    [
        "static:pdf/../../manage.py",
        "static:/etc/passwd",
        "static:css/kansrijk.css",
        "static:pdf/%2e%2e/x.css",
        "static:pdf/.css",
        "STATIC:pdf/goed.svg",
        "static:pdf/goed.svg\n",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "data:,x",
        "",
    ],
)
def test_the_fetcher_refuses_all_but_names(url: str) -> None:
    with pytest.raises(ValueError, match="static/pdf"):
        StaticFetcher().fetch(url)
    with pytest.raises(ValueError, match="static/pdf"):
        StaticFetcher().open(url)


def test_the_fetcher_gives_own_files() -> None:
    response = StaticFetcher().fetch("static:pdf/goed.svg")
    assert response.content_type == "image/svg+xml"
    assert b"<svg" in response.read()
