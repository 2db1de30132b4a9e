"""What the templates show: the fields of a part with values, tokens, phrases and conflicts. No queries of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from checklists import values
from checklists.actions import SaveResult
from checklists.fields import Veld
from checklists.filled import Filled
from checklists.models import Botsing, Invulling
from checklists.nodes import (
    KEUZE,
    REGELS,
    STUDENT,
    TERUGKIJKEN,
    VINK,
    VOOR,
    Punt,
    Stap,
    Vraag,
    zinnen_voor,
)
from checklists.parts import (
    ConflictView,
    FieldView,
    ForkView,
    OptionView,
    PartPage,
    PathView,
    PointView,
    SaveReply,
    StepPage,
)
from checklists.queries import open_conflicts
from checklists.tokens import Token, shown

if TYPE_CHECKING:
    from begeleiders.models import User

type ConflictUrl = Callable[[UUID], str]


@dataclass
class Builder:
    """Makes views of fields; `step_page`, `voor_page` and the others below are what a room uses."""

    filled: Filled
    groep: str | None = None
    wie: str | None = None
    suggesties: Mapping[str, values.Value] = field(default_factory=dict)
    conflict_url: ConflictUrl | None = None
    posted: values.Posted | None = None
    result: SaveResult | None = None

    def field(self, code: str) -> FieldView:
        """One field: the stored value, or what was refused a moment ago, or a suggestion.

        A suggestion carries the token of itself: the page knew no answer, and shows this.
        """
        veld = self.filled.instrument.veld(code)
        value, token, error = self.filled.value(code), self.filled.token(code), ""
        if self.result and self.posted and code in self.result.fouten:
            error = self.result.fouten[code]
            value, token = values.read_posted(veld, self.posted), str(Token.read(veld, self.posted))
        elif code in self.suggesties and self.filled.answer(code) is None:
            value = values.normalise(veld, self.suggesties[code])
            token = str(Token(0, values.digest(value)))
        conflicts = [self.conflict(veld, botsing) for botsing in self.filled.conflicts.get(code, [])]
        lines = value if veld.soort == REGELS else []
        return FieldView(veld, value, token, error, conflicts, options(veld, value), lines)

    def conflict(self, veld: Veld, botsing: Botsing) -> ConflictView:
        """A conflict with both texts."""
        if self.conflict_url is None:
            raise ValueError("Een pagina met botsingen heeft conflict_url nodig.")
        return conflict_view(veld, botsing, self.filled.for_user, self.conflict_url)

    def questions(self, vragen: Iterable[Vraag]) -> list[FieldView]:
        """The fields of open questions."""
        return [self.field(vraag.code) for vraag in vragen]

    def points(self, punten: Iterable[Punt], *, first_open: bool = False) -> list[PointView]:
        """Points with their phrases; the first one may stand open."""
        return [
            PointView(
                punt,
                self.field(punt.code) if self.filled.instrument.manier.vinken else None,
                zinnen_voor(punt, self.groep, self.wie),
                first_open and i == 0,
            )
            for i, punt in enumerate(punten)
        ]

    def fork(self, stap: Stap) -> ForkView | None:
        """The fork of a step; where the step begins with it, the first point of each path stands open."""
        if stap.keuze is None:
            return None
        chosen = self.filled.chosen(stap.keuze.code)
        paths = [
            PathView(
                pad,
                number,
                pad.code in chosen,
                self.points(pad.punten, first_open=not stap.punten),
                self.questions(pad.vragen),
            )
            for number, pad in enumerate(stap.keuze.paden, start=1)
        ]
        return ForkView(self.field(stap.keuze.code), paths)


def options(veld: Veld, value: values.Value) -> list[OptionView]:
    """The choices of a field, with what is chosen."""
    if veld.soort != KEUZE:
        return []
    chosen = [value] if isinstance(value, str) else value
    return [
        OptionView(
            optie.code, optie.label, optie.hulp, f"f-{veld.code}-{number}", number, optie.code in chosen
        )
        for number, optie in enumerate(veld.opties, start=1)
    ]


def conflict_view(veld: Veld, botsing: Botsing, for_user: User, url: ConflictUrl) -> ConflictView:
    """Both texts of a conflict in words, with who wrote them and when."""
    antwoord = botsing.antwoord
    return ConflictView(
        id=botsing.pk,
        url=url(botsing.pk),
        label=veld.label,
        mijn=values.words(veld, botsing.waarde),
        mijn_door=botsing.door,
        mijn_op=botsing.op,
        ander=values.words(veld, antwoord.waarde),
        ander_door=antwoord.door,
        ander_op=antwoord.op,
        is_mijn=botsing.door_id == for_user.pk,
        is_ander_mijn=antwoord.door_id == for_user.pk,
        samen=values.can_join(veld),
        gezien=shown(botsing),
    )


def step_page(
    filled: Filled,
    stap: Stap,
    groep: str | None = None,
    *,
    wie: str | None = None,
    suggesties: Mapping[str, values.Value] | None = None,
    conflict_url: ConflictUrl | None = None,
    posted: values.Posted | None = None,
    result: SaveResult | None = None,
) -> StepPage:
    """The page of a step.

    `groep` and `wie` choose the phrases; `suggesties` fills fields that nobody answered (the first save of the
    page keeps them); `conflict_url` gives the address where a conflict is settled; `posted` and `result` after a
    save without JavaScript, so that a refused text stands there still, with its reason.
    """
    make = Builder(filled, groep, wie, suggesties or {}, conflict_url, posted, result)
    instrument = filled.instrument
    return StepPage(
        stap=stap,
        nummer=instrument.plaats(stap.code),
        totaal=len(instrument.stappen),
        vorige=instrument.vorige(stap.code),
        volgende=instrument.volgende(stap.code),
        points=make.points(stap.punten, first_open=True),
        fork=make.fork(stap),
        after=make.points(stap.na_keuze),
        questions=make.questions(stap.vragen),
        instrument=instrument,
    )


def part_page(
    filled: Filled,
    deel: str,
    *,
    suggesties: Mapping[str, values.Value] | None = None,
    conflict_url: ConflictUrl | None = None,
    posted: values.Posted | None = None,
    result: SaveResult | None = None,
) -> PartPage:
    """The page of "voor", "terugkijken" or "student" (only the student's own question)."""
    make = Builder(filled, None, None, suggesties or {}, conflict_url, posted, result)
    instrument = filled.instrument
    before, back = instrument.voor, instrument.terugkijken
    student = (
        [make.field(veld.code) for veld in instrument.velden(STUDENT)]
        if deel in {TERUGKIJKEN, STUDENT}
        else []
    )
    return PartPage(
        inleiding={VOOR: before.inleiding, TERUGKIJKEN: back.inleiding}.get(deel, ""),
        questions=make.questions({VOOR: before.vragen, TERUGKIJKEN: back.vragen}.get(deel, ())),
        student=student,
        kenmerken=filled.kenmerken_touched() if deel == TERUGKIJKEN else [],
        instrument=instrument,
    )


def save_reply(
    result: SaveResult, *, invulling: Invulling, for_user: User, conflict_url: ConflictUrl
) -> SaveReply:
    """The reply to a save; it only queries where an edit lost."""
    by_field: dict[str, list[ConflictView]] = {}
    if result.botsingen:
        for botsing in open_conflicts(invulling=invulling, for_user=for_user):
            veld = invulling.versie.instrument.veld(botsing.antwoord.veld)
            by_field.setdefault(veld.code, []).append(conflict_view(veld, botsing, for_user, conflict_url))
    return SaveReply(
        tokens=list(result.tokens.items()),
        errors=[*((code, "") for code in result.saved if _tells(invulling, code)), *result.fouten.items()],
        conflicts=list(by_field.items()),
    )


def _tells(invulling: Invulling, code: str) -> bool:
    """Whether the field has a place for a sentence: boxes and choices cannot be refused."""
    return invulling.versie.instrument.veld(code).soort not in {VINK, KEUZE}
