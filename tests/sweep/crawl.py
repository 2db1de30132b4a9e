"""Follows every link and fragment that a person can see, sends every form empty and searches, looking for words."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from tests.sweep.mark import WORD

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
LINK = re.compile(r'(?:href|hx-get)="([^"#]+)[^"]*"')
FORM = re.compile(r'<form[^>]*method="post"[^>]*>', re.IGNORECASE)
ACTION = re.compile(r'action="([^"]*)"')
# Not part of the file of anybody, or the end of the visit.
ELSEWHERE = re.compile(r"^/(static|account|demo|componenten|instrumenten|welkom)/")
FAR = 2000
# A form that says more when it is sent with something in it: what every marked word begins with.
FILLED = {"/zoeken/": {"q": "zq"}}


@dataclass
class Found:
    """The words one person came across, each with the first address, and where the person has been."""

    words: dict[str, str] = field(default_factory=dict)
    visited: list[str] = field(default_factory=list)
    forms: int = 0

    def read(self, where: str, body: str) -> None:
        """Note the words of an answer."""
        for word in WORD.findall(body):
            self.words.setdefault(word.lower(), where)


def kind_of(path: str) -> str:
    """Addresses of one kind differ only in what they are about."""
    parts = urlsplit(path)
    return UUID.sub("*", parts.path) + "?" + re.sub(r"=[^&]*", "", parts.query)


def crawl(
    visit: Any, person: str, focus: set[str], *, per_kind: int = 2, elsewhere: re.Pattern[str] = ELSEWHERE
) -> Found:
    """Everything within reach. In: `visit(person, path, data, method=…)`, and the ids of what is looked at in full;
    of other things `per_kind` of each kind of address; nothing that begins as `elsewhere` does."""
    found, todo, known = Found(), ["/", *FILLED], {"/", *FILLED}
    seen: dict[str, int] = defaultdict(int)
    sent: set[str] = set()
    while todo:
        path = todo.pop(0)
        ids = UUID.findall(path)
        seen[kind_of(path)] += 1
        if ids and not focus & set(ids) and seen[kind_of(path)] > per_kind:
            continue
        assert len(found.visited) < FAR, f"{person} komt nooit klaar: {kind_of(path)}"
        answer = visit(person, path)
        found.visited.append(path)
        body = answer.content.decode() if not getattr(answer, "streaming", False) else ""
        found.read(path, body)
        for link in _links(path, answer, body, elsewhere):
            if link not in known:
                known.add(link)
                todo.append(link)
        _send_empty(visit, person, path, body, found, sent, elsewhere)
    return found


def _links(path: str, answer: Any, body: str, elsewhere: re.Pattern[str]) -> list[str]:
    links = [unescape(link) for link in LINK.findall(body)]
    if where := answer.headers.get("Location"):
        links.append(where)
    found = []
    for link in links:
        parts = urlsplit(urljoin(path, link))
        if parts.netloc or parts.scheme or elsewhere.match(parts.path):
            continue
        found.append(parts._replace(fragment="").geturl())
    return found


def _send_empty(
    visit: Any, person: str, path: str, body: str, found: Found, sent: set[str], elsewhere: re.Pattern[str]
) -> None:
    """Each kind of form once, with nothing in it (but FILLED): what comes back is a page with errors, or a refusal."""
    for form in FORM.findall(body):
        match = ACTION.search(form)
        target = urljoin(path, unescape(match.group(1))) if match and match.group(1) else path
        kind = kind_of(target)
        if kind in sent or elsewhere.match(target):
            continue
        sent.add(kind)
        answer = visit(person, target, FILLED.get(target, {}), method="post")
        found.forms += 1
        found.read(f"POST {target}", answer.content.decode())
