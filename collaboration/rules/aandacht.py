"""Who may do what with aandacht and with "klas gezien vandaag", with the reason when not (a sentence for on screen)."""

from collaboration.aandacht.blik import DUO
from students.access import YES, Answer, Viewer, no
from students.enums import Rol
from students.models import Klas, Student

ZORG = frozenset({Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})


def may_set_aside(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may set aside a reason for aandacht, and put it back: the team of school."""
    for link in viewer.links(student):
        if link.rol in DUO | ZORG:
            return Answer(True, link.rol)
    return no("Aandacht opzij zetten kunnen alleen de begeleiders van school.")


def may_see_klas(viewer: Viewer, klas: Klas) -> Answer:
    """Whether this person may note that this klas was seen: its mentor or KAW-er today."""
    if {link.rol for link in viewer.klassen.get(klas.pk, set())} & DUO:
        return YES
    return no("Dit kunnen alleen de mentor en de KAW-er van deze klas.")
