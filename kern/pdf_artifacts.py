"""Headers and footers of pages are decoration for who listens: say so in the PDF.

WeasyPrint marks their text as content and leaves it out of the structure. A screen reader may then read a page
number in the middle of a sentence. PDF/UA wants them marked as artifacts, which is done here on the finished
document, just before it is written.
"""

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]


def mark_margins(_document: object, pdf: pydyf.PDF) -> None:
    """Turns all text outside the structure tree into pagination artifacts. A `finisher` for WeasyPrint."""
    by_reference = {item.reference: item for item in pdf.objects if getattr(item, "number", None)}
    root = by_reference[pdf.catalog["StructTreeRoot"]]
    linked = set(_descendants(root["K"], by_reference))
    loose: dict[bytes, set[int]] = {}
    orphans: set[bytes] = set()
    for reference, item in by_reference.items():
        if _is_element(item) and reference not in linked and reference != root["K"][0]:
            orphans.add(reference)
            marks = {kid for kid in item["K"] if isinstance(kid, int)}
            if marks:
                loose.setdefault(item["Pg"], set()).update(marks)
    for page, marks in loose.items():
        _to_artifacts(by_reference[by_reference[page]["Contents"]].stream, marks)
    _forget(by_reference[root["ParentTree"]]["Nums"], orphans)


def _is_element(item: Any) -> bool:
    return isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"


def _descendants(kids: Any, by_reference: dict[bytes, Any]) -> Iterator[bytes]:
    """References of all elements below, also those below elements without text."""
    waiting = [kid for kid in kids if isinstance(kid, bytes)]
    while waiting:
        reference = waiting.pop()
        yield reference
        item = by_reference[reference]
        if _is_element(item):
            waiting.extend(kid for kid in item["K"] if isinstance(kid, bytes))


def _to_artifacts(stream: list[Any], marks: set[int]) -> None:
    """Rewrites `/Span <</MCID n>> BDC` of these marks in the commands of a page."""
    for place, command in enumerate(stream):
        if isinstance(command, pydyf.Dictionary) and command.get("MCID") in marks:
            stream[place - 1] = "/Artifact"
            stream[place] = pydyf.Dictionary({"Type": "/Pagination"})


def _forget(numbers: Any, orphans: set[bytes]) -> None:
    """Empties the places of elements that no longer have text; the places themselves must stay."""
    for entry in numbers:
        if isinstance(entry, list):
            entry[:] = ["null" if reference in orphans else reference for reference in entry]
