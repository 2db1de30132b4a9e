"""The parts of a handleiding and the questions of the gedeeld beeld, from fixtures/handleiding.yaml."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from django.conf import settings

FILE = "handleiding.yaml"
SLUG = re.compile(r"[a-z]+(-[a-z]+)*")
TEXTS = ("code", "kop", "vraag", "icoon", "voorbeeld")
ZINNEN = (2, 3)  # how many beginnings of a sentence


@dataclass(frozen=True)
class Deel:
    """One part: its heading, the question to the student, and what helps to begin."""

    code: str
    kop: str
    vraag: str
    icoon: str
    deelbaar: bool
    zinnen: tuple[str, ...]
    voorbeeld: str
    # The question to a begeleider about the student; only in the gedeeld beeld.
    over: str = ""


def _wrong(where: str, what: str) -> ValueError:
    return ValueError(f"{FILE}, {where}: {what}")


def _deel(data: Any, where: str, more: tuple[str, ...]) -> Deel:
    if not isinstance(data, dict):
        raise _wrong(where, "hier horen kopjes met een waarde. Schrijf “kopje: waarde”.")
    asked = {*TEXTS, *more, "deelbaar", "zinnen"}
    if other := sorted({*map(str, data)} ^ asked):
        raise _wrong(
            where, f"te veel of te weinig: {', '.join(other)}. Het hoort zo: {', '.join(sorted(asked))}."
        )
    for name in (*TEXTS, *more):
        if not isinstance(data[name], str) or not data[name].strip():
            raise _wrong(where, f"bij “{name}” hoort een tekst.")
    if not SLUG.fullmatch(data["code"]):
        raise _wrong(where, f"de code “{data['code']}” heeft alleen kleine letters en streepjes.")
    if not isinstance(data["deelbaar"], bool):
        raise _wrong(where, "bij “deelbaar” hoort true of false.")
    zinnen = data["zinnen"]
    few, many = ZINNEN
    if (
        not isinstance(zinnen, list)
        or not few <= len(zinnen) <= many
        or not all(isinstance(z, str) for z in zinnen)
    ):
        raise _wrong(where, f"bij “zinnen” horen {few} of {many} teksten.")
    texts = {name: data[name].strip() for name in (*TEXTS, *more)}
    return Deel(**texts, deelbaar=data["deelbaar"], zinnen=tuple(zinnen))


def parse(data: Any) -> tuple[dict[str, Deel], dict[str, Deel]]:
    """The parts and the questions by code, in order. Raises ValueError with a Dutch sentence that says where."""
    if not isinstance(data, dict) or set(data) != {"delen", "beeld"}:
        raise _wrong("bovenaan", "hier horen de kopjes “delen” en “beeld”, en niets anders.")
    found = []
    for name, more in (("delen", ()), ("beeld", ("over",))):
        rows = [_deel(row, f"{name} {i}", more) for i, row in enumerate(data[name] or [], start=1)]
        by_code = {row.code: row for row in rows}
        if not rows or len(by_code) < len(rows):
            raise _wrong(name, "er is niets, of een code staat er twee keer.")
        found.append(by_code)
    return found[0], found[1]


@cache
def _content() -> tuple[dict[str, Deel], dict[str, Deel]]:
    return parse(yaml.safe_load((settings.CONTENT_DIR / FILE).read_text(encoding="utf-8")))


def delen() -> dict[str, Deel]:
    """The parts of the handleiding by code, in the order of the page."""
    return _content()[0]


def beeldvragen() -> dict[str, Deel]:
    """The three questions of the gedeeld beeld by code."""
    return _content()[1]


def te_delen() -> dict[str, Deel]:
    """The parts that can be shared."""
    return {code: deel for code, deel in delen().items() if deel.deelbaar}
