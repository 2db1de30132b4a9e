"""Walking through an instrument around a gesprek: what a page needs beside the engine's own fields."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from checklists.filled import Filled
from checklists.instrument import Instrument
from checklists.nodes import TERUGKIJKEN, VOOR
from collaboration.models import Gesprek
from students.access import Viewer
from students.enums import Rol
from students.models import Student

LATER, VASTLEGGEN, TELEFOON = "later", "vastleggen", "telefoon"


def url_of(gesprek: Gesprek, deel: str) -> str:
    """The page of a part of the walk: voor, a step, terugkijken, vastleggen, or leaving it for later."""
    if deel == VOOR:
        return reverse("gesprek_voor", args=[gesprek.pk])
    if deel == TERUGKIJKEN:
        return reverse("gesprek_na", args=[gesprek.pk])
    if deel == VASTLEGGEN:
        return reverse("gesprek_vastleggen", args=[gesprek.pk])
    if deel == LATER:
        return reverse("student", args=[gesprek.student_id])
    return reverse("gesprek_stap", args=[gesprek.pk, deel])


def resume_url(gesprek: Gesprek) -> str:
    """Where this gesprek goes on: the very field that was touched last, on whatever device."""
    if gesprek.invulling is None:
        return reverse("gesprek_aanpassen", args=[gesprek.pk])
    deel = gesprek.invulling.stap or VOOR
    anchor = f"#f-{gesprek.invulling.veld}" if gesprek.invulling.veld else ""
    return url_of(gesprek, deel) + anchor


@dataclass(frozen=True)
class Step:
    """One step in the navigator."""

    code: str
    nummer: str
    titel: str
    klaar: bool
    nu: bool


def steps(filled: Filled, now: str) -> list[Step]:
    """The steps of the instrument, with which are done and which is shown."""
    done = filled.done_steps()
    return [Step(s.code, s.nummer, s.titel, s.code in done, s.code == now) for s in filled.instrument.stappen]


def frame(filled: Filled, deel: str) -> dict[str, Any]:
    """The frame around a page of a part: moments, steps, when it was saved last."""
    here = filled.invulling.stap
    is_step = deel not in (VOOR, TERUGKIJKEN)
    during = (
        deel
        if is_step
        else here
        if here not in ("", VOOR, TERUGKIJKEN)
        else filled.instrument.stappen[0].code
    )
    return {
        "deel": deel,
        "momenten": [
            ("Voor", VOOR, deel == VOOR),
            ("Tijdens", during, is_step),
            ("Na", TERUGKIJKEN, deel == TERUGKIJKEN),
        ],
        "stappen": steps(filled, deel),
        "bewaard_op": max((answer.op for answer in filled.answers.values()), default=None),
    }


def side_of(viewer: Viewer, student: Student | None) -> str:
    """Whose phrases fit: those of the stage for a praktijkbegeleider, else those of the school.

    Without a student: of who is a praktijkbegeleider and nothing else.
    """
    roles = {link.rol for link in viewer.links(student)} if student else set(viewer.rollen)
    return "stage" if roles == {Rol.PRAKTIJKBEGELEIDER} else "school"


def kerntaken_lines(student: Student) -> list[dict[str, str]]:
    """The kerntaken of the student's profile, as open lines to start from."""
    return [{"tekst": f"{k.code} {k.titel}", "stand": "open"} for k in student.profiel.kerntaken]


def suggestions(instrument: Instrument, filled: Filled, deel: str, student: Student) -> dict[str, Any]:
    """What a field with a source starts from where nobody answered yet."""
    return {
        veld.code: kerntaken_lines(student)
        for veld in instrument.velden(deel)
        if veld.bron == "kerntaken" and not filled.filled(veld.code)
    }


def allowed_target(instrument: Instrument, wish: str) -> str | None:
    """The part to which a button leads, if it exists."""
    return wish if wish in {*instrument.delen, LATER, VASTLEGGEN} else None


def go_on_later(instrument: Instrument, deel: str) -> str:
    """What somebody reads who stops here for now: where the gesprek goes on."""
    if deel in (VOOR, TERUGKIJKEN):
        return f"Bewaard. Je gaat straks verder met {'voorbereiden' if deel == VOOR else 'terugkijken'}."
    return f"Bewaard. Je gaat straks verder bij stap {instrument.plaats(deel)}."
