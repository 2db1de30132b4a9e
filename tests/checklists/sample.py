"""An instrument that no line of the code has ever seen, and what a browser would post for it."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from checklists import values
from checklists.filled import Filled
from checklists.models import Invulling
from checklists.nodes import GROEPEN

KENMERKEN = frozenset({"moed", "rust"})


def point(code: str, *, kenmerken: Iterable[str] = ()) -> dict[str, Any]:
    """A point with a phrase for each group and one for all."""
    phrases = [{"tekst": f"{code} voor {groep}", "groep": groep, "wie": "beide"} for groep in GROEPEN]
    return {
        "code": code,
        "tekst": f"Punt {code}",
        "kenmerken": list(kenmerken),
        "zinnen": [{"tekst": f"{code} voor iedereen", "groep": "alle", "wie": "school"}, *phrases],
    }


def path(letter: str) -> dict[str, Any]:
    """One way through the fork."""
    return {
        "code": f"weg-{letter}",
        "nummer": f"2{letter}",
        "titel": f"Weg {letter}",
        "doel": "Kort doel",
        "verslag": f"Onder {letter}",
        "punten": [point(f"{letter}-punt", kenmerken=["rust"])],
        "vragen": [{"code": f"{letter}-vraag", "soort": "tekst", "label": f"Vraag {letter}"}],
    }


def tree(**changes: Any) -> dict[str, Any]:
    """A whole instrument as a mapping: every kind of field once."""
    return {
        "code": "proef",
        "versie": 1,
        "titel": "Een nieuw instrument",
        "kort": "Nieuw",
        "soort": "proef",
        "waarvoor": "Om te laten zien dat inhoud geen code is.",
        "bron": "Eigen werk",
        "kanttekening": "Voorbeelden, geen protocol.",
        "voor": {
            "inleiding": "Begin hier.",
            "vragen": [{"code": "eigen-punt", "soort": "tekst", "eigen": True, "label": "Mijn punt"}],
        },
        "stappen": [
            {
                "code": "een",
                "nummer": "1",
                "titel": "Eerste stap",
                "doel": "Beginnen",
                "panelen": ["punten"],
                "punten": [point("een-punt", kenmerken=["moed"]), point("twee-punt")],
                "vragen": [
                    {"code": "notitie", "soort": "tekst", "label": "Notitie", "verslag": "Besproken"},
                    {"code": "plek", "soort": "regel", "label": "Plek", "verslag": "Besproken"},
                    {"code": "lijst", "soort": "regels", "label": "Lijst", "verslag": "Af en open"},
                ],
            },
            {
                "code": "twee",
                "nummer": "2",
                "titel": "Tweede stap",
                "doel": "Kiezen",
                "keuze": {
                    "code": "vork",
                    "vraag": "Welke weg?",
                    "meer": True,
                    "paden": [path("a"), path("b")],
                },
                "na_keuze": [point("na-punt")],
            },
        ],
        "terugkijken": {
            "inleiding": "Kijk terug.",
            "kenmerken": ["moed", "rust"],
            "vragen": [{"code": "kort-gezegd", "soort": "tekst", "label": "Kort", "verslag": "Kort gezegd"}],
            "student": {
                "code": "hoe",
                "label": "Hoe was het?",
                "keuzes": [{"code": "fijn", "label": "Fijn"}, {"code": "gaat", "label": "Gaat wel"}],
                "tekst": {"code": "woorden", "soort": "tekst", "label": "Vertel"},
                "verslag": "In jouw woorden",
            },
        },
        **changes,
    }


def browser(filled: Filled, codes: Iterable[str] | None = None, **typed: Any) -> QueryDict:
    """What a browser posts from a page with these fields: tokens and values, some of them changed.

    `typed` names fields with "_" for "-". Pass `pagina` and `beurt` as the script would.
    """
    post = QueryDict(mutable=True)
    changed = {name.replace("_", "-"): value for name, value in typed.items()}
    for name in ("pagina", "beurt"):
        if name in changed:
            post[name] = str(changed.pop(name))
    fields = filled.instrument.velden() if codes is None else [filled.instrument.veld(code) for code in codes]
    for veld in fields:
        post[f"t:{veld.code}"] = filled.token(veld.code)
        put(post, veld.code, veld.soort, changed.get(veld.code, filled.value(veld.code)))
    return post


def put(post: QueryDict, code: str, soort: str, value: values.Value) -> None:
    """Write one value as the inputs of its kind do."""
    if soort == "vink":
        if value:
            post[code] = "ja"
    elif soort == "regels":
        post.setlist(f"{code}-tekst", [line["tekst"] for line in value] + [""])
        post.setlist(f"{code}-stand", [line["stand"] for line in value] + ["open"])
    elif isinstance(value, list):
        post.setlist(code, value)
    else:
        post[code] = value.replace("\n", "\r\n")


def fresh(invulling: Invulling, person: Any) -> Filled:
    """The page as this person would load it now."""
    return Filled(invulling, person)
