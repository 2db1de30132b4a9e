"""The name of a student as it is looked for: folded, and stored beside the name itself."""

from django.db import models

from kern.folding import fold

NAAM = ("voornaam", "tussenvoegsel", "achternaam")
LANGST = 240  # names of 160 at most; folding makes some signs longer


def zoeknaam(voornaam: str, tussenvoegsel: str, achternaam: str) -> str:
    """The folded words of a name, each behind a space: " has el amrani". So " am" is found where a word begins."""
    return f" {fold(f'{voornaam} {tussenvoegsel} {achternaam}')}"[:LANGST]


class ZoeknaamField(models.CharField[str, str]):
    """Fills itself from the name each time a row is written, by whichever manager; see StudentQuerySet for the rest."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The name as it is now, folded."""
        value = zoeknaam(*(getattr(model_instance, part) for part in NAAM))
        setattr(model_instance, self.attname, value)
        return value
