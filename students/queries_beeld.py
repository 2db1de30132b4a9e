"""The gedeeld beeld and the leefgebieden as a person may read them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.text import slugify

from begeleiders.regels import regels_of
from students.access import Viewer
from students.delen import Deel, beeldvragen
from students.enums import Soort
from students.leefgebied import GEWONE_NAAM, IN_GEWONE_WOORDEN, leefgebieden_of
from students.models import BeeldVersie, LeefgebiedStand, Student
from students.queries import vrij_voor
from students.queries_handleiding import Gelezen, Keuze, note, people_around, shared_of
from students.rules import handleiding as rules

Stand = LeefgebiedStand.Stand


def anker(gebied: str) -> str:
    """The id of the block of a leefgebied on a page; a school's own name may hold spaces."""
    return f"gebied-{slugify(gebied)}"


@dataclass(frozen=True)
class Vraag:
    """One of the three questions, with the views that this person reads, side by side."""

    deel: Deel
    over: str
    student: BeeldVersie | None
    eigen: BeeldVersie | None
    anderen: list[BeeldVersie]
    keuzes: list[Keuze] = field(default_factory=list)
    gelezen: list[Gelezen] = field(default_factory=list)

    @property
    def niemand(self) -> bool:
        """Whether the student shares the own answer with nobody."""
        return not any(keuze.ziet for keuze in self.keuzes)


def _newest(student: Student, whose: Q) -> dict[tuple[str, UUID | None], BeeldVersie]:
    """The newest version of each view, by question and by whose view it is; the student's own have no person."""
    same = {"student": OuterRef("student"), "vraag": OuterRef("vraag"), "versie__gt": OuterRef("versie")}
    newer = BeeldVersie.objects.filter(van=OuterRef("van"), **same)
    newer_own = BeeldVersie.objects.filter(van__isnull=True, **same)
    old = (Q(van__isnull=False) & Exists(newer)) | (Q(van__isnull=True) & Exists(newer_own))
    rows = BeeldVersie.objects.filter(whose, student=student.pk).exclude(old)
    return {(row.vraag, row.van_id): row for row in rows.select_related("van", "telefoon_van")}


def vragen(viewer: Viewer, student: Student) -> list[Vraag]:
    """The three questions with what this person reads of them; notes in the ledger what is shown."""
    zelf = viewer.is_student(student)
    given = Q() if zelf else vrij_voor(viewer, student, Soort.GEDEELD_BEELD, "vraag")
    whose = Q(van__isnull=True) & given
    whose |= Q(van__isnull=False) if rules.reads_all_views(viewer, student) else Q(van=viewer.user.pk)
    by_key = _newest(student, whose)
    rows = [row for row in by_key.values() if row.tekst]
    if rows:
        note(viewer, student, Soort.GEDEELD_BEELD)
    shared = shared_of(student, Soort.GEDEELD_BEELD) if zelf else None
    people = people_around(viewer, student, Soort.GEDEELD_BEELD) if zelf else []
    found = []
    for code, deel in beeldvragen().items():
        own = by_key.get((code, None))
        found.append(
            Vraag(
                deel=deel,
                over=deel.over.format(naam=student.voornaam),
                student=_said(rows, code, None),
                eigen=None if zelf else _said(rows, code, viewer.user.pk),
                anderen=[
                    row for row in rows if row.vraag == code and row.van_id not in (None, viewer.user.pk)
                ],
                keuzes=shared.keuzes(code, people) if shared else [],
                gelezen=shared.lezers(code, own.geschreven_op if own else None) if shared else [],
            )
        )
    return found


def _said(rows: Iterable[BeeldVersie], code: str, van: UUID | None) -> BeeldVersie | None:
    return next((row for row in rows if row.vraag == code and row.van_id == van), None)


def own_versions(viewer: Viewer, student: Student, vraag: str) -> list[BeeldVersie]:
    """All versions of one's own answer, the newest first."""
    zelf = viewer.is_student(student)
    note(viewer, student, Soort.GEDEELD_BEELD)
    rows = BeeldVersie.objects.filter(student=student.pk, vraag=vraag, van=None if zelf else viewer.user.pk)
    return list(rows.select_related("geschreven_door", "telefoon_van").order_by("-versie"))


# Leefgebieden ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Gebied:
    """One leefgebied: what it is about, what the student said, and who sees that."""

    code: str
    naam: str
    uitleg: str
    stand: str
    rij: LeefgebiedStand | None
    keuzes: list[Keuze] = field(default_factory=list)
    gelezen: list[Gelezen] = field(default_factory=list)

    @property
    def niemand(self) -> bool:
        """Whether nobody sees this."""
        return not any(keuze.ziet for keuze in self.keuzes)

    @property
    def anker(self) -> str:
        """The id of its block on the page."""
        return anker(self.code)

    @property
    def besproken(self) -> bool:
        """Whether there is something to share."""
        return self.stand != Stand.NIET_BESPROKEN


@dataclass(frozen=True)
class Overzicht:
    """The leefgebieden that this person may see, and whether so many play that the zorgteam may help."""

    gebieden: list[Gebied]
    spelen: int
    veel: bool


def leefgebieden(viewer: Viewer, student: Student) -> Overzicht:
    """What this person sees: the student all, somebody else what was shared; noted in the ledger."""
    zelf = viewer.is_student(student)
    areas = leefgebieden_of(student.klas.school)
    given = Q() if zelf else vrij_voor(viewer, student, Soort.LEEFGEBIEDEN, "gebied")
    rows = {row.gebied: row for row in _standen(student, given)}
    shared = shared_of(student, Soort.LEEFGEBIEDEN) if zelf else None
    people = people_around(viewer, student, Soort.LEEFGEBIEDEN) if zelf else []
    found = []
    for code, naam in areas:
        row = rows.get(code)
        if not zelf and (row is None or row.stand == Stand.NIET_BESPROKEN):
            continue
        found.append(
            Gebied(
                code=code,
                naam=GEWONE_NAAM.get(code, naam) if zelf else naam,
                uitleg=IN_GEWONE_WOORDEN.get(code, ""),
                stand=row.stand if row else Stand.NIET_BESPROKEN,
                rij=row,
                keuzes=shared.keuzes(code, people) if shared else [],
                gelezen=shared.lezers(code, row.gezegd_op if row else None) if shared else [],
            )
        )
    if found:
        note(viewer, student, Soort.LEEFGEBIEDEN)
    plays = sum(area.stand == Stand.SPEELT for area in found)
    return Overzicht(found, plays, plays >= regels_of(student.klas.school).leefgebieden)


def _standen(student: Student, which: Q) -> list[LeefgebiedStand]:
    rows = LeefgebiedStand.objects.filter(which, student=student.pk)
    return list(rows.select_related("gezegd_door", "telefoon_van"))
