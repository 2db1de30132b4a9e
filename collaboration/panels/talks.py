"""The three talks on the first screens ("Jouw deel van de tussenevaluatie") and on the page of a student."""

from dataclasses import dataclass

from collaboration.panels import Panel
from kern.http import address
from stageplekken.enums import STAGE_MOVES
from stageplekken.enums.talks import Kant, TalkStatus
from stageplekken.models import Stage, Stagegesprek
from stageplekken.queries import talks as queries
from stageplekken.rules import talks as rules
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Student
from students.queries import short_name_only

MOST = 8


@dataclass(frozen=True)
class Vraag:
    """One thing asked: in words, where it leads, and the words of its button."""

    kop: str
    uitleg: str
    knop: str
    url: str


@dataclass(frozen=True)
class StageKaart:
    """The talks of one stage on the page of the student."""

    stage: Stage
    talks: list[Stagegesprek]
    url: str


def _asked(ask: queries.Ask, *, naam: bool) -> Vraag:
    """In words for who is asked; without the name where it is about oneself."""
    talk, soort = ask.talk, ask.talk.get_soort_display()
    wie = f"{talk.stage.student.voornaam}, " if naam else ""
    if ask.wat == queries.VUL_IN:
        why = (
            "Het gesprek is weer open."
            if talk.heropend_op
            else "Een paar minuten. Je kunt stoppen en later verder."
        )
        kop = f"{wie}jouw deel van {'het' if talk.soort == 'start' else 'de'} {soort.lower()}"
        return Vraag(_first(kop), why, "Vul in", _part(talk, ask.kant))
    if ask.wat == queries.BESPREEK:
        return Vraag(
            _first(f"{wie}{soort.lower()}"),
            "Alle drie zijn klaar. Praat er samen over.",
            "Bekijk samen",
            _hub(talk),
        )
    return Vraag(
        _first(f"{wie}{soort.lower()}"),
        "Jullie hebben het besproken. Ben jij akkoord?",
        "Lees en zeg akkoord",
        _hub(talk),
    )


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _hub(talk: Stagegesprek) -> str:
    return address("stagegesprek", talk.pk)


def _part(talk: Stagegesprek, kant: Kant) -> str:
    return f"{_hub(talk)}deel/{kant}/"


def on_first(viewer: Viewer) -> Panel | None:
    """What the talks ask of this person today; one query, and none for who has no side in a stage."""
    asks = queries.asked(viewer, limit=MOST)
    if not asks:
        return None
    own = viewer.rollen == {Rol.STUDENT}
    found = [_asked(ask, naam=not own) for ask in asks]
    return Panel(
        template="stageplekken/_paneel_gevraagd.html",
        context={"vragen": found},
        plek="boven",
        vraag=f"Eerst dit: {found[0].kop}." if found else "",
    )


def on_student(viewer: Viewer, student: Student) -> Panel | None:
    """The three talks of each stage of this student, as far as this person reads it; two queries."""
    stages = {link.stage for link in viewer.links(student) if link.stage}
    reads = viewer.may("lees", student, Item(Soort.STAGE)) or any(
        viewer.may("lees", student, Item(Soort.STAGE, stage=stage)) for stage in stages
    )
    if not reads or short_name_only(viewer, student):
        return None
    cards = [
        StageKaart(stage, found, address("stagegesprekken", stage.pk))
        for stage, found in queries.stages_with_talks(student)
        if rules.may_read(viewer, stage)
    ]
    # Nothing is still to come at a stage that ended without talks.
    cards = [card for card in cards if card.talks or STAGE_MOVES[card.stage.status]]
    if not cards:
        return None
    return Panel(
        template="stageplekken/_paneel_gesprekken.html",
        context={"kaarten": cards, "student": student, "vandaag": viewer.today, "vast": TalkStatus.VAST},
        plek="zij",
        anker="stagegesprekken",
        kop="Stagegesprekken",
    )
