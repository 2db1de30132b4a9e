"""The view models of a page: what the templates under `checklists/` are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from checklists import values
from checklists.fields import Veld
from checklists.instrument import Instrument
from checklists.kenmerken import Kenmerk, naam
from checklists.nodes import VINK, Pad, Punt, Stap, Zin

if TYPE_CHECKING:
    from begeleiders.models import User


@dataclass(frozen=True)
class OptionView:
    """One choice: `nummer` counts from 1 and ties a path to its box in the style sheet."""

    code: str
    label: str
    hulp: str
    id: str
    nummer: int
    checked: bool


@dataclass(frozen=True)
class ConflictView:
    """Two texts for one field: `mijn` lost and waits, `ander` is the stored one."""

    id: UUID
    url: str
    label: str
    mijn: list[str]
    mijn_door: User
    mijn_op: datetime
    ander: list[str]
    ander_door: User
    ander_op: datetime
    is_mijn: bool  # whether the reader wrote the text that lost
    is_ander_mijn: bool  # whether the reader wrote the stored one
    samen: bool  # whether both can stand
    gezien: str

    @property
    def mijn_kop(self) -> str:
        """Whose the text is that waits."""
        return "Jouw tekst" if self.is_mijn else f"Tekst van {self.mijn_door.naam}"

    @property
    def ander_kop(self) -> str:
        """Whose the stored text is; where one person wrote both, it came from another page."""
        if self.is_ander_mijn:
            return "Van jou, op een ander apparaat" if self.is_mijn else "Jouw tekst"
        return f"Tekst van {self.ander_door.naam}"


@dataclass(frozen=True)
class FieldView:
    """One field as it stands on a page."""

    veld: Veld
    value: values.Value
    token: str
    error: str = ""
    conflicts: list[ConflictView] = field(default_factory=list)
    options: list[OptionView] = field(default_factory=list)
    lines: list[dict[str, str]] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The name of the input."""
        return self.veld.code

    @property
    def help(self) -> str:
        """The sentence under the label; a text of one's own always says who reads it."""
        private = self.veld.eigen and self.veld.soort != VINK
        return self.veld.hulp or ("Collega’s lezen dit niet mee." if private else "")

    @property
    def described(self) -> str:
        """The ids of help and error, for aria-describedby."""
        help_id = f"h-{self.code} " if self.help else ""
        return f"{help_id}e-{self.code}"


@dataclass(frozen=True)
class PointView:
    """A point with its box (None where it only prompts), and the phrases that fit this student."""

    punt: Punt
    field: FieldView | None
    zinnen: tuple[Zin, ...]
    open: bool

    @property
    def kop(self) -> str:
        """The name of the kenmerk that it is about first of all; empty where it is about none."""
        return naam(self.punt.kenmerken[0]) if self.punt.kenmerken else ""


@dataclass(frozen=True)
class PathView:
    """One way through a fork."""

    pad: Pad
    nummer: int
    chosen: bool
    points: list[PointView]
    questions: list[FieldView]


@dataclass(frozen=True)
class ForkView:
    """A fork with its ways."""

    field: FieldView
    paths: list[PathView]


@dataclass(frozen=True)
class StepPage:
    """One step of the walk."""

    stap: Stap
    nummer: int
    totaal: int
    vorige: Stap | None
    volgende: Stap | None
    points: list[PointView]
    fork: ForkView | None
    after: list[PointView]
    questions: list[FieldView]
    instrument: Instrument

    @property
    def een_kenmerk(self) -> bool:
        """Whether the whole step is about one kenmerk."""
        return len({point.kop for point in self.points}) == 1


@dataclass(frozen=True)
class PartPage:
    """The page before, or the page after."""

    inleiding: str
    questions: list[FieldView]
    student: list[FieldView]
    kenmerken: list[tuple[Kenmerk, bool]]
    instrument: Instrument


@dataclass(frozen=True)
class SaveReply:
    """What a save by htmx sends back out of band, in `checklists/tokens_oob.html`."""

    tokens: list[tuple[str, str]]
    errors: list[tuple[str, str]]  # the code and the sentence; an empty one takes an old sentence away
    conflicts: list[tuple[str, list[ConflictView]]]
