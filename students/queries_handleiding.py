"""The student's own words as a person may read them: the parts that were shared, who read them, and questions."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.utils import timezone

from begeleiders.models import User
from kern.models import LogRegel
from students.access import TABLE, Item, Viewer
from students.delen import Deel, delen, te_delen
from students.enums import Rol, Soort
from students.models import HandleidingVersie, HandleidingVraag, KlasRol, Student, TeamLid, Vrijgave
from students.prepared import fetch_for
from students.queries import gegeven_q, team_of
from students.rules.doel import is_outside

LAAG = "handleiding"


@dataclass(frozen=True)
class Stuk:
    """A part with its text, as somebody reads it."""

    deel: Deel
    versie: HandleidingVersie


@dataclass(frozen=True)
class Persoon:
    """Somebody around the student for whom something can be shared."""

    user: User
    rollen: frozenset[Rol]
    rol: str
    # Who left the team reads nothing, though the choice still stands.
    in_team: bool = True


@dataclass(frozen=True)
class Keuze:
    """Whether this person sees a part."""

    persoon: Persoon
    ziet: bool


@dataclass(frozen=True)
class Gelezen:
    """Who read a part, when last, and whether that was the text as it is now."""

    user: User
    op: datetime
    nu: bool = True


@dataclass(frozen=True)
class Kaart:
    """One part on the student's own page."""

    deel: Deel
    versie: HandleidingVersie | None
    keuzes: list[Keuze] = field(default_factory=list)
    gelezen: list[Gelezen] = field(default_factory=list)
    vragen: list[HandleidingVraag] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """What stands there now; empty for nothing."""
        return self.versie.tekst if self.versie else ""

    @property
    def niemand(self) -> bool:
        """Whether nobody sees this part."""
        return not any(keuze.ziet for keuze in self.keuzes)


def note(viewer: Viewer, student: Student, soort: Soort = Soort.HANDLEIDING) -> None:
    """Something of the student's own words is shown: one line in the log for the whole answer."""
    viewer.ledger.read(viewer.subject(student, soort.value, laag=LAAG))


def now_of(student: Student) -> dict[str, HandleidingVersie]:
    """The newest version of each part, empty ones too. One query."""
    return {row.onderdeel: row for row in _newest(student.pk)}


def given_now(viewer: Viewer, student: Student) -> dict[str, HandleidingVersie]:
    """The newest version of each part that the student gave to this person, as long as a role lets them read it.

    Text and gift in one query: asked before it, a text written after the part was taken back would be read once.
    """
    if not viewer.may("lees", student, Item(Soort.HANDLEIDING, gedeeld=True)):
        return {}
    return {row.onderdeel: row for row in fetch_for(_given, viewer, student.pk)}


def _given(viewer: Viewer, student: UUID) -> QuerySet[Any]:
    return _newest(student).filter(gegeven_q(viewer, student, Soort.HANDLEIDING))


def _newest(student: UUID) -> QuerySet[Any]:
    newer = HandleidingVersie.objects.filter(
        student=OuterRef("student"), onderdeel=OuterRef("onderdeel"), versie__gt=OuterRef("versie")
    )
    rows = HandleidingVersie.objects.filter(~Exists(newer), student=student)
    return rows.select_related("geschreven_door", "telefoon_van")


def read_by(viewer: Viewer, student: Student, *, read: bool = True) -> list[Stuk]:
    """The parts that this person may read now, in order of the page; notes in the ledger that they are shown.

    `read` False for a page that shows the headings only. The student's own page "Bekijk als …" asks the same with the
    viewer of somebody else.
    """
    texts = given_now(viewer, student)
    if is_outside(viewer, student):
        for row in texts.values():
            row.telefoon_van = None  # may be somebody of the zorgteam, of whom somebody outside does not know
    found = [
        Stuk(deel, texts[code]) for code, deel in te_delen().items() if code in texts and texts[code].tekst
    ]
    if found and read:
        note(viewer, student)
    return found


def all_of(viewer: Viewer, student: Student) -> list[Stuk]:
    """Every part with a text, for the student."""
    texts = now_of(student)
    note(viewer, student)
    return [Stuk(deel, texts[code]) for code, deel in delen().items() if code in texts and texts[code].tekst]


def versions_of(viewer: Viewer, student: Student, onderdeel: str) -> list[HandleidingVersie]:
    """All versions of one part, the newest first, for the student."""
    note(viewer, student)
    rows = HandleidingVersie.objects.filter(student=student.pk, onderdeel=onderdeel)
    return list(rows.select_related("geschreven_door", "telefoon_van").order_by("-versie"))


# The people ------------------------------------------------------------------------------------------------


def people_around(viewer: Viewer, student: Student, soort: Soort) -> list[Persoon]:
    """Who may read what the student shares of this kind: each once, in order of the team list."""
    rows: dict[UUID, list[KlasRol | TeamLid]] = {}
    for row in team_of(viewer, student):
        rows.setdefault(row.user_id, []).append(row)
    found = []
    for theirs in rows.values():
        rollen = frozenset(Rol(row.rol) for row in theirs)
        if any(rol in TABLE[soort, None] for rol in rollen):
            found.append(Persoon(theirs[0].user, rollen, _role_of(theirs[0])))
    return found


def _role_of(row: KlasRol | TeamLid) -> str:
    """The role in a word or two; who guides at work, with the place of that work."""
    if row.rol == Rol.PRAKTIJKBEGELEIDER:
        return ", ".join(filter(None, ("stage", row.user.organisatie)))
    return str(Rol(row.rol).label)


