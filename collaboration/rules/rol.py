"""Who may end whose role, and what stands in the way (a sentence for on screen)."""

from datetime import date, timedelta
from uuid import UUID

from students.access import YES, Answer, Viewer, no
from students.enums import Rol
from students.models import Klas, KlasRol, TeamLid

OWN_LAST_DAY = timedelta(days=30)  # so far ahead somebody chooses the last day of the own role

# A zorgmedewerker is put on the team, and taken off it, by the zorgcoördinator.
BY_MENTOR = frozenset({Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH})


def may_end_team(viewer: Viewer, lid: TeamLid) -> Answer:
    """Whether this person ends this role: the mentor, or the one whose role it is."""
    if lid.rol not in BY_MENTOR:
        return no("Een zorgmedewerker haalt de zorgcoördinator van het team.")
    if lid.user_id == viewer.user.pk:
        return YES
    if Rol.MENTOR in {link.rol for link in viewer.links(lid.student)}:
        return YES
    return no("Een rol in dit team beëindigt de mentor, of wie de rol zelf heeft.")


def may_end_klas(viewer: Viewer, rol: KlasRol) -> Answer:
    """Whether this person ends a role in a klas: the beheerder of the school, or the one whose role it is."""
    if rol.user_id == viewer.user.pk or _is_beheerder(viewer, rol.klas):
        return YES
    return no("Een rol in de klas beëindigt de beheerder, of wie de rol zelf heeft.")


def still_has_regie(naam: str, count: int) -> str:
    """Why a role cannot end yet: somebody else first takes over the regie."""
    students = "één student" if count == 1 else f"{count} studenten"
    return f"{naam} heeft nog de regie over {students}. Laat eerst een ander de regie overnemen."


def may_choose_last_day(viewer: Viewer, rol: KlasRol, laatste_dag: date) -> Answer:
    """Whether this person ends this role on this day: the own role once, within a month; the beheerder freely."""
    if _is_beheerder(viewer, rol.klas):
        return YES
    if rol.einde is not None:
        return no("Je laatste dag staat al vast. Vraag de beheerder van je school om een andere dag.")
    if laatste_dag > viewer.today + OWN_LAST_DAY:
        return no("Kies een laatste dag binnen een maand. Later kan de beheerder van je school het doen.")
    return YES


def handles_klas(viewer: Viewer, klas: Klas) -> bool:
    """Whether roles of this klas can be handed over here: the beheerder of the school, or with a role of one's own."""
    return klas.pk in viewer.klassen or _is_beheerder(viewer, klas)


def _is_beheerder(viewer: Viewer, klas: Klas) -> bool:
    return any(link.rol is Rol.BEHEERDER for link in viewer.scholen.get(klas.school_id, set()))


def may_hand_klas(viewer: Viewer, rol: KlasRol, aan: UUID) -> Answer:
    """Whether this person hands this role in a klas to this colleague: never to themselves."""
    allowed = may_end_klas(viewer, rol)
    if not allowed:
        return allowed
    if aan == viewer.user.pk:
        return no("Een klas geef je nooit aan jezelf. Vraag een andere beheerder van je school.")
    if aan == rol.user_id:
        return no("Deze collega heeft de klas al. Kies een ander.")
    return YES
