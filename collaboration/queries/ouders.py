"""What parents may get on paper: hours made and missed, and the day of the next afspraak. No texts."""

from dataclasses import dataclass
from datetime import date

from collaboration.queries.gesprek import open_afspraken_of
from stageplekken.models import Stage
from stageplekken.queries.uren import boek, stages_with_hours
from stageplekken.uren.beeld import Beeld, picture
from students.access import Viewer
from students.enums import Laag
from students.models import Student


@dataclass(frozen=True)
class Overzicht:
    """The running stages with their hours, and the day of the next afspraak."""

    stages: list[tuple[Stage, Beeld]]
    volgende: date | None


def overview(viewer: Viewer, student: Student) -> Overzicht:
    """The overview of one student, as the mentor reads it."""
    stages = stages_with_hours(viewer, student)
    for stage in stages:
        viewer.ledger.read(viewer.subject(student, "uren", object_id=stage.pk))
    days = [
        one.voor
        for one in open_afspraken_of(viewer, student)
        if one.voor and one.voor >= viewer.today and one.laag in (Laag.STAGE, Laag.BEGELEIDING)
    ]
    pictures = [(stage, picture(boek(stage, viewer.today), student.voornaam)) for stage in stages]
    return Overzicht(pictures, min(days, default=None))
