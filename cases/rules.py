"""Who adds a casus, edits and withdraws it; with the reason in words when not."""

from cases.models import EigenCasus
from students.access import YES, Answer, Viewer, no
from students.enums import Rol

MAAKT = (Rol.MENTOR, Rol.KAWER, Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR)


def may_add(viewer: Viewer) -> Answer:
    """The colleagues of school: mentor, KAW-er and the roles of zorg."""
    for rol in MAAKT:
        if rol in viewer.rollen:
            return Answer(True, rol)
    return no("Een casus toevoegen doet een collega van school. Lezen en bespreken kan wel.")


def may_edit(viewer: Viewer, row: EigenCasus) -> Answer:
    """Its maker, as long as it is not withdrawn."""
    if row.ingetrokken_op:
        return no("Deze casus is ingetrokken. Maak een nieuwe.")
    if row.gemaakt_door_id != viewer.user.pk:
        return no("Deze casus kan alleen de maker aanpassen. Vraag het je collega.")
    return may_add(viewer)


def may_withdraw(viewer: Viewer, row: EigenCasus) -> Answer:
    """Its maker; and the zorgcoördinator of the school, for when somebody is recognised in it after all."""
    own = row.gemaakt_door_id == viewer.user.pk
    school = viewer.scholen.get(row.school_id, set())
    if own or any(link.rol is Rol.ZORGCOORDINATOR for link in school):
        return YES
    return no("Deze casus kan alleen de maker of de zorgcoördinator intrekken.")
