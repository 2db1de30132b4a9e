"""What Kansrijk offers at a point of a story, with the way there where there is one without a student."""

from functools import lru_cache
from typing import Any

from django.conf import settings

from cases.casus import Alinea, Deel

# Screens that are an instrument, which everybody can read: by the file of its content.
INSTRUMENTEN = {
    "gesprek-a": "begeleidingsgesprek-a",
    "gesprek-b": "begeleidingsgesprek-b",
    "samenwerking": "samenwerking",
    "individueel": "individuele-begeleiding",
    "leidraad": "collegiale-feedback",
}


@lru_cache(maxsize=32)
def instrument_of(scherm: str) -> str:
    """The code of the instrument behind a screen; empty where there is none."""
    wanted = INSTRUMENTEN.get(scherm)
    there = wanted and (settings.CONTENT_DIR / "instrumenten" / f"{wanted}.yaml").exists()
    return wanted if wanted and there else ""


def offers_of(delen: tuple[Deel, ...]) -> list[dict[str, Any]]:
    """Each part as the page sets it: its paragraphs with their place, and what is offered there, each with the code of
    the instrument or nothing."""
    return [
        {
            "deel": deel,
            "alineas": places(deel),
            "kansrijk": [(one, instrument_of(one.scherm)) for one in deel.kansrijk],
        }
        for deel in delen
    ]


def places(deel: Deel) -> list[tuple[Alinea, int, int]]:
    """Each paragraph with its row, from 1, and how many rows its notes may take beside it: those of the paragraphs
    without notes below it too, and the one of what Kansrijk offers."""
    last = len(deel.alineas) + bool(deel.kansrijk)
    noted = [row for row, alinea in enumerate(deel.alineas, start=1) if alinea.kantlijn]
    found = []
    for row, alinea in enumerate(deel.alineas, start=1):
        following = next((other for other in noted if other > row), last + 1)
        found.append((alinea, row, following - row))
    return found
