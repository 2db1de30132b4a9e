"""The words of the woordenlijst on a page of a student, who reads with little Dutch: a link to what each means."""

import re
from enum import IntEnum
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from cases.woorden import Woord, places, woord

# Not text to read: scripts, drawings, what somebody types.
_UNSEEN = frozenset({"script", "style", "svg", "textarea", "template", "title"})
# A link does not belong inside these: they lead or name something themselves.
_NO_LINK = frozenset(
    "a button label legend summary option select h1 h2 h3 h4 h5 h6 th dt caption nav output".split()
)
# What somebody wrote stays as it was written; what only a screen reader says is no place for a link.
_NO_LINK_CLASSES = frozenset({"k-eigen", "k-citaat", "k-eerder", "k-hide", "k-save", "k-badge", "k-toast"})
_NO_LINK_ROLES = frozenset({"img", "status", "alert", "button"})
# Shown at times: in a fold, at one width of the window, after an answer. A link there is the second choice.
_AT_TIMES = re.compile(r"k-(only-|ziet__|bij-|als-|if-|reveal|un?said|follow|path)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_EXPLAINED = re.compile(r'(?:href="[^"#]*#|id=")w-([a-z0-9-]+)"')


class Plaats(IntEnum):
    """What a piece of text is: running text, the same in a fold, text without room for a link, no text at all."""

    LOPEND = 0
    SOMS = 1
    GEEN_LINK = 2
    ONGEZIEN = 3


class Uitleg(NamedTuple):
    """A word to explain below the page, as it stands on the page, and whether a link in the text leads to it."""

    woord: Woord
    staat_er: str
    gelinkt: bool

    @property
    def naam(self) -> str:
        """What stands above the explanation: the word, and before it another name by which the page calls it."""
        one, other = self.woord.woord.casefold(), self.staat_er.casefold()
        begin = max(3, min(len(one), len(other)) - 3)  # the ending of a plural may differ
        same = one in other or one[:begin] == other[:begin]
        return self.woord.woord if same else f"{self.staat_er} ({self.woord.woord})"


class _Texts(HTMLParser):
    """The pieces of text of a page: begin, end and place of each. Offsets are in the source, which stays whole."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[tuple[int, int, Plaats]] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._open: list[tuple[str, Plaats]] = []
        self._place = Plaats.LOPEND
        self._begin: int | None = None
        self.feed(html)
        self.close()
        self._cut(len(html))

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _cut(self, end: int | None = None) -> None:
        """The text ends here: something else begins."""
        if self._begin is not None:
            self.pieces.append((self._begin, self._here() if end is None else end, self._place))
            self._begin = None

    def _text(self) -> None:
        if self._begin is None and self._place is not Plaats.ONGEZIEN:
            self._begin = self._here()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._cut()
        if tag not in _VOID:
            self._place = max(self._place, _place_in(tag, dict(attrs)))
            self._open.append((tag, self._place))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._cut()

    def handle_endtag(self, tag: str) -> None:
        self._cut()
        if all(name != tag for name, _ in self._open):
            return
        while self._open.pop()[0] != tag:
            pass
        self._place = self._open[-1][1] if self._open else Plaats.LOPEND

    def handle_data(self, data: str) -> None:
        self._text()

    def handle_entityref(self, name: str) -> None:
        self._text()

    def handle_charref(self, name: str) -> None:
        self._text()

    def handle_comment(self, data: str) -> None:
        self._cut()


def _place_in(tag: str, attrs: dict[str, str | None]) -> Plaats:
    """What text is that stands in such an element."""
    names = attrs.get("class") or ""
    if tag in _UNSEEN or "hidden" in attrs:
        return Plaats.ONGEZIEN
    if tag in _NO_LINK or attrs.get("aria-hidden") == "true" or attrs.get("role") in _NO_LINK_ROLES:
        return Plaats.GEEN_LINK
    if names and not _NO_LINK_CLASSES.isdisjoint(names.split()):
        return Plaats.GEEN_LINK
    return Plaats.SOMS if tag == "details" or _AT_TIMES.search(names) else Plaats.LOPEND


def met_uitleg(html: str, lijst: str = "") -> tuple[str, list[Uitleg]]:
    """A page on which each word is a link (`#w-<code>`) the first time that it stands in running text.

    In: the html of the content of a page; of a part, which has nothing below it, also the address of the woordenlijst.
    Out: the same html with the links and nothing else changed, and the words to explain below it, in order of the
    page. A word that is explained on the page, or linked there, is left alone.
    """
    there = set(_EXPLAINED.findall(html))
    best: dict[str, tuple[Plaats, int, int]] = {}
    for begin, end, place in _Texts(html).pieces:
        for at, to, code in places(html, begin, end):
            if code not in there and (code not in best or place < best[code][0]):
                best[code] = (place, at, to)
    links = {code: found for code, found in best.items() if found[0] <= Plaats.SOMS}
    out, done = [], 0
    for code, (_, at, to) in sorted(links.items(), key=lambda item: item[1][1]):
        there_too = "" if lijst else f' id="lees-{code}"'
        out += [html[done:at], f'<a class="k-woord"{there_too} href="{lijst}#w-{code}">{html[at:to]}</a>']
        done = to
    words = [Uitleg(woord(code), unescape(html[at:to]), code in links) for code, (_, at, to) in best.items()]
    return "".join([*out, html[done:]]), words
