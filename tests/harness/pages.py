"""What no page of ours may have, whatever it shows."""

import re
from collections import Counter
from html.parser import HTMLParser

DATA_SCRIPTS = {"application/json", "application/ld+json"}


class Page(HTMLParser):
    """Reads one page and collects its faults, each as a sentence with the line where it stands."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.ids: Counter[str] = Counter()
        self.title: str | None = None
        self.lang = ""
        self.h1 = 0
        self._inside = ""
        self._post_form: int | None = None
        self._has_token = False
        self.feed(html)
        self.close()
        self._end_form()
        self.faults += [
            f"het id {name!r} staat er {times} keer" for name, times in self.ids.items() if times > 1
        ]

    def _fault(self, sentence: str) -> None:
        self.faults.append(f"regel {self.getpos()[0]}: {sentence}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        for name, value in values.items():
            self._unrendered(value)
            if name.startswith(("on", "hx-on")):
                self._fault(f"<{tag} {name}=…> is code in de pagina zelf")
        if "style" in values:
            self._fault(f"<{tag} style={values['style']!r}>: stijl hoort in de stylesheet")
        if values.get("id"):
            self.ids[values["id"]] += 1
        if "id" in values and not values["id"].strip():
            self._fault(f"<{tag}> heeft een leeg id")
        if tag == "script" and "src" not in values and values.get("type") not in DATA_SCRIPTS:
            self._fault("<script> zonder src")
        if tag == "style":
            self._fault("<style> in de pagina")
        self._structure(tag, values)
        self._form(tag, values)

    def _structure(self, tag: str, values: dict[str, str]) -> None:
        if tag == "html":
            self.lang = values.get("lang", "")
        if tag == "h1":
            self.h1 += 1
        # The <title> of an SVG is the name of a picture, not of the page.
        if tag == "svg" or (tag == "title" and self._inside != "svg"):
            self._inside = tag
            if tag == "title":
                self.title = self.title or ""

    def _form(self, tag: str, values: dict[str, str]) -> None:
        if tag == "form":
            self._end_form()
            if values.get("method", "").lower() == "post":
                self._post_form = self.getpos()[0]
        elif tag == "input" and values.get("name") == "csrfmiddlewaretoken":
            self._has_token = bool(values.get("value"))

    def _end_form(self) -> None:
        if self._post_form is not None and not self._has_token:
            self.faults.append(f"regel {self._post_form}: formulier met post zonder csrf-token")
        self._post_form, self._has_token = None, False

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._end_form()
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title = (self.title or "") + data
        self._unrendered(data)

    def _unrendered(self, text: str) -> None:
        if match := re.search(r"\{[{%#].{0,30}", text):
            self._fault(f"onverwerkte template-tekst {match.group()!r}")


def faults_of(html: str) -> list[str]:
    """The faults of a page or fragment; what only a whole page must have is asked of whole pages."""
    page = Page(html)
    faults = page.faults
    if re.search(r"<html[\s>]", html, re.IGNORECASE):
        if not (page.title or "").strip():
            faults.append("de pagina heeft geen titel")
        if page.lang != "nl":
            faults.append(f"de taal van de pagina is {page.lang!r}")
        if page.h1 != 1:
            faults.append(f"de pagina heeft {page.h1} keer een h1")
    return faults
