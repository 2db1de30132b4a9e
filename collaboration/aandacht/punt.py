"""One reason to look at a student: what, since when, and what can be done now."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from collaboration.enums.aandacht import Regel
from students.enums import Laag
from students.models import Student

# For each rule the look of its badge: kind and icon of the design.
BEELD: dict[str, tuple[str, str]] = {
    Regel.STILTE: ("let", "bell-slash"),
    Regel.STILTE_STAGE: ("let", "bell-slash"),
    Regel.SIGNAAL: ("weet", "storefront"),
    Regel.TERUGMELDING: ("weet", "arrow-bend-up-right"),
    Regel.GEMIST: ("let", "clock"),
    Regel.ACHTER: ("let", "clock"),
    Regel.ESCALATIE: ("zorg", "hand-heart"),
    Regel.INFORMEREN: ("zorg", "chat-circle-dots"),
    Regel.TALK: ("weet", "handshake"),
    Regel.AFSPRAAK: ("let", "circle-dashed"),
}


@dataclass(frozen=True)
class Stap:
    """What can be done now: the words on the button, and where it leads."""

    label: str
    url: str
    icon: str = "arrow-right"


@dataclass(frozen=True)
class Punt:
    """One reason for aandacht. `sinds` is the day from which it counts; `uitleg` one sentence more, or empty."""

    regel: Regel
    student: Student
    sinds: date
    reden: str
    stap: Stap
    uitleg: str = ""
    # The thing it is about; without one the student.
    object_id: UUID | None = None
    laag: str = Laag.BEGELEIDING

    @property
    def over(self) -> UUID:
        """The id of the thing it is about."""
        return self.object_id or self.student.pk

    @property
    def sleutel(self) -> tuple[UUID, str, UUID]:
        """What is set aside: this rule, about this thing, for this student."""
        return self.student.pk, self.regel.value, self.over

    @property
    def soort(self) -> str:
        """The kind of badge."""
        return BEELD[self.regel][0]

    @property
    def icon(self) -> str:
        """The icon of the badge."""
        return BEELD[self.regel][1]

    @property
    def volgorde(self) -> tuple[int, date]:
        """The order of the list: by rule, then the longest first."""
        return list(Regel).index(self.regel), self.sinds
