"""Reading a page as a student does: which words have no explanation in reach. Written apart from the app."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from cases.woorden import codes_in, woord
from tests.htmx import parse

UNSEEN = frozenset({"script", "style", "svg", "textarea", "template"})
# Names, and things to press: a word may stand there without being a link, if its explanation is on the page.
NAMED = frozenset("a button label legend summary option h1 h2 h3 h4 h5 h6 th dt caption nav output".split())
QUOTED = frozenset({"k-eigen", "k-citaat", "k-eerder", "k-hide", "k-save", "k-badge", "k-toast"})
TARGET = re.compile(r"(?:/woorden/)?#w-([a-z0-9-]+)$")


def _texts(element: Element, running: bool) -> Iterator[tuple[str, bool]]:
    """Each piece of text, and whether it is running text."""
    names = set(element.get("class", "").split())
    if element.tag in UNSEEN or "hidden" in element.attrib:
        return
    role = element.get("role") in ("status", "alert", "img") or element.get("aria-hidden") == "true"
    running = running and element.tag not in NAMED and not names & QUOTED and not role
    yield element.text or "", running
    for child in element:
        yield from _texts(child, running)
        yield child.tail or "", running


def unexplained(html: str) -> list[str]:
    """What is wrong with the words on a page, in Dutch; nothing on a page for students.

    A word in running text needs a link to its explanation, on the page or in the woordenlijst; a word elsewhere at
    least the explanation on the page; and each link must lead somewhere.
    """
    page = parse(html).find("body")
    main = page if page is None or (found := page.find(".//main")) is None else found
    assert main is not None
    ids = {element.get("id", "") for element in main.iter()}
    links = [element.get("href", "") for element in main.iter("a")]
    led = {match.group(1) for link in links if (match := TARGET.search(link))}
    below = main.find(".//section[@aria-labelledby='h-leeswoorden']")
    own = ids - {element.get("id", "") for element in (below.iter() if below is not None else ())}
    faults = [f"link naar niets: {one}" for one in links if one.startswith("#w-") and one[1:] not in ids]
    for text, running in _texts(main, running=True):
        for code in codes_in(text):
            if f"w-{code}" not in ids and code not in led:
                faults.append(f"geen uitleg: {woord(code).woord}")
            elif running and code not in led and f"w-{code}" not in own:
                faults.append(f"geen link: {woord(code).woord}")
    return list(dict.fromkeys(faults))
