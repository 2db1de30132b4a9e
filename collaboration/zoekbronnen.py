"""The sources of the search, in the order of the page. A new one is a `Bron` in its room and a name here."""

from cases.zoeken import CASUSSEN, KENMERKEN, LEZEN, WOORDEN
from kern.zoeken import Bron
from stageplekken.zoeken import LEERBEDRIJVEN
from students.zoeken import KLASSEN, STUDENTEN

BRONNEN: tuple[Bron, ...] = (STUDENTEN, KLASSEN, LEERBEDRIJVEN, WOORDEN, CASUSSEN, KENMERKEN, LEZEN)
