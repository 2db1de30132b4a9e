"""The team and the people around a student in the world of the access tests; every text holds a word of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from collaboration.actions import consent
from students.actions.netwerk import Mag, Wie, zet_erbij
from students.actions.team import Woorden, zeg_bereikbaar
from students.models import KlasRol, TeamLid
from tests.factories import days

if TYPE_CHECKING:
    from tests.access.world import World

# Who wrote it down, about whom, whether there was a yes, and who reads that this person is there.
NETWERK = {
    "ja": ("mentor", "marije", True, "mentor kawer zorg student"),
    "open": ("kawer", "marije", False, "mentor kawer zorg student"),
    "school": ("mentor_school", "lotte", True, "mentor_school kawer_school"),
}
# Whose own words about how to reach them, and who has that person on a list they may see.
BEREIKBAAR = {
    "mentor": "mentor kawer zorg praktijk peercoach student beheer zorg_ander praktijk_ander student_ander",
    "zorg": "mentor kawer zorg student",  # on the team of Marije and of Has
    "peercoach": "peercoach mentor kawer zorg praktijk student zorg_ander praktijk_ander student_ander",
}


def build(world: "World", word: Any) -> dict[str, UUID]:
    """Everything by kind and name: "contact ja", "lid peercoach", "rol e1b", "toestemming"."""
    found: dict[str, UUID] = {}
    for name, (by, about, yes, _) in NETWERK.items():
        wie = Wie(
            "wijkteam",
            word(f"netwerk naam {name}"),
            word(f"netwerk waarvoor {name}"),
            word(f"netwerk organisatie {name}"),
            word(f"netwerk bereiken {name}"),
        )
        mag = Mag(gezegd_op=days(0)) if yes else None
        row = zet_erbij(by=world.viewer(by), student=world.students[about], wie=wie, mag=mag)
        found[f"contact {name}"] = row.pk
    for person in BEREIKBAAR:
        zeg_bereikbaar(by=world.viewer(person), woorden=Woorden((0,), word(f"bereikbaar {person}")))
    marije = TeamLid.objects.get(user=world.people["peercoach"], student=world.students["marije"])
    sanna = TeamLid.objects.get(user=world.people["zorg_ander"], student=world.students["sanna"])
    found |= {"lid peercoach": marije.pk, "lid zorg_ander": sanna.pk}
    for klas, mentor in (("e1b", "mentor"), ("e1a", "mentor_klas"), ("z1a", "mentor_school")):
        row = KlasRol.objects.get(klas=getattr(world.cast, klas), user=world.people[mentor])
        found |= {f"rol {klas}": row.pk, f"klas {klas}": getattr(world.cast, klas).pk}
    asked = consent.Gezegd(consent.Vraag("mijn ouders", "mijn uren", "zij helpen mij"), days(0))
    row = consent.noteer(by=world.viewer("mentor"), student=world.students["marije"], gezegd=asked)
    return found | {"toestemming": row.pk}


def readers() -> dict[str, str]:
    """Each word with the people who read it."""
    found = {f"bereikbaar {person}": who for person, who in BEREIKBAAR.items()}
    for name, (_, _, yes, who) in NETWERK.items():
        found |= {f"netwerk {field} {name}": who for field in ("naam", "waarvoor", "organisatie")}
        found[f"netwerk bereiken {name}"] = who if yes else "student"
    return found


def pages(world: "World") -> list[str]:
    """Every page that shows one of these words; "wie ziet wat" is about roles, and about nobody."""
    found = [
        f"/studenten/{one.pk}/{tail}"
        for one in world.students.values()
        for tail in ("team/", "netwerk/", "ouders/")
    ]
    found += [f"/netwerk/{world.team[f'contact {name}']}/" for name in NETWERK]
    found += [f"/klassen/{world.team[f'klas {klas}']}/overdracht/" for klas in ("e1b", "e1a", "z1a")]
    return [*found, "/ik/bereikbaar/"]


def key(world: "World", kind: str, name: str) -> UUID:
    """The id of an object, or one that nothing has."""
    return world.team.get(f"{kind} {name}") or uuid4()


ARGS: dict[str, Callable[["World", str], list[Any]]] = {
    "wie_is_wie netwerk_nieuw ouders ouders_pdf": lambda w, name: [w.students[name].pk],
    "netwerk_aanpassen netwerk_antwoord netwerk_weg": lambda w, name: [key(w, "contact", name)],
    "teamlid_kern": lambda w, name: [key(w, "lid", name)],
    "klas_overdracht": lambda w, name: [key(w, "klas", name)],
}
WIE = {"relatie": "wijkteam", "naam": "Jan", "waarvoor": "Hulp bij brieven", "mag": "vraag"}
BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    "netwerk_nieuw": lambda: WIE,
    "netwerk_aanpassen": lambda: WIE,
    "netwerk_antwoord": lambda: {"antwoord": "ja"},
    "teamlid_kern": lambda: {"kern": "ja"},
    "bereikbaar": lambda: {"tekst": "Bel mij", "dagen": ["1"]},
}
# To whom a klas goes in the tests.
OPVOLGER = {"e1b": "mentor_klas", "e1a": "mentor", "z1a": "kawer_school"}


def body_of(world: "World", url: str, name: str) -> dict[str, Any]:
    """What of a form depends on the world: the role that goes, to whom, and the consent of Marije."""
    if url == "klas_overdracht":
        to = world.people[OPVOLGER[name]].pk
        return {"rol": key(world, "rol", name), "aan": to, "laatste_dag": days(5), "reden": "Andere baan"}
    return {"toestemming": world.team["toestemming"]} if url == "ouders_pdf" and name == "marije" else {}
