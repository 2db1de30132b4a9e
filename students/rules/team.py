"""Who may do what with the team list and the network of a student, with the reason when not."""

from students.access import YES, Answer, Item, Viewer, no
from students.enums import Rol, Soort
from students.models import Contactpersoon, Student, TeamLid


def may_mark(viewer: Viewer, lid: TeamLid) -> Answer:
    """Whether this person says who belongs to the few who are always there: the mentor."""
    if viewer.may("schrijf", lid.student, Item(Soort.TEAM)):
        return YES
    return no("Wie bij de vaste kern hoort, kiest de mentor. Vraag het aan de mentor.")


def may_say_how(viewer: Viewer) -> Answer:
    """Whether this person has something to say on a team list: everybody but a student."""
    if viewer.rollen - {Rol.STUDENT}:
        return YES
    if Rol.STUDENT in viewer.rollen:
        return no("Hoe men jou bereikt, schrijf je in je handleiding.")
    return no("Je hoort nu bij geen team. Je mentor of je school kan je uitnodigen.")


def reads_network(viewer: Viewer, student: Student) -> bool:
    """Whether this person may know who there is around the student."""
    return bool(viewer.may("lees", student, Item(Soort.NETWERK)))


def may_write_network(viewer: Viewer, student: Student) -> Answer:
    """Whether this person writes down who there is around the student: mentor, KAW-er, zorgmedewerker."""
    if viewer.may("schrijf", student, Item(Soort.NETWERK)):
        return YES
    return no("Wie er om een student heen staat, schrijven de mentor, de KAW-er en de zorgmedewerker op.")


def may_answer(viewer: Viewer, student: Student) -> Answer:
    """Whether this person says yes or no to contact: the student, in the own session."""
    if viewer.is_student(student):
        return YES
    return no(f"Ja of nee zegt {student.voornaam} zelf. Noteer het als het tegen jou gezegd is.")


def reads_how(viewer: Viewer, row: Contactpersoon) -> bool:
    """Whether this person reads how to reach somebody: on a yes or on a ground; the student always."""
    return row.mag or viewer.is_student(row.student)
