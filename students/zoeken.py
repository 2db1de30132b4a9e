"""What a search finds in this room: students by their name, and the klassen of students."""

from collections.abc import Iterable

from django.db.models import Q

from kern.folding import begins
from kern.http import address
from kern.zoeken import MEEST, Bron, Treffer
from students.access import Viewer
from students.enums import Rol
from students.models import Klas, Student
from students.queries import short_name_only


def _hit(student: Student, naam: str) -> Treffer:
    return Treffer(naam, address("student", student.pk), f"Klas {student.klas.naam}", student.pk)


def find_students(viewer: Viewer, words: tuple[str, ...]) -> list[Treffer]:
    """Students of whom each word begins a word of the name, by first name: one query, for a peercoach two.

    Who knows somebody by first name only finds by that name only: a hit would give the surname away.
    """
    rows = Student.objects.filter(viewer.students_q(kort=False)).named(words).select_related("klas")
    found = [
        _hit(student, student.naam) for student in rows.order_by("voornaam", "achternaam", "id")[: MEEST + 1]
    ]
    if Rol.PEERCOACH in viewer.rollen:
        found = sorted([*found, *_by_first_name(viewer, words)], key=lambda hit: hit.naam)
    return found[: MEEST + 1]


def _by_first_name(viewer: Viewer, words: tuple[str, ...]) -> Iterable[Treffer]:
    """Those whom this person knows by first name and klas only; a peercoach has but a few."""
    mine = [pk for pk, links in viewer.team.items() if any(link.rol is Rol.PEERCOACH for link in links)]
    for student in Student.objects.visible_to(viewer).filter(pk__in=mine).select_related("klas"):
        if short_name_only(viewer, student) and begins(words, student.voornaam):
            yield _hit(student, student.voornaam)


def find_klassen(viewer: Viewer, words: tuple[str, ...]) -> list[Treffer]:
    """The klassen in which this person knows students, by name: one query. They lead to the list of those students."""
    beheert = [pk for pk, links in viewer.scholen.items() if any(link.rol is Rol.BEHEERDER for link in links)]
    around = Student.objects.order_by().filter(pk__in=list(viewer.team)).values("klas")
    rows = Klas.objects.filter(Q(pk__in=list(viewer.klassen)) | Q(pk__in=around) | Q(school__in=beheert))
    every = rows.order_by("naam", "-schooljaar", "id").values_list("pk", "naam", "schooljaar")
    fits = [one for one in every if begins(words, f"{one[1]} klas")]
    return [
        Treffer(f"Klas {naam}", f"{address('studenten')}?klas={pk}", f"Schooljaar {jaar}")
        for pk, naam, jaar in fits[: MEEST + 1]
    ]


STUDENTEN = Bron("Studenten", "users-three", find_students)
KLASSEN = Bron("Klassen", "graduation-cap", find_klassen)
