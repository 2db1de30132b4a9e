"""Everyone of the matrix: the word that the tables use, and who that is in tests/cast.py, or here where it is empty."""

from begeleiders.models import User
from students.enums import Rol
from tests.cast import Cast
from tests.factories import SchoolRolFactory, TeamLidFactory, UserFactory

PEOPLE = {
    "mentor": "harold",  # of klas E1B, has the regie of Marije
    "kawer": "soraya",  # of klas E1B
    "praktijk": "melissa",  # praktijkbegeleider of Marije
    "peercoach": "noor",  # of Marije and Sanna
    "zorg": "zohra",  # zorgmedewerker on the team of Marije and of Has
    "zorgco": "coen",  # zorgcoördinator: no escalation runs, so no role for any student
    "beheer": "bea",  # beheerder of the school
    "student": "marije_zelf",
    "student_ander": "",  # Sanna: of the same klas
    "zorg_ander": "",  # zorgmedewerker of Sanna
    "peer_ander": "",  # peercoach of Milan, in the other klas
    "praktijk_ander": "petra",  # praktijkbegeleider of Sanna, at another leerbedrijf
    "praktijk_school": "kees",  # at the leerbedrijf of Marije, for a student of the other school
    "mentor_klas": "ilse",  # mentor of another klas
    "mentor_school": "wouter",  # mentor at another school
    "kawer_school": "naima",  # KAW-er at another school
    "zorgco_school": "",  # zorgcoördinator at another school
    "ex_mentor": "ex_mentor",  # mentor of E1B until yesterday
    "straks_mentor": "straks_mentor",  # mentor of E1B from tomorrow
    "ex_praktijk": "ex_praktijk",  # praktijkbegeleider of Marije until yesterday
    "vreemde": "vreemde",  # an account, and no role at all
}
ANON = "anoniem"
EVERYONE = (*PEOPLE, ANON)


def more_people(cast: Cast) -> dict[str, User]:
    """Those whom the cast lacks: a zorgmedewerker of Marije, and people one step further away."""
    new = {
        "zorg_ander": UserFactory(voornaam="Yara", achternaam="Dijkgraaf"),
        "peer_ander": UserFactory(voornaam="Timo", achternaam="Overbeek"),
        "student_ander": UserFactory(voornaam="Sanna", achternaam="Boer"),
        "zorgco_school": UserFactory(voornaam="Rosa", achternaam="Veldhuis"),
    }
    SchoolRolFactory(school=cast.zuid, user=new["zorgco_school"], rol=Rol.ZORGCOORDINATOR)
    TeamLidFactory(student=cast.marije, user=cast.zohra, rol=Rol.ZORGMEDEWERKER)
    TeamLidFactory(student=cast.sanna, user=new["zorg_ander"], rol=Rol.ZORGMEDEWERKER)
    TeamLidFactory(student=cast.milan, user=new["peer_ander"], rol=Rol.PEERCOACH)
    cast.sanna.account = new["student_ander"]
    cast.sanna.save(update_fields=["account"])
    return new
