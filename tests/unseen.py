"""Instruments that nobody has seen before, written to a folder of content as files, as a school would add them."""

import shutil
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from checklists.loading import load_all


def _point(code: str, tekst: str, kenmerk: str) -> dict[str, Any]:
    zin = {"tekst": f"Zo zeg ik dat: {tekst.lower()}", "wie": "beide"}
    return {"code": code, "tekst": tekst, "kenmerken": [kenmerk], "zinnen": [zin]}


def _step(code: str, nummer: str, titel: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "nummer": nummer, "titel": titel, "doel": "Vijf minuten.", "panelen": [], **more}


def _path(code: str, nummer: str, titel: str) -> dict[str, Any]:
    ask = {"code": f"{code}-woorden", "soort": "tekst", "label": f"Wat zeg je bij {titel.lower()}?"}
    points = [_point(f"{code}1", f"Noem een voorbeeld van {titel.lower()}.", "positief")]
    return {
        "code": code,
        "nummer": nummer,
        "titel": titel,
        "doel": "Kort.",
        "verslag": titel,
        "punten": points,
        "vragen": [ask],
    }


TOP = {
    "versie": 1,
    "waarvoor": "Voor een wandeling met koffie.",
    "bron": "Eigen werk van een school",
    "kanttekening": "Voorbeelden, geen protocol.",
    "zinnen_minstens": 1,
    "zinnen_per_groep": False,
    "voor": {
        "inleiding": "Trek je jas aan.",
        "vragen": [
            {"code": "route", "soort": "regel", "label": "Waar lopen jullie heen?", "verslag": "De route"}
        ],
    },
}
STEPS = [
    _step(
        "weggaan",
        "1",
        "Ga naar buiten",
        punten=[_point("w1", "Vraag hoe de week was.", "relatie")],
        vragen=[{"code": "week", "soort": "tekst", "label": "Hoe was de week?", "verslag": "De week"}],
    ),
    _step(
        "kruispunt",
        "2",
        "Kies een kant op",
        punten=[],
        keuze={
            "code": "kant",
            "vraag": "Waar gaat het over?",
            "verslag": "Gekozen",
            "paden": [_path("rust", "2a", "Rust"), _path("werk", "2b", "Werk")],
        },
    ),
]
BACK = {
    "inleiding": "Jas uit.",
    "kenmerken": ["relatie", "positief"],
    "vragen": [{"code": "terugblik", "soort": "tekst", "eigen": True, "label": "Hoe liep het?"}],
}
# A kind of its own, which no page and no line of code has a word for.
WANDELING = TOP | {
    "code": "wandeling",
    "titel": "Samen een blokje om",
    "kort": "Een blokje om",
    "soort": "wandelgesprek",
    "stappen": STEPS,
    "terugkijken": BACK,
}
DAGBOEK = TOP | {
    "code": "dagboek",
    "titel": "Dagboek van een begeleider",
    "kort": "Dagboek",
    "soort": "dagboek",
    "wijze": "alleen",
    "over": "niemand",
    "stappen": STEPS,
    "terugkijken": BACK,
}


def add(folder: Path, *trees: dict[str, Any]) -> Path:
    """A folder of content with these files beside ours, loaded as `manage.py migrate` does. Gives the folder."""
    content = folder / "fixtures"
    shutil.copytree(settings.CONTENT_DIR, content)
    for tree in trees:
        path = content / "instrumenten" / f"{tree['code']}.yaml"
        path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    settings.CONTENT_DIR = content
    load_all()
    return content
