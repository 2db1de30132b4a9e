"""Writing answers, so that no edit is ever lost.

What holds after every call: an edit that came in is the current value, or was overwritten by somebody whose
page showed it, or stands as a `Botsing`, open or settled. Each action is atomic and may be nested: the caller
holds the outer transaction and writes the log line, as the engine knows no student.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import QuerySet

from checklists import values
from checklists.conflicts import keep
from checklists.fields import Veld
from checklists.models import Antwoord, Botsing, InstrumentVersie, Invulling
from checklists.tokens import Page, Token, shown, token_of
from kern.prepared import fetch

if TYPE_CHECKING:
    from begeleiders.models import User

type Keus = Literal["mijn", "ander", "samen"]


@dataclass
class SaveResult:
    """What became of a posted form.

    `saved`: fields written now. `botsingen`: edits that lost and are still open. `tokens`: new tokens for the
    fields whose page value is now the stored one. `fouten`: a Dutch sentence for each field that was refused.
    """

    at: datetime
    saved: list[str] = field(default_factory=list)
    botsingen: list[Botsing] = field(default_factory=list)
    tokens: dict[str, str] = field(default_factory=dict)
    fouten: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether everything on the page is now the current value."""
        return not (self.botsingen or self.fouten)


@dataclass(frozen=True)
class Resolution:
    """What became of a choice between two texts.

    `outcome`: "gekozen" (settled now), "al-gekozen" (somebody was first; `botsing.opgelost_door` tells who), or
    "veranderd" (one of the texts is not the one that was shown: show both again; nothing was written).
    """

    outcome: Literal["gekozen", "al-gekozen", "veranderd"]
    botsing: Botsing
    antwoord: Antwoord


def start(*, by: User, versie: InstrumentVersie, now: datetime) -> Invulling:
    """Begin to fill in this version."""
    return Invulling.objects.create(versie=versie, gestart_door=by, gestart_op=now)


@transaction.atomic
def copy(*, by: User, invulling: Invulling, now: datetime) -> Invulling:
    """A new invulling of the same version with the same answers, each still with who wrote it and when."""
    new = Invulling.objects.create(versie_id=invulling.versie_id, gestart_door=by, gestart_op=now)
    rows = Antwoord.objects.filter(invulling=invulling).order_by("veld", "id")
    Antwoord.objects.bulk_create(
        Antwoord(
            invulling=new,
            veld=row.veld,
            eigenaar_id=row.eigenaar_id,
            waarde=row.waarde,
            door_id=row.door_id,
            op=row.op,
        )
        for row in rows
    )
    return new


def text_of(*, invulling: Invulling, veld: str) -> str:
    """The stored text of one shared field, or an empty one."""
    row = (
        Antwoord.objects.filter(invulling=invulling, veld=veld, eigenaar__isnull=True).only("waarde").first()
    )
    return row.waarde if row and isinstance(row.waarde, str) else ""


@transaction.atomic(savepoint=False)  # all or nothing with what the caller writes; it runs at every touch
def save_answers(
    *, by: User, invulling: Invulling, posted: values.Posted, fields: Iterable[Veld], now: datetime
) -> SaveResult:
    """Save what changed on a page.

    `fields` are those that the page may hold; a field counts as posted when its token (`t:<veld>`) came along.
    A field that reads as it did when the page was made is skipped; one that somebody changed meanwhile keeps its
    stored value, and what was posted is kept as a `Botsing`.
    """
    there = [veld for veld in fields if values.was_posted(veld, posted)]
    _lock(invulling.pk)
    rows = _rows(invulling, by, there)
    save = _Save(by=by, invulling=invulling, page=Page.read(posted), result=SaveResult(at=now))
    for veld in there:
        save.one(veld, values.read_posted(veld, posted), Token.read(veld, posted), rows.get(veld.code))
    save.insert()
    return save.result


@transaction.atomic
def set_answers(
    *, by: User, invulling: Invulling, given: Mapping[str, values.Value], now: datetime
) -> list[str]:
    """Give shared fields that nobody answered yet this value; gives the codes that were written.

    What somebody answered meanwhile stays, so nothing can be lost here and no token is needed.
    """
    _lock(invulling.pk)
    fields = [invulling.versie.instrument.veld(code) for code in given]
    rows = _rows(invulling, by, fields)
    save = _Save(by=by, invulling=invulling, page=Page(), result=SaveResult(at=now))
    for veld in fields:
        row = rows.get(veld.code)
        if row is None:
            save.new.append(save._answer(veld, given[veld.code]))
        elif not values.is_filled(row.waarde):
            _write(row, value=given[veld.code], by=by, page=Page(), now=now)
            save._saved(row)
    save.insert()
    return save.result.saved


def _lock(pk: UUID) -> None:
    """Let one writer at a time through; SQLite already does so from the start of the transaction."""
    if connection.features.has_select_for_update:
        Invulling.objects.select_for_update().only("pk").get(pk=pk)


def _rows(invulling: Invulling, by: User, fields: Iterable[Veld]) -> dict[str, Antwoord]:
    """The stored answers of these fields, in one plain query: it runs at every touch of a page.

    Of own fields only this person's count; the few rows of colleagues are left aside here.
    """
    owner = {veld.code: by.pk if veld.eigen else None for veld in fields}
    rows = fetch(_answers, [invulling.pk], tuple(owner))
    return {row.veld: row for row in rows if row.eigenaar_id == owner[row.veld]}


