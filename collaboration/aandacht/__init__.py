"""Aandacht: who needs somebody first, with the reason in words, since when, and what can be done now.

Each rule is a module with `ROLLEN` (whose first screen it stands on) and `punten(blik)`; each asks the database a fixed
number of questions, however many students there are. The days on which a rule begins to hold are worked out first,
from the calendar of each school (`grenzen`); comparing is the database's work.
"""

from collaboration.aandacht.blik import Blik
from collaboration.aandacht.lijst import Kaart, Lijst, lijst_voor
from collaboration.aandacht.punt import Punt, Stap

__all__ = ["Blik", "Kaart", "Lijst", "Punt", "Stap", "lijst_voor"]
