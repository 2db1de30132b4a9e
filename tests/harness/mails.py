"""No mail of any test says more than its fixed text: no name and no content, in 100 % of them."""

import re
from datetime import date
from functools import cache
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import get_template, render_to_string

from tests.house.source import ROOT

FOLDER = ROOT / "templates/post"
# A value that each variable may have, and what stands in its place in a mail.
VALUES: dict[str, tuple[Any, str, str]] = {
    "url": ("http://hier.example/pad", r"http://hier\.example/pad", r"\S+"),
    "code": ("987654", "987654", r"[0-9]{6}"),
    "minuten": (4321, "4321", r"\d+"),
    "uren": (5432, "5432", r"\d+"),
    "tot": (date(2031, 12, 24), "24 december 2031", r"\d+ \w+ \d{4}"),
}
HERE = re.compile(r"http://(localhost|127\.0\.0\.1)(:\d+)?/")
SUBJECT = re.compile(r"[A-Z][\w :]{8,60}")


def names() -> list[str]:
    """Every text that a mail can have."""
    return sorted(path.stem for path in FOLDER.glob("*.txt") if path.stem != "basis")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    text = render_to_string(f"post/{name}.txt", {key: value for key, (value, _, _) in VALUES.items()}).strip()
    found = re.escape(text)
    for _, shown, allowed in VALUES.values():
        found = found.replace(re.escape(shown.replace("\\", "")), allowed)
    return re.compile(found)


def faults(message: EmailMessage) -> list[str]:
    """What a mail says that stands in none of our texts."""
    body = str(message.body).strip()
    found = [] if any(_pattern(name).fullmatch(body) for name in names()) else [f"eigen woorden: {body}"]
    if not SUBJECT.fullmatch(str(message.subject)):
        found.append(f"vreemd onderwerp: {message.subject}")
    links = re.findall(r"https?://\S+", body)
    found += [f"link naar elders: {link}" for link in links if not HERE.match(link)]
    if len(links) > 1 or len(message.recipients()) != 1 or message.attachments or message.cc or message.bcc:
        found.append("meer dan één link, ontvanger of deel")
    return found


def variables(name: str) -> set[str]:
    """The names that a text and the texts that it builds on use."""
    source = str(get_template(f"post/{name}.txt").template.source)  # type: ignore[attr-defined]
    return set(re.findall(r"\{\{\s*(\w+)", source))