def _answers(values: list[Any], fields: tuple[str, ...]) -> QuerySet[Any]:
    return Antwoord.objects.filter(invulling_id=values[0], veld__in=fields).order_by()


@dataclass
class _Save:
    """One posted form on its way into the rows."""

    by: User
    invulling: Invulling
    page: Page
    result: SaveResult
    new: list[Antwoord] = field(default_factory=list)

    def one(self, veld: Veld, value: values.Value, token: Token, row: Antwoord | None) -> None:
        """Decide about one field. The order of the questions is the rule."""
        turn = self.page.turn(row)
        if turn == "superseded":
            return  # a later save of this very page came in first
        if turn != "own" and values.digest(value) == token.digest and not self._suggested(value, row):
            return  # nobody touched it here
        if row is not None and row.waarde == value:
            self.result.tokens[veld.code] = token_of(row)
            return
        try:
            values.check_length(veld, value)
        except values.TooLongError as error:
            self.result.fouten[veld.code] = str(error)
            return
        if row is None:
            self.new.append(self._answer(veld, value))
        elif turn == "own" or row.versie == token.versie:
            _write(row, value=value, by=self.by, page=self.page, now=self.result.at)
            self._saved(row)
        else:
            botsing = keep(
                by=self.by, antwoord=row, value=value, basis=token.versie, page=self.page, now=self.result.at
            )
            self.result.botsingen += [botsing] if botsing.open else []

    @staticmethod
    def _suggested(value: values.Value, row: Antwoord | None) -> bool:
        """Whether the page filled this in where nobody answered yet: who sends it on lets it stand."""
        return row is None and values.is_filled(value)

    def insert(self) -> None:
        """Write the first answers in one statement."""
        if self.new:
            Antwoord.objects.bulk_create(self.new)
        for row in self.new:
            self._saved(row)

    def _saved(self, row: Antwoord) -> None:
        self.result.saved.append(row.veld)
        self.result.tokens[row.veld] = token_of(row)

    def _answer(self, veld: Veld, value: values.Value) -> Antwoord:
        return Antwoord(
            invulling=self.invulling,
            veld=veld.code,
            eigenaar=self.by if veld.eigen else None,
            waarde=value,
            versie=1,
            pagina=self.page.pagina,
            beurt=self.page.beurt,
            door=self.by,
            op=self.result.at,
        )


def _write(row: Antwoord, *, value: values.Value, by: User, page: Page, now: datetime) -> None:
    """Replace a value. The version in the condition is the last guard, should a lock ever be missing."""
    changed = {"waarde": value, "door": by, "op": now, "pagina": page.pagina, "beurt": page.beurt}
    count = Antwoord.objects.filter(pk=row.pk, versie=row.versie).update(versie=row.versie + 1, **changed)
    if count != 1:
        raise RuntimeError(f"antwoord {row.pk} veranderde zonder slot")
    for name, new in changed.items():
        setattr(row, name, new)
    row.versie += 1


@transaction.atomic
def resolve(*, by: User, botsing: Botsing, keuze: Keus, gezien: str, now: datetime) -> Resolution:
    """Settle a conflict: "mijn" is the text of the conflict, "ander" the stored one, "samen" both.

    `gezien` is what the page showed (`tokens.shown`, the hidden field `gezien:<id>`): a text that nobody saw is
    never overwritten. Who comes second changes nothing. Raises PermissionDenied for another's own field and
    ValueError for a choice that this kind of field does not have.
    """
    _lock(botsing.antwoord.invulling_id)
    botsing = (
        Botsing.objects.select_related("antwoord__invulling__versie", "opgelost_door")
        .defer("antwoord__invulling__versie__boom")
        .get(pk=botsing.pk)
    )
    antwoord = botsing.antwoord
    if antwoord.eigenaar_id not in {None, by.pk}:
        raise PermissionDenied("Dit is een eigen veld van een ander.")
    if not botsing.open:
        return Resolution("al-gekozen", botsing, antwoord)
    if gezien != shown(botsing):
        return Resolution("veranderd", botsing, antwoord)
    value = _chosen(botsing, keuze)
    if value != antwoord.waarde:
        _write(antwoord, value=value, by=by, page=Page(), now=now)
    botsing.opgelost_op, botsing.opgelost_door = now, by
    botsing.save(update_fields=["opgelost_op", "opgelost_door"])
    return Resolution("gekozen", botsing, antwoord)


def _chosen(botsing: Botsing, keuze: Keus) -> values.Value:
    antwoord = botsing.antwoord
    if keuze == "mijn":
        return botsing.waarde
    if keuze == "ander":
        return antwoord.waarde
    if keuze == "samen":
        veld = antwoord.invulling.versie.instrument.veld(antwoord.veld)
        return values.join(veld, antwoord.waarde, botsing.waarde)
    raise ValueError(f"Kies mijn, ander of samen, en niet “{keuze}”.")


def set_place(*, by: User, invulling: Invulling, stap: str, veld: str, now: datetime) -> bool:
    """Remember where to go on; returns whether that changed.

    `stap` is a part of the instrument (voor, a step's code, terugkijken); without `veld` the field stays as it
    was, as long as the step does. Raises KeyError for a part that does not exist.
    """
    codes = {known.code for known in invulling.versie.instrument.velden(stap)}
    veld = veld if veld in codes else ""
    if invulling.stap == stap and veld in {"", invulling.veld}:
        return False
    invulling.stap, invulling.veld, invulling.plaats_op, invulling.plaats_door = stap, veld, now, by
    invulling.save(update_fields=["stap", "veld", "plaats_op", "plaats_door"])
    return True
