"""The gesprekken that touched a kenmerk, as one person may read them; handed in to the library (cases/hooks.py)."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from cases.hooks import Raakte
from checklists.fields import Veld
from checklists.models import Antwoord, InstrumentVersie
from checklists.nodes import VINK
from checklists.queries import stored
from checklists.touched import on_path
from collaboration.enums import GesprekStatus
from collaboration.models import Gesprek, SamenwerkingGesprek
from collaboration.queries.gesprek import WITH_STUDENT, note_read
from students.access import Viewer
from students.queries import short_name_only

MOST = 10
# A tick on a path that was left again does not count; a few more are looked at than are shown.
LOOKED_AT = 30


def talks_that_touched(viewer: Viewer, code: str) -> list[Raakte]:
    """The newest gesprekken that this person reads, in which a point of this kenmerk was ticked, or that came out of
    a comparison that began with it; at most ten. Three queries, however many there are."""
    fields = _fields(code)
    rows = Gesprek.objects.readable_by(viewer).filter(status=GesprekStatus.VASTGELEGD)
    found = list(
        rows.annotate(begon_hier=Exists(_began(viewer, code)))
        .filter(Q(begon_hier=True) | Exists(_ticked(fields)))
        .select_related(*WITH_STUDENT, "student__klas__school", "invulling")
        .order_by("-wanneer", "-id")[:LOOKED_AT]
    )
    answers = stored(row.invulling_id for row in found if row.invulling_id) if found else {}
    shown = [row for row in found if _counts(row, fields, answers)][:MOST]
    for row in shown:
        note_read(viewer, row)
    return [_say(viewer, row) for row in shown]


def _fields(code: str) -> dict[UUID, list[Veld]]:
    """The points of this kenmerk by version of an instrument."""
    versions = InstrumentVersie.objects.defer("boom").order_by("code", "versie")
    found = {
        row.pk: [veld for veld in row.instrument.velden() if veld.soort == VINK and code in veld.kenmerken]
        for row in versions
    }
    return {pk: fields for pk, fields in found.items() if fields}


def _began(viewer: Viewer, code: str) -> Any:
    """Comparisons of this person that began with this kenmerk: with what a pair began, only the pair knows."""
    mine = SamenwerkingGesprek.objects.filter(samenwerking__kanten__user=viewer.user.pk, kenmerk=code)
    return mine.filter(gesprek=OuterRef("pk")).order_by()


def _ticked(fields: dict[UUID, list[Veld]]) -> Any:
    ticked = Q(pk__in=[])
    for version, points in fields.items():
        ticked |= Q(invulling__versie=version, veld__in=[veld.code for veld in points])
    rows = Antwoord.objects.filter(
        ticked, invulling=OuterRef("invulling"), eigenaar__isnull=True, waarde=True
    )
    return rows.order_by()


def _counts(row: Any, fields: dict[UUID, list[Veld]], answers: dict[UUID, dict[str, Any]]) -> bool:
    """Whether a point was ticked on the path that was taken, or the own comparison began with this kenmerk."""
    if row.begon_hier:
        return True
    if row.invulling is None:
        return False
    given = answers.get(row.invulling.pk, {})
    points = fields.get(row.invulling.versie_id, [])
    return any(given.get(veld.code) is True and on_path(veld, given) for veld in points)


def _say(viewer: Viewer, row: Gesprek) -> Raakte:
    student = row.student
    name = student.voornaam if short_name_only(viewer, student) else student.naam
    return Raakte(row.titel, f"{name} ({student.klas.naam})", row.wanneer, reverse("gesprek", args=[row.pk]))
