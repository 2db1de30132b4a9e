"""How and when to reach somebody, in that person's own words ("wie is wie")."""

from typing import ClassVar

from django.conf import settings
from django.db import models

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class Bereikbaar(models.Model):
    """What somebody chose to tell the people around the own students: days, how, and which address or number."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, primary_key=True, related_name="bereikbaar"
    )
    # Days of the week on which this person is there; 0 is Monday.
    dagen = models.JSONField(default=list, blank=True)
    tekst = models.CharField(max_length=200, blank=True)
    # Telefoon and e-mail of the account are shown only where their owner says so.
    toon_telefoon = models.BooleanField(default=False)
    toon_email = models.BooleanField(default=False)

    class Meta:
        """One row a person."""

        ordering: ClassVar = ("user",)
        verbose_name_plural = "bereikbaar"

    def __str__(self) -> str:
        return f"bereikbaar {self.user_id}"

    @property
    def dagen_in_woorden(self) -> str:
        """The days as words, "maandag, dinsdag en vrijdag"; empty where none was chosen."""
        names = [DAGEN[day] for day in sorted(set(self.dagen)) if day in range(len(DAGEN))]
        return " en ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
