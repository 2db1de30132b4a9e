"""Reading pages as a person does, and proving that a part that htmx fetches is the same part of the whole page."""

from typing import Any
from xml.etree.ElementTree import Element, tostring

import tinyhtml5
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# Made anew for each page, so that two loads of one page differ in nothing else.
FRESH = {"csrfmiddlewaretoken", "sleutel"}


def parse(html: str) -> Element:
    """The tree of a page or a fragment, with what is fresh in every load made equal."""
    tree: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    for field in tree.iter("input"):
        if field.get("name") in FRESH:
            field.set("value", "")
    return tree


def words(response: Any) -> str:
    """The text of an answer in one line, as it is read aloud (texts for screen readers included)."""
    body = parse(response.content.decode()).find("body")
    assert body is not None
    return " ".join("".join(body.itertext()).split())


def title(response: Any) -> str:
    """What stands in the tab of the browser."""
    found = parse(response.content.decode()).find("head/title")
    assert found is not None
    return " ".join((found.text or "").split())


def part(page: Element, name: str) -> Element:
    """The element with this id; it must be there."""
    found = page.find(f".//*[@id='{name}']")
    assert found is not None, f"geen element met id {name}"
    return found


def replaced(page: Element, name: str, fragment: Element) -> Element:
    """The page in which the element with this id is swapped for that of the fragment, as hx-swap="outerHTML" does."""
    new = part(fragment, name)
    for parent in page.iter():
        for place, child in enumerate(parent):
            if child.get("id") == name:
                new.tail = child.tail
                parent[place] = new
                return page
    raise AssertionError(f"geen element met id {name}")


def flat(tree: Element) -> str:
    """A tree as text to compare, with white space between words made equal."""
    return " ".join(tostring(tree, encoding="unicode").split())


def assert_patch_equals_page(client: Client, before: str, after: str, target: str) -> None:
    """Swapping `target` of the page `before` for the fragment of `after` gives exactly the page `after`."""
    old = parse(client.get(before).content.decode())
    answer = client.get(after, headers={"HX-Request": "true", "HX-Target": target})
    assert answer.status_code == 200
    assert b"<html" not in answer.content
    fresh = parse(client.get(after).content.decode())
    assert flat(replaced(old, target, parse(answer.content.decode()))) == flat(fresh)


def queries_of(client: Client, url: str) -> int:
    """How many queries a page takes once everything that is read once a process has been read."""
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)
