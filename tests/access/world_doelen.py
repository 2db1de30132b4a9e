"""Doelen and successes in the world of the access tests; every text holds a word of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from students.models import Doel
from tests import acts_doel as acts
from tests.factories import days

if TYPE_CHECKING:
    from tests.access.world import World

# Who made it, of whom, and who reads it; those who only read it do so by the choice of the student.
DOELEN = {
    "eigen": ("mentor", "marije", "mentor kawer zorg student"),
    "gedeeld": ("student", "marije", "mentor kawer zorg student praktijk peercoach"),
    "sanna": ("mentor", "sanna", "mentor kawer zorg_ander student_ander"),
    "ander_klas": ("mentor_klas", "milan", "mentor_klas"),
    "ander_school": ("kawer_school", "lotte", "mentor_school kawer_school"),
}
CHOSEN = "praktijk peercoach"
# Who wrote it, of whom, and who reads it.
SUCCESSEN = {
    "van_mentor": ("mentor", "marije", "mentor kawer zorg student"),
    "van_praktijk": ("praktijk", "marije", "mentor kawer zorg student praktijk"),
    "van_student": ("student", "marije", "mentor kawer zorg student"),
    "van_school": ("mentor_school", "lotte", "mentor_school kawer_school"),
}


def build(world: "World", word: Any) -> dict[str, UUID]:
    """Everything by kind and name: "doel eigen", "stap eigen", "succes van_mentor"."""
    found: dict[str, UUID] = {}
    for name, (by, about, _) in DOELEN.items():
        steps = [word(f"stap {one} {name}") for one in ("een", "twee", "drie")]
        texts = {"titel": word(f"doel {name}"), "droom": word(f"droom {name}")}
        row = acts.doel(world.viewer(by), world.students[about], *steps, **texts)
        done, now, _ = row.stappen.all()
        acts.gelukt(world.viewer(by), done)
        found |= {f"doel {name}": row.pk, f"stap {name}": now.pk}
    for person in CHOSEN.split():
        acts.deel(world.viewer("student"), Doel.objects.get(pk=found["doel gedeeld"]), world.people[person])
    for name, (by, about, _) in SUCCESSEN.items():
        row = acts.succes(world.viewer(by), world.students[about], word(f"succes {name}"))
        found[f"succes {name}"] = row.pk
    return found


def readers() -> dict[str, str]:
    """Each word with the people who read it."""
    kinds = ("doel", "droom", "stap een", "stap twee", "stap drie")
    found = {f"{kind} {name}": who for name, (_, _, who) in DOELEN.items() for kind in kinds}
    return found | {f"succes {name}": who for name, (_, _, who) in SUCCESSEN.items()}


def of_marije() -> dict[str, str]:
    """Those that stand on the page of Marije: the newest three successes are those that somebody wrote."""
    names = ("eigen", "gedeeld", "van_mentor", "van_praktijk", "van_student")
    return {key: who for key, who in readers().items() if key.split()[-1] in names}


def pages(world: "World") -> list[str]:
    """Every page that shows one of these words."""
    found = [f"/studenten/{world.students[name].pk}/doelen/" for name in world.students]
    for name in DOELEN:
        found += [f"/doelen/{world.doelen[f'doel {name}']}/{tail}" for tail in ("", "aanpassen/", "stop/")]
        found += [f"/stappen/{world.doelen[f'stap {name}']}/{tail}" for tail in ("", "stukjes/")]
    return found


def key(world: "World", kind: str, name: str) -> UUID:
    """The id of an object, or one that nothing has."""
    return world.doelen.get(f"{kind} {name}") or uuid4()


ARGS: dict[str, Callable[["World", str], list[Any]]] = {
    "doelen doel_nieuw succes_nieuw": lambda w, name: [w.students[name].pk],
    "doel doel_aanpassen doel_gelukt doel_stop doel_verder doel_delen stap_nieuw": lambda w, name: [
        key(w, "doel", name)
    ],
    "stap stap_stukjes stap_gelukt stap_nog_niet stap_hulp stap_verplaats": lambda w, name: [
        key(w, "stap", name)
    ],
    "succes_weg": lambda w, name: [key(w, "succes", name)],
}
BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    "doel_nieuw": lambda: {"titel": "Bellen", "begeleidingsdoel": "loopbaan", "stap1": "Oefenen"},
    "doel_aanpassen": lambda: {"titel": "Bellen", "begeleidingsdoel": "loopbaan"},
    "doel_stop": lambda: {"reden": "Eerst rust"},
    "doel_delen": lambda: {"aan": str(uuid4()), "ziet": "ja"},
    "stap_nieuw": lambda: {"tekst": "Nog een stap"},
    "stap": lambda: {"tekst": "Anders"},
    "stap_stukjes": lambda: {"stuk1": "Een", "stuk2": "Twee"},
    "stap_hulp": lambda: {"hulp": "zelf"},
    "stap_verplaats": lambda: {"naar": "later"},
    "succes_nieuw": lambda: {"tekst": "Het lukte", "dag": days(0)},
}
