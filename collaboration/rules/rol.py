"""Who may end whose role, and what stands in the way (a sentence for on screen)."""

from students.access import Answer, Viewer
from students.enums import Rol
from students.models import KlasRol, TeamLid

YES = Answer(True)
# A zorgmedewerker is put on the team, and taken off it, by the zorgcoördinator.
BY_MENTOR = frozenset({Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH})


def _no(reden: str) -> Answer:
    return Answer(False, reden=reden)


def may_end_team(viewer: Viewer, lid: TeamLid) -> Answer:
    """Whether this person ends this role: the mentor, or the one whose role it is."""
    if lid.rol not in BY_MENTOR:
        return _no("Een zorgmedewerker haalt de zorgcoördinator van het team.")
    if lid.user_id == viewer.user.pk:
        return YES
    if Rol.MENTOR in {link.rol for link in viewer.links(lid.student)}:
        return YES
    return _no("Een rol in dit team beëindigt de mentor, of wie de rol zelf heeft.")


def may_end_klas(viewer: Viewer, rol: KlasRol) -> Answer:
    """Whether this person ends a role in a klas: the beheerder of the school, or the one whose role it is."""
    links = viewer.scholen.get(rol.klas.school_id, set())
    if rol.user_id == viewer.user.pk or any(link.rol is Rol.BEHEERDER for link in links):
        return YES
    return _no("Een rol in de klas beëindigt de beheerder, of wie de rol zelf heeft.")


def still_has_regie(naam: str, count: int) -> str:
    """Why a role cannot end yet: somebody else first takes over the regie."""
    students = "één student" if count == 1 else f"{count} studenten"
    return f"{naam} heeft nog de regie over {students}. Laat eerst een ander de regie overnemen."
