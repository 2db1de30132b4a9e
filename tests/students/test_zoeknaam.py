"""The folded name of a student is stored beside the name, however the student came to be or changed."""

import pytest

from students.models import Student
from students.zoeknaam import zoeknaam
from tests.cast import Cast
from tests.demo.bulk import bulk
from tests.factories import StudentFactory


def stored() -> dict[str, str]:
    return {one.naam: one.zoeknaam for one in Student.objects.all()}


def test_every_way_of_making_a_student_stores_the_folded_name(cast: Cast) -> None:
    StudentFactory(klas=cast.e1b, voornaam="Renée", regie_houder=cast.harold)
    Student(klas=cast.e1b, voornaam="Zoë", achternaam="Ng", crebo="25742", regie_houder=cast.harold).save()
    bulk(2, names_only=True)
    bulk(1)
    for student in Student.objects.all():
        parts = (student.voornaam, student.tussenvoegsel, student.achternaam)
        assert student.zoeknaam == zoeknaam(*parts) != " ", student.naam
    assert stored()["Zoë Ng"] == " zoe ng"


def test_another_name_is_another_folded_name(cast: Cast) -> None:
    cast.sanna.achternaam = "Bakır"
    cast.sanna.save(update_fields=["achternaam"])
    assert stored()["Sanna de Bakır"] == " sanna de bakir"
    cast.has.voornaam = "Hasan"
    Student.objects.bulk_update([cast.has], ["voornaam"])
    assert stored()["Hasan El Amrani"] == " hasan el amrani"
    with pytest.raises(ValueError, match="zoeknaam"):
        Student.objects.filter(pk=cast.has.pk).update(voornaam="Has")
