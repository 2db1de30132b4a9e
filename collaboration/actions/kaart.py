"""The mentor lets a student come in: a card, an account for who has no mail, and a code on the mentor's screen."""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from begeleiders.actions import kaarten
from begeleiders.codes import CARD_CODES, NO_MAIL, reachable
from begeleiders.coming_in import Kaart
from begeleiders.models import User
from collaboration.actions import team
from collaboration.actions.checks import Refused, demand
from collaboration.rules import kaart as rules
from kern.log import record
from students.access import Viewer
from students.enums import Rol
from students.models import Student

ONLY_STUDENT = "Deze student werkt zelf ook met studenten. Laat de student een code per mail vragen."
BY_MAIL = (
    "Deze student heeft een e-mailadres dat werkt, dus de code gaat per mail. Laat de student de kaart scannen en op "
    "“Stuur mij een code” drukken. Klopt het adres niet meer? Kijk bij Uitnodigingen, of vraag de beheerder."
)
USED_UP = (
    f"De kaart van deze student gaf vandaag al {CARD_CODES} codes. Morgen kan het weer. Moet het vandaag? "
    "Vul het dan samen in, op jouw telefoon."
)
NO_ACCOUNT = "Deze student heeft nog geen account. Maak eerst een kaart."


def _account(student: Student) -> User | None:
    """The account as it is now, behind the lock on the student: two cards for one student come one after the other."""
    row = Student.objects.select_for_update(of=("self",)).select_related("account").get(pk=student.pk)
    if row.account is not None and not row.account.is_active:
        raise Refused("Het account van deze student staat uit. Vraag de beheerder van je school.")
    return row.account


def _new_account(by: Viewer, student: Student) -> User:
    """On the address that the school knows, with its invitation; without one, an account without mail."""
    if not student.email:
        return _without_mail(by, student)
    return team.give_account(by=by, student=student, email=student.email).user


def _without_mail(by: Viewer, student: Student) -> User:
    """An account for who has no mail: with an address to which nothing is ever sent."""
    user = User.objects.create(
        email=f"{student.pk}@{NO_MAIL}",
        voornaam=student.voornaam,
        tussenvoegsel=student.tussenvoegsel,
        achternaam=student.achternaam,
        password=make_password(None),
    )
    student.account = user
    student.save(update_fields=["account"])
    record("account gegeven", by=by.user.pk, about=by.subject(student, "team", object_id=user.pk))
    return user


@transaction.atomic
def give_card(*, by: Viewer, student: Student, oud: UUID | None = None) -> Kaart:
    """Give a card, and an account to who has none; the card before stops. In: `oud`, see kaarten.geef_kaart."""
    demand(rules.may_card(by, student))
    user = _account(student) or _new_account(by, student)
    return kaarten.geef_kaart(by=by.user, user=user, about=by.subject(student, "kaart"), oud=oud)


@transaction.atomic
def stop_card(*, by: Viewer, student: Student) -> None:
    """The card stops working, at once; twice is once."""
    demand(rules.may_card(by, student))
    kaarten.withdraw(by=by.user, about=by.subject(student, "kaart"))


@transaction.atomic
def show_code(*, by: Viewer, student: Student) -> str:
    """A code of six digits for the screen of the mentor; only for a student whom no mail reaches.

    Who gets mail has a door that the mentor cannot open. The student sees in the own file that a code was made.
    """
    demand(rules.may_card(by, student))
    user = _account(student)
    if user is None:
        raise Refused(NO_ACCOUNT)
    if Viewer(user=user, today=by.today).rollen - {Rol.STUDENT}:
        raise Refused(ONLY_STUDENT)  # the code would open what the mentor may not know
    if reachable(user):
        raise Refused(BY_MAIL)
    code = kaarten.show_code(by=by.user, user=user, about=by.subject(student, "kaart"))
    if not code:
        raise Refused(USED_UP)
    return code
