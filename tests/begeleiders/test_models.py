"""People and their roles: names, one account for one address, periods."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from begeleiders.models import SchoolRol, User
from tests.factories import SchoolRolFactory, UserFactory

pytestmark = pytest.mark.django_db
MONDAY = datetime.date(2026, 9, 7)


def test_name_has_its_tussenvoegsel() -> None:
    assert User(voornaam="Anna", tussenvoegsel="de", achternaam="Boer").naam == "Anna de Boer"
    assert User(voornaam="Harold", achternaam="Vermeer").get_full_name() == "Harold Vermeer"


def test_one_account_for_one_address_whatever_the_capitals() -> None:
    UserFactory.create(email="Anna@School.example")
    twin = User(email="ANNA@school.example", voornaam="Anna", achternaam="Boer", password="!")
    with pytest.raises(ValidationError, match="Er is al een account met dit e-mailadres"):
        twin.full_clean()
    twin.email = "ANNA@school.example"
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_account_without_password_cannot_log_in() -> None:
    assert not UserFactory.create(password=None).has_usable_password()


@pytest.mark.parametrize(
    ("begin", "einde", "active"),
    [(0, None, True), (1, None, False), (-10, -1, False), (-10, 0, True), (-10, 5, True)],
)
def test_role_holds_from_its_first_to_its_last_day(begin: int, einde: int | None, active: bool) -> None:
    role = SchoolRolFactory.create(
        begin=MONDAY + datetime.timedelta(begin),
        einde=None if einde is None else MONDAY + datetime.timedelta(einde),
        eindreden="" if einde is None else "Andere baan",
    )
    assert list(SchoolRol.objects.active(MONDAY)) == ([role] if active else [])
    assert role.is_active(MONDAY) is active


def test_ended_role_needs_a_reason() -> None:
    role = SchoolRolFactory.create()
    role.einde = MONDAY
    with pytest.raises(ValidationError, match="Schrijf op waarom deze rol stopt"):
        role.full_clean()


def test_role_cannot_end_before_it_begins() -> None:
    role = SchoolRolFactory.create(begin=MONDAY)
    role.einde, role.eindreden = MONDAY - datetime.timedelta(1), "Andere baan"
    with pytest.raises(ValidationError, match="De laatste dag ligt voor de eerste dag"):
        role.full_clean()


def test_same_running_role_once_for_a_person_and_a_school() -> None:
    role = SchoolRolFactory.create()
    twin = SchoolRol(user=role.user, school=role.school, rol=role.rol, begin=MONDAY)
    with pytest.raises(ValidationError, match="Deze persoon heeft deze rol al in deze school"):
        twin.full_clean()