@dataclass(frozen=True)
class Gedeeld:
    """What was shared of one kind, with whom and since when; who read it, and when last."""

    loopt: dict[tuple[str, UUID], Vrijgave]
    gelezen: dict[tuple[str, UUID], Gelezen]

    def keuzes(self, onderdeel: str, people: list[Persoon], *, met_weg: bool = True) -> list[Keuze]:
        """A choice for each person of the team, and for who left it while the choice stands.

        `met_weg` False on the phone of somebody who does not see the whole team: then who left is not named.
        """
        known = {person.user.pk for person in people}
        gone = [
            Persoon(row.aan, frozenset(), "niet meer in je team", in_team=False)
            for (code, user), row in self.loopt.items()
            if met_weg and code == onderdeel and user not in known
        ]
        return [Keuze(person, (onderdeel, person.user.pk) in self.loopt) for person in (*people, *gone)]

    def lezers(self, onderdeel: str, since: datetime | None) -> list[Gelezen]:
        """Who read this part, the last one first. In: since when the text is as it is now."""
        found = [row for (code, _), row in self.gelezen.items() if code == onderdeel]
        ordered = sorted(found, key=lambda row: row.op, reverse=True)
        return [Gelezen(row.user, row.op, since is None or row.op >= since) for row in ordered]


def shared_of(student: Student, soort: Soort) -> Gedeeld:
    """All that was ever shared of this kind, with the reads of the log that fell within the time. One query.

    A line of the log says who opened the page of this kind and when; what was shared then, was on it.
    """
    lines = (
        LogRegel.objects.filter(
            student=OuterRef("student"),
            wie=OuterRef("aan"),
            soort=soort.value,
            laag=LAAG,
            actie="gelezen",
            op__gte=OuterRef("gegeven_op"),
            op__lte=Coalesce(OuterRef("ingetrokken_op"), timezone.now()),
        )
        .order_by("-id")
        .values("op")[:1]
    )
    rows = Vrijgave.objects.filter(student=student.pk, soort=soort).select_related("aan")
    loopt: dict[tuple[str, UUID], Vrijgave] = {}
    gelezen: dict[tuple[str, UUID], Gelezen] = {}
    for row in rows.annotate(gelezen_op=Subquery(lines)).order_by(F("gegeven_op")):
        key = (row.onderdeel, row.aan_id)
        if row.ingetrokken_op is None:
            loopt[key] = row
        if row.gelezen_op is not None:
            gelezen[key] = Gelezen(row.aan, row.gelezen_op)
    return Gedeeld(loopt, gelezen)


# The student's own page -------------------------------------------------------------------------------------


def kaarten(viewer: Viewer, student: Student) -> list[Kaart]:
    """The own page: every part with who sees it, who read it, and who asks for it."""
    note(viewer, student)
    people = people_around(viewer, student, Soort.HANDLEIDING)
    texts, shared = now_of(student), shared_of(student, Soort.HANDLEIDING)
    asked = open_questions(student, people)
    found = []
    for code, deel in delen().items():
        versie = texts.get(code)
        found.append(
            Kaart(
                deel=deel,
                versie=versie,
                keuzes=shared.keuzes(code, people) if deel.deelbaar else [],
                gelezen=shared.lezers(code, versie.geschreven_op if versie else None),
                vragen=[row for row in asked if row.onderdeel == code],
            )
        )
    return found


def open_questions(student: Student, people: list[Persoon]) -> list[HandleidingVraag]:
    """What people of the team ask and the student did not answer yet; who left the team asks no more."""
    known = [person.user.pk for person in people]
    rows = HandleidingVraag.objects.filter(student=student.pk, antwoord="", gevraagd_door__in=known)
    return list(rows.select_related("gevraagd_door").order_by("gevraagd_op"))


def asked_by(viewer: Viewer, student: Student) -> dict[str, HandleidingVraag]:
    """The last question of this person for each part, with what the student said."""
    rows = HandleidingVraag.objects.filter(student=student.pk, gevraagd_door=viewer.user.pk)
    return {row.onderdeel: row for row in rows.order_by("gevraagd_op")}


def own_file(viewer: Viewer) -> QuerySet[Student]:
    """The file of this person as a student: one row, or none."""
    mine = viewer.eigen
    return Student.objects.filter(pk__in=mine, account=viewer.user.pk).select_related("klas__school")


def my_file(viewer: Viewer) -> Student:
    """The file of this person as a student; Http404 for who is none."""
    for student in own_file(viewer):
        return student
    raise Http404


def find_person(student: Student, soort: Soort, people: list[Persoon], pk: UUID) -> User:
    """Somebody for whom the student can choose: on the team, or with a choice that still stands; else Http404."""
    found = next((person.user for person in people if person.user.pk == pk), None)
    if found is None:
        rows = Vrijgave.objects.filter(student=student.pk, soort=soort, aan=pk, ingetrokken_op=None)
        found = next((row.aan for row in rows.select_related("aan")[:1]), None)
    if found is None:
        raise Http404
    return found


def get_question(student: Student, pk: UUID) -> HandleidingVraag:
    """One question to this student; Http404 where there is none."""
    for row in HandleidingVraag.objects.filter(pk=pk, student=student.pk).select_related("gevraagd_door"):
        return row
    raise Http404


def written_there(student: Student, ids: list[UUID]) -> dict[str, HandleidingVersie]:
    """Versions by part, of those that were written on a lent phone just now."""
    return {row.onderdeel: row for row in HandleidingVersie.objects.filter(student=student.pk, pk__in=ids)}
