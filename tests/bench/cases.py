"""What is measured: each case prepares (not timed), runs (timed), and looks at the answer (not timed)."""

import secrets
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from begeleiders.models import User
from checklists.filled import Filled
from collaboration.queries import gesprek as queries
from collaboration.verslag import build
from kern import pdf
from kern.pdf_engine import BASE_URL, STYLESHEET, StaticFetcher
from students.access import Viewer
from tests.bench.visitor import Ask, Visitor
from tests.drill.browser import fields_of


class Case:
    """Something to time; `run` gets what `prepare` made."""

    def __init__(self, run: Callable[[Any], Any], prepare: Callable[[], Any] = lambda: None) -> None:
        self.run, self.prepare = run, prepare

    def look(self, answer: Any) -> None:
        """Make sure that it did its work."""


class Page(Case):
    """A page by GET."""

    def __init__(self, visitor: Visitor, path: str) -> None:
        super().__init__(visitor.send, lambda: visitor.environ(Ask(path)))

    def look(self, answer: Any) -> None:
        assert answer[0] == 200, answer


class Search(Page):
    """What is found by two words, sent as a form; the page with the answer comes back."""

    def __init__(self, visitor: Visitor) -> None:
        super().__init__(visitor, path := reverse("zoeken"))
        visitor.ask(Ask(path))  # for the token against forgery
        self.prepare = lambda: visitor.environ(Ask(path, (("q", "app an"),)))

    def look(self, answer: Any) -> None:
        assert answer[0] == 200, answer
        assert b"Anouk Appelman" in answer[2]


class Save(Case):
    """The save of a step after a change in one text; the whole form goes along, as htmx sends it."""

    def __init__(self, visitor: Visitor, concept: str) -> None:
        self.page = secrets.token_hex(8)
        self.visitor, self.path, self.turn = visitor, reverse("gesprek_stap", args=[concept, "s2"]), 0
        aside = ("a-", "csrfmiddlewaretoken")  # the empty afspraak; the token goes in a header
        page = fields_of(visitor.ask(Ask(self.path)))
        self.form = {name: value for name, value in page.items() if not name.startswith(aside)}
        texts = [
            name[2:] for name in self.form if name.startswith("t:") and " " in self.form.get(name[2:], "")
        ]
        self.veld = texts[0]
        super().__init__(visitor.send, self._ask)

    def _ask(self) -> dict[str, Any]:
        self.turn += 1
        self.form |= {
            self.veld: f"Dit is de tekst na aanraking {self.turn}.",
            "pagina": self.page,
            "beurt": str(self.turn),
        }
        return self.visitor.environ(Ask(self.path, tuple(self.form.items()), htmx=True))

    def look(self, answer: Any) -> None:
        assert answer[0] == 200, answer
        token = f"t:{self.veld}"
        new = fields_of(answer[2].decode())[token]
        assert new != self.form[token], "er werd niets bewaard"
        self.form[token] = new


class BareWrite(Case):
    """One row, one column, by the bare view."""

    def __init__(self, visitor: Visitor, student: str) -> None:
        self.turn = 0
        self.visitor, self.student = visitor, student
        super().__init__(visitor.send, self._ask)

    def _ask(self) -> dict[str, Any]:
        self.turn += 1
        form = (("student", self.student), ("tekst", f"06 {self.turn:08d}"))
        return self.visitor.environ(Ask("/kaal/schrijf/", form, htmx=True))

    def look(self, answer: Any) -> None:
        assert answer[2] == b"bewaard", answer


def _verslag_html(mentor: str, gesprek: str) -> str:
    user = User.objects.get(pk=mentor)
    viewer = Viewer(user=user, today=timezone.localdate())
    row = queries.get_gesprek(viewer, UUID(gesprek))
    get_template("pdf/gespreksverslag.html")
    return pdf.render_html(
        "pdf/gespreksverslag.html", {"verslag": build(viewer, row, Filled(row.invulling, user))}
    )


def _bare_pdf(html: str) -> bytes:
    """WeasyPrint as its manual has it: everything read for this document."""
    fonts, fetcher = FontConfiguration(), StaticFetcher()
    sheet = CSS(url=STYLESHEET, base_url=BASE_URL, url_fetcher=fetcher, font_config=fonts)
    made: bytes = HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).write_pdf(
        stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"
    )
    return made


def _warm_pdf() -> Callable[[str], bytes]:
    """WeasyPrint with fonts and style sheet read beforehand, and nothing of ours."""
    fonts, fetcher = FontConfiguration(), StaticFetcher()
    sheet = CSS(url=STYLESHEET, base_url=BASE_URL, url_fetcher=fetcher, font_config=fonts)

    def write(html: str) -> bytes:
        made: bytes = HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"
        )
        return made

    return write


def row_count(html: str) -> int:
    """How many rows a page shows: the items of its lists and the rows of its tables inside main, menus aside."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return main.count("<li>") + main.count("<tr>") - main.count("<thead>")


def all_cases(ids: dict[str, str]) -> tuple[dict[str, Case], dict[str, int]]:
    """Every case by name, and the rows of the first screen and the student page."""
    visitor = Visitor(ids["mentor"])
    paths = {
        "vandaag": reverse("vandaag"),
        "student": reverse("student", args=[ids["student"]]),
        "studenten": reverse("studenten"),
        "gesprekken": reverse("gesprekken"),
        "klas": reverse("klas_uren", args=[ids["klas"]]),
        "uren": reverse("uren", args=[ids["stage"]]),
        "team": reverse("wie_is_wie", args=[ids["student"]]),
    }
    zorgco, inbox = Visitor(ids["zorgco"]), reverse("aanvragen")
    rows = {name: row_count(visitor.ask(Ask(path))) for name, path in paths.items()}
    rows["aanvragen"] = row_count(zorgco.ask(Ask(inbox)))
    html = _verslag_html(ids["mentor"], ids["verslag"])
    return {
        **{name: Page(visitor, path) for name, path in paths.items()},
        "aanvragen": Page(zorgco, inbox),
        "mijn pagina": Page(Visitor(ids["zelf"]), paths["student"]),
        "zoeken": Search(visitor),
        "zoeken, beheerder": Search(Visitor(ids["beheerder"])),
        **{f"kaal {name}": Page(visitor, f"/kaal/{count}/") for name, count in rows.items()},
        "bewaren": Save(visitor, ids["concept"]),
        "kaal bewaren": BareWrite(visitor, ids["student"]),
        "verslag": Page(visitor, reverse("verslag", args=[ids["verslag"]])),
        "kaal verslag": Case(_bare_pdf, lambda: html),
        "warm verslag": Case(_warm_pdf(), lambda: html),
    }, rows
