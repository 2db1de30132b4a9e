"""The words of Samenwerking, Individuele begeleiding and the Gespreksleidraad."""

from django.db import models

# The kinds of instruments (the key `soort` of their file) that this room knows what to do with.
SOORT_SAMEN = "samenwerking"
SOORT_INDIVIDUEEL = "individuele-begeleiding"
SOORT_LEIDRAAD = "collegiale-feedback"


class SamenStatus(models.TextChoices):
    """Each fills in alone; both gave free; afspraken came out; or it was stopped before that."""

    BEZIG = "bezig", "wordt ingevuld"
    NAAST = "naast", "ligt naast elkaar"
    BESPROKEN = "besproken", "besproken"
    GESTOPT = "gestopt", "gestopt"


# Which state may follow which. After naast nobody takes answers back: both have read them.
SAMEN_MOVES: dict[str, frozenset[str]] = {
    SamenStatus.BEZIG: frozenset({SamenStatus.NAAST, SamenStatus.GESTOPT}),
    SamenStatus.NAAST: frozenset({SamenStatus.BESPROKEN}),
    SamenStatus.BESPROKEN: frozenset({SamenStatus.BESPROKEN}),  # a second afspraak
    SamenStatus.GESTOPT: frozenset(),
}

# The code of a field that means the same in every instrument of the second kind: what somebody wants to do next time.
VOLGENDE_KEER = "volgende-keer"

# The same of the third kind: what stays with the person who brought a situation in.
INZICHT, STAP, MOMENT = "mijn-inzicht", "mijn-stap", "mijn-moment"
LEIDRAAD_LOG = "collegiale feedback"  # what a line of the log calls it; it never names a student
