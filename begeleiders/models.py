"""Schools, the people around their students, and the roles that belong to a whole school."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from begeleiders.memberships import Membership


class School(models.Model):
    """A school; what it knows about its students stays inside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=120)
    plaats = models.CharField(max_length=80)
    slug = models.SlugField(
        max_length=60, unique=True, error_messages={"unique": "Deze korte naam is al in gebruik."}
    )
    # What this school sets otherwise than the defaults of begeleiders.regels: {"stilte_dagen": 4}.
    regels = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["naam", "id"]
        verbose_name = "school"
        verbose_name_plural = "scholen"

    def __str__(self) -> str:
        return self.naam


class Schoolvakantie(models.Model):
    """A holiday of one school; the first and the last day are included."""

    id = models.BigAutoField(primary_key=True)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="vakanties")
    naam = models.CharField(max_length=60)
    begin = models.DateField("eerste dag")
    einde = models.DateField("laatste dag")

    class Meta:
        ordering = ["school", "begin", "id"]
        verbose_name = "vakantie"
        verbose_name_plural = "vakanties"
        constraints = [
            models.CheckConstraint(
                name="begeleiders_vakantie_einde_na_begin",
                condition=Q(einde__gte=F("begin")),
                violation_error_message="De laatste dag van de vakantie ligt voor de eerste.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.begin})"


class UserManager(BaseUserManager["User"]):
    """Makes accounts; the address is kept in lower case, so that one person has one account."""

    def create_user(self, email: str, password: str | None = None, **names: Any) -> User:
        """Make and save an account; without a password it cannot log in."""
        if not email:
            raise ValueError("Een account heeft een e-mailadres nodig.")
        user = self.model(email=email.strip().lower(), **names)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """The account with this e-mail address, in whatever case it was typed."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person with an account. Rights never stand here: they follow from the roles of today."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # `unique` gives the error its place at the field; the constraint below also catches other capitals.
    email = models.EmailField(
        "e-mailadres", unique=True, error_messages={"unique": "Er is al een account met dit e-mailadres."}
    )
    voornaam = models.CharField(max_length=60)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=80)
    organisatie = models.CharField(
        max_length=120, blank=True, help_text="Waar deze persoon werkt, als dat niet de school is."
    )
    telefoon = models.CharField("telefoonnummer", max_length=20, blank=True)
    is_active = models.BooleanField("mag inloggen", default=True)
    # Counts how often this person ended all other sessions; part of what each session is checked against.
    sessie_ronde = models.PositiveIntegerField(default=0)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["voornaam", "achternaam"]

    class Meta:
        ordering = ["achternaam", "voornaam", "id"]
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="begeleiders_user_email_uniek",
                violation_error_message="Er is al een account met dit e-mailadres.",
                violation_error_code="email",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """First name, tussenvoegsel and last name: "Anna de Boer"."""
        return " ".join(part for part in (self.voornaam, self.tussenvoegsel, self.achternaam) if part)

    def get_full_name(self) -> str:
        """Django's name for `naam`."""
        return self.naam

    def get_short_name(self) -> str:
        """Django's name for `voornaam`."""
        return self.voornaam

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must match: Django's own, by the password, and the round of this person's sessions."""
        by_password: str = super()._get_session_auth_hash(secret=secret)  # type: ignore[misc]
        if not self.sessie_ronde:
            return by_password
        words = f"{by_password}:{self.sessie_ronde}"
        return salted_hmac("sessie", words, secret=secret, algorithm="sha256").hexdigest()

    def clean(self) -> None:
        """Bring the address into the form in which it is kept."""
        super().clean()
        self.email = self.email.strip().lower()


class SchoolRol(Membership):
    """A role for a whole school: zorgcoördinator or beheerder."""

    class Rol(models.TextChoices):
        ZORGCOORDINATOR = "zorgcoordinator", "zorgcoördinator"
        BEHEERDER = "beheerder", "beheerder"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="schoolrollen", verbose_name="persoon"
    )
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="rollen")
    rol = models.CharField(max_length=20, choices=Rol.choices)

    class Meta(Membership.Meta):
        ordering = ["school", "rol", "begin", "id"]
        verbose_name = "rol in de school"
        verbose_name_plural = "rollen in de school"
        constraints = [
            *Membership.Meta.constraints,
            models.CheckConstraint(
                name="begeleiders_schoolrol_bekende_rol",
                condition=Q(rol__in=["zorgcoordinator", "beheerder"]),
                violation_error_message="Deze rol bestaat niet in een school.",
            ),
            # Two open rows cannot stand side by side. Rows with a last day may overlap for the database:
            # SQLite knows no exclusion constraint, so the action that ends a role looks after those.
            models.UniqueConstraint(
                fields=["user", "school", "rol"],
                condition=Q(einde__isnull=True),
                name="begeleiders_schoolrol_een_lopende",
                violation_error_message="Deze persoon heeft deze rol al in deze school.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_rol_display()}"
