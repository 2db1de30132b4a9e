"""Samenwerking and Individuele begeleiding as a person may see them; each fetch notes what it reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import Http404

from checklists import kenmerken
from checklists.fields import Veld
from checklists.filled import Filled
from checklists.instrument import Instrument
from checklists.nodes import KEUZE, TERUGKIJKEN
from checklists.queries import stored
from checklists.touched import on_path
from collaboration.enums.samen import VOLGENDE_KEER, SamenStatus
from collaboration.models import Afspraak, Gesprek, IndividueleBegeleiding, Samenwerking, SamenwerkingKant
from collaboration.queries.gesprek import WITH_STUDENT
from collaboration.rules.samen import side_of
from collaboration.vergelijking import Rij, Ronde, rijen
from kern.log import Subject
from students.access import Viewer
from students.enums import Laag, Soort
from students.models import Student
from students.prepared import fetch_for

NAAST = (SamenStatus.NAAST, SamenStatus.BESPROKEN)


def _sides() -> Prefetch[Any]:
    rows = SamenwerkingKant.objects.select_related("user", "invulling__versie")
    return Prefetch("kanten", rows.defer("invulling__versie__boom"))


def _mine(viewer: Viewer) -> QuerySet[Any]:
    """The rounds in which this person takes part, of students for whom a role runs today."""
    return _rounds(viewer).prefetch_related(_sides())


def _rounds(viewer: Viewer) -> QuerySet[Any]:
    rows = Samenwerking.objects.filter(
        viewer.students_q(Soort.SAMENWERKING, "student"), kanten__user=viewer.user.pk
    )
    return rows.select_related(*WITH_STUDENT, "student__klas__school")


def _with_sides(rows: list[Samenwerking]) -> list[Samenwerking]:
    prefetch_related_objects(rows, _sides())
    return rows


def get_samenwerking(viewer: Viewer, pk: UUID, *, read: bool = True) -> Samenwerking:
    """One round of this person; Http404 otherwise. `read` False is for a save, which shows nothing."""
    row = _mine(viewer).filter(pk=pk).first()
    if row is None:
        raise Http404
    if read:
        note(viewer, row.student, row.pk)
    found: Samenwerking = row
    return found


def note(viewer: Viewer, student: Student, pk: UUID | None = None) -> None:
    """Put the reading of a samenwerking into the ledger of the request."""
    viewer.ledger.read(viewer.subject(student, "samenwerking", object_id=pk))


def rounds(viewer: Viewer, limit: int = 40) -> list[Samenwerking]:
    """All rounds of this person, newest first."""
    return list(_mine(viewer)[:limit])


def rounds_about(viewer: Viewer, student: Student, limit: int = 6) -> list[Samenwerking]:
    """The rounds of this person around one student, newest first."""
    return _with_sides(fetch_for(_about, viewer, student.pk, limit))


def _about(viewer: Viewer, student: UUID, limit: int) -> QuerySet[Any]:
    return _rounds(viewer).filter(student=student)[:limit]


def asked_of(viewer: Viewer, limit: int = 20) -> list[Samenwerking]:
    """What waits for this person: rounds to fill in, and those that lie side by side without an afspraak yet."""
    return waiting(viewer, _with_sides(fetch_for(_running, viewer, limit)))


def _running(viewer: Viewer, limit: int) -> QuerySet[Any]:
    return _rounds(viewer).exclude(status=SamenStatus.GESTOPT)[:limit]


def waiting(viewer: Viewer, rows: Iterable[Samenwerking]) -> list[Samenwerking]:
    """Of these rounds, newest first, those in which this person has something to do.

    To fill in one's own side, or to talk: of the rounds of the same two only the newest asks for a talk.
    """
    found, seen = [], set()
    for row in rows:
        newest = (row.student_id, row.paar) not in seen
        if row.status in NAAST:
            seen.add((row.student_id, row.paar))
        mine = side_of(row, viewer.user.pk)
        if row.status == SamenStatus.NAAST and newest:
            found.append(row)
        if row.status == SamenStatus.BEZIG and mine.vrij_op is None:
            found.append(row)
    return found


def done_around(student: Student, limit: int = 5) -> list[Samenwerking]:
    """What a student sees of it: that two of the team looked together, and when. No answer comes along."""
    rows = Samenwerking.objects.filter(student=student.pk, status__in=NAAST).prefetch_related("kanten__user")
    return list(rows.order_by("-naast_op", "-id")[:limit])


def comparison(row: Samenwerking) -> list[Rij]:
    """Both sides beside each other. Only for a round that both gave free."""
    return list(_round(row, stored(kant.invulling_id for kant in row.kanten.all())).rijen)


def _round(row: Samenwerking, answers: dict[UUID, dict[str, Any]]) -> Ronde:
    assert row.status in NAAST
    assert row.naast_op is not None
    een, ander = (
        (kant.invulling.versie.instrument, answers.get(kant.invulling_id, {})) for kant in row.kanten.all()
    )
    return Ronde(row.naast_op, tuple(rijen(een, ander)))


def history(viewer: Viewer, row: Samenwerking) -> list[Ronde]:
    """This round and the earlier ones of the same two around the same student, oldest first: three queries.

    In every one of them the one who asked now is "een", whoever asked then.
    """
    earlier = _mine(viewer).filter(student=row.student_id, paar=row.paar, status__in=NAAST)
    found = list(earlier.filter(naast_op__lte=row.naast_op).order_by("naast_op", "id"))
    first = row.kanten.all()[0].user_id
    answers = stored(kant.invulling_id for one in found for kant in one.kanten.all())
    return [_round(_turned(one, first), answers) for one in found]


def _turned(row: Samenwerking, first: UUID) -> Samenwerking:
    kanten = sorted(row.kanten.all(), key=lambda kant: kant.user_id != first)
    row._prefetched_objects_cache["kanten"]._result_cache = kanten  # type: ignore[attr-defined]
    return row


def talks_of(viewer: Viewer, row: Samenwerking) -> list[tuple[Gesprek, list[Afspraak]]]:
    """The gesprekken that came out of a round, each with the afspraken that this person reads: two queries."""
    talks = Gesprek.objects.readable_by(viewer).filter(uit_samenwerking__samenwerking=row.pk)
    found = list(talks.order_by("-wanneer", "-id"))
    promised = Afspraak.objects.readable_by(viewer).filter(gesprek__in=[one.pk for one in found])
    by_talk: dict[UUID, list[Afspraak]] = {}
    for afspraak in promised.select_related("eigenaar", "student").order_by("voor", "id"):
        by_talk.setdefault(afspraak.gesprek_id, []).append(afspraak)
    return [(one, by_talk.get(one.pk, [])) for one in found]


def wishes(row: Samenwerking) -> list[tuple[Any, str]]:
    """What each wants to discuss for certain: the answers after the last step that are meant to be shared."""
    answers = stored(kant.invulling_id for kant in row.kanten.all())
    found = []
    for kant in row.kanten.all():
        fields = kant.invulling.versie.instrument.velden(TERUGKIJKEN)
        given = answers.get(kant.invulling_id, {})
        texts = [str(given.get(veld.code) or "").strip() for veld in fields if veld.verslag]
        found += [(kant.user, text) for text in texts if text]
    return found


# Individuele begeleiding: the author's own, and nobody else's -------------------------------------------------


def _own(viewer: Viewer) -> QuerySet[Any]:
    rows = IndividueleBegeleiding.objects.filter(viewer.any_role_q(), auteur=viewer.user.pk)
    rows = rows.select_related(*WITH_STUDENT, "student__klas__school", "invulling__versie")
    return rows.defer("invulling__versie__boom")


def note_own(viewer: Viewer, student: Student, pk: UUID | None = None) -> None:
    """Put the reading of one's own look into the ledger of the request."""
    viewer.ledger.read(viewer.subject(student, "eigen begeleiding", laag=Laag.WERKAANTEKENING, object_id=pk))


