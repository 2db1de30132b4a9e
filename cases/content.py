"""The six casussen, from `fixtures/casussen/*.yaml`: read strictly, without a database, once a process."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from cases.casus import (
    DELEN,
    ROLLEN,
    SCHERMEN,
    Alinea,
    Biedt,
    Casus,
    Deel,
    Denk,
    Kantlijn,
    Persoon,
    Vragen,
)
from cases.woorden import codes as woord_codes
from checklists import kenmerken
from checklists.content import ContentError, Node, read_yaml

MAX_SAMENVATTING = 160
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


def parse(data: dict[str, Any], *, where: str) -> Casus:
    """The casus in a mapping. Raises ContentError."""
    node = Node(data, where)
    casus = Casus(
        code=node.slug("code"),
        versie=node.number("versie"),
        volgorde=node.number("volgorde"),
        titel=node.text("titel"),
        ondertitel=node.text("ondertitel"),
        deel=node.one_of("deel", DELEN),
        samenvatting=_short(node),
        bron=node.text("bron"),
        verzonnen=node.text("verzonnen"),
        personen=tuple(_persoon(one) for one in _nodes(node, "personen", "persoon")),
        delen=_delen(node),
        denk=_denk(Node(node.raw("wat_zou_jij_doen"), f"{where}, wat_zou_jij_doen")),
        vragen=_vragen(Node(node.raw("vragen"), f"{where}, vragen")),
        schermen=_known(node, "schermen", SCHERMEN),
        woorden=_known(node, "woorden", woord_codes()),
    )
    node.done()
    return casus


def _nodes(node: Node, key: str, name: str) -> list[Node]:
    items = node.items(key, required=True)
    return [Node(item, f"{node.where}, {name} {i}") for i, item in enumerate(items, start=1)]


def _known(node: Node, key: str, known: Any) -> tuple[str, ...]:
    return tuple(node.known(key, word, known) for word in node.words(key))


def _short(node: Node) -> str:
    text = node.text("samenvatting")
    if len(text) > MAX_SAMENVATTING:
        raise node.fail(
            f"de samenvatting heeft {len(text)} tekens. Maak er hooguit {MAX_SAMENVATTING} tekens van."
        )
    return text


def _persoon(node: Node) -> Persoon:
    result = Persoon(node.text("naam"), node.one_of("rol", ROLLEN), node.text("wie"))
    node.done()
    return result


def _delen(node: Node) -> tuple[Deel, ...]:
    delen = [_deel(one) for one in _nodes(node, "delen", "deel")]
    if not 4 <= len(delen) <= 7:
        raise node.fail(f"er zijn {len(delen)} delen. Maak er vier tot zeven van.")
    codes = [deel.code for deel in delen]
    for code in codes:
        if codes.count(code) > 1:
            raise node.fail(f"het deel “{code}” staat er twee keer. Geef een van de twee een andere code.")
    turns = [deel.code for deel in delen if deel.keerpunt]
    if len(turns) != 1:
        raise node.fail(
            f"er zijn {len(turns)} delen met een keerpunt. Zet bij precies één deel “keerpunt: true”."
        )
    if delen[0].keerpunt:
        raise node.fail("het keerpunt staat in het eerste deel. Begin met wat eraan voorafging.")
    return _numbered(delen)


def _numbered(delen: list[Deel]) -> tuple[Deel, ...]:
    """The same parts, with the notes counted through."""
    count, found = 0, []
    for deel in delen:
        alineas = []
        for alinea in deel.alineas:
            notes = tuple(replace(note, nummer=count + i) for i, note in enumerate(alinea.kantlijn, start=1))
            count += len(notes)
            alineas.append(replace(alinea, kantlijn=notes))
        found.append(replace(deel, alineas=tuple(alineas)))
    return tuple(found)


def _deel(node: Node) -> Deel:
    code = node.slug("code")
    node.where = f"{node.where} ({code})"
    alineas = tuple(_alinea(one) for one in _nodes(node, "alineas", "alinea"))
    if not 2 <= len(alineas) <= 4:
        raise node.fail(f"dit deel heeft {len(alineas)} alinea's. Maak er twee tot vier van.")
    offers = [
        Node(item, f"{node.where}, kansrijk {i}") for i, item in enumerate(node.items("kansrijk"), start=1)
    ]
    result = Deel(
        code, node.text("kop"), node.flag("keerpunt"), alineas, tuple(_biedt(one) for one in offers)
    )
    node.done()
    return result


def _alinea(node: Node) -> Alinea:
    text = node.text("tekst")
    if "\n\n" in text:
        raise node.fail("hier staan twee alinea's. Maak van elke alinea een eigen “tekst”.")
    notes = [
        Node(item, f"{node.where}, kantlijn {i}") for i, item in enumerate(node.items("kantlijn"), start=1)
    ]
    result = Alinea(text, tuple(_kantlijn(one) for one in notes))
    node.done()
    return result


def _kantlijn(node: Node) -> Kantlijn:
    result = Kantlijn(node.one_of("kenmerk", sorted(kenmerken.codes())), node.text("tekst"))
    if len(_SENTENCE_END.findall(result.tekst)) > 3:
        raise node.fail("een kantlijn heeft hooguit drie korte zinnen. Maak hem korter.")
    node.done()
    return result


def _biedt(node: Node) -> Biedt:
    result = Biedt(node.one_of("scherm", SCHERMEN), node.text("tekst"))
    node.done()
    return result


def _denk(node: Node) -> Denk:
    result = Denk(node.text("vraag"), node.words("mogelijkheden"), node.text("daarna"))
    if len(result.mogelijkheden) != 3:
        raise node.fail(f"er zijn {len(result.mogelijkheden)} mogelijkheden. Schrijf er drie.")
    node.done()
    return result


def _vragen(node: Node) -> Vragen:
    result = Vragen(node.words("zelf"), node.words("duo"), node.words("team"))
    for name, questions in (("zelf", result.zelf), ("duo", result.duo), ("team", result.team)):
        if not 3 <= len(questions) <= 4:
            raise node.fail(f"onder “{name}” staan {len(questions)} vragen. Maak er drie of vier van.")
    node.done()
    return result


def check_file(path: Path) -> Casus:
    """One file. Raises ContentError."""
    casus = parse(read_yaml(path), where=path.name)
    if path.stem != casus.code:
        raise ContentError(f"{path.name}: de code is “{casus.code}”. Noem het bestand {casus.code}.yaml.")
    return casus


@lru_cache(maxsize=1)
def alles() -> tuple[Casus, ...]:
    """All casussen, in their order; read once a process."""
    found = [check_file(path) for path in sorted((settings.CONTENT_DIR / "casussen").glob("*.yaml"))]
    return tuple(sorted(found, key=lambda casus: (casus.volgorde, casus.code)))


def casus(code: str) -> Casus:
    """One casus. Raises KeyError."""
    return {one.code: one for one in alles()}[code]


def bij_scherm(scherm: str) -> list[Casus]:
    """The casussen that go with a screen."""
    return [one for one in alles() if scherm in one.schermen]


def bij_kenmerk(code: str) -> list[tuple[Casus, list[Kantlijn]]]:
    """The casussen in which a kenmerk stands in the margin, each with those notes."""
    found = [(one, [note for note in one.kantlijn() if note.kenmerk == code]) for one in alles()]
    return [(one, notes) for one, notes in found if notes]
