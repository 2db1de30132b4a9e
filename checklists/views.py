"""Reading the instruments: everything they hold is content, the same for everyone who is logged in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from checklists.instrument import Instrument
from checklists.kenmerken import kenmerk
from checklists.nodes import GROEPEN, WIE, Punt, zinnen_voor
from checklists.queries import current, current_all
from kern.http import page, pdf


@require_safe
def instrumenten(request: HttpRequest) -> HttpResponse:
    """All instruments, with what each is for."""
    return page(
        request, "checklists/instrumenten.html", {"instrumenten": [row.instrument for row in current_all()]}
    )


@require_safe
def instrument(request: HttpRequest, code: str) -> HttpResponse:
    """One instrument to read: steps, points and phrases, for all or for one group of profiles (`?groep=`)."""
    tree = current(code).instrument
    asked = request.GET.get("groep", "")
    groep = asked if asked in GROEPEN else None
    groepen = [("", "Alle groepen", groep is None), *((c, naam, c == groep) for c, naam in GROEPEN.items())]
    context = {"instrument": tree, "groepen": groepen, "stappen": reading(tree, groep)}
    return page(request, "checklists/instrument.html", context)


def reading(tree: Instrument, groep: str | None) -> list[dict[str, Any]]:
    """The steps as blocks of points: those before the fork, one block a path, those after it."""
    steps = []
    for stap in tree.stappen:
        blocks: list[dict[str, Any]] = [{"kop": "", "doel": "", "punten": points(stap.punten, groep)}]
        if stap.keuze:
            blocks += [
                {"kop": p.kop, "doel": p.doel, "punten": points(p.punten, groep)} for p in stap.keuze.paden
            ]
        blocks.append(
            {"kop": "Daarna" if stap.keuze else "", "doel": "", "punten": points(stap.na_keuze, groep)}
        )
        steps.append({"stap": stap, "blokken": [block for block in blocks if block["punten"]]})
    return steps


def points(punten: tuple[Punt, ...], groep: str | None) -> list[dict[str, Any]]:
    """Points with the names of their kenmerken, and their phrases with who says them and for whom."""
    return [
        {
            "punt": punt,
            "kenmerken": [kenmerk(code).naam for code in punt.kenmerken],
            "zinnen": [
                {"tekst": zin.tekst, "wie": WIE[zin.wie], "groep": GROEPEN.get(zin.groep, "")}
                for zin in zinnen_voor(punt, groep)
            ],
        }
        for punt in punten
    ]


@require_safe
def instrument_blank(request: HttpRequest, code: str) -> HttpResponse:
    """The blank instrument on paper."""
    tree = current(code).instrument
    return pdf(request, "pdf/instrument_leeg.html", {"instrument": tree}, f"{tree.code}.pdf")
