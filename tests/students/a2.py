"""Reading a page as a student does: which sentences that are on the screen are too long."""

import re
from html.parser import HTMLParser

MOST = 15  # words of one sentence on a page for students (design, A2)
# A new line of text for the eye: what stands in two of these is never one sentence.
BLOCKS = frozenset(
    "address article aside blockquote br button dd details div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 "
    "header hr label legend li main nav ol option p section small summary table tbody td th thead tr ul".split()
)
UNSEEN = frozenset({"script", "style", "svg", "template", "head"})
VOID = frozenset({"br", "hr", "input", "img", "link", "meta", "use", "path"})
# The student's own words, and a text that somebody else wrote, are not ours to shorten.
OWN_WORDS = frozenset({"k-eigen", "k-citaat", "k-eerder"})
END = re.compile(r"(?<=[.!?…:])\s+")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


class _Lines(HTMLParser):
    """The visible text of `main`, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.hidden: list[bool] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.inside = True
        if tag in BLOCKS:
            self.lines.append("")
        if tag not in VOID:
            own = bool(OWN_WORDS & set(values.get("class", "").split()))
            self.hidden.append(tag in UNSEEN or "hidden" in values or own)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.hidden:
            self.hidden.pop()
        if tag in BLOCKS:
            self.lines.append("")
        if tag == "main":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and not any(self.hidden):
            self.lines[-1] += data


def sentences(html: str) -> list[str]:
    """Every sentence that is to be read in the `main` of a page, in order."""
    reader = _Lines()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in reader.lines)
    return [part for line in lines if line for part in END.split(line) if part]


def long_sentences(html: str, most: int = MOST) -> list[str]:
    """The sentences with more than `most` words; none on a page for students."""
    return [part for part in sentences(html) if len(WORD.findall(part)) > most]
