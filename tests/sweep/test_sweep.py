"""In a copy of the demo world every text is a word of its own: nobody finds what is not theirs, and none is missing."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.template.loader import render_to_string
from pytest_django import DjangoDbBlocker

from cases.models import EigenCasus
from checklists.models import Antwoord
from collaboration.models import Escalatie, RegieAanbod
from collaboration.models.samenwerking import IndividueleBegeleiding, Samenwerking
from kern import http
from kern.models import Bericht
from stageplekken.models import Stage, Stagegesprek
from students.models import Student
from tests.access.visit import Visitors
from tests.demo.build import build
from tests.demo.world import key
from tests.sweep import answers
from tests.sweep.crawl import Found, crawl, kind_of
from tests.sweep.grants import MUST, READERS
from tests.sweep.mark import Marks, Place, mark_everything
from tests.sweep.people import Person, everyone

pytestmark = [pytest.mark.django_db, pytest.mark.eenmaal]
# Their files are looked at in full; of the others two addresses of each kind.
FOCUS = ("marije", "has", "inge", "carlo", "rosa", "dylan")
# Yusuf was on the team of Dylan, and is no more; Ilse is a colleague of the same school; Has is another student.
LOOKERS = (
    "harold soraya ilse wouter naima coen bea lidewij yusuf hanneke melissa barry koos olga noor marije inge has"
).split()


class Sweep:
    """The marked world, and everyone in it."""

    def __init__(self) -> None:
        self.marks: Marks = mark_everything()
        answers.owners.cache_clear()
        self.students = {row.pk: row for row in Student.objects.order_by("pk")}
        self.people = everyone(datetime.date.today())
        self.walks: dict[str, Found] = {}
        for person in self.people.values():
            person.people = self.people
            person.students = lambda person=person: [self.students[pk] for pk in person.now if person.now[pk]]


@pytest.fixture(scope="module")
def names(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Any]]:
    """The demo world of today, with who is who before the names were marked."""
    with django_db_blocker.unblock(), transaction.atomic():
        build()
        yield {name: key("mens", name) for name in LOOKERS} | _accounts()
        transaction.set_rollback(True)


def _accounts() -> dict[str, Any]:
    found = Student.objects.exclude(account=None).values_list("email", "account")
    return {email.partition("@")[0]: account for email, account in found}


@pytest.fixture(scope="module")
def sweep(names: dict[str, Any]) -> Sweep:
    return Sweep()


@pytest.fixture(autouse=True)
def _pdf_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF before it is set: the same template, so the same words."""
    monkeypatch.setattr(
        http, "render_pdf", lambda template, context: render_to_string(template, context).encode()
    )


def walk(sweep: Sweep, person: Person) -> Found:
    """Everything this person comes across; walked once."""
    if person.naam not in sweep.walks:
        focus = {str(key("student", name)) for name in FOCUS} | _of_focus(sweep)
        found = crawl(_visitor(person), person.naam, focus)
        # A token of chance can look like a word; one that was put nowhere is none.
        found.words = {word: where for word, where in found.words.items() if word in sweep.marks.places}
        sweep.walks[person.naam] = found
    return sweep.walks[person.naam]


def _visitor(person: Person) -> Visitors:
    world: Any = type("World", (), {"people": {person.naam: person.user}})()
    return Visitors(world)


def _of_focus(sweep: Sweep) -> set[str]:
    """The ids of all that belongs to a student in focus."""
    focus = {key("student", name) for name in FOCUS}
    found = {str(place.row.pk) for place in sweep.marks.places.values() if student_of(place.row) in focus}
    for model in (Stage, Escalatie, Samenwerking, IndividueleBegeleiding, RegieAanbod):
        found |= set(map(str, model.objects.filter(student__in=focus).values_list("pk", flat=True)))
    talks = Stagegesprek.objects.filter(stage__student__in=focus)
    return found | set(map(str, talks.values_list("pk", flat=True)))


