"""The team list of one student as cards: who, in which role, how to reach them; the few who are always there first."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists
from django.http import Http404

from begeleiders.models import SchoolRol, User
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Bereikbaar, Student, TeamLid, Zorginzage
from students.queries import team_of

# The same task has another name at another school (field notes of the handreiking, woordenlijst).
OOK: dict[Rol, str] = {
    Rol.MENTOR: "ook SLB-er of loopbaanbegeleider",
    Rol.KAWER: "klassenbegeleider",
    Rol.PRAKTIJKBEGELEIDER: "ook praktijkopleider of stagebegeleider",
}
WAT_DOET: dict[Rol, str] = {
    Rol.MENTOR: "Helpt je op school en komt langs op je stage.",
    Rol.KAWER: "Helpt je in de klas, ook met dingen buiten school.",
    Rol.PRAKTIJKBEGELEIDER: "Helpt je op je stage.",
    Rol.PEERCOACH: "Is zelf student en denkt met je mee.",
    Rol.ZORGMEDEWERKER: "Helpt je als er veel speelt.",
    Rol.ZORGCOORDINATOR: "Zoekt met je uit welke hulp past.",
}


@dataclass
class Kaart:
    """One person of the team, with every role, and what this person chose to say about reaching them."""

    user: User
    rollen: list[Rol]
    sinds: date
    kern: bool = False
    regie: bool = False
    tot: date | None = None
    gemerkt: TeamLid | None = None  # the row that the mentor can mark as kern
    bereikbaar: Bereikbaar | None = None

    @property
    def rol_woorden(self) -> str:
        """Every role in words: "Mentor en zorgmedewerker"."""
        words = " en ".join(rol.label for rol in self.rollen)
        return words[:1].upper() + words[1:] if words[1:2].islower() else words

    @property
    def ook(self) -> list[str]:
        """Other names of these roles."""
        return [OOK[rol] for rol in self.rollen if rol in OOK]

    @property
    def wat_doet(self) -> list[str]:
        """What this person does, for the student."""
        return [WAT_DOET[rol] for rol in self.rollen if rol in WAT_DOET]

    @property
    def telefoon(self) -> str:
        """The number, where its owner shows it."""
        return self.user.telefoon if self.bereikbaar and self.bereikbaar.toon_telefoon else ""

    @property
    def email(self) -> str:
        """The address, where its owner shows it."""
        return self.user.email if self.bereikbaar and self.bereikbaar.toon_email else ""


@dataclass
class Team:
    """The team list in two: the few who are always there, and who comes along for a while."""

    kern: list[Kaart] = field(default_factory=list)
    verder: list[Kaart] = field(default_factory=list)


def wie_is_wie(viewer: Viewer, student: Student) -> Team:
    """Everybody around a student as far as this person sees them, each once. Three queries, or four.

    Kern are mentor, KAW-er, a praktijkbegeleider whose role has no last day, who has the regie, and whom the mentor
    marked as such.
    """
    if not viewer.may("lees", student, Item(Soort.TEAM)):
        raise Http404
    viewer.ledger.read(viewer.subject(student, "team"))
    cards: dict[UUID, Kaart] = {}
    for row in [*team_of(viewer, student), *_looking_along(viewer, student)]:
        _add(cards, row)
    if viewer.may("lees", student, Item(Soort.REGIE)) and student.regie_houder_id in cards:
        holder = cards[student.regie_houder_id]
        holder.regie = holder.kern = True
    for said in Bereikbaar.objects.filter(user__in=cards):
        cards[said.user_id].bereikbaar = said
    found = sorted(cards.values(), key=lambda card: not card.regie)
    return Team([card for card in found if card.kern], [card for card in found if not card.kern])


def _add(cards: dict[UUID, Kaart], row: Any) -> None:
    rol = Rol(row.rol)
    card = cards.setdefault(row.user_id, Kaart(user=row.user, rollen=[], sinds=row.begin))
    if rol not in card.rollen:
        card.rollen.append(rol)
    card.sinds = min(card.sinds, row.begin)
    card.tot = row.einde if len(card.rollen) == 1 else None
    always = rol in (Rol.MENTOR, Rol.KAWER) or (rol is Rol.PRAKTIJKBEGELEIDER and row.einde is None)
    card.kern = card.kern or always or getattr(row, "kern", False)
    if isinstance(row, TeamLid) and not always:
        card.gemerkt = row


def _looking_along(viewer: Viewer, student: Student) -> list[Any]:
    """The zorgcoördinatoren while they look along; the student sees one who has the regie, and no more.

    A request on a ground may not be known to the student yet: then this list does not tell it.
    """
    if Rol.ZORGCOORDINATOR not in viewer.team_zicht(student):
        return []
    own = all(link.rol is Rol.STUDENT for link in viewer.links(student))
    looks = Zorginzage.objects.active(viewer.today).filter(student=student.pk)
    rows = SchoolRol.objects.active(viewer.today).filter(
        Exists(looks), school=student.klas.school_id, rol=Rol.ZORGCOORDINATOR
    )
    people = rows.select_related("user").order_by("begin", "id")
    return [row for row in people if not own or row.user_id == student.regie_houder_id]


def get_lid(viewer: Viewer, pk: UUID) -> TeamLid:
    """A running row of the team of a student whose team list this person sees; Http404 otherwise."""
    rows = TeamLid.objects.active(viewer.today).filter(viewer.students_q(Soort.TEAM, "student"), pk=pk)
    row: TeamLid | None = rows.select_related(
        "student__klas__school", "student__regie_houder", "user"
    ).first()
    if row is None or row.rol not in viewer.team_zicht(row.student):
        raise Http404
    return row


def own_words(viewer: Viewer) -> Bereikbaar:
    """What this person says about reaching them; an empty one where nothing was said."""
    return Bereikbaar.objects.filter(user=viewer.user.pk).first() or Bereikbaar(user=viewer.user)
