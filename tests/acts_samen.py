"""Samenwerking and Individuele begeleiding as people do them: through the actions."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.http import QueryDict
from django.utils import timezone

from begeleiders.models import User
from checklists.models import Invulling
from checklists.nodes import KEUZE, VINK
from checklists.tokens import token_of
from collaboration.actions import alleen, samen
from collaboration.actions import individueel as eigen
from collaboration.actions.afspraak import Belofte
from collaboration.actions.gesprek import Plan
from collaboration.models import Gesprek, IndividueleBegeleiding, Samenwerking
from collaboration.rules.samen import side_of
from stageplekken.queries.lopend import stages_of
from students.access import Viewer
from students.models import Student
from tests.factories import days, viewer

# The fields of the six answers, in the order of the checklist.
SIX = ("inf-antwoord", "beeld-antwoord", "aan-antwoord", "pak-antwoord", "reg-antwoord", "des-antwoord")
AANDACHT, OP_WEG, GOED, NVT = "aandacht", "op-weg", "goed", "nvt"


def _viewer(by: User | Viewer) -> Viewer:
    return by if isinstance(by, Viewer) else viewer(by)


def form(invulling: Invulling, answers: Mapping[str, Any]) -> QueryDict:
    """A page as the browser sends it, with a token for each field."""
    tree = invulling.versie.instrument
    rows = {row.veld: row for row in invulling.antwoorden.filter(veld__in=list(answers))}
    data = QueryDict(mutable=True)
    for code, value in answers.items():
        veld = tree.veld(code)
        data[f"t:{code}"] = token_of(rows[code]) if code in rows else ""
        if veld.soort == KEUZE:
            data.setlist(code, [value] if isinstance(value, str) else list(value))
        elif veld.soort != VINK or value:
            data[code] = "ja" if veld.soort == VINK else value
    return data


def ask(by: User | Viewer, collega: User, student: Student, *, sleutel: UUID | None = None) -> Samenwerking:
    """One asks another."""
    return samen.ask(by=_viewer(by), student=student, collega=collega.pk, sleutel=sleutel)


def fill(by: User | Viewer, row: Samenwerking, answers: Mapping[str, Any], deel: str = "informeren") -> None:
    """Fill in fields of one's own side."""
    who = _viewer(by)
    kant = side_of(Samenwerking.objects.get(pk=row.pk), who.user.pk)
    tree = kant.invulling.versie.instrument
    result = alleen.fill(
        by=who,
        eigen=samen.EIGEN,
        row_id=row.pk,
        posted=form(kant.invulling, answers),
        fields=[tree.veld(code) for code in answers],
        deel=deel,
    )
    assert result.ok, result


def six(*words: str) -> dict[str, str]:
    """Answers to the six kenmerken, in order; "" leaves one open."""
    return {code: word for code, word in zip(SIX, words, strict=False) if word}


def side_by_side(
    een: User | Viewer,
    ander: User | Viewer,
    student: Student,
    first: Mapping[str, Any] | None = None,
    second: Mapping[str, Any] | None = None,
) -> Samenwerking:
    """A round that both gave free. Without answers: one great difference, one kenmerk where both see room."""
    one, two = _viewer(een), _viewer(ander)
    row = samen.ask(by=one, student=student, collega=two.user.pk)
    fill(one, row, first or six(GOED, OP_WEG, GOED, GOED, AANDACHT, OP_WEG))
    fill(two, row, second or six(GOED, OP_WEG, OP_WEG, AANDACHT, AANDACHT, NVT))
    samen.give(by=one, samenwerking_id=row.pk)
    samen.give(by=two, samenwerking_id=row.pk)
    return Samenwerking.objects.get(pk=row.pk)


def discuss(
    by: User | Viewer,
    row: Samenwerking,
    wat: str = "Melissa belt Harold elke donderdag om 16.00 uur",
    *,
    eigenaar: User | None = None,
    kenmerk: str = "aanpak",
    sleutel: UUID | None = None,
) -> Gesprek:
    """An afspraak out of a comparison."""
    who = _viewer(by)
    return samen.discuss(
        by=who,
        samenwerking_id=row.pk,
        kenmerk=kenmerk,
        plan=Plan(wanneer=timezone.now(), student_erbij=False, tekst="We begonnen met de aanpak."),
        beloften=[Belofte(wat, (eigenaar or who.user).pk, days(7))],
        stages=stages_of(row.student, who),
        sleutel=sleutel or uuid4(),
    )


def look(
    by: User | Viewer, student: Student, answers: Mapping[str, Any] | None = None, *, klaar: bool = False
) -> IndividueleBegeleiding:
    """A private look at one's own guidance, with answers."""
    who = _viewer(by)
    row = eigen.begin(by=who, student=student)
    if answers:
        tree = row.invulling.versie.instrument
        result = alleen.fill(
            by=who,
            eigen=eigen.EIGEN,
            row_id=row.pk,
            posted=form(row.invulling, answers),
            fields=[tree.veld(code) for code in answers],
            deel=tree.stappen[0].code,
        )
        assert result.ok, result
    return eigen.done(by=who, row_id=row.pk) if klaar else row
