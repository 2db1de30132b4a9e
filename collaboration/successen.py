"""Successes that are found in what was entered: hours, a talk that went better. A compliment: actions/signaal.py.

Each is there once, by what it was found in, and goes when that is taken back. Part of the actions that enter it.
"""

from datetime import date

from begeleiders.regels import regels_of
from kern.forms import COUNT_WORDS
from stageplekken.enums.talks import TalkStatus
from stageplekken.models import Stage, Stagegesprek
from stageplekken.queries.uren import boek
from stageplekken.uren.op_rij import volle_reeksen
from students.access import Viewer
from students.actions.succes import Vondst, verlies, vind
from students.enums import SuccesSoort
from students.models import Succes


def van_gesprek(by: Viewer, talk: Stagegesprek) -> None:
    """An evaluation that was fixed and in which more went up than down since the last; gone when it is opened again."""
    student, ref = talk.stage.student, f"gesprek:{talk.pk}"
    if talk.status != TalkStatus.VAST or (talk.groei or 0) <= 0:
        verlies(by=by, student=student, bron_ref=ref)
        return
    said = f"{talk.get_soort_display()}: beter dan de vorige keer"
    vind(by=by, student=student, vondst=Vondst(SuccesSoort.EVALUATIE, said, by.today, ref))


def van_uren(by: Viewer, stage: Stage) -> None:
    """Three weeks (a setting) in a row without a missed stage day, once a week has its akkoord or lost it."""
    weken = regels_of(stage.student.klas.school).succes_weken
    prefix = f"uren:{stage.pk}:"
    rows = Succes.objects.filter(student=stage.student, bron_ref__startswith=prefix)
    known = {date.fromisoformat(ref.removeprefix(prefix)) for ref in rows.values_list("bron_ref", flat=True)}
    there = set(volle_reeksen(boek(stage, by.today), weken, known))
    for monday in sorted(known - there):
        verlies(by=by, student=stage.student, bron_ref=f"{prefix}{monday}")
    word = COUNT_WORDS[weken] if weken < len(COUNT_WORDS) else str(weken)
    said = f"{word.capitalize()} weken geen stagedag gemist"
    for monday in sorted(there - known):
        found = Vondst(SuccesSoort.UREN, said, by.today, f"{prefix}{monday}")
        vind(by=by, student=stage.student, vondst=found)
