"""Test objects; the demo world is built from the same factories. Each room adds its own below."""

import datetime

import factory

from begeleiders.models import School, SchoolRol, User

PASSWORD = "een-lang-wachtwoord"


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
    def _create(cls, model_class: type[User], *args: object, **kwargs: object) -> User:
        return User.objects.create_user(*args, **kwargs)


class SchoolRolFactory(factory.django.DjangoModelFactory[SchoolRol]):
    """A zorgcoördinator since the start of this school year."""

    class Meta:
        model = SchoolRol

    user = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    rol = SchoolRol.Rol.ZORGCOORDINATOR
    begin = datetime.date(2026, 8, 31)
