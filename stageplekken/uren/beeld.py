"""One picture of the hours of a stage: the drawing, the table and the sentences all come from `Beeld`.

Widths are per cents of the drawing, so that it never shrinks its words. Nothing here decides a figure: those come
from `Urenboek` and `Projectie`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kern.dates import DAYS
from stageplekken.uren.boek import Urenboek, WeekSom
from stageplekken.uren.projection import DAY, NUL, Projectie, Uitkomst
from stageplekken.uren.words import KORTE_MAANDEN, say_dag_kort, say_list, say_som, say_uren

SOORTEN = ("gemaakt", "gemist", "vrij", "open")
ASLABELS = 5


def pct(deel: Decimal | float, geheel: Decimal | float) -> str:
    """A part of a whole as the drawing writes it: "66.67%"."""
    return f"{float(deel) / float(geheel) * 100 if geheel else 0:.2f}%"


@dataclass(frozen=True)
class Deel:
    """One piece of the bar of a week."""

    soort: str
    uren: Decimal
    x: str
    breedte: str


@dataclass(frozen=True)
class WeekBeeld:
    """A week as bar, as row of the table, and in words."""

    som: WeekSom
    delen: tuple[Deel, ...]
    nadruk: str
    rest: str
    nu: bool

    @property
    def tekst(self) -> str:
        """For example "16 uur gemaakt, 8 gemist"."""
        return f"{self.nadruk}{self.rest}"


@dataclass(frozen=True)
class Lijn:
    """One line of the drawing of the end: what it stands for, the day in words, how far it reaches."""

    soort: str  # plan, elke or nu
    kop: str
    lang: str
    dag: date | None
    tekst: str
    breedte: str
    y: int


@dataclass(frozen=True)
class Maand:
    """A label of the axis."""

    woord: str
    x: str
    anker: str


@dataclass(frozen=True)
class Einde:
    """When the stage ends: three lines, the months below them, and the same in sentences."""

    uitkomst: Uitkomst
    lijnen: tuple[Lijn, ...]
    maanden: tuple[Maand, ...]
    zinnen: tuple[str, ...]
    uitleg: str

    @property
    def beschrijving(self) -> str:
        """All sentences, for who hears the drawing."""
        return " ".join(self.zinnen)


@dataclass(frozen=True)
class Beeld:
    """Everything that page, table, drawing and paper show of the hours."""

    weken: tuple[WeekBeeld, ...]
    einde: Einde
    projectie: Projectie
    gemaakt: Decimal
    gemist: Decimal
    vrij: Decimal
    gewerkt: tuple[int, int]
    breedte: str
    werkdagen: str


def picture(boek: Urenboek, wie: str) -> Beeld:
    """The picture of one stage. `wie`: the first name of the student, or "je" on the student's own page."""
    sommen = boek.weeksommen
    most = max((_total(som) for som in sommen), default=NUL)
    projectie = boek.projectie
    return Beeld(
        weken=tuple(_week(som, most, boek.vandaag) for som in sommen),
        einde=_einde(boek, projectie, wie),
        projectie=projectie,
        gemaakt=projectie.gemaakt,
        gemist=boek.som("gemist"),
        vrij=boek.som("vrij"),
        gewerkt=boek.gewerkt,
        breedte=pct(min(projectie.gemaakt, projectie.vereist), projectie.vereist),
        werkdagen=_workdays(boek),
    )


def _total(som: WeekSom) -> Decimal:
    return sum((getattr(som, soort) for soort in SOORTEN), NUL)


def _week(som: WeekSom, most: Decimal, vandaag: date) -> WeekBeeld:
    delen, at = [], NUL
    for soort in SOORTEN:
        uren: Decimal = getattr(som, soort)
        if uren:
            delen.append(Deel(soort, uren, pct(at, most), pct(uren, most)))
        at += uren
    nadruk, rest = say_som(som.gemaakt, som.gemist, som.vrij, som.open)
    nu = som.maandag <= vandaag < som.maandag + 7 * DAY
    return WeekBeeld(som, tuple(delen), nadruk, rest, nu)


