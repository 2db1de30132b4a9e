"""What Kansrijk offers at a point of a story, with the way there where there is one without a student."""

from functools import lru_cache
from typing import Any

from django.conf import settings

from cases.content import Deel

# Screens that are an instrument, which everybody can read: by the file of its content.
INSTRUMENTEN = {
    "gesprek-a": "begeleidingsgesprek-a",
    "gesprek-b": "begeleidingsgesprek-b",
    "samenwerking": "samenwerking",
    "individueel": "individuele-begeleiding",
    "leidraad": "gespreksleidraad",
}


@lru_cache(maxsize=32)
def instrument_of(scherm: str) -> str:
    """The code of the instrument behind a screen; empty where there is none."""
    wanted = INSTRUMENTEN.get(scherm)
    names = [path.stem for path in sorted((settings.CONTENT_DIR / "instrumenten").glob("*.yaml"))]
    return next((name for name in names if wanted and name.startswith(wanted)), "")


def offers_of(delen: tuple[Deel, ...]) -> list[dict[str, Any]]:
    """Each part with what is offered there: the words, and the code of the instrument or nothing."""
    return [
        {"deel": deel, "kansrijk": [(one, instrument_of(one.scherm)) for one in deel.kansrijk]}
        for deel in delen
    ]
