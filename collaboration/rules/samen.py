"""Who may look together at how they work together, and who at their own guidance; with the reason when not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from collaboration.enums.samen import SamenStatus
from collaboration.models import IndividueleBegeleiding, Samenwerking, SamenwerkingKant
from collaboration.rules.gesprek import may_write
from students.access import TABLE, TEAM_ZICHT, YES, Answer, Item, Viewer, no
from students.enums import Laag, Rol, Soort
from students.models import Student
from students.queries import team_of

# The columns of the row in the table of access: every begeleider but the peercoach.
SAMEN_ROLLEN = frozenset(TABLE[Soort.SAMENWERKING, None])


@dataclass(frozen=True)
class Partner:
    """A colleague who can be asked, and in which role each of the two takes part."""

    user: Any
    rol: Rol
    mijn_rol: Rol


def own_roles(viewer: Viewer, student: Student) -> list[Rol]:
    """The roles in which this person can take part, in the order of the table."""
    return [link.rol for link in viewer.links(student) if link.rol in SAMEN_ROLLEN]


def may_ask(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may begin a samenwerking around this student."""
    if own_roles(viewer, student):
        return YES
    return no("Samen kijken doen twee begeleiders van deze student.")


def partners(viewer: Viewer, student: Student) -> list[Partner]:
    """The colleagues who can be asked: on the team, and both know of each other (TEAM_ZICHT).

    So a praktijkbegeleider never learns from a question that there is a zorgmedewerker.
    """
    mine = own_roles(viewer, student)
    found: dict[UUID, Partner] = {}
    for member in team_of(viewer, student) if mine else []:
        rol = Rol(member.rol)
        seen = [own for own in mine if own in TEAM_ZICHT.get(rol, frozenset())]
        if rol in SAMEN_ROLLEN and seen and member.user_id != viewer.user.pk:
            found.setdefault(member.user_id, Partner(member.user, rol, seen[0]))
    return list(found.values())


def side_of(samenwerking: Samenwerking, user: UUID) -> SamenwerkingKant:
    """The side of this person; the two sides come with the row."""
    return next(kant for kant in samenwerking.kanten.all() if kant.user_id == user)


def other_side(samenwerking: Samenwerking, user: UUID) -> SamenwerkingKant:
    """The side of the colleague."""
    return next(kant for kant in samenwerking.kanten.all() if kant.user_id != user)


def may_fill(viewer: Viewer, samenwerking: Samenwerking) -> Answer:
    """Whether this person may fill in their own side."""
    if samenwerking.status == SamenStatus.GESTOPT:
        return no("Deze ronde is gestopt. Begin een nieuwe als jullie weer samen willen kijken.")
    if samenwerking.status != SamenStatus.BEZIG:
        return no(
            "Jullie antwoorden liggen al naast elkaar. Is er iets veranderd? Begin dan een nieuwe ronde."
        )
    if side_of(samenwerking, viewer.user.pk).vrij_op:
        return no("Je gaf je antwoorden al vrij. Neem ze eerst terug als je iets wilt veranderen.")
    return may_ask(viewer, samenwerking.student)


def may_take_back(viewer: Viewer, samenwerking: Samenwerking) -> Answer:
    """Whether this person may take back what they gave free: until the other gave it free too."""
    if samenwerking.status != SamenStatus.BEZIG:
        return no("Jullie antwoorden liggen al naast elkaar. Terugnemen kan dan niet meer.")
    if not side_of(samenwerking, viewer.user.pk).vrij_op:
        return no("Je gaf nog niets vrij. Je kunt gewoon verder invullen.")
    return may_ask(viewer, samenwerking.student)


def may_stop(viewer: Viewer, samenwerking: Samenwerking) -> Answer:
    """Whether this person may stop the round: each of the two, until both gave it free."""
    if samenwerking.status == SamenStatus.BEZIG:
        return may_ask(viewer, samenwerking.student)
    return no("Stoppen kan alleen zolang jullie nog invullen.")


def layer_of(viewer: Viewer, samenwerking: Samenwerking) -> tuple[Laag, UUID | None]:
    """In which layer the afspraken stand: that of the stage where one of the two is of the stage, else begeleiding.

    A praktijkbegeleider whose role ended has no stage any more: then it stays with the school.
    """
    if not any(kant.rol == Rol.PRAKTIJKBEGELEIDER for kant in samenwerking.kanten.all()):
        return Laag.BEGELEIDING, None
    people = {kant.user_id for kant in samenwerking.kanten.all() if kant.rol == Rol.PRAKTIJKBEGELEIDER}
    for member in team_of(viewer, samenwerking.student):
        if member.user_id in people and member.rol == Rol.PRAKTIJKBEGELEIDER:
            return Laag.STAGE, getattr(member, "stage_ref", None)
    return Laag.BEGELEIDING, None


def may_discuss(viewer: Viewer, samenwerking: Samenwerking, laag: Laag, stage: UUID | None) -> Answer:
    """Whether this person may note what the two agreed."""
    if samenwerking.status not in (SamenStatus.NAAST, SamenStatus.BESPROKEN):
        return no("Afspraken maken jullie als de antwoorden naast elkaar liggen.")
    allowed = may_write(viewer, samenwerking.student)
    if not allowed:
        return allowed
    if viewer.may("schrijf", samenwerking.student, Item(Soort.GESPREK, laag, viewer.user.pk, stage)):
        return YES
    ander = other_side(samenwerking, viewer.user.pk).user
    return no(f"Deze afspraken kan alleen {ander.naam} vastleggen.")


# Individuele begeleiding ------------------------------------------------------------------------------------


def may_reflect(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may look at their own guidance: every begeleider who can write for themselves."""
    if viewer.may("schrijf", student, Item(Soort.GESPREK, Laag.WERKAANTEKENING, viewer.user.pk)):
        return YES
    return no("Naar je eigen begeleiding kijk je alleen als begeleider van deze student.")


def may_fill_own(viewer: Viewer, row: IndividueleBegeleiding) -> Answer:
    """Whether this one can still be filled in; who is not its author never gets here."""
    if row.klaar_op:
        return no("Deze is klaar. Begin een nieuwe als je weer wilt kijken.")
    return may_reflect(viewer, row.student)


def names(people: Iterable[Any]) -> str:
    """Two names as people say them: "Harold Vermeer en Melissa Brouwer"."""
    return " en ".join(person.naam for person in people)
