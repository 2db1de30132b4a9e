"""A small casus that is right, for tests that break one thing in it."""

import copy
from typing import Any

from cases.actions.eigen import Verhaal

_CASUS: dict[str, Any] = {
    "code": "proef",
    "versie": 1,
    "volgorde": 9,
    "titel": "Proef",
    "ondertitel": "Een stoel blijft leeg",
    "deel": "individueel",
    "samenvatting": "Een stoel blijft leeg, en iemand merkt het.",
    "bron": "Ons eigen hoofd.",
    "verzonnen": "Dit verhaal is verzonnen.",
    "personen": [{"naam": "Proef", "rol": "student", "wie": "Komt niet meer."}],
    "delen": [
        {
            "code": f"deel-{number}",
            "kop": f"Deel {number}",
            "keerpunt": number == 3,
            "alineas": [
                {
                    "tekst": "De mentor belt.",
                    "kantlijn": [{"kenmerk": "relatie", "tekst": "Iemand merkt het."}],
                },
                {"tekst": "De mentor belt nog eens."},
            ],
            "kansrijk": [{"scherm": "signalen", "tekst": "Een signaal komt bij iemand aan."}],
        }
        for number in range(1, 5)
    ],
    "wat_zou_jij_doen": {
        "vraag": "Bel jij nog een keer?",
        "mogelijkheden": ["Bellen.", "Appen.", "Langsgaan."],
        "daarna": "Het is vrijdag.",
    },
    "vragen": {name: ["Een?", "Twee?", "Drie?"] for name in ("zelf", "duo", "team")},
    "schermen": ["signalen"],
    "woorden": ["mentor"],
}

VERHAAL = Verhaal(
    titel="De lege stoel",
    samenvatting="Een stoel blijft leeg, en niemand zegt er iets van.",
    verhaal="Op maandag is de stoel leeg.\n\nOp dinsdag ook.\nNiemand belt.",
    wat_zou_jij_doen="Wie belt er?",
    keerpunt="De conciërge belt.",
    vragen="Wie belt er bij ons?\nHoe snel?",
    bevestigd=True,
)


def casus(**changes: Any) -> dict[str, Any]:
    """The sample with other values for some keys."""
    return copy.deepcopy(_CASUS) | changes
