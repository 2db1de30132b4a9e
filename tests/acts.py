"""Gesprekken, afspraken and contactpogingen as people make them: through the actions, with rules and log lines.

Every function takes `by`: the person, or the person as Viewer (for another day than today).
"""

import datetime
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils import timezone

from begeleiders.models import User
from checklists import queries as instruments
from checklists.models import InstrumentVersie
from checklists.nodes import KEUZE, REGELS, VINK
from checklists.tokens import token_of
from collaboration.actions import afspraak as afspraken
from collaboration.actions import gesprek as gesprekken
from collaboration.actions import poging as pogingen
from collaboration.actions.vastleggen import vastleggen as leg_vast
from collaboration.models import Afspraak, Contactpoging, Gesprek
from stageplekken.models import Stage
from students.access import Viewer
from students.enums import Laag
from students.models import Student
from tests.factories import days, viewer

A, B = "begeleidingsgesprek-a", "begeleidingsgesprek-b"
STUDENT = "student"  # the owner of an afspraak that is the student's own


def instrument(code: str = B) -> InstrumentVersie:
    """The newest version of an instrument: A or B."""
    return instruments.current(code)


def _viewer(by: User | Viewer) -> Viewer:
    return by if isinstance(by, Viewer) else viewer(by)


def concept(
    by: User | Viewer,
    student: Student,
    instrument_code: str | None = None,
    *,
    sleutel: UUID | None = None,
    **plan: Any,
) -> Gesprek:
    """A gesprek that has begun; `instrument_code` (A or B) makes one with a checklist, `plan` are fields of Plan."""
    plan.setdefault("wanneer", timezone.now())
    versie = instrument(instrument_code) if instrument_code else None
    return gesprekken.start(
        by=_viewer(by), student=student, plan=gesprekken.Plan(**plan), versie=versie, sleutel=sleutel
    )


def posted(gesprek: Gesprek, answers: Mapping[str, Any]) -> QueryDict:
    """A form as the pages send it, with a token for each field: text, True, codes, or [(text, "af"), …] for lines."""
    assert gesprek.invulling is not None
    tree = gesprek.invulling.versie.instrument
    rows = {row.veld: row for row in gesprek.invulling.antwoorden.filter(veld__in=list(answers))}
    data = QueryDict(mutable=True)
    for code, value in answers.items():
        veld = tree.veld(code)
        data[f"t:{code}"] = token_of(rows[code]) if code in rows else ""
        if veld.soort == REGELS:
            data.setlist(f"{code}-tekst", [tekst for tekst, _ in value])
            data.setlist(f"{code}-stand", [stand for _, stand in value])
        elif veld.soort == KEUZE:
            data.setlist(code, [value] if isinstance(value, str) else list(value))
        elif veld.soort != VINK or value:
            data[code] = "on" if veld.soort == VINK else value
    return data


def answer(by: User | Viewer, gesprek: Gesprek, answers: Mapping[str, Any], stap: str = "") -> None:
    """Fill in fields of the checklist of a gesprek; `stap` is where this person then is."""
    assert gesprek.invulling is not None
    tree = gesprek.invulling.versie.instrument
    result = gesprekken.save_step(
        by=_viewer(by),
        gesprek_id=gesprek.pk,
        posted=posted(gesprek, answers),
        fields=[tree.veld(code) for code in answers],
        stap=stap or tree.stappen[0].code,
    )
    assert result.ok, result


def afspraak(
    by: User | Viewer,
    student: Student,
    wat: str = "Melissa bellen als het later wordt",
    *,
    eigenaar: User | None = None,
    voor: datetime.date | None = None,
    gesprek: Gesprek | None = None,
    sleutel: UUID | None = None,
) -> Afspraak:
    """An afspraak; `eigenaar` None is the student. In a concept it waits, without a gesprek it lives at once."""
    belofte = afspraken.Belofte(wat=wat, eigenaar=eigenaar.pk if eigenaar else None, voor=voor or days(7))
    return afspraken.make(by=_viewer(by), student=student, belofte=belofte, gesprek=gesprek, sleutel=sleutel)


def vastgelegd(
    by: User | Viewer,
    student: Student,
    laag: str = Laag.BEGELEIDING,
    *,
    stage: Stage | None = None,
    instrument_code: str | None = None,
    answers: Mapping[str, Any] | None = None,
    beloften: tuple[tuple[str, User | None], ...] = (),
    **plan: Any,
) -> Gesprek:
    """A gesprek that is vastgelegd, with answers of its checklist and afspraken as (what, who)."""
    gesprek = concept(by, student, instrument_code, **plan)
    if answers:
        answer(by, gesprek, answers)
    for wat, eigenaar in beloften:
        afspraak(by, student, wat, eigenaar=eigenaar, gesprek=gesprek)
    return leg_vast(by=_viewer(by), gesprek_id=gesprek.pk, laag=laag, stage=stage)


def poging(
    by: User | Viewer, student: Student, *, sleutel: UUID | None = None, **fields: Any
) -> Contactpoging:
    """An attempt to reach a student; `fields` are those of Poging."""
    return pogingen.note(by=_viewer(by), student=student, poging=pogingen.Poging(**fields), sleutel=sleutel)
