"""What every change of state leaves behind."""

from django.conf import settings
from django.db import models


class Overgang(models.Model):
    """A change of state of something: from what to what, who, when, why. Never changed afterwards.

    A room adds what it is of; the words of `van` and `naar` are those of its states.
    """

    id = models.BigAutoField(primary_key=True)
    van = models.CharField(max_length=20, blank=True)
    naar = models.CharField(max_length=20)
    reden = models.CharField(max_length=200, blank=True)
    op = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In order of time."""

        abstract = True
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.van} naar {self.naar}"