def student_of(row: Any) -> Any:
    """The id of the student whose row this is, or None."""
    for path in (
        "student_id",
        "stage.student_id",
        "gesprek.student_id",
        "escalatie.student_id",
        "signaal.student_id",
    ):
        value = row
        for name in path.split("."):
            value = getattr(value, name, None)
        if value is not None:
            return value
    return row.pk if isinstance(row, Student) else None


def test_every_field_with_text_has_its_readers(sweep: Sweep) -> None:
    fields = {place.field for place in sweep.marks.places.values()}
    assert sorted(fields - set(READERS)) == [], "wie mag dit lezen? Zet het in tests/sweep/grants.py"
    assert len(sweep.marks.places) > 900


def test_no_mail_holds_a_name_or_a_text(names: dict[str, Any]) -> None:
    people = {row.voornaam for row in Student.objects.all()} | {
        row.achternaam for row in Student.objects.all()
    }
    mails = list(Bericht.objects.order_by("pk"))
    for mail in mails:
        assert not [name for name in people if name in f"{mail.onderwerp} {mail.tekst}".split()], (
            mail.onderwerp
        )


@pytest.mark.parametrize("name", LOOKERS)
def test_everybody_finds_what_is_theirs_and_nothing_else(
    name: str, names: dict[str, Any], sweep: Sweep
) -> None:
    if name not in names:
        pytest.fail(f"{name} heeft geen account in de demowereld")
    person = sweep.people[names[name]]
    found = walk(sweep, person)
    assert len(found.visited) > 3
    leaked = leaks(sweep, person, found)
    assert not leaked, f"{name} leest wat niet van {name} is: {leaked}"
    missing = sorted({place.field for word, place in due(sweep, person).items() if word not in found.words})
    assert not missing, f"{name} vindt nergens: {missing}"


@pytest.mark.parametrize(
    ("name", "other"), [("noor", "harold"), ("has", "harold"), ("ilse", "harold"), ("yusuf", "wouter")]
)
def test_the_addresses_of_a_colleague_open_nothing(
    name: str, other: str, names: dict[str, Any], sweep: Sweep
) -> None:
    """A peercoach, another student, a colleague of the school and somebody who left know each address of a mentor."""
    person, mine = sweep.people[names[name]], Found()
    visit = _visitor(person)
    known = {kind_of(path): path for path in walk(sweep, sweep.people[names[other]]).visited}
    for path in known.values():
        mine.read(path, visit(person.naam, path).content.decode())
    mine.words = {word: where for word, where in mine.words.items() if word in sweep.marks.places}
    assert not (found := leaks(sweep, person, mine)), f"{name} leest met een adres van {other}: {found}"


def test_the_sweep_would_see_a_leak(names: dict[str, Any], sweep: Sweep) -> None:
    """What Harold reads, judged as if Melissa read it: words of school and of the zorgteam are found at once."""
    melissa = sweep.people[names["melissa"]]
    found = walk(sweep, sweep.people[names["harold"]])
    assert {
        "collaboration.Gesprek.tekst",
        "students.Student.telefoon",
        "collaboration.RegieAanbod.reden",
        "checklists.Antwoord.waarde",
    } <= set(leaks(sweep, melissa, found))


def leaks(sweep: Sweep, person: Person, found: Found) -> dict[str, str]:
    """What was found that is not this person's: the field, and where it stood."""
    return {
        sweep.marks.places[word].field: where
        for word, where in found.words.items()
        if not may(person, sweep.marks.places[word])
    }


def may(person: Person, place: Place) -> bool:
    """Whether this place is granted to this person."""
    return READERS[place.field](person, place.row)


def due(sweep: Sweep, person: Person) -> dict[str, Place]:
    """What this person has to come across: granted, and of a student in focus or of no student."""
    focus = {key("student", name) for name in FOCUS}
    return {
        word: place
        for word, place in sweep.marks.places.items()
        if place.field in MUST
        and (student_of(place.row) in focus or of_no_student(place.row))
        and may(person, place)
    }


def of_no_student(row: Any) -> bool:
    """A casus of the school, and what was brought into a talk with colleagues."""
    brought = isinstance(row, Antwoord) and answers.owners()[row.invulling_id][0] == "leidraad"
    return brought or isinstance(row, EigenCasus)
