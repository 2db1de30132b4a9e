"""The verslag of a gesprek: one description that the page and the PDF both show."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from checklists.fields import Veld
from checklists.filled import Filled
from checklists.nodes import VOOR
from checklists.queries import own_answers
from collaboration.enums import EIGEN_MEE, EIGEN_PUNTEN, GEWONE_WOORDEN, GesprekStatus
from collaboration.models import Afspraak, Gesprek
from collaboration.queries import gesprek as queries
from kern.dates import say_day_year
from students.access import LEES, TABLE, Item, Lees, Viewer
from students.enums import Laag, Rol, Soort
from students.models import KlasRol, TeamLid
from students.queries import short_name_only, team_of

KOP_EIGEN = "Punten van de begeleider"
BRON = "Kansrijk, gesprek zonder checklist"

WIE_LEEST = {
    Laag.WERKAANTEKENING: "Dit is een werkaantekening. Alleen {auteur} leest hem. {student} mag vragen om hem te zien.",
    Laag.ZORG: "Dit gesprek leest alleen het zorgteam.",
    Laag.BEGELEIDING: "Dit gesprek lezen {student} en de begeleiders van school.",
    Laag.STAGE: "Dit gesprek lezen {student}, de begeleiders van school en {stage}.",
}


class Deel(NamedTuple):
    """A part of the verslag: a heading, its tone (goed, werk, gewoon), and paragraphs."""

    kop: str
    soort: str
    items: list[str]


@dataclass(frozen=True)
class Regel:
    """One afspraak, ready to print."""

    wat: str
    wie: str
    voor: date
    stand: str


@dataclass(frozen=True)
class Verslag:
    """Everything that the page and the PDF of a gesprek say."""

    student_naam: str
    student_voornaam: str
    klas: str
    opleiding: str
    titel: str
    wanneer: datetime
    wijze: str
    wie: list[str]
    gemaakt_door: str
    wie_mag_lezen: str
    duur: int | None = None
    onderwerp: str = ""
    doel: str = ""
    gewone_woorden: str = ""
    afspraken: list[Regel] = field(default_factory=list)
    delen: list[Deel] = field(default_factory=list)
    student_antwoord: str = ""
    student_woorden: str = ""
    student_hoe: str = ""
    volgend: str = ""
    vastgelegd_op: datetime | None = None
    regie: str = ""
    versie: str = ""
    ingetrokken: bool = False
    voet: str = ""
    bron: str = BRON
    kanttekening: str = ""


CANNOT_READ = "was erbij, maar kan dit niet lezen"


def _people(viewer: Viewer, gesprek: Gesprek) -> list[str]:
    """Who was there, as far as this person knows them; being there gave no right to read."""
    members: list[KlasRol | TeamLid] = team_of(viewer, gesprek.student)
    roles = {member.user_id: Rol(member.rol) for member in members}
    author = gesprek.auteur
    named = [f"{author.naam} ({roles[author.pk].label})" if author.pk in roles else author.naam]
    for voerder in gesprek.voerders.select_related("user").order_by("id"):
        if (rol := roles.get(voerder.user_id)) is None:
            continue  # not, or not any more, somebody whom this person meets on the team list
        cel = TABLE[Soort.GESPREK, Laag(gesprek.laag)].get(rol) if gesprek.laag else LEES
        reads = cel is not None and cel.lees is not Lees.EIGEN
        named.append(f"{voerder.user.naam} ({rol.label if reads else f'{rol.label}, {CANNOT_READ}'})")
    return ([gesprek.student.voornaam] if gesprek.student_erbij else []) + named


def own_points(gesprek: Gesprek) -> list[str]:
    """The points that a gespreksvoerder prepared and chose to put into the verslag."""
    if gesprek.invulling is None:
        return []
    answers = own_answers(invulling=gesprek.invulling, velden=(EIGEN_PUNTEN, EIGEN_MEE))
    chosen = [own[EIGEN_PUNTEN] for own in answers.values() if own.get(EIGEN_MEE) and own.get(EIGEN_PUNTEN)]
    return [line.strip() for text in chosen for line in str(text).splitlines() if line.strip()]


def parts(gesprek: Gesprek, filled: Filled | None) -> list[Deel]:
    """The parts of the verslag in the order of the instrument; of a plain gesprek its text."""
    if filled is None:
        return [Deel("Hier praatten we over", "gewoon", _paragraphs(gesprek.tekst))] if gesprek.tekst else []
    points = own_points(gesprek)
    found = [Deel(KOP_EIGEN, "gewoon", points)] if points else []
    plain = _plain(filled)  # stands on top of the verslag already
    for heading in filled.review():
        if (plain and heading.kop == plain.verslag) or heading.soort == "citaat":
            continue
        if heading.items:
            found.append(Deel(heading.kop, filled.instrument.toon(heading.kop), heading.items))
        if heading.af:
            found.append(Deel(f"{heading.kop}: dit is af", "goed", heading.af))
        if heading.open:
            found.append(Deel(f"{heading.kop}: dit staat nog open", "werk", heading.open))
    return found


def places(filled: Filled) -> dict[str, tuple[str, str]]:
    """Where each heading of `parts` is filled in: the part of the walk, and the field."""
    found = {KOP_EIGEN: (VOOR, EIGEN_PUNTEN)}
    for veld in sorted(filled.instrument.velden(), key=lambda veld: not filled.filled(veld.code)):
        for kop in (veld.verslag, f"{veld.verslag}: dit is af", f"{veld.verslag}: dit staat nog open"):
            found.setdefault(kop, (veld.deel, veld.code))
    return found


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _student_words(filled: Filled | None) -> tuple[str, str]:
    """What the student chose, and what the student wrote."""
    if filled is None or filled.instrument.terugkijken.student is None:
        return "", ""
    vraag = filled.instrument.terugkijken.student
    chosen = " ".join(filled.words(vraag.code))
    return chosen, str(filled.value(vraag.tekst.code)) if vraag.tekst else ""


def _who_reads(gesprek: Gesprek, student: str) -> str:
    if gesprek.status == GesprekStatus.INGETROKKEN:
        return "Dit gesprek is ingetrokken. Alleen wie het schreef, ziet het nog."
    if not gesprek.laag:
        return "Dit is nog een concept. Alleen de gespreksvoerders zien het."
    stage = gesprek.stage.stageplek.leerbedrijf.naam if gesprek.stage else ""
    sentence = WIE_LEEST[Laag(gesprek.laag)]
    return sentence.format(student=student, auteur=gesprek.auteur.naam, stage=stage)


def _footer(gesprek: Gesprek) -> str:
    if gesprek.laag in (Laag.WERKAANTEKENING, Laag.ZORG):
        return "Vertrouwelijk. Geef dit niet verder."
    return f"Vertrouwelijk. {gesprek.student.voornaam} mag dit verslag lezen en laten verbeteren."


def _line(afspraak: Afspraak) -> Regel:
    wie = afspraak.eigenaar.naam if afspraak.eigenaar else afspraak.student.voornaam
    return Regel(wat=afspraak.wat, wie=wie, voor=afspraak.voor, stand=afspraak.get_status_display())


def _version(gesprek: Gesprek) -> str:
    if gesprek.corrigeert is None:
        return ""
    old = gesprek.corrigeert
    when = f" van {say_day_year(old.vastgelegd_op)}" if old.vastgelegd_op else ""
    return f"Dit is versie {gesprek.versie}. Versie {old.versie}{when} is vervangen."


def _said(viewer: Viewer, gesprek: Gesprek, filled: Filled | None) -> dict[str, Any]:
    """What was said: the parts, the afspraken, the words of the student, and where the checklist comes from."""
    chosen, words = _student_words(filled)
    phone = gesprek.student_gevraagd_door
    instrument = filled.instrument if filled else None
    plain = str(filled.value(GEWONE_WOORDEN)) if filled and _plain(filled) else gesprek.gewone_woorden
    return {
        "gewone_woorden": plain,
        "afspraken": [_line(afspraak) for afspraak in queries.afspraken_of(viewer, gesprek)],
        "delen": parts(gesprek, filled),
        "student_antwoord": chosen,
        "student_woorden": words,
        "student_hoe": f"ingevuld op de telefoon van {phone.naam}" if phone and (chosen or words) else "",
        "bron": instrument.bron if instrument else BRON,
        "kanttekening": instrument.kanttekening if instrument else "",
    }


def _about(gesprek: Gesprek) -> dict[str, Any]:
    """When, how and about what it was."""
    onderwerp = gesprek.get_onderwerp_display() if gesprek.onderwerp else ""
    return {
        "titel": gesprek.titel,
        "wanneer": gesprek.wanneer,
        "duur": gesprek.duur,
        "wijze": gesprek.get_wijze_display(),
        "onderwerp": ": ".join(part for part in (onderwerp, gesprek.onderwerp_regel) if part),
        "doel": gesprek.get_begeleidingsdoel_display() if gesprek.begeleidingsdoel else "",
        "gemaakt_door": gesprek.auteur.naam,
        "vastgelegd_op": gesprek.vastgelegd_op,
        "versie": _version(gesprek),
        "ingetrokken": gesprek.status == GesprekStatus.INGETROKKEN,
    }


def build(viewer: Viewer, gesprek: Gesprek, filled: Filled | None = None, *, jij: bool = False) -> Verslag:
    """The verslag of a gesprek that this person may open; `jij` where it speaks to the student, and not on paper."""
    student = gesprek.student
    short = short_name_only(viewer, student)
    regie = viewer.may("lees", student, Item(Soort.REGIE))
    return Verslag(
        student_naam=student.voornaam if short else student.naam,
        student_voornaam=student.voornaam,
        klas=student.klas.naam,
        opleiding="" if short else f"{student.profiel.naam} ({student.leerweg})",
        wie=_people(viewer, gesprek),
        wie_mag_lezen=_who_reads(gesprek, "jij" if jij else student.voornaam),
        regie=f"De regie is bij {student.regie_houder.naam}." if regie else "",
        voet=_footer(gesprek),
        **_about(gesprek),
        **_said(viewer, gesprek, filled),
    )


def _plain(filled: Filled) -> Veld | None:
    """The field for the summary in plain words, where the instrument has one."""
    return next((veld for veld in filled.instrument.velden() if veld.code == GEWONE_WOORDEN), None)
