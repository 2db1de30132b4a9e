"""The rounds and private looks of the access tests; every text holds a word of its own."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from collaboration.actions import samen
from tests import acts_samen as acts

if TYPE_CHECKING:
    from tests.access.world import World


def build(world: "World", word: Any) -> dict[str, Any]:
    """Everything by name: "paar bezig", "kijk open", …"""
    cast, who = world.cast, world.people
    found: dict[str, Any] = {}

    def ask(name: str, een: str, ander: str, student: Any) -> Any:
        row = acts.ask(world.viewer(een), who[ander], student)
        for person in (een, ander):
            answers = acts.six(acts.GOED, "", "", acts.AANDACHT, "", "")
            texts = {
                "beeld-notitie": word(f"notitie {name} {person}"),
                "voor-mij": word(f"prive {name} {person}"),
            }
            acts.fill(world.viewer(person), row, answers | texts)
        found[f"paar {name}"] = row.pk
        return row

    ask("bezig", "mentor", "praktijk", cast.marije)
    row = ask("vrij", "kawer", "mentor", cast.marije)
    samen.give(by=world.viewer("kawer"), samenwerking_id=row.pk)
    row = ask("naast", "praktijk", "kawer", cast.marije)
    for person in ("praktijk", "kawer"):
        samen.give(by=world.viewer(person), samenwerking_id=row.pk)
    row = ask("gestopt", "mentor", "zorg", cast.marije)
    samen.stop(by=world.viewer("mentor"), samenwerking_id=row.pk, reden=word("gestopt"))
    ask("school", "mentor_school", "kawer_school", cast.lotte)
    looks = (
        ("open", "mentor", cast.marije, False),
        ("peer", "peercoach", cast.marije, False),
        ("klaar", "praktijk", cast.marije, True),
        ("school", "kawer_school", cast.lotte, False),
    )
    for name, person, student, done in looks:
        text = {"notitie": word(f"kijk {name}"), "volgende-keer": word(f"volgende {name}")}
        found[f"kijk {name}"] = acts.look(world.viewer(person), student, text, klaar=done).pk
    return found


def key(world: "World", kind: str, name: str) -> UUID:
    """The id of a round ("paar") or a private look ("kijk")."""
    pk: UUID = world.samen[f"{kind} {name}"]
    return pk


PAIRS = {
    "bezig": "mentor praktijk",
    "vrij": "kawer mentor",
    "naast": "praktijk kawer",
    "gestopt": "mentor zorg",
    "school": "mentor_school kawer_school",
}
LOOKS = {"open": "mentor", "peer": "peercoach", "klaar": "praktijk", "school": "kawer_school"}
FILLED_IN = {
    ("bezig", "mentor"),
    ("bezig", "praktijk"),
    ("vrij", "mentor"),
}  # still open: its page shows all of it


def readers() -> dict[str, str]:
    """Each word with the people who read it: one's own answers, both sides when both gave them free."""
    found = {"gestopt": PAIRS["gestopt"]}
    for name, two in PAIRS.items():
        for person in two.split():
            found[f"notitie {name} {person}"] = two if name == "naast" else person
            shown = name == "school" or (name, person) in FILLED_IN
            found[f"prive {name} {person}"] = person if shown else ""
    for name, one in LOOKS.items():
        found |= {f"kijk {name}": one, f"volgende {name}": one}
    return found


def pages(world: "World") -> list[str]:
    """Every page that shows one of these words."""
    rounds = [f"/samenwerking/{key(world, 'paar', name)}/" for name in PAIRS]
    tails = ("", "deel/beeld/", "deel/terugkijken/", "vergelijking.pdf")
    looks = [f"/eigen-begeleiding/{key(world, 'kijk', name)}/" for name in LOOKS]
    found = [f"{path}{tail}" for path in rounds for tail in tails]
    return ["/samen/", *found, *looks, *(f"{path}terugblik.pdf" for path in looks)]