def _workdays(boek: Urenboek) -> str:
    plan, day = boek.plan, max(boek.vandaag, boek.plan.begin)
    maandag = day - day.weekday() * DAY
    return say_list([DAYS[n] for n in range(7) if plan.rooster_op(maandag + n * DAY) > 0])


def _einde(boek: Urenboek, p: Projectie, wie: str) -> Einde:
    """Lines, months and sentences of the end; reached is words only."""
    if p.uitkomst is Uitkomst.GEHAALD:
        zin = f"Alle {say_uren(p.vereist)} uur zijn gemaakt."
        return Einde(p.uitkomst, (), (), (zin,), "Mooi. De uren zijn binnen.")

    def said(maandag: date | None) -> str:
        return f"week van {say_dag_kort(maandag, boek.vandaag)}" if maandag else "nog geen einde in zicht"

    plan, elke, nu = say_dag_kort(p.gepland, boek.vandaag), said(p.elke_dag), said(p.week)
    begin, last = _axis(boek, p)
    lines = tuple(
        Lijn(soort, kop, lang, dag, tekst, pct((dag - begin).days, (last - begin).days) if dag else "0%", y)
        for soort, kop, lang, dag, tekst, y in (
            ("plan", "Plan", "Het plan", p.gepland, plan, 16),
            ("elke", "Elke stagedag", "Vanaf nu elke stagedag", p.elke_dag, elke, 92),
            ("nu", "Zoals nu", "Zoals het nu gaat", p.week, nu, 168),
        )
    )
    zinnen = (f"Het plan is {plan}.", *_ahead(p, wie, elke, nu))
    return Einde(p.uitkomst, lines, _months(begin, last), zinnen, _pace(p))


def _ahead(p: Projectie, wie: str, elke: str, nu: str) -> tuple[str, ...]:
    """The second and third line as sentences; what comes out the same is said once."""
    self_ = wie == "je"
    if not p.elke_dag and not p.week:
        return (f"Wanneer {'je klaar bent' if self_ else f'{wie} klaar is'}, weten we nog niet.",)
    if self_:
        every = f"Kom je vanaf nu elke stagedag? Dan is {_in_zin(elke)}."
    else:
        every = f"Komt {wie} vanaf nu elke stagedag, dan is {_in_zin(elke)}."
    if elke == nu:
        return every, "Gaat het zoals nu, dan lukt dat ook."
    return every, f"Gaat het zoals nu, dan is {_in_zin(nu)}."


def _in_zin(text: str) -> str:
    return f"het in de {text}" if text.startswith("week") else f"er {text}"


def _pace(p: Projectie) -> str:
    """How the third line was worked out."""
    tempo = say_uren(p.tempo)
    if not p.tempo_weken:
        return f"Er is nog geen volle stageweek voorbij. We rekenen met het rooster: {tempo} uur per week."
    weken = (
        "de laatste volle stageweek" if p.tempo_weken == 1 else f"de laatste {p.tempo_weken} volle stageweken"
    )
    return f"Zo rekenen we: in {weken} was het {tempo} uur per week. Nog te gaan: {say_uren(p.nog)} uur."


def _axis(boek: Urenboek, p: Projectie) -> tuple[date, date]:
    """From the first of the month of the start to the first of the month after the last line."""
    last = max(dag for dag in (p.gepland, p.elke_dag, p.week) if dag)
    after = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    return boek.plan.begin.replace(day=1), after


def _months(begin: date, last: date) -> tuple[Maand, ...]:
    """At most five labels, the first at the start; the year where it begins."""
    count = (last.year - begin.year) * 12 + last.month - begin.month
    step, found = -(-count // ASLABELS), []
    for number in range(0, count, step):
        first = date(begin.year + (begin.month - 1 + number) // 12, (begin.month - 1 + number) % 12 + 1, 1)
        word = KORTE_MAANDEN[first.month - 1]
        if step >= 12 or (number and first.year != begin.year and first.month <= step):
            word = str(first.year)
        found.append(
            Maand(word, pct((first - begin).days, (last - begin).days), "start" if not number else "middle")
        )
    return tuple(found)
