"""The log: what was read and changed, by whom, on which ground. Ids only, never content."""

import uuid

from django.db import models


class LogRegel(models.Model):
    """One line of the log (after NEN 7513). No foreign keys: removal of a file never erases its history.

    Lines are append-only: the database refuses UPDATE and DELETE (see the migrations).
    """

    class Resultaat(models.TextChoices):
        """Whether what was asked for was allowed."""

        TOEGESTAAN = "toegestaan", "toegestaan"
        GEWEIGERD = "geweigerd", "geweigerd"

    class Kanaal(models.TextChoices):
        """The way by which a person reached the file."""

        PAGINA = "pagina", "pagina"
        FRAGMENT = "fragment", "deel van een pagina"
        PDF = "pdf", "pdf"
        OPDRACHT = "opdracht", "opdracht op de server"

    id = models.BigAutoField(primary_key=True)
    op = models.DateTimeField()
    wie = models.UUIDField(null=True)
    rol = models.CharField(max_length=20, blank=True)
    school = models.UUIDField(null=True)
    actie = models.CharField(max_length=40)
    soort = models.CharField(max_length=40)
    object_id = models.UUIDField(null=True)
    student = models.UUIDField(null=True)
    laag = models.CharField(max_length=20, blank=True)
    grond = models.CharField(max_length=20, default="rol")
    resultaat = models.CharField(max_length=12, choices=Resultaat, default=Resultaat.TOEGESTAAN)
    kanaal = models.CharField(max_length=12, choices=Kanaal, default=Kanaal.PAGINA)
    verzoek = models.UUIDField(default=uuid.uuid4)

    class Meta:
        """Newest first; the lines of a student, a person, and a school in a period are each one index range."""

        ordering = ("-id",)
        indexes = (
            models.Index(fields=("student", "-id"), name="log_student"),
            models.Index(fields=("wie", "-id"), name="log_wie"),
            models.Index(fields=("school", "op", "wie"), name="log_school"),
        )

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M:%S} {self.actie} {self.soort}"


class LogZegel(models.Model):
    """A seal over the lines of the log up to `tot`: a hash over these lines and the seal before it.

    Who changes a line beneath the guard of the database breaks every seal from there on; `manage.py zegel` tells.
    """

    id = models.BigAutoField(primary_key=True)
    tot = models.BigIntegerField(unique=True)
    aantal = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    op = models.DateTimeField()

    class Meta:
        """Oldest first: a seal rests on the one before it."""

        ordering = ("id",)
        verbose_name_plural = "logzegels"

    def __str__(self) -> str:
        return f"tot {self.tot}: {self.hash[:12]}"
