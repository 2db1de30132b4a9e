"""The end of a role: who ends whose, and no mentor with the regie leaves without a successor."""

import pytest
from django.core.exceptions import PermissionDenied

from collaboration.actions import regie
from collaboration.actions import rol as actions
from collaboration.actions.checks import Refused
from collaboration.models import RegieAanbod
from kern.models import LogRegel
from students.access import Viewer
from students.models import KlasRol, Student, TeamLid
from tests.cast import Cast
from tests.factories import days, viewer

WHY = {"laatste_dag": days(7), "reden": "Andere baan"}


def klas_rol(cast: Cast, name: str) -> KlasRol:
    return KlasRol.objects.get(klas=cast.e1b, user=cast.people()[name])


def test_a_mentor_with_the_regie_does_not_leave_without_a_successor(cast: Cast) -> None:
    row = klas_rol(cast, "harold")
    with pytest.raises(
        Refused, match=r"Harold Vermeer heeft nog de regie over 3 studenten\. Laat eerst een ander"
    ):
        actions.end_klas(by=viewer(cast.bea), rol_id=row.pk, **WHY)
    row.refresh_from_db()
    assert row.einde is None
    cast.soraya.klas_rollen.update(rol="mentor")
    for student in Student.objects.filter(klas=cast.e1b):
        regie.neem(by=viewer(cast.soraya), student=student, woorden=regie.Woorden("Harold gaat weg"))
    actions.end_klas(by=viewer(cast.bea), rol_id=row.pk, **WHY)
    row.refresh_from_db()
    assert (row.einde, row.eindreden) == (days(7), "Andere baan")
    assert {s.regie_houder for s in Student.objects.filter(klas=cast.e1b)} == {cast.soraya}


def test_one_student_is_enough_to_stay(cast: Cast) -> None:
    Student.objects.filter(klas=cast.e1b).exclude(pk=cast.has.pk).update(regie_houder=cast.soraya)
    with pytest.raises(Refused, match="nog de regie over één student"):
        actions.end_klas(by=viewer(cast.harold), rol_id=klas_rol(cast, "harold").pk, **WHY)


def test_what_was_offered_to_who_leaves_lapses(cast: Cast) -> None:
    regie.bied_aan(
        by=viewer(cast.harold),
        student=cast.marije,
        aan=cast.soraya,
        woorden=regie.Woorden("Geld gaat voor"),
    )
    actions.end_klas(by=viewer(cast.soraya), rol_id=klas_rol(cast, "soraya").pk, **WHY)
    offer = RegieAanbod.objects.get()
    assert offer.status == "ingetrokken"
    cast.marije.refresh_from_db()
    assert cast.marije.regie_houder == cast.harold


def test_who_may_end_a_role_in_a_klas(cast: Cast) -> None:
    row = klas_rol(cast, "soraya")
    for person in (cast.harold, cast.ilse, cast.melissa, cast.coen):
        with pytest.raises(PermissionDenied, match="beëindigt de beheerder"):
            actions.end_klas(by=viewer(person), rol_id=row.pk, **WHY)
    for _ in range(2):
        actions.end_klas(by=viewer(cast.bea), rol_id=row.pk, **WHY)
    assert LogRegel.objects.filter(object_id=row.pk).count() == 1


@pytest.mark.parametrize("name", ["harold", "noor"])
def test_a_peercoach_leaves_by_the_mentor_or_alone(cast: Cast, name: str) -> None:
    lid = TeamLid.objects.get(user=cast.noor, student=cast.marije)
    actions.end_team(by=viewer(cast.people()[name]), lid_id=lid.pk, laatste_dag=days(0), reden="Studie klaar")
    assert Viewer(user=cast.noor, today=days(0)).links(cast.marije)
    assert not Viewer(user=cast.noor, today=days(1)).links(cast.marije)


def test_who_may_not_and_what_is_missing(cast: Cast) -> None:
    lid = TeamLid.objects.get(user=cast.melissa)
    for person in (cast.soraya, cast.noor, cast.bea):
        with pytest.raises(PermissionDenied, match="beëindigt de mentor"):
            actions.end_team(by=viewer(person), lid_id=lid.pk, **WHY)
    zorg = TeamLid.objects.get(user=cast.zohra)
    with pytest.raises(PermissionDenied, match="haalt de zorgcoördinator van het team"):
        actions.end_team(by=viewer(cast.harold), lid_id=zorg.pk, **WHY)
    with pytest.raises(Refused, match="waarom deze rol stopt"):
        actions.end_team(by=viewer(cast.harold), lid_id=lid.pk, laatste_dag=days(1), reden=" ")
    with pytest.raises(Refused, match="vandaag of een latere dag"):
        actions.end_team(by=viewer(cast.harold), lid_id=lid.pk, laatste_dag=days(-1), reden="Weg")
