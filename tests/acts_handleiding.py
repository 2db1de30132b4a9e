"""The student's own words, made through the actions as people make them."""

from typing import Any

from django.utils import timezone

from begeleiders.models import User
from students.access import Viewer
from students.actions import beeld, handleiding
from students.actions.vrijgave import geef_vrij, trek_in
from students.enums import Soort
from students.models import Student


def kijker(user: User) -> Viewer:
    """The one who looks, today."""
    return Viewer(user=user, today=timezone.localdate())


def schrijf(student: Student, onderdeel: str, tekst: str) -> Any:
    """The student writes a part, whatever stood there."""
    assert student.account is not None
    by = kijker(student.account)
    return handleiding.schrijf(by=by, student=student, onderdeel=onderdeel, tekst=tekst, gezien=None).versie


def deel(student: Student, aan: User, onderdeel: str, soort: Soort = Soort.HANDLEIDING) -> Any:
    """The student gives a part to somebody."""
    assert student.account is not None
    return geef_vrij(by=kijker(student.account), student=student, aan=aan, soort=soort, onderdeel=onderdeel)


def neem_terug(student: Student, aan: User, onderdeel: str, soort: Soort = Soort.HANDLEIDING) -> Any:
    """The student takes it back."""
    assert student.account is not None
    return trek_in(by=kijker(student.account), student=student, aan=aan, soort=soort, onderdeel=onderdeel)


def beeld_van(user: User, student: Student, vraag: str, tekst: str) -> Any:
    """Somebody, the student or a begeleider, answers one of the three questions."""
    by = kijker(user)
    return beeld.schrijf_beeld(by=by, student=student, vraag=vraag, tekst=tekst, gezien=0).versie


def leefgebied(student: Student, gebied: str, stand: str = "speelt") -> Any:
    """The student says whether it plays."""
    assert student.account is not None
    return beeld.zet_leefgebied(by=kijker(student.account), student=student, gebied=gebied, stand=stand)
