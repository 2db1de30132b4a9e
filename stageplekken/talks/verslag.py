"""A fixed version of a talk, as the PDF says it."""

from dataclasses import dataclass
from datetime import date, datetime

from kern.dates import say_day_year
from stageplekken.enums.talks import KANTEN, Kant, TalkSoort
from stageplekken.models import Stagegesprek, StagegesprekAkkoord, StagegesprekDeel, StagegesprekOvergang
from stageplekken.queries import talks as queries
from stageplekken.talks.page import Vak, Vergelijking, together


@dataclass(frozen=True)
class Verslag:
    """Everything that the PDF of one fixed version says."""

    titel: str
    student_naam: str
    student_voornaam: str
    klas: str
    opleiding: str
    bedrijf: str
    plek: str
    periode: str
    besproken: date | None
    vast_op: datetime
    versie: str
    kanten: list[str]
    vakken: list[Vak]
    groeide: list[str]
    samen: list[tuple[str, str]]
    akkoorden: list[str]
    kanttekening: str
    bron: str


ROLES = {Kant.STUDENT: "student", Kant.PRAKTIJK: "praktijkbegeleider", Kant.MENTOR: "mentor"}


def _name(deel: StagegesprekDeel, talk: Stagegesprek) -> str:
    if deel.kant == Kant.STUDENT or deel.maker is None:
        return talk.stage.student.voornaam if deel.kant == Kant.STUDENT else ROLES[Kant(deel.kant)]
    return deel.maker.voornaam


def _side(deel: StagegesprekDeel, talk: Stagegesprek) -> str:
    """Who filled in a part: the name, the role, and on whose phone."""
    kant = Kant(deel.kant)
    naam = talk.stage.student.naam if kant == Kant.STUDENT else deel.maker.naam if deel.maker else ROLES[kant]
    phone = f", ingevuld op de telefoon van {deel.telefoon_van.naam}" if deel.telefoon_van else ""
    return f"{naam} ({ROLES[kant]}{phone})"


def _said(row: StagegesprekAkkoord, talk: Stagegesprek) -> str:
    if row.zonder_reden:
        why = f"{row.zonder_reden} ({row.door.naam}, mentor, {say_day_year(row.op)})"
        return f"Zonder akkoord van de praktijk: {why}"
    student = row.kant == Kant.STUDENT
    naam = talk.stage.student.naam if student else row.door.naam
    phone = f", op de telefoon van {row.door.naam}" if row.op_telefoon else ""
    return f"{naam} ({ROLES[Kant(row.kant)]}), {say_day_year(row.op)}{phone}"


def there(delen: dict[Kant, StagegesprekDeel]) -> dict[Kant, StagegesprekDeel]:
    """Without a part that its maker did not finish, as when it goes on without the praktijk."""
    return {kant: deel for kant, deel in delen.items() if deel.klaar_op or kant == Kant.SAMEN}


def side_by_side(
    talk: Stagegesprek, delen: dict[Kant, StagegesprekDeel]
) -> tuple[Vergelijking, list[tuple[str, str]]]:
    """The parts of one ronde that are klaar beside each other, and what was written together. Three queries."""
    earlier = queries.earlier_delen(talk, KANTEN)
    delen = there(delen)
    answers = queries.answers_of([*delen.values(), *(deel for _, deel in earlier.values())])
    given = {kant: answers.get(deel.invulling_id, {}) for kant, deel in delen.items()}
    naast = Vergelijking(
        talk=talk,
        profiel=talk.stage.student.profiel,
        antwoorden={kant: given[kant] for kant in KANTEN if kant in delen},
        namen={kant: _name(delen[kant], talk) for kant in KANTEN if kant in delen},
        eerder={kant: (soort, answers.get(deel.invulling_id, {})) for kant, (soort, deel) in earlier.items()},
        grenzen=queries.grenzen_of(talk.stage),
    )
    return naast, together(talk, given[Kant.SAMEN])


def build(talk: Stagegesprek, fixed: StagegesprekOvergang, nummer: int, last: int) -> Verslag:
    """The version that was fixed as the `nummer`-th; `last` is how many there are. Five queries."""
    stage, student = talk.stage, talk.stage.student
    delen = queries.delen_of(talk, fixed.ronde)
    naast, samen = side_by_side(talk, delen)
    instrument = delen[Kant.STUDENT].invulling.versie.instrument
    return Verslag(
        titel=TalkSoort(talk.soort).label,
        student_naam=student.naam,
        student_voornaam=student.voornaam,
        klas=student.klas.naam,
        opleiding=f"{student.profiel.naam} ({student.leerweg})",
        bedrijf=stage.stageplek.leerbedrijf.naam,
        plek=stage.stageplek.titel,
        periode=f"{say_day_year(stage.begin)} tot en met {say_day_year(stage.einde)}",
        besproken=talk.besproken_dag,
        vast_op=fixed.op,
        versie=_version(nummer, last),
        kanten=[_side(delen[kant], talk) for kant in KANTEN if kant in there(delen)],
        vakken=naast.vakken,
        groeide=naast.groeide,
        samen=samen,
        akkoorden=[_said(row, talk) for row in queries.akkoorden_in(talk, fixed.ronde)],
        kanttekening=instrument.kanttekening,
        bron=instrument.bron,
    )


def _version(nummer: int, last: int) -> str:
    if last == 1:
        return ""
    return f"Dit is versie {nummer} van {last}." + (" Er is een nieuwere versie." if nummer < last else "")
