"""Test objects; the demo world is built from the same factories. Each room adds its own below."""

import datetime
from typing import Any

import factory
from django.utils import timezone

from begeleiders.models import School, SchoolRol, User
from collaboration.enums import AfspraakStatus, GesprekStatus
from collaboration.models import Afspraak, Contactpoging, Gesprek
from stageplekken.models import Leerbedrijf, Stage, Stageplek
from students.access import Viewer
from students.enums import Laag, Rol
from students.models import Klas, KlasRol, Student, TeamLid

PASSWORD = "een-lang-wachtwoord"


def days(count: int) -> datetime.date:
    """The day so many days from today; negative for the past."""
    return timezone.localdate() + datetime.timedelta(days=count)


def viewer(user: User) -> Viewer:
    """This person as the one who looks, with the roles of today."""
    return Viewer(user=user, today=timezone.localdate())


# begeleiders ----------------------------------------------------------------------------------------------


class SchoolFactory(factory.django.DjangoModelFactory[School]):
    """A school in a town."""

    class Meta:
        model = School

    naam = factory.Sequence(lambda n: f"Mbo De Brug {n}")
    plaats = "Rivierstad"
    slug = factory.Sequence(lambda n: f"de-brug-{n}")


class UserFactory(factory.django.DjangoModelFactory[User]):
    """A person who logs in with PASSWORD; `password=None` makes one who cannot."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    voornaam = "Harold"
    achternaam = factory.Sequence(lambda n: f"Vermeer {n}")
    email = factory.Sequence(lambda n: f"persoon{n}@school.example")
    password = PASSWORD

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return User.objects.create_user(*args, **kwargs)


class SchoolRolFactory(factory.django.DjangoModelFactory[SchoolRol]):
    """A zorgcoördinator since the start of this school year."""

    class Meta:
        model = SchoolRol

    user = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    rol = SchoolRol.Rol.ZORGCOORDINATOR
    begin = datetime.date(2026, 8, 31)


# students -------------------------------------------------------------------------------------------------


class KlasFactory(factory.django.DjangoModelFactory[Klas]):
    """A klas of a school, without students or begeleiders yet."""

    class Meta:
        model = Klas

    school = factory.SubFactory(SchoolFactory)
    naam = factory.Sequence(lambda n: f"E{n}K")
    schooljaar = "2026-2027"


class KlasRolFactory(factory.django.DjangoModelFactory[KlasRol]):
    """The mentor of a klas, for three months now; `rol=Rol.KAWER` for the KAW-er."""

    class Meta:
        model = KlasRol

    klas = factory.SubFactory(KlasFactory)
    user = factory.SubFactory(UserFactory)
    rol = Rol.MENTOR
    begin = factory.LazyFunction(lambda: days(-90))


class StudentFactory(factory.django.DjangoModelFactory[Student]):
    """A student of the horeca profile, in a klas; without a `regie_houder` somebody new holds the regie."""

    class Meta:
        model = Student

    klas = factory.SubFactory(KlasFactory)
    voornaam = factory.Sequence(lambda n: f"Marije{n}")
    achternaam = "Jonkers"
    crebo = "25742"
    regie_houder = factory.SubFactory(UserFactory)


class TeamLidFactory(factory.django.DjangoModelFactory[TeamLid]):
    """A peercoach of one student; for a praktijkbegeleider see `praktijkbegeleider`."""

    class Meta:
        model = TeamLid

    student = factory.SubFactory(StudentFactory)
    user = factory.SubFactory(UserFactory)
    rol = Rol.PEERCOACH
    begin = factory.LazyFunction(lambda: days(-60))


# stageplekken ---------------------------------------------------------------------------------------------


class LeerbedrijfFactory(factory.django.DjangoModelFactory[Leerbedrijf]):
    """A leerbedrijf, known to all schools."""

    class Meta:
        model = Leerbedrijf

    naam = factory.Sequence(lambda n: f"Restaurant De Kade {n}")
    plaats = "Rivierstad"
    leerbedrijf_id = factory.Sequence(lambda n: f"{100_000_000 + n}")


class StageplekFactory(factory.django.DjangoModelFactory[Stageplek]):
    """A place in the kitchen of a leerbedrijf."""

    class Meta:
        model = Stageplek

    leerbedrijf = factory.SubFactory(LeerbedrijfFactory)
    titel = "Assistent in de keuken"
    crebo = "25742"


class StageFactory(factory.django.DjangoModelFactory[Stage]):
    """A running stage: four weeks gone, and a long way to go."""

    class Meta:
        model = Stage

    student = factory.SubFactory(StudentFactory)
    stageplek = factory.SubFactory(StageplekFactory)
    begin = factory.LazyFunction(lambda: days(-28))
    einde = factory.LazyFunction(lambda: days(120))
    uren = 320


def praktijkbegeleider(stage: Stage, user: User | None = None, **fields: Any) -> TeamLid:
    """The row that makes somebody the praktijkbegeleider of a stage; `user` None makes a new person."""
    fields = {"begin": stage.begin} | fields
    row: TeamLid = TeamLidFactory.create(
        student=stage.student,
        user=user or UserFactory(),
        rol=Rol.PRAKTIJKBEGELEIDER,
        stage_ref=stage.pk,
        **fields,
    )
    return row


# collaboration --------------------------------------------------------------------------------------------


class GesprekFactory(factory.django.DjangoModelFactory[Gesprek]):
    """A plain concept of yesterday, as a bare row; with the trait `vast` vastgelegd in layer begeleiding.

    For a gesprek as people make it, with its log lines: `concept` and `vastgelegd` in tests/acts.py.
    """

    class Meta:
        model = Gesprek

    class Params:
        vast = factory.Trait(
            status=GesprekStatus.VASTGELEGD,
            laag=Laag.BEGELEIDING,
            vastgelegd_op=factory.SelfAttribute("wanneer"),
            vastgelegd_door=factory.SelfAttribute("auteur"),
        )

    student = factory.SubFactory(StudentFactory)
    titel = "Voortgang"
    wanneer = factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(days=1))
    auteur = factory.SubFactory(UserFactory)
    gemaakt_op = factory.SelfAttribute("wanneer")
    gemaakt_door = factory.SelfAttribute("auteur")


class AfspraakFactory(factory.django.DjangoModelFactory[Afspraak]):
    """A living afspraak of the student for next week, as a bare row; with the trait `gedaan` ticked off."""

    class Meta:
        model = Afspraak

    class Params:
        gedaan = factory.Trait(
            status=AfspraakStatus.GEDAAN,
            afgerond_op=factory.LazyFunction(timezone.now),
            afgerond_door=factory.SelfAttribute("auteur"),
        )

    student = factory.SubFactory(StudentFactory)
    wat = "Melissa bellen als het later wordt"
    voor = factory.LazyFunction(lambda: days(7))
    laag = Laag.BEGELEIDING
    auteur = factory.SubFactory(UserFactory)
    gemaakt_op = factory.LazyFunction(timezone.now)
    gemaakt_door = factory.SelfAttribute("auteur")
    leeft_vanaf = factory.SelfAttribute("gemaakt_op")


class ContactpogingFactory(factory.django.DjangoModelFactory[Contactpoging]):
    """A call of an hour ago that nobody answered, as a bare row."""

    class Meta:
        model = Contactpoging

    student = factory.SubFactory(StudentFactory)
    wanneer = factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(hours=1))
    auteur = factory.SubFactory(UserFactory)
