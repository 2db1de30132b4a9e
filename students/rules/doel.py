"""Who may write doelen and note successes, with the reason when not (a sentence for on screen)."""

from students.access import YES, Answer, Item, Viewer, no
from students.enums import DoelStatus, Rol, Soort, StapStatus
from students.models import Doel, DoelStap, Student, Succes


def is_outside(viewer: Viewer, student: Student) -> bool:
    """Whether this person guides from outside the school only, and may not learn who of the zorgteam is around."""
    return all(link.rol in (Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH) for link in viewer.links(student))


def may_write(viewer: Viewer, student: Student) -> Answer:
    """Whether this person makes and changes doelen of this student: the student, mentor, KAW-er, zorgmedewerker."""
    if viewer.may("schrijf", student, Item(Soort.DOEL)):
        return YES
    return no(
        f"Een doel veranderen {student.voornaam} en de begeleiders van school. "
        "Je kunt wel een succes opschrijven als je in het team zit.",
    )


def may_add_success(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may note what went well: the student and everyone on the team."""
    if viewer.may("schrijf", student, Item(Soort.SUCCES)):
        return YES
    return no(f"Een succes opschrijven kunnen {student.voornaam} en het team.")


def may_take_back(viewer: Viewer, succes: Succes) -> Answer:
    """Whether this person may take a success away: who wrote it; one that was found stays with what it came from."""
    if not succes.bron_ref and succes.auteur_id == viewer.user.pk and may_add_success(viewer, succes.student):
        return YES
    return no("Alleen wie dit succes opschreef, kan het weghalen.")


def is_open(doel: Doel) -> Answer:
    """Whether steps of this doel still move."""
    if doel.status == DoelStatus.OPEN:
        return YES
    said = "is al gelukt" if doel.status == DoelStatus.GEHAALD else "staat stil"
    return no(f"Dit doel {said}. Ga er eerst mee verder.")


def can_reach(stap: DoelStap) -> Answer:
    """Whether this step can be reached itself; one in pieces is reached piece by piece."""
    if stap.status == StapStatus.GESPLITST:
        return no("Deze stap is in stukjes. Zet de stukjes op gelukt.")
    return is_open(stap.doel)


def can_split(stap: DoelStap) -> Answer:
    """Whether this step can be cut: not one that was reached or cut before."""
    if stap.status == StapStatus.GEHAALD:
        return no("Deze stap is al gelukt. Die hoeft niet meer kleiner.")
    if stap.status == StapStatus.GESPLITST:
        return no("Deze stap is al in stukjes.")
    return is_open(stap.doel)