def get_individueel(viewer: Viewer, pk: UUID, *, read: bool = True) -> IndividueleBegeleiding:
    """One look of this person at their own guidance; Http404 for everybody else."""
    row = _own(viewer).filter(pk=pk).first()
    if row is None:
        raise Http404
    if read:
        note_own(viewer, row.student, row.pk)
    found: IndividueleBegeleiding = row
    return found


def own_looks(viewer: Viewer, student: Student, limit: int = 10) -> list[IndividueleBegeleiding]:
    """The looks of this person at their own guidance of this student, newest first."""
    return list(_own(viewer).filter(student=student.pk)[:limit])


@dataclass(frozen=True)
class VolgendeKeer:
    """What somebody wanted for the next time: kenmerken by name, own words, and when that was."""

    op: datetime
    kenmerken: tuple[str, ...]
    woorden: str
    pk: UUID


def next_time(viewer: Viewer, student: Student, *, but: UUID | None = None) -> VolgendeKeer | None:
    """What this person chose for the next time with this student; the newest look in which anything was chosen."""
    looks = [row for row in own_looks(viewer, student, 3) if row.pk != but]
    answers = stored(row.invulling_id for row in looks) if looks else {}
    for row in looks:
        found = chosen(row.invulling.versie.instrument, answers.get(row.invulling_id, {}))
        if found:
            note_own(viewer, student, row.pk)
            names, words = found
            return VolgendeKeer(row.gemaakt_op, tuple(names), words, row.pk)
    return None


def chosen(instrument: Instrument, answers: dict[str, Any]) -> tuple[list[str], str] | None:
    """The kenmerken that were chosen for the next time, by name, and the words; None where there is neither."""
    names: list[str] = []
    for veld in instrument.velden():
        if for_next_time(veld) and on_path(veld, answers):
            picked = answers.get(veld.code) or []
            names += [o.label for o in veld.opties if o.code in picked and o.label not in names]
    words = str(answers.get(VOLGENDE_KEER) or "").strip()
    return (names, words) if names or words else None


def for_next_time(veld: Veld) -> bool:
    """Whether a field chooses kenmerken."""
    known = kenmerken.codes()
    return veld.soort == KEUZE and veld.meer and all(optie.code in known for optie in veld.opties)


def attention(filled: Filled) -> list[tuple[str, list[str]]]:
    """What got attention: each kenmerk of the instrument with the points that were ticked; those with none left out."""
    found: dict[str, list[str]] = {}
    for veld in _ticked(filled):
        found.setdefault(kenmerken.naam(veld.kenmerken[0]), []).append(veld.label)
    return list(found.items())


def _ticked(filled: Filled) -> Iterable[Veld]:
    return (veld for veld in filled.ticked() if veld.kenmerken)


def list_subject() -> Subject:
    """A list of rounds is one line in the log, without students."""
    return Subject(kind="samenwerkingen")
