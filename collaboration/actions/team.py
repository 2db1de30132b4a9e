"""Putting somebody from outside on the team of a student, and giving a student an account: by an invitation."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from begeleiders.actions import uitnodigen
from begeleiders.actions.uitnodigen import Waarvoor
from begeleiders.coming_in import Doel, Uitnodiging
from begeleiders.models import User
from collaboration.actions.checks import Refused, demand
from collaboration.rules import team as rules
from kern.log import record
from stageplekken.models import Stage
from students.access import Viewer
from students.enums import Rol
from students.models import Student, TeamLid

ON_TEAM = "Deze begeleider hoort al bij het team van deze student."


@dataclass(frozen=True)
class Persoon:
    """Who is invited; somebody with an account keeps the name that stands there."""

    email: str
    voornaam: str
    achternaam: str
    tussenvoegsel: str = ""
    organisatie: str = ""
    telefoon: str = ""


def _locked(student: Student) -> None:
    """Two invitations for one student come one after the other."""
    Student.objects.select_for_update().filter(pk=student.pk).values_list("pk").first()


def _account(by: Viewer, persoon: Persoon) -> User:
    """The account with this address, made where there is none yet; it has no password."""
    address = persoon.email.strip().lower()
    if address == by.user.email:
        raise Refused("Dit is je eigen e-mailadres. Vul het adres van de ander in.", code="email")
    user, _made = User.objects.get_or_create(
        email=address,
        defaults={
            "voornaam": persoon.voornaam,
            "tussenvoegsel": persoon.tussenvoegsel,
            "achternaam": persoon.achternaam,
            "organisatie": persoon.organisatie,
            "telefoon": persoon.telefoon,
            "password": make_password(None),
        },
    )
    if not user.is_active:
        raise Refused("Dit account staat uit. Vraag de beheerder van je school.", code="email")
    return user


def _log(action: str, by: Viewer, student: Student, object_id: UUID) -> None:
    record(action, by=by.user.pk, about=by.subject(student, "team", object_id=object_id))


@transaction.atomic
def add_member(
    *, by: Viewer, student: Student, rol: Rol, persoon: Persoon, stage: Stage | None = None
) -> Uitnodiging:
    """Put a praktijkbegeleider (of this stage) or a peercoach on the team and send the invitation; twice is once."""
    demand(rules.may_invite(by, student))
    _locked(student)
    user = _account(by, persoon)
    if user.pk == student.account_id:
        raise Refused(
            "Dit is het adres van de student zelf. Vul het adres van de begeleider in.", code="email"
        )
    row = TeamLid.objects.filter(
        student=student, user=user, rol=rol, stage_ref=stage.pk if stage else None, einde__isnull=True
    ).first()
    if row is None:
        row = TeamLid.objects.create(
            student=student,
            user=user,
            rol=rol,
            stage_ref=stage.pk if stage else None,
            begin=by.today,
            uitgenodigd_door=by.user,
        )
        _log("teamlid toegevoegd", by, student, row.pk)
    waarvoor = Waarvoor(
        doel=Doel.STAGE if rol is Rol.PRAKTIJKBEGELEIDER else Doel.PEERCOACH,
        student=student.pk,
        object_ref=stage.pk if stage else None,
        lid=row.pk,
    )
    return uitnodigen.invite(by=by.user, user=user, waarvoor=waarvoor)


@transaction.atomic
def give_account(*, by: Viewer, student: Student, email: str) -> Uitnodiging:
    """Give a student an account of their own, on an address that nobody else logs in with."""
    demand(rules.may_invite(by, student))
    _locked(student)
    student.refresh_from_db(fields=["account"])
    if student.account is not None and student.account.email != email.strip().lower():
        raise Refused("Deze student heeft al een account op een ander adres.", code="email")
    user = student.account or _account_of(by, student, email)
    if student.account is None:
        student.account = user
        student.save(update_fields=["account"])
        _log("account gegeven", by, student, user.pk)
    return uitnodigen.invite(by=by.user, user=user, waarvoor=Waarvoor(doel=Doel.STUDENT, student=student.pk))


def _account_of(by: Viewer, student: Student, email: str) -> User:
    """A new account for a student: never one that somebody has, whose roles the student would get with it."""
    if User.objects.filter(email=email.strip().lower()).exists():
        raise Refused(
            "Met dit adres logt al iemand in. Vraag de student om een eigen e-mailadres.", code="email"
        )
    persoon = Persoon(email, student.voornaam, student.achternaam, student.tussenvoegsel)
    return _account(by, persoon)


@transaction.atomic
def mend_address(*, by: Viewer, student: Student, uitnodiging_id: UUID, email: str) -> Uitnodiging:
    """The address was wrong: the role and the link go to the right one, and the wrong one reaches nothing."""
    _locked(student)
    row = Uitnodiging.objects.select_related("user").get(pk=uitnodiging_id)
    demand(rules.may_mend(by, student, row))
    old = row.user
    if old.email == email.strip().lower():
        return uitnodigen.send_again(by=by.user, uitnodiging_id=row.pk)
    if row.doel == Doel.STUDENT:
        student.account = _account_of(by, student, email)
        student.save(update_fields=["account"])
        new, lid = student.account, None
    else:
        who = Persoon(email, old.voornaam, old.achternaam, old.tussenvoegsel, old.organisatie, old.telefoon)
        new, lid = _account(by, who), row.lid_ref
        if lid is not None:
            _move_role(student, lid, new)
    _log("adres van teamlid verbeterd", by, student, row.lid_ref or new.pk)
    row = uitnodigen.send_elsewhere(by=by.user, uitnodiging_id=row.pk, user=new, lid=lid)
    _put_away(old)
    return row


def _move_role(student: Student, lid: UUID, user: User) -> None:
    member = TeamLid.objects.get(pk=lid)
    same = TeamLid.objects.filter(
        student=student, user=user, rol=member.rol, stage_ref=member.stage_ref, einde__isnull=True
    )
    if same.exists() or user.pk == student.account_id:
        raise Refused(ON_TEAM, code="email")
    member.user = user
    member.save(update_fields=["user"])


def _put_away(user: User) -> None:
    """An account that only a mistake made is switched off: nobody ever came in with it, and nothing hangs on it."""
    if user.last_login is None and not user.uitnodigingen.filter(ingetrokken_op__isnull=True).exists():
        roles = (user.team_rollen, user.klas_rollen, user.schoolrollen)
        if not any(rows.exists() for rows in roles):
            user.is_active = False
            user.save(update_fields=["is_active"])


@transaction.atomic
def withdraw_invitation(*, by: Viewer, student: Student, uitnodiging_id: UUID, reden: str) -> None:
    """Withdraw an invitation: the link is dead and the role that came with it ends at once; twice is once."""
    _locked(student)
    row = Uitnodiging.objects.select_related("user").get(pk=uitnodiging_id)
    demand(rules.may_withdraw(by, student, row))
    if row.ingetrokken_op is not None:
        return
    if not reden.strip():
        raise Refused("Schrijf kort op waarom de uitnodiging stopt.", code="reden")
    uitnodigen.withdraw(by=by.user, uitnodiging_id=row.pk)
    member = TeamLid.objects.filter(pk=row.lid_ref, einde__isnull=True).first() if row.lid_ref else None
    if member is not None:
        # The last day of a role is inclusive, so a role that ends at once had its last day yesterday.
        member.einde = by.today - timedelta(days=1)
        member.begin = min(member.begin, member.einde)
        member.eindreden = reden.strip()
        member.save(update_fields=["begin", "einde", "eindreden"])
        _log("teamlid gestopt", by, student, member.pk)
    if row.doel == Doel.STUDENT:
        student.account = None
        student.save(update_fields=["account"])
        _log("account teruggenomen", by, student, row.user_id)
        _put_away(row.user)


@transaction.atomic
def send_again(*, by: Viewer, student: Student, uitnodiging_id: UUID) -> Uitnodiging:
    """Send a new link to the known address."""
    demand(rules.may_invite(by, student))
    return uitnodigen.send_again(by=by.user, uitnodiging_id=uitnodiging_id)


@transaction.atomic
def confirm(*, by: Viewer, student: Student, uitnodiging_id: UUID) -> Uitnodiging:
    """Say that somebody still guides this stage."""
    demand(rules.may_invite(by, student))
    return uitnodigen.confirm(by=by.user, uitnodiging_id=uitnodiging_id)
